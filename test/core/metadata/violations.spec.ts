import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Field } from '../../../src/core/metadata/field.js';
import { resources } from '../../../src/app/resources.js';
import { allRows } from '../../support/all-rows.js';
import { onEachApi } from '../../support/api.js';
import type { Answer, Body, TenantClient } from '../../support/api.js';
import {
  bodies,
  makeOneOfEach,
  resourceNamed,
  unique,
  type OneOfEach,
  roomFor,
} from '../../support/one-of-each.js';

/** What is wrong: message and code. */
type Wrong = readonly [message: string, code: string];

const BLANK: Wrong = ['This value should not be blank.', 'c1051bb4-d103-4f74-8988-acbcafc7fdc3'];
const EMAIL: Wrong = ['This value is not a valid email address.', 'bd79c0ab-ddba-46cc-a703-a7a4b08de310'];
const URL: Wrong = ['This value is not a valid URL.', '57c2f299-1154-4870-89bb-ef3b1f5ad229'];
const PATTERN: Wrong = ['This value is not valid.', 'de1e3db3-5ed4-4941-aae4-59f3667cc3a3'];
const CHOICE: Wrong = [
  'The value you selected is not a valid choice.',
  '8e179f1b-97aa-4560-a02f-2a8b42e49df7',
];
const NEGATIVE: Wrong = [
  'This value should be either positive or zero.',
  'ea4e51d1-3342-48bd-87f1-9e672cd90cad',
];
const TWO_LETTERS: Wrong = [
  'This value should have exactly 2 characters.',
  '4b6f5c76-22b4-409d-af16-fbe823ba9332',
];
const USED: Wrong = ['This value is already used.', '23bd9dbf-6b9b-41cd-a99e-4844bcf3077f'];
const tooLong = (limit: number): Wrong => [
  `This value is too long. It should have ${limit} characters or less.`,
  'd94b19cc-114f-4f44-9cc4-4138e80a87b9',
];
const tooShort = (limit: number): Wrong => [
  `This value is too short. It should have ${limit} characters or more.`,
  '9ff3fdc4-b214-49db-8718-39c315e33d45',
];
const tooMany = (limit: number): Wrong => [
  `This collection should contain ${limit} elements or less.`,
  '756b1212-697c-468d-a9ad-50dd783bb169',
];
const outside = (min: number, max: number): Wrong => [
  `This value should be between ${min} and ${max}.`,
  '04b91c99-a946-4221-afc5-e65ebac401eb',
];
const notAvailable = (available: number): Wrong => [
  `This value should be ${available} or less: no more of the order item is available.`,
  '5a0f3a0e-5a53-4e0e-9a57-0a4f2a6d7c11',
];

interface Told {
  readonly propertyPath: string;
  readonly message: string;
  readonly code: string;
  readonly payload?: object;
}

const told = (propertyPath: string, [message, code]: Wrong, payload?: object): Told => ({
  propertyPath,
  message,
  code,
  ...(payload ? { payload } : {}),
});

function expectViolations({ status, headers, body }: Answer, violations: readonly Told[]): void {
  expect({ status, body }).toEqual({
    status: 400,
    body: {
      '@context': '/contexts/ConstraintViolationList',
      '@type': 'ConstraintViolationList',
      'hydra:title': 'An error occurred',
      'hydra:description': violations.map((each) => `${each.propertyPath}: ${each.message}`).join('\n'),
      violations,
    },
  });
  expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
}

/** Fields that a POST cannot do without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Team: ['name'],
  Workspace: ['team', 'title'],
  Order: ['workspace', 'orderNumber'],
  OrderItem: ['order'],
  Shipment: ['workspace'],
  ShipmentItem: ['shipment', 'orderItem'],
  Status: ['code', 'workspace'],
  Workflow: ['title', 'type', 'workspace'],
  TrackingPage: ['title', 'workspace', 'subdomain'],
  Product: ['team'],
  ProductVariant: ['team', 'sku'],
  OauthClient: ['name'],
  Note: ['workspace', 'entity', 'entityId', 'comment'],
  SavedView: ['workspace', 'name'],
  MessageSettings: ['workspace'],
  MessageRule: ['workspace', 'event'],
  MessageTemplate: ['workspace', 'event', 'text'],
  Suppression: ['workspace', 'address'],
};

/** A value of a field, and what is wrong with it; `postOnly` where PUT ignores the field. */
type Case = readonly [field: string, value: unknown, path: string, wrong: Wrong, when?: 'postOnly'];

const addressCases = (field: string): readonly Case[] => [
  [field, { countryIso2: 'AUT' }, `${field}.countryIso2`, TWO_LETTERS],
  [field, { countryIso2: 'A' }, `${field}.countryIso2`, TWO_LETTERS],
  [field, { countryIso2: 'A1' }, `${field}.countryIso2`, PATTERN],
  [field, { city: 'a'.repeat(256) }, `${field}.city`, tooLong(255)],
  [field, { country: 'a'.repeat(256) }, `${field}.country`, tooLong(255)],
];

const longUrl = `https://example.com/${'a'.repeat(2048)}`;

const CASES: Readonly<Record<string, readonly Case[]>> = {
  Team: [
    ['name', null, 'name', BLANK],
    ['name', '', 'name', BLANK],
    ['name', 'abc', 'name', tooShort(4)],
    ['name', 'a'.repeat(256), 'name', tooLong(255)],
    ['name', 'my <team>', 'name', PATTERN],
    ['name', 'Zürich', 'name', PATTERN],
  ],
  Workspace: [
    ['title', '', 'title', BLANK],
    ['title', 'a'.repeat(256), 'title', tooLong(255)],
    ['title', 'my.shop', 'title', PATTERN],
    ['team', null, 'team', BLANK, 'postOnly'],
    ['team', {}, 'team.name', BLANK, 'postOnly'],
    ['team', { name: 'abc' }, 'team.name', tooShort(4), 'postOnly'],
    ['defaultTrackingPage', { title: '', subdomain: 'abc-1' }, 'defaultTrackingPage.title', BLANK],
    ['defaultTrackingPage', { title: 'x', subdomain: 'not_so' }, 'defaultTrackingPage.subdomain', PATTERN],
  ],
  Order: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['orderNumber', null, 'orderNumber', BLANK, 'postOnly'],
    ['orderNumber', '', 'orderNumber', BLANK, 'postOnly'],
    ['orderNumber', 'a'.repeat(256), 'orderNumber', tooLong(255), 'postOnly'],
    ['externalSourceSyncId', 'a'.repeat(256), 'externalSourceSyncId', tooLong(255), 'postOnly'],
    ['externalSourceUrl', 'example', 'externalSourceUrl', URL, 'postOnly'],
    ['externalSourceUrl', 'javascript:alert(1)', 'externalSourceUrl', URL, 'postOnly'],
    ['externalSourceUrl', longUrl, 'externalSourceUrl', tooLong(2048), 'postOnly'],
    ['orderType', 'gift', 'orderType', CHOICE, 'postOnly'],
    ['subtotal', 'abc', 'subtotal', PATTERN],
    ['subtotal', '1.23456', 'subtotal', PATTERN],
    ['total', '1,50', 'total', PATTERN],
    ['total', '100000000000', 'total', PATTERN],
    ['total', 1e300, 'total', PATTERN],
    ['currency', 'U$D', 'currency', PATTERN],
    ['currency', 'EUROS-AND-CENTS', 'currency', tooLong(10)],
    ['email', 'nobody', 'email', EMAIL],
    ['email', `${'a'.repeat(990)}@example.com`, 'email', tooLong(1000)],
    ['phoneNumber', '1'.repeat(256), 'phoneNumber', tooLong(255)],
    ['orderStatus', {}, 'orderStatus.code', BLANK],
    ['orderStatus', { code: '', title: 'New' }, 'orderStatus.code', BLANK],
    ['orderStatus', { code: 'a'.repeat(101) }, 'orderStatus.code', tooLong(100)],
    ['orderStatus', { code: 'a', title: 'a'.repeat(256) }, 'orderStatus.title', tooLong(255)],
    ...addressCases('shippingAddress'),
    ...addressCases('billingAddress'),
  ],
  OrderItem: [
    ['order', null, 'order', BLANK, 'postOnly'],
    ['productName', 'a'.repeat(256), 'productName', tooLong(255)],
    ['productSku', 'a'.repeat(256), 'productSku', tooLong(255)],
    ['qty', -1, 'qty', NEGATIVE],
    ['qty', 2_147_483_648, 'qty', outside(0, 2_147_483_647)],
    ['qty', 1e300, 'qty', outside(0, 2_147_483_647)],
    ['refundedQty', -1, 'refundedQty', NEGATIVE],
    ['fulfilledQty', -1, 'fulfilledQty', NEGATIVE],
    ['fulfilledQty', 2_147_483_648, 'fulfilledQty', outside(0, 2_147_483_647)],
    ['price', 'free', 'price', PATTERN],
    ['price', '0x10', 'price', PATTERN],
    ['rowTotal', '1.00001', 'rowTotal', PATTERN],
    ['externalProductId', 'a'.repeat(256), 'externalProductId', tooLong(255)],
    ['imageUrl', 'ftp://example.com/a.png', 'imageUrl', URL],
    ['imageUrl', longUrl, 'imageUrl', tooLong(2048)],
  ],
  Shipment: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['trackingNumber', 'TN#1', 'trackingNumber', PATTERN],
    ['trackingNumber', 'A B', 'trackingNumber', PATTERN],
    ['trackingNumber', 'Ä1', 'trackingNumber', PATTERN],
    ['trackingNumber', 'A'.repeat(101), 'trackingNumber', tooLong(100)],
    ['originCarrier', 'Nobody & Sons', 'originCarrier', PATTERN],
    ['originCarrier', 'a'.repeat(101), 'originCarrier', tooLong(100)],
    ['email', 'nobody', 'email', EMAIL],
    ['email', `${'a'.repeat(245)}@example.com`, 'email', tooLong(255)],
    ['phoneNumber', '1'.repeat(256), 'phoneNumber', tooLong(255)],
    ['orderNumbers', ['A', 'a'.repeat(256)], 'orderNumbers[1]', tooLong(255)],
    ['orderNumbers', Array.from({ length: 101 }, (_, index) => `N${index}`), 'orderNumbers', tooMany(100)],
    ['shipmentStatus', {}, 'shipmentStatus.code', BLANK],
    ['shipmentItems', [{ qty: 1 }], 'shipmentItems[0].orderItem', BLANK],
    ['shipmentItems', { 1001: { qty: 1 } }, 'shipmentItems[0].orderItem', BLANK],
    ...addressCases('address'),
  ],
  ShipmentItem: [
    ['shipment', null, 'shipment', BLANK, 'postOnly'],
    ['shipment', {}, 'shipment.workspace', BLANK, 'postOnly'],
    ['orderItem', null, 'orderItem', BLANK],
    ['qty', -1, 'qty', NEGATIVE],
    ['qty', 2_147_483_648, 'qty', outside(0, 2_147_483_647)],
    ['fulfillmentSyncId', 'a'.repeat(256), 'fulfillmentSyncId', tooLong(255), 'postOnly'],
  ],
  Note: [
    ['workspace', null, 'workspace', BLANK],
    ['entity', '', 'entity', BLANK],
    ['entity', 'teams', 'entity', CHOICE],
    ['entityId', '', 'entityId', BLANK],
    ['entityId', 'nonsense', 'entityId', PATTERN],
    ['comment', null, 'comment', BLANK],
    ['comment', 'a'.repeat(10_001), 'comment', tooLong(10_000)],
  ],
  SavedView: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['entity', 'teams', 'entity', CHOICE, 'postOnly'],
    ['name', '', 'name', BLANK],
    ['name', 'a'.repeat(101), 'name', tooLong(100)],
    ['query', 'a'.repeat(16_001), 'query', tooLong(16_000)],
  ],
  MessageSettings: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['senderName', 'a'.repeat(101), 'senderName', tooLong(100)],
    ['senderName', 'a <eve@example.com>', 'senderName', PATTERN],
    ['language', 'xx', 'language', CHOICE],
    ['timeZone', 'Mars/Olympus', 'timeZone', PATTERN],
    ['quietFrom', '25:00', 'quietFrom', PATTERN],
    ['maxPerDay', 51, 'maxPerDay', outside(1, 50)],
    ['maxAgeHours', 169, 'maxAgeHours', outside(1, 168)],
  ],
  MessageRule: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['event', 'lost', 'event', CHOICE, 'postOnly'],
    ['channel', 'pigeon', 'channel', CHOICE, 'postOnly'],
    ['delayMinutes', 86_401, 'delayMinutes', outside(0, 86_400)],
  ],
  MessageTemplate: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['language', 'xx', 'language', CHOICE, 'postOnly'],
    ['subject', 'a'.repeat(256), 'subject', tooLong(255)],
  ],
  Suppression: [
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['channel', 'pigeon', 'channel', CHOICE, 'postOnly'],
  ],
  OauthClient: [
    ['name', '', 'name', BLANK, 'postOnly'],
    ['name', 'a'.repeat(256), 'name', tooLong(255), 'postOnly'],
    ['scopes', ['read', 'tracking:write'], 'scopes[1]', CHOICE, 'postOnly'],
    ['redirectUris', ['http://client.example'], 'redirectUris[0]', URL, 'postOnly'],
  ],
  Status: [
    ['code', '', 'code', BLANK],
    ['code', 'a'.repeat(101), 'code', tooLong(100)],
    ['title', 'a'.repeat(256), 'title', tooLong(255)],
    ['description', 'a'.repeat(1001), 'description', tooLong(1000)],
    ['entity', 'carriers', 'entity', CHOICE, 'postOnly'],
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
  ],
  Workflow: [
    ['title', null, 'title', BLANK],
    ['title', 'a'.repeat(256), 'title', tooLong(255)],
    ['type', '', 'type', BLANK],
    ['type', 'no such type', 'type', PATTERN],
    ['period', 'now!', 'period', PATTERN],
    ['period', 'a'.repeat(41), 'period', tooLong(40)],
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
  ],
  TrackingPage: [
    ['title', null, 'title', BLANK],
    ['title', 'a'.repeat(256), 'title', tooLong(255)],
    ['workspace', null, 'workspace', BLANK, 'postOnly'],
    ['subdomain', '', 'subdomain', BLANK],
    ['subdomain', 'a', 'subdomain', PATTERN],
    ['subdomain', '-abc', 'subdomain', PATTERN],
    ['subdomain', 'a.b', 'subdomain', PATTERN],
    ['subdomain', 'a'.repeat(64), 'subdomain', tooLong(63)],
    ['builder', { rows: ['a'.repeat(65_536)] }, 'builder', tooLong(65_535)],
  ],
  Product: [
    ['team', null, 'team', BLANK, 'postOnly'],
    ['name', 'a'.repeat(256), 'name', tooLong(255)],
    ['sku', 'a'.repeat(256), 'sku', tooLong(255)],
    ['originUrl', 'example', 'originUrl', URL],
    ['imageUrl', 'http://', 'imageUrl', URL],
  ],
  ProductVariant: [
    ['team', null, 'team', BLANK, 'postOnly'],
    ['sku', '', 'sku', BLANK, 'postOnly'],
    ['imageUrl', 'example', 'imageUrl', URL],
    ['price', 1e16, 'price', outside(-1e15, 1e15)],
    ['price', -1e16, 'price', outside(-1e15, 1e15)],
  ],
};

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text;
};

const statusesOf = (answers: readonly Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

/** The text fields that take any text, with the longest one that they take; those of objects with their path. */
/** Texts that have a form of their own: templates, and the address of a suppression. */
const READ_AS = new Set(['mjml', 'text', 'subject', 'address']);

function freeTexts(fields: Iterable<readonly [name: string, field: Field]>): [path: string[], max: number][] {
  return [...fields].flatMap(([name, { groups, parts, schema, write }]): [string[], number][] => {
    if (parts) return freeTexts(parts).map(([path, max]) => [[name, ...path], max]);
    const { type, maxLength, pattern, format, enum: choices } = schema;
    const isFree =
      type === 'string' && maxLength !== undefined && !pattern && !format && !choices && !READ_AS.has(name);
    return isFree && write && groups.has('post') ? [[[name], maxLength]] : [];
  });
}

onEachApi((api) => {
  let tenant: TenantClient;
  let world: OneOfEach;
  /** The same tenant's other workspace. */
  let second: OneOfEach;

  beforeAll(async () => {
    tenant = await api.tenant(['Main', 'Second']);
    world = await makeOneOfEach(api, tenant);
    second = await makeOneOfEach(api, tenant, `/workspaces/${tenant.workspaces[1]?.id}`);
  });

  /** A body that is accepted, changed. */
  const changed = (name: string, change: object): Body => ({ ...bodies(world)[name], ...change });
  const pathOf = (name: string): string => `/${resourceNamed(name).path}`;
  const iriOf = (name: string): string => world[name]['@id'] as string;
  const post = (name: string, change: object): Promise<Answer> =>
    tenant.post(pathOf(name), changed(name, change));
  const make = (name: string, change: object): Promise<Body> =>
    tenant.make(pathOf(name), changed(name, change));

  it('answers POST /shipments with a JSON list by exactly one violation', async () => {
    expectViolations(await tenant.post('/shipments', '[]'), [told('workspace', BLANK)]);
    const plain = await tenant.post('/shipments', '[]', { accept: 'application/json' });
    expect(plain.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(plain.body).toEqual({
      type: 'about:blank',
      title: 'An error occurred',
      status: 400,
      detail: 'workspace: This value should not be blank.',
      violations: [told('workspace', BLANK)],
    });
  });

  it('knows the validations of every resource', () => {
    const posted = resources.filter(({ operations }) => operations.includes('post'));
    expect(Object.keys(CASES).sort()).toEqual(posted.map(({ name }) => name).sort());
    expect(Object.keys(REQUIRED).sort()).toEqual(posted.map(({ name }) => name).sort());
  });

  it.each(Object.entries(REQUIRED))('asks for the required fields of a %s', async (name, fields) => {
    const before = await allRows(api.db());
    const blanks = fields.map((field) => told(field, BLANK));
    for (const body of ['{}', '[]', JSON.stringify({ unknown: 1, id: 'x' })]) {
      expectViolations(await tenant.post(pathOf(name), body), blanks);
    }
    expect(await allRows(api.db())).toEqual(before);
  });

  describe.each(Object.entries(CASES))('a %s', (name, cases) => {
    it.each(cases.map((each) => [each[2], shown(each[1]), each] as const))(
      'is refused for its %s of %s',
      async (_path, _value, [field, value, path, wrong, when]) => {
        const before = await allRows(api.db());
        const sent = { [field]: value };
        expectViolations(await post(name, sent), [told(path, wrong)]);
        const put = await tenant.put(iriOf(name), sent);
        const isPut = resourceNamed(name).operations.includes('put');
        if (!isPut) expect(put.status).toBe(405);
        else if (when === 'postOnly') expect(put.status).toBe(200);
        else expectViolations(put, [told(path, wrong)]);
        expect(await allRows(api.db())).toEqual(before);
      },
    );
  });

  it('tells all violations of a body at once, a line each, in the order of the fields', async () => {
    const answer = await post('Order', {
      workspace: null,
      email: 'nobody',
      total: 'abc',
      shippingAddress: { city: 'a'.repeat(256), countryIso2: 'AUT' },
    });
    expectViolations(answer, [
      told('workspace', BLANK),
      told('total', PATTERN),
      told('email', EMAIL),
      told('shippingAddress.city', tooLong(255)),
      told('shippingAddress.countryIso2', TWO_LETTERS),
    ]);
  });

  it('takes empty text where clients send it for nothing', async () => {
    const address = Object.fromEntries(Object.keys(world.Order.shippingAddress).map((key) => [key, '']));
    const order = await make('Order', {
      email: '',
      phoneNumber: '',
      shippingAddress: { ...address, '@type': 'Address' },
      externalSourceUrl: '',
      currency: '',
    });
    expect(order).toMatchObject({ email: '', phoneNumber: '', shippingAddress: { city: '' } });
    const item = await make('OrderItem', { price: '', rowTotal: '', productOptions: [], imageUrl: '' });
    expect(item).toMatchObject({ price: null, rowTotal: null, productOptions: {} });
    const shipment = await make('Shipment', { trackingNumber: '', originCarrier: '', email: '' });
    expect(shipment).toMatchObject({ trackingNumber: null, originCarrier: null, email: '' });
  });

  describe('quantities', () => {
    it('of a shipment item are at most what is available', async () => {
      const orderItem = await make('OrderItem', { qty: 5 });
      const sent = { orderItem: orderItem['@id'], qty: 4 };
      const item = await make('ShipmentItem', sent);
      const before = await allRows(api.db());
      expectViolations(await post('ShipmentItem', { ...sent, qty: 2 }), [
        told('qty', notAvailable(1), { availableQty: 1 }),
      ]);
      expectViolations(await tenant.put(item['@id'] as string, { qty: 6 }), [
        told('qty', notAvailable(5), { availableQty: 5 }),
      ]);
      expect(await allRows(api.db())).toEqual(before);
      expect((await tenant.put(item['@id'] as string, { qty: 4 })).status).toBe(200);
      expect((await tenant.put(item['@id'] as string, { qty: 5 })).status).toBe(200);
    });

    it('of items embedded in a shipment are told with their place in the list', async () => {
      const orderItem = await make('OrderItem', { qty: 5 });
      const element = (qty: number): object => ({ orderItem: orderItem['@id'], qty });
      const before = await allRows(api.db());
      expectViolations(await post('Shipment', { shipmentItems: [element(6)] }), [
        told('shipmentItems[0].qty', notAvailable(5), { availableQty: 5 }),
      ]);
      expectViolations(await post('Shipment', { shipmentItems: [element(3), element(3)] }), [
        told('shipmentItems[1].qty', notAvailable(2), { availableQty: 2 }),
      ]);
      expectViolations(await post('Shipment', { shipmentItems: [element(1), element(-1)] }), [
        told('shipmentItems[1].qty', NEGATIVE),
      ]);
      expectViolations(await post('Shipment', { shipmentItems: { 1001: element(1), 1002: element(5) } }), [
        told('shipmentItems[1].qty', notAvailable(4), { availableQty: 4 }),
      ]);
      expectViolations(await tenant.put(iriOf('Shipment'), { shipmentItems: [element(6)] }), [
        told('shipmentItems[0].qty', notAvailable(5), { availableQty: 5 }),
      ]);
      expectViolations(
        await tenant.post('/shipment_items', {
          ...element(1),
          shipment: { workspace: tenant.workspace, email: 'nobody' },
        }),
        [told('shipment.email', EMAIL)],
      );
      expect(await allRows(api.db())).toEqual(before);
    });

    it('of an order item stay above what is in shipments and what is fulfilled', async () => {
      const orderItem = await make('OrderItem', { qty: 5 });
      await make('ShipmentItem', { orderItem: orderItem['@id'], qty: 3 });
      const code = '0d5c3f5e-8c53-4b0c-8d0f-6b1f2a9e4d27';
      const iri = orderItem['@id'] as string;
      const before = await allRows(api.db());
      expectViolations(await tenant.put(iri, { fulfilledQty: 2 }), [
        told('fulfilledQty', ['This value should be 3 or more: so many are in shipments.', code], {
          shippedQty: 3,
        }),
      ]);
      expectViolations(await tenant.put(iri, { qty: 2 }), [
        told('qty', ['This value should be 3 or more: so many are fulfilled.', code], { fulfilledQty: 3 }),
      ]);
      expectViolations(await post('OrderItem', { qty: 1, fulfilledQty: 2 }), [
        told('qty', ['This value should be 2 or more: so many are fulfilled.', code], { fulfilledQty: 2 }),
      ]);
      expect(await allRows(api.db())).toEqual(before);
      expect((await tenant.put(iri, { qty: 3, fulfilledQty: 3 })).status).toBe(200);
    });
  });

  describe('tracking numbers', () => {
    const EXISTS: Wrong = ['Shipment with this tracking number already exists', USED[1]];
    const SAME: Wrong = [
      `${EXISTS[0]}. It seems that you are trying to add the same tracking number to two different shipments`,
      USED[1],
    ];

    it('are unique in a workspace, in any case and with any blanks around them', async () => {
      const trackingNumber = `tn${unique()}`;
      const shipment = await make('Shipment', { trackingNumber });
      expect(shipment.trackingNumber).toBe(trackingNumber.toUpperCase());
      const before = await allRows(api.db());
      for (const same of [trackingNumber, trackingNumber.toUpperCase(), ` ${trackingNumber}\n`]) {
        expectViolations(await post('Shipment', { trackingNumber: same }), [told('trackingNumber', EXISTS)]);
        expectViolations(await tenant.put(iriOf('Shipment'), { trackingNumber: same }), [
          told('trackingNumber', SAME),
        ]);
      }
      expect(await allRows(api.db())).toEqual(before);
      expect((await tenant.put(shipment['@id'] as string, { trackingNumber })).status).toBe(200);
    });

    it('may be the same in another workspace and for another tenant', async () => {
      const { trackingNumber } = world.Shipment;
      await tenant.make('/shipments', { workspace: second.Workspace['@id'], trackingNumber });
      const stranger = await api.tenant();
      await stranger.make('/shipments', { workspace: stranger.workspace, trackingNumber });
    });

    it('are free again when the shipment is deleted or has another one', async () => {
      const trackingNumber = unique();
      const first = await make('Shipment', { trackingNumber });
      expect((await tenant.delete(first['@id'] as string)).status).toBe(204);
      const next = await make('Shipment', { trackingNumber });
      await tenant.put(next['@id'] as string, { trackingNumber: unique(), email: '' });
      const last = await make('Shipment', { trackingNumber });
      await tenant.put(last['@id'] as string, { trackingNumber: null });
      await make('Shipment', { trackingNumber });
    });

    it('may be missing in any number of shipments', async () => {
      for (const trackingNumber of [null, '', undefined, null, ' '])
        await make('Shipment', { trackingNumber });
    });

    it('are given to one of twenty that ask for them at the same time', async () => {
      const trackingNumber = unique();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post('Shipment', { trackingNumber })),
      );
      expect(statusesOf(answers)).toEqual({ 201: 1, 400: 19 });
      for (const answer of answers.filter(({ status }) => status === 400)) {
        expectViolations(answer, [told('trackingNumber', EXISTS)]);
      }
      const { body } = await tenant.get(`/shipments?trackingNumber=${trackingNumber}`);
      expect(body['hydra:totalItems']).toBe(1);
    });

    it('are given to one of twenty shipments that change to them at the same time', async () => {
      const shipments = await Promise.all(
        Array.from({ length: 20 }, () => make('Shipment', { trackingNumber: null })),
      );
      const trackingNumber = unique();
      const answers = await Promise.all(
        shipments.map((each) => tenant.put(each['@id'] as string, { trackingNumber })),
      );
      expect(statusesOf(answers)).toEqual({ 200: 1, 400: 19 });
      for (const answer of answers.filter(({ status }) => status === 400)) {
        expectViolations(answer, [told('trackingNumber', SAME)]);
      }
    });
  });

  const synchronised = ['Order', 'OrderItem', 'Shipment', 'ShipmentItem', 'Product', 'ProductVariant'];

  describe.each(synchronised)('the external source of a %s', (name) => {
    const key = (): { externalSourceIntegration: string; externalSourceSyncId: string } => ({
      externalSourceIntegration: iriOf('Workflow'),
      externalSourceSyncId: unique(),
    });
    /** As bodies of many shipments, order items and shipment items of the same parents need it. */
    const free = (): object => ({ trackingNumber: null, fulfillmentSyncId: null, qty: 0 });

    it('is unique as a pair of integration and id', async () => {
      const pair = key();
      await make(name, { ...free(), ...pair });
      const before = await allRows(api.db());
      const { externalSourceSyncId } = pair;
      for (const same of [externalSourceSyncId, ` ${externalSourceSyncId} `]) {
        expectViolations(await post(name, { ...free(), ...pair, externalSourceSyncId: same }), [
          told('externalSourceSyncId', USED),
        ]);
      }
      expect(await allRows(api.db())).toEqual(before);
      const other = await make('Workflow', {});
      await make(name, { ...free(), ...pair, externalSourceIntegration: other['@id'] });
      await make(name, { ...free(), ...pair, externalSourceSyncId: externalSourceSyncId.toUpperCase() });
    });

    it('is not unique where one of the pair is missing', async () => {
      const { externalSourceIntegration, externalSourceSyncId } = key();
      for (let count = 0; count < 3; count++) {
        await make(name, { ...free(), externalSourceIntegration: null, externalSourceSyncId });
        await make(name, { ...free(), externalSourceIntegration, externalSourceSyncId: null });
      }
    });

    it('is free again, and no longer found, when its owner is deleted', async () => {
      const pair = key();
      const first = await make(name, { ...free(), ...pair });
      const { externalSourceIntegration, externalSourceSyncId } = pair;
      const query = new URLSearchParams({ externalSourceIntegration, externalSourceSyncId }).toString();
      const found = async (): Promise<string[]> => {
        const { body } = await tenant.get(`${pathOf(name)}?${query}&itemsPerPage=1`);
        return body['hydra:member'].map((member: Body) => member['@id'] as string);
      };
      const isFilter = resourceNamed(name).undocumentedFilters.some(({ paths }) =>
        paths.includes('externalSourceSyncId'),
      );
      if (isFilter) expect(await found()).toEqual([first['@id']]);
      expect((await tenant.delete(first['@id'] as string)).status).toBe(204);
      if (isFilter) expect(await found()).toEqual([]);
      const next = await make(name, { ...free(), ...pair });
      if (isFilter) expect(await found()).toEqual([next['@id']]);
    });

    it('is given to one of twenty that ask for it at the same time', async () => {
      const pair = key();
      const answers = await Promise.all(Array.from({ length: 20 }, () => post(name, { ...free(), ...pair })));
      expect(statusesOf(answers)).toEqual({ 201: 1, 400: 19 });
      for (const answer of answers.filter(({ status }) => status === 400)) {
        expectViolations(answer, [told('externalSourceSyncId', USED)]);
      }
    });
  });

  describe('the code of a status', () => {
    it('is unique for its entity in its workspace, in any case', async () => {
      const code = `Code ${unique()}`;
      await make('Status', { code });
      const other = await make('Status', {});
      const before = await allRows(api.db());
      for (const same of [code, code.toUpperCase(), code.toLowerCase()]) {
        expectViolations(await post('Status', { code: same }), [told('code', USED)]);
        expectViolations(await tenant.put(other['@id'] as string, { code: same }), [told('code', USED)]);
      }
      expect(await allRows(api.db())).toEqual(before);
      await make('Status', { code, entity: 'shipments' });
      await make('Status', { code, workspace: second.Workspace['@id'] });
    });

    it('is free again when the status is deleted', async () => {
      const code = unique();
      const status = await make('Status', { code });
      expect((await tenant.delete(status['@id'] as string)).status).toBe(204);
      await make('Status', { code });
    });

    it('is given to one of twenty statuses that are made at the same time', async () => {
      const code = unique();
      const answers = await Promise.all(Array.from({ length: 20 }, () => post('Status', { code })));
      expect(statusesOf(answers)).toEqual({ 201: 1, 400: 19 });
    });

    it('leads twenty orders that bring it at the same time to one status', async () => {
      const code = unique();
      const orders = await Promise.all(
        Array.from({ length: 20 }, () => make('Order', { orderStatus: { code, title: 'New' } })),
      );
      expect(new Set(orders.map((order) => order.orderStatus.id as string)).size).toBe(1);
    });
  });

  describe('the subdomain of a tracking page', () => {
    it('is unique everywhere, in any case', async () => {
      const subdomain = unique();
      await make('TrackingPage', { subdomain });
      const stranger = await api.tenant();
      const page = { workspace: stranger.workspace, title: 'x', subdomain: subdomain.toUpperCase() };
      const other = await make('TrackingPage', {});
      const before = await allRows(api.db());
      expectViolations(await stranger.post('/tracking_pages', page), [told('subdomain', USED)]);
      expectViolations(await tenant.put(other['@id'] as string, { subdomain }), [told('subdomain', USED)]);
      expectViolations(
        await tenant.post('/workspaces', {
          title: 'New',
          team: { name: 'New team' },
          defaultTrackingPage: { title: 'x', subdomain },
        }),
        [told('defaultTrackingPage.subdomain', USED)],
      );
      expect(await allRows(api.db())).toEqual(before);
    });

    it('is free again when the page is deleted', async () => {
      const subdomain = unique();
      const page = await make('TrackingPage', { subdomain });
      expect((await tenant.delete(page['@id'] as string)).status).toBe(204);
      await make('TrackingPage', { subdomain });
    });

    it('is given to one of twenty pages that are made at the same time', async () => {
      const subdomain = unique();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post('TrackingPage', { subdomain })),
      );
      expect(statusesOf(answers)).toEqual({ 201: 1, 400: 19 });
    });
  });

  describe('the order numbers of a shipment', () => {
    /** A hundred different numbers of so many characters. */
    const numbers = (letter: string, length: number, count = 100): string[] =>
      Array.from(
        { length: count },
        (_, index) => `${String(index).padStart(3, '0')}${letter.repeat(length - 3)}`,
      );

    it('may be a hundred in their full length', async () => {
      const orderNumbers = numbers('A', 255);
      const shipment = await make('Shipment', { orderNumbers, orders: [] });
      expect(shipment.orderNumbers).toEqual(orderNumbers);
      const last = encodeURIComponent(orderNumbers[99] ?? '');
      const found = await tenant.get(`/shipments?orderNumbers=${last.toLowerCase()}`);
      expect(found.body['hydra:member']).toMatchObject([{ '@id': shipment['@id'] }]);
    });

    it('may have 255 characters in any script', async () => {
      for (const letter of ['中', '😀']) {
        const orderNumbers = numbers(letter, 255, 10);
        const shipment = await make('Shipment', { orderNumbers, orders: [] });
        expect(shipment.orderNumbers).toEqual(orderNumbers);
      }
    });

    it.each(['中', '😀', 'ß'])(
      'are refused where a hundred of them take too much room: %s',
      async (letter) => {
        const before = await allRows(api.db());
        const answer = await post('Shipment', { orderNumbers: numbers(letter, 255), orders: [] });
        expect(answer.status).toBe(400);
        expect(answer.body.violations[0].propertyPath).toMatch(/^orderNumbers/);
        expect(await allRows(api.db())).toEqual(before);
      },
    );

    it('take in the number of an order in its full length, in any script', async () => {
      for (const letter of ['a', '中', '😀']) {
        const order = await make('Order', { orderNumber: letter.repeat(255) });
        const shipment = await make('Shipment', { orders: [order['@id']], orderNumbers: [] });
        const other = await make('Shipment', { orders: [], orderNumbers: [] });
        const shipments = [shipment['@id'], other['@id']];
        const put = await tenant.put(order['@id'] as string, { shipments });
        expect({ letter, status: put.status }).toEqual({ letter, status: 200 });
        const number = encodeURIComponent(letter.repeat(255));
        const found = await tenant.get(`/shipments?orderNumbers=${number}`);
        expect({ letter, total: found.body['hydra:totalItems'] }).toEqual({ letter, total: 2 });
      }
    });

    it('refuse an order whose number in capitals is too long', async () => {
      const order = await make('Order', { orderNumber: 'ß'.repeat(255) });
      const before = await allRows(api.db());
      const wrong = [told('orderNumbers[0]', tooLong(255))];
      expectViolations(await post('Shipment', { orders: [order['@id']], orderNumbers: [] }), wrong);
      const sent = { orders: [order['@id']], orderNumbers: [] };
      expectViolations(await tenant.put(iriOf('Shipment'), sent), wrong);
      const put = await tenant.put(order['@id'] as string, { shipments: [iriOf('Shipment')] });
      expectViolations(put, [told('shipments', tooLong(255))]);
      expect(await allRows(api.db())).toEqual(before);
    });

    it('are at most a hundred, also with those of its orders', async () => {
      const orders = [await make('Order', {}), await make('Order', {})].map((each) => each['@id'] as string);
      const [order = ''] = orders;
      const full = await make('Shipment', { orderNumbers: numbers('A', 10), orders: [] });
      const before = await allRows(api.db());
      const wrong = [told('orderNumbers', tooMany(100))];
      expectViolations(await post('Shipment', { orderNumbers: numbers('A', 10, 99), orders }), wrong);
      expectViolations(await tenant.put(full['@id'] as string, { orders: [order] }), wrong);
      const put = await tenant.put(order, { shipments: [full['@id']] });
      expectViolations(put, [told('shipments', tooMany(100))]);
      expect(await allRows(api.db())).toEqual(before);
    });
  });

  it.each([
    ['Order', 'a list of a hundred thousand shipments', { shipments: Array(100_000).fill('') }],
    ['Workflow', 'e-mail addresses of 64 KiB', { notificationEmails: ['中'.repeat(60_000)] }],
    ['OrderItem', 'options of 64 KiB', { productOptions: { a: '中'.repeat(60_000) } }],
    ['TrackingPage', 'a builder of 64 KiB', { builder: { a: '中'.repeat(60_000) } }],
  ])('refuses a %s with %s on every database', async (name, _what, change) => {
    const before = await allRows(api.db());
    expect((await post(name, change)).status).toBe(400);
    expect((await tenant.put(iriOf(name), change)).status).toBe(400);
    expect(await allRows(api.db())).toEqual(before);
  });

  it.each(Object.keys(CASES))(
    'a %s may have every free text in its full length, in any script',
    async (name) => {
      for (const [path, max] of freeTexts(resourceNamed(name).fields)) {
        const [top = '', part] = path;
        const withText = async (text: string): Promise<Answer> =>
          post(name, {
            ...(await roomFor(name, world, tenant)),
            [top]: part === undefined ? text : { [part]: text },
            ...(name === 'ShipmentItem' ? { qty: 0 } : {}),
          });
        for (const letter of ['a', 'ß', '😀', 'ﷺ']) {
          const text = letter.repeat(max);
          const { status, body } = await withText(text);
          const kept = path.reduce((value: Body, key) => value[key], body) as string;
          // what nobody reads again has a mask in its place
          const isSealed = name === 'Workflow' && ['password', 'token'].includes(top);
          const shown = isSealed ? '********' : text;
          expect({ path, letter, status, kept }).toEqual({ path, letter, status: 201, kept: shown });
          expectViolations(await withText(text + letter), [told(path.join('.'), tooLong(max))]);
        }
      }
    },
  );
});
