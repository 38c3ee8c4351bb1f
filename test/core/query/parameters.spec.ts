import { beforeAll, describe, expect, it } from '@jest/globals';
import { onEachApi, type Client, type TenantClient } from '../../support/api.js';
import { publishedLists } from '../../support/contract.js';

/** The parameters that a list publishes: those of paging, which every list takes, and those of its search. */
async function publishedBy(client: Client, path: string): Promise<string[]> {
  const { status, body } = await client.get(path);
  expect([path, status]).toEqual([path, 200]);
  const mapping = (body['hydra:search']?.['hydra:mapping'] ?? []) as { variable: string }[];
  return ['page', 'itemsPerPage', ...mapping.map(({ variable }) => variable)];
}

const STRICT = { prefer: 'handling=strict' };

/** The parameter with a value that it takes. */
function exampleOf(name: string): string {
  if (name.startsWith('order[')) return `${name}=asc`;
  if (name.endsWith('[between]')) return `${name}=1..2`;
  return /\[\w*(before|after)\]$/.test(name) ? `${name}=2026-01-02` : `${name}=1`;
}

describe('the facts of the contract', () => {
  it.each(publishedLists)('$path has $count parameters, each once', ({ parameters, count }) => {
    expect(parameters).toHaveLength(count);
    expect(new Set(parameters).size).toBe(count);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  /** What the parameters of a path stand for: an id by the resource that the step before names. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    tenant = await api.tenant();
    const { workspace } = tenant;
    const order = await tenant.make('/orders', { workspace, orderNumber: '1' });
    const item = await tenant.make('/order_items', { order: order['@id'], qty: 1 });
    const shipment = await tenant.make('/shipments', {
      workspace,
      orders: [order['@id']],
      shipmentItems: [{ orderItem: item['@id'], qty: 1 }],
    });
    const product = await tenant.make('/products', { team: `/teams/${tenant.teamId}` });
    Object.assign(ids, {
      teams: tenant.teamId,
      workspaces: tenant.workspaces[0]?.id,
      orders: order.id,
      order_items: item.id,
      items: item.id,
      shipments: shipment.id,
      products: product.id,
    });
  });

  const addressOf = (path: string): string =>
    path.replace(/\/(\w+)\/\{\w+\}/g, (_, resource: string) => `/${resource}/${ids[resource]}`);

  describe.each(publishedLists)('$path', ({ path, nested, parameters }) => {
    const examples = parameters.map(exampleOf);

    it(`publishes the contract's ${parameters.length} parameters, name for name`, async () => {
      expect((await publishedBy(tenant, path)).sort()).toEqual([...parameters].sort());
    });

    it('accepts each of them, also where nothing that would be ignored is allowed', async () => {
      for (const example of examples) {
        const { status, body } = await tenant.get(`${path}?${example}`, STRICT);
        expect([example, status, body]).toEqual([example, 200, body]);
      }
    });

    if (nested.length > 0) {
      it.each(nested)('%s publishes and accepts the same', async (below) => {
        const address = addressOf(below);
        expect(await publishedBy(tenant, address)).toEqual(await publishedBy(tenant, path));
        const { status, body } = await tenant.get(`${address}?${examples.join('&')}`, STRICT);
        expect([status, body]).toEqual([200, body]);
      });
    }
  });
});
