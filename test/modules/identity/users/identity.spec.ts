import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { migrate } from '../../../../src/core/database/migrate.js';
import { migrations } from '../../../../src/migrations/index.js';
import { emailKey } from '../../../../src/core/metadata/identity.js';
import { createTenant } from '../../../../src/modules/identity/tenants/create-tenant.js';
import { LinkMail } from '../../../../src/modules/tracking-pages/link-mail.js';
import { codeIn, confirm, linkFor, mailsTo, person } from '../../../support/accounts.js';
import { onEachApi, type Body, type TenantClient } from '../../../support/api.js';
import { onEachDatabase } from '../../../support/databases.js';
import { dataSourceOf } from '../../../support/open-database.js';
import { storeOf } from '../../../support/stores.js';

/** An address, another one that looks like it, and the first in DNS's spelling and other letters. */
function lookAlikes(): { plain: string; accented: string; other: string } {
  const name = `shop${randomBytes(6).toString('hex')}`;
  const accented = `ceo@bíg${name}.com`;
  return { plain: `ceo@big${name}.com`, accented, other: emailKey(accented).toUpperCase() };
}

describe('the key of an e-mail address', () => {
  it.each([
    ['Ceo@BigShop.com', 'ceo@bigshop.com'],
    ['ceo@bígshop.com', 'ceo@xn--bgshop-3va.com'],
    ['CEO@BÍGSHOP.COM', 'ceo@xn--bgshop-3va.com'],
    ['ceo@XN--BGSHOP-3VA.com', 'ceo@xn--bgshop-3va.com'],
    ['çeo@bigshop.com', 'çeo@bigshop.com'],
    ['ÇEO@bigshop.com', 'çeo@bigshop.com'],
    ['ﬁ@bigshop.com', 'ﬁ@bigshop.com'],
    // the Kelvin sign is no k, and a dotless ı no i
    ['mi\u212ae@bigshop.com', 'mi\u212ae@bigshop.com'],
    ['mıke@bigshop.com', 'mıke@bigshop.com'],
    ['straße@straße.de', 'straße@xn--strae-oqa.de'],
    ['a@exämple.com/bigshop.com', 'a@exämple.com/bigshop.com'],
    ['operator@localhost', 'operator@localhost'],
    ['nobody', 'nobody'],
  ])('of %s is %s', (email, key) => {
    expect(emailKey(email)).toBe(key);
  });
});

onEachApi(
  (api) => {
    const tokenless = (path: string): Promise<unknown> => api.anonymous().get(path);

    it('two addresses that look alike have two accounts, and each gets its own mail', async () => {
      const { plain, accented } = lookAlikes();
      const [stranger, owner] = [await person(api, accented), await person(api, plain)];
      expect(stranger.id).not.toBe(owner.id);
      expect((await owner.get(`/users/${owner.id}`)).body.email).toBe(plain);
      await api.anonymous().post('/security/resend-email', { email: plain });
      expect(await mailsTo(api, accented)).toHaveLength(1);
      expect(await mailsTo(api, plain)).toHaveLength(2);
    });

    it('an invitation goes to the one address that was invited', async () => {
      const { plain, accented } = lookAlikes();
      const [stranger, owner] = [await person(api, accented), await person(api)];
      const { body } = await owner.post('/workspaces', { team: { name: 'Team' }, title: 'Shop' });
      const invited = await owner.post(`${body.team['@id']}/members`, { email: plain, role: 'admin' });
      expect(invited.status).toBe(201);
      expect(invited.body.user).not.toBe(`/users/${stranger.id}`);
      expect((await mailsTo(api, accented)).map(({ subject }) => subject)).not.toContain(
        'Invitation to Team',
      );
      expect((await mailsTo(api, plain)).map(({ subject }) => subject)).toEqual(['Invitation to Team']);
    });

    it('a tenant belongs to the one address that it was made for', async () => {
      const { plain, accented } = lookAlikes();
      const stranger = await person(api, accented);
      const tenant = await api
        .db()
        .transaction((transaction) =>
          createTenant({ team: 'Team', email: plain, workspaces: [] }, transaction),
        );
      expect(tenant.userId).not.toBe(stranger.id);
      expect((await stranger.get('/teams')).body['hydra:member']).toEqual([]);
    });

    it('one address has one account, in whatever case and form its domain is written', async () => {
      const { accented, other } = lookAlikes();
      const first = await api.anonymous().post('/security/signup', { email: accented });
      const second = await api.anonymous().post('/security/signup', { email: other });
      expect(second.body.user.id).toBe(first.body.user.id);
      const user = await confirm(api, accented, codeIn(await linkFor(api, encodeURIComponent(other))));
      expect(user.id).toBe(first.body.user.id);
      // mail goes to the address as it is stored
      expect(await mailsTo(api, other)).toEqual([]);
      expect(await mailsTo(api, accented)).toHaveLength(2);
    });

    it('no address is taken whose key has no room', async () => {
      const email = `a@${Array.from({ length: 40 }, (_, at) => String.fromCodePoint(0x4e00 + at * 311)).join('.')}.com`;
      const { status } = await api.anonymous().post('/security/signup', { email });
      expect([200, 400]).toContain(status);
    });

    describe('a customer', () => {
      async function shop(): Promise<{ tenant: TenantClient; page: Body }> {
        const tenant = await api.tenant();
        const page = await tenant.make('/tracking_pages', {
          workspace: tenant.workspace,
          title: 'Where is it?',
          subdomain: `shop-${randomBytes(6).toString('hex')}`,
        });
        return { tenant, page };
      }
      const parcel = (tenant: TenantClient, email: string, trackingNumber: string): Promise<Body> =>
        tenant.make('/shipments', { workspace: tenant.workspace, email, trackingNumber });

      it('gets the link to its own parcels alone, at its own address', async () => {
        const { plain, accented, other } = lookAlikes();
        const { tenant, page } = await shop();
        await parcel(tenant, plain, 'PLAIN1');
        const search = async (email: string): Promise<void> => {
          const path = `/public/tracking_page_by_domain/${page.subdomain}/link_search/${email}`;
          expect(await tokenless(encodeURI(path))).toMatchObject({ status: 200 });
          await api.provider(LinkMail).settled();
        };
        await search(accented);
        expect(await mailsTo(api, accented)).toEqual([]);
        expect(await mailsTo(api, plain)).toEqual([]);
        await parcel(tenant, accented, 'ACCENTED1');
        await search(other);
        expect(await mailsTo(api, other)).toEqual([]);
        const [mail] = await mailsTo(api, accented);
        const path = /\/public\/tracking_page_links\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
        const { body } = await api.anonymous().get(path, { accept: 'application/json' });
        expect(body.shipments.map(({ trackingNumber }: Body) => trackingNumber)).toEqual(['ACCENTED1']);
      });

      it('is one group of links for each address', async () => {
        const { plain, accented } = lookAlikes();
        const { tenant, page } = await shop();
        await parcel(tenant, plain, 'PLAIN1');
        await parcel(tenant, accented, 'ACCENTED1');
        const numbers = async (email: string): Promise<unknown> => {
          const made = await tenant.post('/generate_tracking_page_link', {
            trackingPageId: page.id,
            filter: { email },
          });
          const { pathname } = new URL(made.body.link as string);
          const { body } = await api.anonymous().get(pathname, { accept: 'application/json' });
          return body.shipments.map(({ trackingNumber }: Body) => trackingNumber as string);
        };
        expect(await numbers(plain)).toEqual(['PLAIN1']);
        expect(await numbers(accented.toUpperCase())).toEqual(['ACCENTED1']);
        expect(await numbers(emailKey(accented))).toEqual(['ACCENTED1']);
      });
    });

    it('a shop finds the orders of one address and of one number, and searches fold', async () => {
      const { plain, accented } = lookAlikes();
      const tenant = await api.tenant();
      const store = await storeOf(api, tenant);
      const orders = [
        { email: plain, orderNumber: 'RE-1' },
        { email: accented, orderNumber: 'RÉ-1' },
      ];
      for (const order of orders) await tenant.make('/orders', { workspace: tenant.workspace, ...order });
      const found = async (name: string, value: string): Promise<unknown> => {
        const { status, body } = await store.get(`/orders?${name}=${encodeURIComponent(value)}`);
        return status === 204
          ? []
          : body.map(({ external_id, billing_address }: Body) => billing_address.email ?? external_id);
      };
      expect(await found('email', plain.toUpperCase())).toHaveLength(1);
      expect(await found('email', accented)).toHaveLength(1);
      expect(await found('email', emailKey(accented))).toHaveLength(1);
      expect(await found('email', plain)).not.toEqual(await found('email', accented));
      expect(await found('external_order_id', 're-1')).toHaveLength(1);
      expect(await found('external_order_id', 'ré-1')).toHaveLength(1);
      const searched = await tenant.get(`/workspaces/${tenant.workspaces[0]?.id}/orders?orderNumber=re-1`);
      expect(searched.body['hydra:member']).toHaveLength(2);
    });

    it('a status is known by its code without regard to case, but with its accents', async () => {
      const tenant = await api.tenant();
      const order = async (code: string): Promise<unknown> => {
        const { orderStatus } = await tenant.make('/orders', {
          workspace: tenant.workspace,
          orderNumber: code,
          orderStatus: { code, title: code },
        });
        return orderStatus.code;
      };
      expect(await order('envoye')).toBe('envoye');
      expect(await order('envoyé')).toBe('envoyé');
      expect(await order('ENVOYÉ')).toBe('envoyé');
      expect(await order('maß')).toBe('maß');
      expect(await order('MASS')).toBe('MASS');
      const taken = await tenant.post('/statuses', { workspace: tenant.workspace, code: 'Envoye' });
      expect(taken.status).toBe(400);
    });
  },
  { TEST_ENDPOINTS: '1', WORKER: '0' },
);

onEachDatabase((database) => {
  describe('the migration of keys', () => {
    /** A database of before, with users of these addresses. */
    async function before(
      emails: readonly string[],
      work: (dataSource: DataSource) => Promise<void>,
    ): Promise<void> {
      const { options } = dataSourceOf(database.url());
      const at = migrations.findIndex(({ name }) => name.startsWith('IdentityKeys'));
      const first = { ...options, migrations: migrations.slice(0, at) };
      const old = await new DataSource(first).initialize();
      await migrate(old);
      await old.query('DELETE FROM users');
      for (const [index, email] of emails.entries())
        await old.query(
          'INSERT INTO users (id, email, emailFolded, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?)',
          [`user-${index}`, email, `OLD ${index}`, '2026-01-01 00:00:00', '2026-01-01 00:00:00'],
        );
      await old.destroy();
      const now = await new DataSource({ ...options, migrations: migrations.slice(0, at + 1) }).initialize();
      try {
        await work(now);
      } finally {
        await now.destroy();
      }
    }

    it('is refused with a list where two accounts have one address, and changes nothing', async () => {
      const emails = ['a@bígshop.com', 'b@example.com', 'a@xn--bgshop-3va.com', 'ü@b.example', 'Ü@b.example'];
      await before(emails, async (dataSource) => {
        const refused = await migrate(dataSource).catch((error: Error) => error.message);
        expect(refused).toContain('- the users user-0 and user-2\n- the users user-3 and user-4\n');
        expect(refused).not.toContain('@');
        const rows = await dataSource.query<{ emailFolded: string }[]>('SELECT emailFolded FROM users');
        expect(rows).toHaveLength(5);
      });
    });

    it('gives accounts, links and statuses the keys that they are known by now, as often as it is done', async () => {
      const emails = ['Ceo@BigShop.com', 'ceo@bígshop.com', 'operator@localhost'];
      await before(emails, async (dataSource) => {
        const moment = '2026-01-01 00:00:00';
        const insert = async (table: string, row: Record<string, string | number>): Promise<void> => {
          const names = Object.keys(row);
          await dataSource.query(
            `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
            Object.values(row),
          );
        };
        const stamps = { createdAt: moment, updatedAt: moment };
        await insert('teams', { pk: 1, id: randomUUID(), name: 'Team', nameFolded: 'TEAM', ...stamps });
        await insert('workspaces', {
          pk: 1,
          id: randomUUID(),
          teamPk: 1,
          title: 'Shop',
          titleFolded: 'SHOP',
          storeHash: 'hash',
          ...stamps,
        });
        await insert('tracking_pages', {
          pk: 1,
          id: randomUUID(),
          workspacePk: 1,
          subdomain: 'shop',
          ...stamps,
        });
        const parcels = ['Ceo@BigShop.com', 'ceo@bígshop.com', 'ána@example.com'];
        for (const [index, email] of parcels.entries())
          await insert('shipments', {
            id: randomUUID(),
            workspacePk: 1,
            trackingNumber: `N${index}`,
            orderNumbers: '',
            email,
            emailFolded: index < 2 ? 'CEO@BIGSHOP.COM' : 'ANA@EXAMPLE.COM',
            ...stamps,
          });
        const filters = ['CEO@BIGSHOP.COM', 'ANA@EXAMPLE.COM', 'BOB@EXAMPLE.COM', ''];
        for (const [index, email] of filters.entries())
          await insert('tracking_page_links', {
            hash: `hash-${index}`,
            workspacePk: 1,
            trackingPagePk: 1,
            filter: JSON.stringify({ email, orderNumbers: ['1'] }),
            createdAt: moment,
          });
        await insert('statuses', {
          id: randomUUID(),
          workspacePk: 1,
          entity: 'orders',
          code: 'envoyé',
          codeFolded: 'ENVOYE',
          ...stamps,
        });
        const check = async (): Promise<void> => {
          const keys = await dataSource.query<{ emailKey: string }[]>(
            'SELECT emailKey FROM users ORDER BY pk',
          );
          expect(keys.map(({ emailKey: key }) => key)).toEqual([
            'ceo@bigshop.com',
            'ceo@xn--bgshop-3va.com',
            'operator@localhost',
          ]);
          const links = await dataSource.query<{ filter: string }[]>(
            'SELECT filter FROM tracking_page_links ORDER BY pk',
          );
          // whose link the first was, nobody can tell any more
          expect(links.map(({ filter }) => JSON.parse(filter) as object)).toEqual(
            ['', 'ána@example.com', 'bob@example.com', ''].map((email) => ({ email, orderNumbers: ['1'] })),
          );
          const [status] = await dataSource.query<{ codeFolded: string }[]>(
            'SELECT codeFolded FROM statuses',
          );
          expect(status?.codeFolded).toBe('ENVOYÉ');
        };
        await migrate(dataSource);
        await check();
        await dataSource.query("DELETE FROM migrations WHERE name LIKE 'IdentityKeys%'");
        await migrate(dataSource);
        await check();
      });
    });
  });
});
