import {
  parseHydraDocumentation,
  type Api as ParsedApi,
  type Resource as Parsed,
} from '@api-platform/api-doc-parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import formats from '@rdfjs/formats';
import Environment from '@zazuko/env/Environment.js';
import rdf from '@zazuko/env';
import create from 'alcaeus';
import { resources } from '../../src/app/resources.js';
import { staticResources } from '../../src/app/static-resources.js';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { publicUrl } from '../support/public-url.js';

const proxy = publicUrl();

const LISTED = resources.filter((resource) => resource.operations.includes('list'));

onEachApi((api) => {
  let tenant: TenantClient;

  beforeAll(async () => {
    proxy.forwardTo(api.url());
    tenant = await api.tenant();
    for (const trackingNumber of ['TN1', 'TN2', 'TN3']) {
      await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber });
    }
  });

  describe("API Platform's documentation parser, which its admin is built on,", () => {
    let parsed: ParsedApi;

    beforeAll(async () => {
      const headers = { Authorization: `Bearer ${tenant.token}` };
      parsed = (await parseHydraDocumentation(proxy.url(), { headers })).api;
    });

    const named = (path: string): Parsed => {
      const found = parsed.resources?.find((each) => each.name === path);
      if (!found) throw new Error(`There is no ${path}.`);
      return found;
    };
    const fieldOf = (path: string, name: string): Body =>
      named(path).fields?.find((each) => each.name === name);

    it('finds every resource that has a list', () => {
      expect(parsed).toMatchObject({ entrypoint: proxy.url(), title: 'Waybill' });
      expect(parsed.resources?.map(({ name, url, title }) => [name, url, title])).toEqual(
        [...LISTED, ...staticResources].map(({ path, name }) => [path, `${proxy.url()}/${path}`, name]),
      );
    });

    it.each(LISTED)('finds the fields of $name', ({ path, fields }) => {
      const visible = [...fields.values()].filter(({ groups }) => groups.size > 0);
      const names = (wanted: readonly string[]): string[] =>
        visible
          .filter(({ groups }) => wanted.some((each) => groups.has(each as 'get')))
          .map(({ name }) => name);
      const { readableFields, writableFields } = named(path);
      expect(named(path).fields?.map(({ name, required }) => [name, required])).toEqual(
        visible.map(({ name, required }) => [name, required]),
      );
      expect(readableFields?.map(({ name }) => name)).toEqual(names(['get', 'getc']));
      expect(writableFields?.map(({ name }) => name)).toEqual(names(['post', 'put']));
    });

    it.each([
      ['workspaces', 'title'],
      ['teams', 'name'],
      ['statuses', 'title'],
      ['orders', 'orderNumber'],
      ['order_items', 'productName'],
      ['products', 'name'],
      ['tracking_pages', 'title'],
      ['workflows', 'title'],
      ['oauth_clients', 'name'],
      ['public/carriers', 'name'],
      ['countries', 'name'],
      ['shipments', undefined],
    ])('finds what people know an item of %s by: %s', (path, name) => {
      // as @api-platform/admin does, so that it shows names instead of IRIs
      const field = named(path).fields?.find(({ id }) => id === 'https://schema.org/name');
      expect(field?.name).toBe(name);
    });

    it.each(LISTED)('finds what $name refers to', ({ path, fields }) => {
      for (const { name, relation, groups } of fields.values()) {
        if (!relation || groups.size === 0) continue;
        // it knows what the entrypoint leads to
        const { operations, path: targetPath } = relation.target();
        const target = operations.includes('list') ? targetPath : undefined;
        const { reference, embedded, maxCardinality } = fieldOf(path, name);
        expect([name, (relation.embedded ? embedded : reference)?.name]).toEqual([name, target]);
        expect([name, relation.embedded ? reference : embedded]).toEqual([name, null]);
        expect([name, maxCardinality]).toEqual([name, relation.cardinality === 'one' ? 1 : null]);
      }
    });

    it.each(LISTED)('finds what can be done with $name', ({ path, operations }) => {
      const methods = {
        list: ['GET'],
        post: ['POST'],
        item: ['GET'],
        put: ['PUT', 'PATCH'],
        delete: ['DELETE'],
      };
      const types = { list: 'list', post: 'create', item: 'show', put: 'edit', delete: 'delete' };
      const order = ['list', 'post', 'item', 'put', 'delete'] as const;
      expect(named(path).operations?.map(({ type, method }) => [type, method])).toEqual(
        order
          .filter((operation) => operations.includes(operation))
          .flatMap((operation) => methods[operation].map((method) => [types[operation], method])),
      );
    });

    it.each(LISTED)('finds what the list of $name can be searched by', async ({ path }) => {
      const mapping: Body[] = (await tenant.get(`/${path}`)).body['hydra:search']?.['hydra:mapping'] ?? [];
      const parameters = await named(path).getParameters?.();
      expect(parameters?.map(({ variable }) => variable)).toEqual(mapping.map(({ variable }) => variable));
    });

    it.each([
      ['shipments', 'trackingNumber', 'string'],
      ['shipments', 'orderNumbers', 'array'],
      ['shipments', 'daysInTransit', 'integer'],
      ['shipments', 'reviewTotalScore', 'decimal'],
      ['shipments', 'createdAt', 'dateTime'],
      ['workflows', 'enabled', 'boolean'],
    ])('knows the type of %s.%s: %s', (path, name, type) => {
      expect(fieldOf(path, name).type).toBe(type);
    });
  });

  describe('alcaeus, a client of any Hydra API,', () => {
    // what its plug-ins add has no types that compile under our strictness
    const start = (): Body => {
      const environment: Body = new Environment(create() as Body, { parent: rdf as Body });
      environment.formats.import(formats);
      environment.hydra.defaultHeaders = { Authorization: `Bearer ${tenant.token}` };
      return environment.hydra;
    };
    const rootOf = (answer: Body): Body => answer.representation.root;
    const linkTo = (node: Body, name: string): Body => {
      const property = `${proxy.url()}/docs.jsonld#${name}`;
      const links: Body[] = node.getLinks();
      return links.find((each) => each.supportedProperty.property.id.value === property)?.resources[0];
    };

    it('goes from the entrypoint to a list, a member, and what that refers to', async () => {
      const entrypoint = rootOf(await start().loadResource(`${proxy.url()}/`));
      const list = rootOf(await linkTo(entrypoint, 'Entrypoint/shipment').load());
      expect(list.totalItems).toBe(3);
      const member = rootOf(await list.member[0].load());
      expect(member.id.value).toMatch(`${proxy.url()}/shipments/`);
      const workspace = rootOf(await linkTo(member, 'Shipment/workspace').load());
      expect(workspace.id.value).toBe(proxy.url() + tenant.workspace);
    });

    it('turns pages', async () => {
      const first = rootOf(await start().loadResource(`${proxy.url()}/shipments?itemsPerPage=2&page=1`));
      expect(first.member).toHaveLength(2);
      const second = rootOf(await first.view[0].next.load());
      expect(second.member).toHaveLength(1);
    });

    it('knows what can be done with an item, and does it', async () => {
      const made = await tenant.make('/statuses', { workspace: tenant.workspace, code: 'gone' });
      const item = rootOf(await start().loadResource(proxy.url() + made['@id']));
      const operations: Body[] = item.operations;
      expect(operations.map(({ method }) => method)).toEqual(['GET', 'PUT', 'PATCH', 'DELETE']);
      await operations.find(({ method }) => method === 'DELETE').invoke();
      expect((await tenant.get(made['@id'])).status).toBe(404);
    });
  });
}, proxy.env);
