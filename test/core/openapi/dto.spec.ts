import { beforeAll, describe, expect, it } from '@jest/globals';
import { operationControllers } from '../../../src/app/operations.js';
import { Components } from '../../../src/core/openapi/components.js';
import { operationPaths } from '../../../src/core/openapi/operation-paths.js';
import type { Operation, Schema } from '../../../src/core/openapi/types.js';
import { type Answer, type Client, onEachApi, type TenantClient } from '../../support/api.js';
import { makeOneOfEach } from '../../support/one-of-each.js';

type Documented = readonly [name: string, operation: Operation, body: Schema];

const components = new Components();

/** The schema itself, where there is a reference. */
const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (components.schemas.get(schema.$ref.split('/').at(-1) ?? '') ?? {});

/** Operations whose body is read as a DTO and refused in violations: `POST /export`. */
const operations: readonly Documented[] = Object.entries(
  operationPaths(operationControllers)(components).paths,
)
  .flatMap(([path, item]) =>
    (['post', 'put'] as const).map((method) => [`${method.toUpperCase()} ${path}`, item[method]] as const),
  )
  .flatMap(([name, operation]): Documented[] => {
    const schema = operation?.requestBody?.content['application/json']?.schema;
    const refusal = operation?.responses[400];
    const isRefused = refusal && '$ref' in refusal && refusal.$ref.endsWith('/Refusal');
    return operation && schema && isRefused ? [[name, operation, resolved(schema)]] : [];
  });

/** The type and the rest of a field that may be null. */
const typesOf = ({ type = [] }: Schema): readonly string[] => [type].flat();

/** Values of a field that its schema refuses, each with what is said. */
function refusedBy(schema: Schema): readonly (readonly [value: unknown, message: string])[] {
  const { maxLength, enum: choices, minimum, maximum, maxItems, format } = schema;
  const range = `This value should be between ${minimum} and ${maximum}.`;
  return [
    ...(maxLength === undefined
      ? []
      : [
          [
            'é'.repeat(maxLength + 1),
            `This value is too long. It should have ${maxLength} characters or less.`,
          ] as const,
        ]),
    ...(choices ? [['nobody', 'The value you selected is not a valid choice.'] as const] : []),
    ...(minimum === undefined || maximum === undefined
      ? []
      : ([
          [minimum - 1, range],
          [maximum + 1, range],
        ] as const)),
    ...(maxItems === undefined
      ? []
      : [
          [
            Array(maxItems + 1).fill('x'),
            `This collection should contain ${maxItems} elements or less.`,
          ] as const,
        ]),
    ...(format === 'email' ? [['nobody', 'This value is not a valid email address.'] as const] : []),
    ...(format === 'date-time' ? [['nobody', 'This value is not valid.'] as const] : []),
  ];
}

/** What its schema takes at most. */
function takenBy({ maxLength, minimum, maximum }: Schema): readonly unknown[] {
  return [
    ...(maxLength === undefined ? [] : ['é'.repeat(maxLength)]),
    ...(minimum === undefined || maximum === undefined ? [] : [minimum, maximum]),
  ];
}

const TOO = /too long|should be between|should contain/;
const BLANK = 'This value should not be blank.';

/** What is said of a field. */
const saidOf = (field: string, { body }: Answer): readonly string[] =>
  ((body.violations ?? []) as readonly { propertyPath: string; message: string }[])
    .filter(({ propertyPath }) => propertyPath === field)
    .map(({ message }) => message);

onEachApi((api) => {
  let tenant: TenantClient;
  let link: string;
  beforeAll(async () => {
    tenant = await api.tenant();
    const have = await makeOneOfEach(api, tenant);
    const { body } = await tenant.post('/generate_tracking_page_link', {
      trackingPageId: have.TrackingPage.id,
      filter: { id: have.Shipment.id },
    });
    link = new URL(body.link as string).pathname.split('/').at(-1) as string;
  });

  /** Sends one field. Whose body comes as a file is sent as JSON, too. */
  function send(name: string, { security }: Operation, body: object): Promise<Answer> {
    const [method = '', path = ''] = name.split(' ');
    const client: Client = security ? api.anonymous() : tenant;
    const at = path.replace('{hash}', link).replace(/\{\w+\}/g, '3fa85f64-5717-4562-b3fc-2c963f66afa6');
    return method === 'PUT' ? client.put(at, body) : client.post(at, body);
  }

  it('there are such operations', () => {
    expect(operations.map(([name]) => name)).toEqual(
      expect.arrayContaining(['POST /export', 'POST /change_status_batch', 'PUT /teams/{id}/members/{user}']),
    );
  });

  describe.each(operations)('%s', (name, operation, { properties = {}, required = [] }) => {
    const fields = Object.entries(properties);

    it('refuses what goes beyond a limit in its document, and nothing less', async () => {
      for (const [field, schema] of fields) {
        for (const [value, message] of refusedBy(schema)) {
          const answer = await send(name, operation, { [field]: value });
          expect([field, answer.status, saidOf(field, answer)]).toEqual([
            field,
            400,
            expect.arrayContaining([message]),
          ]);
        }
        for (const value of takenBy(schema)) {
          const answer = await send(name, operation, { [field]: value });
          expect(saidOf(field, answer).filter((message) => TOO.test(message))).toEqual([]);
        }
      }
    });

    it('needs the fields that its document requires, and no others', async () => {
      const answer = await send(name, operation, {});
      const missing = fields.map(([field]) => field).filter((field) => saidOf(field, answer).includes(BLANK));
      expect(missing).toEqual(fields.map(([field]) => field).filter((field) => required.includes(field)));
    });

    it('takes values of the types in its document, whatever they call their constructor', async () => {
      for (const [field, schema] of fields) {
        const isFree = schema.anyOf !== undefined || schema.description === 'Ignored.';
        if (isFree || typesOf(schema).includes('array')) continue;
        const answer = await send(name, operation, { [field]: { constructor: { name: 'String' } } });
        expect([field, answer.status]).toEqual([field, 400]);
      }
    });
  });

  it('an OAuth parameter whose constructor is the client’s own is refused like any other', async () => {
    const odd = { constructor: 1 };
    for (const sent of [
      { grant_type: 'client_credentials', client_id: odd, client_secret: 'x' },
      { grant_type: 'refresh_token', client_id: 'x', refresh_token: odd },
    ])
      expect((await api.anonymous().post('/oauth/v2/token', sent)).body).toMatchObject({
        error: 'invalid_client',
      });
    const revoked = await api.anonymous().post('/oauth/v2/revoke', { client_id: odd, token: odd });
    expect(revoked.body).toMatchObject({ error: 'invalid_client' });
  });
});
