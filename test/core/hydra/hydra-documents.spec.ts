import { beforeAll, describe, expect, it } from '@jest/globals';
import { HydraDocuments } from '../../../src/core/hydra/documents.js';
import type { Field } from '../../../src/core/metadata/field.js';
import type { Resource } from '../../../src/core/metadata/resource.js';
import { resources } from '../../../src/app/resources.js';
import { staticResources } from '../../../src/app/static-resources.js';
import { type Body, onEachApi, type TenantClient } from '../../support/api.js';
import { expand, irisIn, lost, type Node } from '../../support/json-ld.js';
import { makeOneOfEach, type OneOfEach } from '../../support/one-of-each.js';
import { publicUrl } from '../../support/public-url.js';

const proxy = publicUrl();

const HYDRA = 'http://www.w3.org/ns/hydra/core#';
const LISTED = resources.filter((resource) => resource.operations.includes('list'));
const FOUND = [...LISTED, ...staticResources];
const visible = (resource: Resource): Field[] =>
  [...resource.fields.values()].filter((field) => field.groups.size > 0);

it('stops the start when a relation leads to a resource that is not registered', () => {
  const some = resources.filter(({ name }) => name !== 'Product');
  expect(() => new HydraDocuments(some, 'https://waybill.example')).toThrow(
    'OrderItem: "product" leads to #Product, which is not registered.',
  );
});

onEachApi((api) => {
  let tenant: TenantClient;
  let have: OneOfEach;
  let docs: Body;

  beforeAll(async () => {
    proxy.forwardTo(api.url());
    tenant = await api.tenant();
    have = await makeOneOfEach(api, tenant);
    docs = (await api.anonymous().get('/docs.jsonld')).body;
  });

  const classNamed = (name: string): Body =>
    docs['hydra:supportedClass'].find((each: Body) => each['@id'] === `#${name}`);
  const propertyOf = (owner: string, name: string): Body =>
    classNamed(owner)['hydra:supportedProperty'].find((each: Body) => each['hydra:title'] === name);
  const methodsOf = (operations: Body[]): string[] => operations.map((each) => each['hydra:method']);

  describe('the documents', () => {
    const paths = ['/', '/contexts/Entrypoint', '/contexts/Shipment', '/docs.jsonld'];

    it.each(paths)('%s needs no token and is JSON-LD, whatever is accepted', async (path) => {
      // a browser that opens the entry point is led to the dashboard, where there is one
      const page = path === '/' ? [] : ['text/html'];
      for (const accept of ['*/*', 'application/json', 'text/turtle', ...page]) {
        const answer = await api.anonymous().get(path, { accept });
        expect(answer.status).toBe(200);
        expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
        expect(answer.headers.get('link')).toBe(
          `<${proxy.url()}/docs.jsonld>; rel="${HYDRA}apiDocumentation", <${proxy.url()}/.well-known/mercure>; rel="mercure"`,
        );
      }
    });

    it.each(paths)('%s is not sent to those who have it', async (path) => {
      const etag = (await api.anonymous().get(path)).headers.get('etag') ?? '';
      expect((await api.anonymous().get(path, { 'if-none-match': etag })).status).toBe(304);
    });

    it.each(['Nope', 'shipment', '__proto__', 'toString'])('/contexts/%s is not there', async (name) => {
      const answer = await api.anonymous().get(`/contexts/${name}`);
      expect(answer.status).toBe(404);
      expect(answer.body).toEqual({
        '@context': '/contexts/Error',
        '@type': 'hydra:Error',
        'hydra:title': 'An error occurred',
        'hydra:description': 'Not Found',
      });
    });
  });

  describe('the entrypoint', () => {
    it('leads to every top-level list', async () => {
      expect((await api.anonymous().get('/')).body).toEqual({
        '@context': '/contexts/Entrypoint',
        '@id': '/',
        '@type': 'Entrypoint',
        team: '/teams',
        workspace: '/workspaces',
        order: '/orders',
        orderItem: '/order_items',
        shipment: '/shipments',
        shipmentItem: '/shipment_items',
        trackingCheckpoint: '/tracking_checkpoints',
        status: '/statuses',
        workflow: '/workflows',
        workflowRun: '/workflow_runs',
        trackingPage: '/tracking_pages',
        product: '/products',
        productVariant: '/product_variants',
        note: '/notes',
        savedView: '/saved_views',
        messageSettings: '/message_settings',
        messageRule: '/message_rules',
        messageTemplate: '/message_templates',
        message: '/messages',
        suppression: '/suppressions',
        oauthClient: '/oauth_clients',
        auditEntry: '/audit_entries',
        carrier: '/public/carriers',
        trackingStatus: '/public/tracking_statuses',
        country: '/countries',
        state: '/states',
      });
      for (const { path } of FOUND) expect((await tenant.get(`/${path}`)).status).toBe(200);
    });

    it('has a context with a link for each', async () => {
      const { body } = await api.anonymous().get('/contexts/Entrypoint');
      expect(Object.keys(body)).toEqual(['@context']);
      expect(body['@context']).toMatchObject({
        '@vocab': `${proxy.url()}/docs.jsonld#`,
        hydra: HYDRA,
        orderItem: { '@id': 'Entrypoint/orderItem', '@type': '@id' },
      });
      expect(Object.keys(body['@context'])).toHaveLength(2 + FOUND.length);
    });
  });

  describe('the contexts', () => {
    it('are there for every class that the documentation knows, and for errors', async () => {
      const names = docs['hydra:supportedClass'].map((each: Body) => each['@id'].slice(1));
      expect(names).toEqual([
        ...resources.map(({ name }) => name),
        ...staticResources.map(({ name }) => name),
        'Address',
        'Entrypoint',
        'ConstraintViolation',
        'ConstraintViolationList',
      ]);
      for (const name of [...names, 'Error']) {
        const { status, body } = await api.anonymous().get(`/contexts/${name}`);
        expect(status).toBe(200);
        expect(body['@context']).toMatchObject({ '@vocab': `${proxy.url()}/docs.jsonld#`, hydra: HYDRA });
      }
    });

    it('say which properties are links, moments and JSON of the client', async () => {
      const { body } = await api.anonymous().get('/contexts/Shipment');
      expect(body['@context']).toMatchObject({
        workspace: { '@id': 'Shipment/workspace', '@type': '@id' },
        trackingNumber: 'Shipment/trackingNumber',
        trackingStatus: 'Shipment/trackingStatus',
        daysInTransit: 'Shipment/daysInTransit',
        createdAt: {
          '@id': 'Shipment/createdAt',
          '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
        },
        address: 'Shipment/address',
        shipmentItems: { '@id': 'Shipment/shipmentItems', '@type': '@id' },
        review: { '@id': 'Shipment/review', '@type': '@id' },
      });
      const item = (await api.anonymous().get('/contexts/OrderItem')).body;
      expect(item['@context'].productOptions).toEqual({
        '@id': 'OrderItem/productOptions',
        '@type': '@json',
      });
      expect(item['@context'].workspace).toBeUndefined();
    });
  });

  describe('the documentation', () => {
    it('describes a property, a link and a class', () => {
      expect(docs).toMatchObject({
        '@id': '/docs.jsonld',
        '@type': 'hydra:ApiDocumentation',
        'hydra:title': 'Waybill',
        'hydra:entrypoint': '/',
      });
      expect(propertyOf('Order', 'readonly')).toEqual({
        '@type': 'hydra:SupportedProperty',
        'hydra:property': {
          '@id': '#Order/readonly',
          '@type': 'rdf:Property',
          'rdfs:label': 'readonly',
          domain: '#Order',
          range: 'xmls:boolean',
        },
        'hydra:title': 'readonly',
        'hydra:required': false,
        'hydra:readable': true,
        'hydra:writeable': false,
        'hydra:description': 'The order belongs to another system, which changes it.',
      });
      expect(propertyOf('Shipment', 'workspace')).toEqual({
        '@type': 'hydra:SupportedProperty',
        'hydra:property': {
          '@id': '#Shipment/workspace',
          '@type': 'hydra:Link',
          'rdfs:label': 'workspace',
          domain: '#Shipment',
          'owl:maxCardinality': 1,
          range: '#Workspace',
        },
        'hydra:title': 'workspace',
        'hydra:required': true,
        'hydra:readable': true,
        'hydra:writeable': true,
      });
      expect(classNamed('ShipmentItem')).toMatchObject({
        '@type': 'hydra:Class',
        'rdfs:label': 'ShipmentItem',
        'hydra:title': 'ShipmentItem',
        'hydra:description': 'How many of an order item are in a shipment.',
      });
    });

    it('tells what people know an item by, and what that is called in answers', () => {
      expect(propertyOf('Workspace', 'title')['hydra:property']).toEqual({
        '@id': 'https://schema.org/name',
        'owl:equivalentProperty': { '@id': '#Workspace/title' },
        '@type': 'rdf:Property',
        'rdfs:label': 'title',
        domain: '#Workspace',
        range: 'xmls:string',
      });
    });

    it.each([
      ['Shipment', 'trackingNumber', 'xmls:string'],
      ['Shipment', 'orderNumbers', 'xmls:array'],
      ['Shipment', 'daysInTransit', 'xmls:integer'],
      ['Shipment', 'reviewTotalScore', 'xmls:decimal'],
      ['Shipment', 'createdAt', 'xmls:dateTime'],
      ['Shipment', 'address', '#Address'],
      ['Shipment', 'shipmentStatus', '#Status'],
      ['Shipment', 'shipmentItems', '#ShipmentItem'],
      ['Shipment', 'review', '#Review'],
      ['OrderItem', 'price', 'xmls:string'],
      ['OrderItem', 'productOptions', 'rdf:JSON'],
      ['Workflow', 'enabled', 'xmls:boolean'],
      ['ConstraintViolationList', 'violations', '#ConstraintViolation'],
      ['ConstraintViolation', 'payload', 'rdf:JSON'],
    ])('gives the range of %s/%s as %s', (owner, name, range) => {
      expect(propertyOf(owner, name)['hydra:property'].range).toBe(range);
    });

    it('takes every property from the declarations', () => {
      for (const resource of resources) {
        const isWritten = resource.operations.some((operation) => ['post', 'put'].includes(operation));
        const properties: Body[] = classNamed(resource.name)['hydra:supportedProperty'];
        const facts = properties.map((each) => [
          each['hydra:title'],
          each['hydra:property']['@id'],
          each['hydra:required'],
          each['hydra:readable'],
          each['hydra:writeable'],
        ]);
        expect(facts).toEqual(
          visible(resource).map(({ name, required, groups }) => [
            name,
            name === resource.nameField ? 'https://schema.org/name' : `#${resource.name}/${name}`,
            required,
            groups.has('get') || groups.has('getc'),
            isWritten && (groups.has('post') || groups.has('put')),
          ]),
        );
        for (const { name, relation } of visible(resource)) {
          if (!relation) continue;
          const property = propertyOf(resource.name, name)['hydra:property'];
          expect(property['@type']).toBe(relation.embedded ? 'rdf:Property' : 'hydra:Link');
          expect(property.range).toBe(`#${relation.target().name}`);
          expect(property['owl:maxCardinality']).toBe(relation.cardinality === 'one' ? 1 : undefined);
        }
      }
      expect(
        classNamed('Address')['hydra:supportedProperty'].map((each: Body) => each['hydra:title']),
      ).toEqual(Object.keys(have.Shipment.address).filter((key) => key !== '@type'));
    });

    it('takes every operation from the declarations', () => {
      const items: Record<string, string[]> = { item: ['GET'], put: ['PUT', 'PATCH'], delete: ['DELETE'] };
      const lists: Record<string, string[]> = { list: ['GET'], post: ['POST'] };
      for (const { name, operations } of resources) {
        expect(methodsOf(classNamed(name)['hydra:supportedOperation'])).toEqual(
          operations.flatMap((operation) => items[operation] ?? []),
        );
      }
      const entries: Body[] = classNamed('Entrypoint')['hydra:supportedProperty'];
      expect(entries.map((each) => methodsOf(each['hydra:property']['hydra:supportedOperation']))).toEqual(
        FOUND.map(({ operations }) => operations.flatMap((operation) => lists[operation] ?? [])),
      );
    });

    it('says what operations expect and return', () => {
      const operations: Body[] = classNamed('Shipment')['hydra:supportedOperation'];
      expect(
        operations.map((each) => [each['@type'], each['hydra:method'], each.expects, each.returns]),
      ).toEqual([
        [['hydra:Operation', 'schema:FindAction'], 'GET', undefined, '#Shipment'],
        [['hydra:Operation', 'schema:ReplaceAction'], 'PUT', '#Shipment', '#Shipment'],
        ['hydra:Operation', 'PATCH', '#Shipment', '#Shipment'],
        [['hydra:Operation', 'schema:DeleteAction'], 'DELETE', undefined, 'owl:Nothing'],
      ]);
      for (const each of operations) {
        expect(each['hydra:title']).toMatch(/Shipment.*\.$/);
        expect(each['rdfs:label']).toBe(each['hydra:title']);
      }
      const property = propertyOf('Entrypoint', 'shipment')['hydra:property'];
      expect(property).toMatchObject({
        '@id': '#Entrypoint/shipment',
        '@type': 'hydra:Link',
        domain: '#Entrypoint',
        'rdfs:range': [
          { '@id': 'hydra:Collection' },
          {
            'owl:equivalentClass': {
              'owl:onProperty': { '@id': 'hydra:member' },
              'owl:allValuesFrom': { '@id': '#Shipment' },
            },
          },
        ],
        'hydra:supportedOperation': [
          { 'hydra:method': 'GET', returns: 'hydra:Collection' },
          { 'hydra:method': 'POST', expects: '#Shipment', returns: '#Shipment' },
        ],
      });
      expect(classNamed('Entrypoint')['hydra:supportedOperation']).toMatchObject([
        { 'hydra:method': 'GET', returns: '#Entrypoint' },
      ]);
      expect(classNamed('ConstraintViolationList').subClassOf).toBe('hydra:Error');
    });

    it('and the lists name the same properties, in the search that they describe', async () => {
      for (const { path, filters, supportsGroups } of FOUND) {
        const { body } = await tenant.get(`/${path}`);
        const mapping: Body[] = body['hydra:search']?.['hydra:mapping'] ?? [];
        const declared = new Set(filters.flatMap((filter) => filter.paths));
        expect(new Set(mapping.map(({ property }) => property))).toEqual(
          supportsGroups ? declared.add('groups') : declared,
        );
        const variables = mapping.map(({ variable }) => variable).join(',');
        expect(body['hydra:search']?.['hydra:template'] ?? `/${path}{?}`).toBe(`/${path}{?${variables}}`);
      }
    });
  });

  describe('a JSON-LD processor', () => {
    /** Expands an answer, having seen that nothing of it gets lost. */
    const expanded = async (answer: Body, path: string): Promise<Node> => {
      const node = await expand(answer, proxy.url() + path);
      expect(lost(answer, node)).toEqual([]);
      for (const iri of irisIn(node)) expect(iri).toMatch(/^https?:\/\/[^/]/);
      return node;
    };
    const get = async (path: string): Promise<Node> => expanded((await tenant.get(path)).body, path);
    const vocabulary = (name: string): string => `${proxy.url()}/docs.jsonld#${name}`;
    const absolute = (iri: string): { '@id': string }[] => [{ '@id': proxy.url() + iri }];

    it('understands the entrypoint', async () => {
      const node = await get('/');
      expect(node).toMatchObject({
        '@id': `${proxy.url()}/`,
        '@type': [vocabulary('Entrypoint')],
        [vocabulary('Entrypoint/orderItem')]: absolute('/order_items'),
      });
    });

    it('understands the documentation, with the same names of properties', async () => {
      const node = await get('/docs.jsonld');
      expect(node[`${HYDRA}entrypoint`]).toEqual(absolute('/'));
      const classes: Node[] = node[`${HYDRA}supportedClass`];
      const shipment = classes.find((each) => each['@id'] === vocabulary('Shipment'));
      const properties = shipment[`${HYDRA}supportedProperty`].map(
        (each: Node) => each[`${HYDRA}property`][0]['@id'],
      );
      const item = await get(have.Shipment['@id']);
      expect(properties).toEqual(
        expect.arrayContaining(Object.keys(item).filter((key) => !key.startsWith('@'))),
      );
    });

    it.each(resources.map(({ name }) => name))('understands an item of %s', async (name) => {
      const iri = have[name]['@id'] as string;
      const node = await get(iri);
      expect(node).toMatchObject({ '@id': proxy.url() + iri, '@type': [vocabulary(name)] });
      expect(node[vocabulary(`${name}/id`)]).toEqual([{ '@value': have[name].id }]);
    });

    it('sees links, moments, embedded objects and the JSON of clients as what they are', async () => {
      const shipment = await get(have.Shipment['@id']);
      expect(shipment).toMatchObject({
        [vocabulary('Shipment/workspace')]: absolute(tenant.workspace),
        [vocabulary('Shipment/orders')]: absolute(have.Order['@id']),
        [vocabulary('Shipment/review')]: absolute(have.Review['@id']),
        [vocabulary('Shipment/createdAt')]: [
          { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': have.Shipment.createdAt },
        ],
        [vocabulary('Shipment/address')]: [
          { '@type': [vocabulary('Address')], [vocabulary('Address/countryIso2')]: [{ '@value': 'AT' }] },
        ],
        [vocabulary('Shipment/shipmentStatus')]: [
          { '@type': [vocabulary('Status')], [vocabulary('Status/title')]: [{ '@value': 'Packed' }] },
        ],
      });
      const item = await get(have.OrderItem['@id']);
      expect(item[vocabulary('OrderItem/productOptions')]).toEqual([
        { '@type': '@json', '@value': { colour: 'green' } },
      ]);
      const page = await get(have.TrackingPage['@id']);
      expect(page[vocabulary('TrackingPage/builder')]).toEqual([
        { '@type': '@json', '@value': { rows: [1] } },
      ]);
    });

    it.each(LISTED.map(({ path }) => path))('understands the list /%s', async (path) => {
      const node = await get(`/${path}?groups[]=get&itemsPerPage=1`);
      expect(node['@type']).toEqual([`${HYDRA}Collection`]);
      expect(node[`${HYDRA}member`]).toHaveLength(1);
      expect(node[`${HYDRA}view`]).toHaveLength(1);
    });

    it('understands nested lists', async () => {
      const workspace = `${have.Team['@id']}/workspaces/${have.Workspace.id}`;
      for (const path of [`${workspace}/shipments/${have.Shipment.id}/checkpoints`, `${workspace}/orders`]) {
        const node = await get(path);
        expect(node['@id']).toBe(proxy.url() + path);
        expect(node[`${HYDRA}member`]).toHaveLength(1);
      }
    });

    it('finds the other pages, and what a list can be searched by', async () => {
      for (const code of ['page-1', 'page-2', 'page-3']) {
        await tenant.make('/statuses', { workspace: tenant.workspace, code });
      }
      const list = `${tenant.workspace}/statuses`;
      const node = await get(`${list}?code=page-&order[code]=asc&itemsPerPage=1&page=2`);
      const page = (number: number): { '@id': string }[] =>
        absolute(`${list}?code=page-&order%5Bcode%5D=asc&itemsPerPage=1&page=${number}`);
      expect(node[`${HYDRA}view`]).toEqual([
        {
          ...page(2)[0],
          '@type': [`${HYDRA}PartialCollectionView`],
          [`${HYDRA}first`]: page(1),
          [`${HYDRA}last`]: page(3),
          [`${HYDRA}previous`]: page(1),
          [`${HYDRA}next`]: page(3),
        },
      ]);
      const [search] = node[`${HYDRA}search`];
      expect(search[`${HYDRA}variableRepresentation`]).toEqual([{ '@id': `${HYDRA}BasicRepresentation` }]);
      expect(search[`${HYDRA}mapping`]).toContainEqual({
        '@type': [`${HYDRA}IriTemplateMapping`],
        [`${HYDRA}variable`]: [{ '@value': 'order[code]' }],
        [`${HYDRA}property`]: [{ '@id': vocabulary('Status/code') }],
        [`${HYDRA}required`]: [{ '@value': false }],
      });
    });

    it('understands the answers to POST and PUT', async () => {
      const body = { workspace: tenant.workspace, trackingNumber: 'WRITE1', address: { city: 'Kyiv' } };
      const made = await tenant.make('/shipments', body);
      expect(await expanded(made, '/shipments')).toMatchObject(absolute(made['@id'])[0] as object);
      const put = await tenant.put(made['@id'], { orderNumbers: ['a', 'b'], shipmentStatus: { code: 'x' } });
      expect(put.status).toBe(200);
      await expanded(put.body, made['@id']);
    });

    it('understands a new workspace with the team inside it', async () => {
      const { body } = await tenant.post('/workspaces', {
        team: { name: 'expanded team' },
        title: 'expanded shop',
        emailSettings: { from: { name: 'Shop' } },
        workflowsOrder: ['b', 'a'],
      });
      const node = await expanded(body, '/workspaces');
      expect(node[vocabulary('Workspace/team')]).toMatchObject([
        {
          '@id': proxy.url() + body.team['@id'],
          '@type': [vocabulary('Team')],
          [vocabulary('Team/name')]: [{ '@value': 'expanded team' }],
          [vocabulary('Team/workspaces')]: absolute(body['@id']),
          [vocabulary('Team/subscription')]: [{ '@type': '@json', '@value': body.team.subscription }],
          [vocabulary('Team/entitlements')]: [{ '@type': '@json', '@value': {} }],
        },
      ]);
      expect(node[vocabulary('Workspace/emailSettings')]).toEqual([
        { '@type': '@json', '@value': { from: { name: 'Shop' } } },
      ]);
    });

    it('understands errors', async () => {
      const missing = await tenant.get('/shipments/99999999-9999-4999-8999-999999999999');
      expect(await expanded(missing.body, '/shipments')).toEqual({
        '@type': [`${HYDRA}Error`],
        [`${HYDRA}title`]: [{ '@value': 'An error occurred' }],
        [`${HYDRA}description`]: [{ '@value': 'Not Found' }],
      });
      const malformed = await tenant.post('/shipments', '{');
      await expanded(malformed.body, '/shipments');
    });

    it('understands violations, with what helps to mend the request', async () => {
      const { status, body } = await tenant.post('/shipment_items', {
        shipment: have.Shipment['@id'],
        orderItem: have.OrderItem['@id'],
        qty: 1000,
      });
      expect(status).toBe(400);
      const node = await expanded(body, '/shipment_items');
      expect(node['@type']).toEqual([vocabulary('ConstraintViolationList')]);
      expect(node[vocabulary('ConstraintViolationList/violations')]).toEqual([
        {
          [vocabulary('ConstraintViolation/propertyPath')]: [{ '@value': 'qty' }],
          [vocabulary('ConstraintViolation/message')]: [{ '@value': body.violations[0].message }],
          [vocabulary('ConstraintViolation/code')]: [{ '@value': body.violations[0].code }],
          [vocabulary('ConstraintViolation/payload')]: [{ '@type': '@json', '@value': { availableQty: 4 } }],
        },
      ]);
    });
  });
}, proxy.env);
