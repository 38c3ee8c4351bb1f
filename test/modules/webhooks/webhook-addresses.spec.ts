import { afterEach, describe, expect, it } from '@jest/globals';
import { networksIn, portsIn } from '../../../src/config/networks.js';
import { AddressPolicy } from '../../../src/modules/webhooks/address-policy.js';
import { backoffDelay } from '../../../src/modules/webhooks/backoff.js';
import { HttpClient } from '../../../src/modules/webhooks/http-client.js';
import { WebhookWorker } from '../../../src/modules/webhooks/webhook-worker.js';
import { keyFrom, Cipher } from '../../../src/core/database/cipher.js';
import { splitIntoChunks } from '../../../src/core/outbox/chunks.js';
import { periodOf } from '../../../src/modules/webhooks/workflows/webhook-period.js';
import { onEachApi, type Answer, type TenantClient } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';

const policyWith = (allowed = ''): AddressPolicy => new AddressPolicy(networksIn(allowed) ?? []);

describe('addresses that webhooks are not sent to', () => {
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1%eth0',
    'no address',
  ])('%s', (address) => {
    expect(policyWith().allows(address)).toBe(false);
  });

  it.each(['93.184.216.34', '1.1.1.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
    '%s is none of them',
    (address) => {
      expect(policyWith().allows(address)).toBe(true);
    },
  );

  it('may be allowed by network', () => {
    const policy = policyWith('10.0.0.0/8, fd00::/8');
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd00::1'].map((each) => policy.allows(each))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['11.1.2.3', '192.168.1.1', 'fc00::1', '127.0.0.1'].map((each) => policy.allows(each))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(networksIn('10.0.0.0')).toBeUndefined();
    expect(networksIn('10.0.0.0/33')).toBeUndefined();
  });

  it('are those of a name of which one is forbidden', async () => {
    const policy = policyWith();
    policy.resolve = () =>
      Promise.resolve([
        { address: '1.1.1.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    await expect(policy.addressesOf('rebind.example', 443)).rejects.toThrow('not sent to');
  });
});

describe('ports that webhooks are sent to', () => {
  const PUBLIC = '93.184.216.34';

  it('are 443 and 80, and in networks of the operator those above 1023', () => {
    const policy = policyWith('10.0.0.0/8');
    const allowed = (address: string) =>
      [443, 80, 8443, 1024, 65_535, 1023, 22, 25, 3306].filter((port) => policy.allowsPort(port, address));
    expect(allowed(PUBLIC)).toEqual([443, 80]);
    expect(allowed('10.1.2.3')).toEqual([443, 80, 8443, 1024, 65_535, 3306]);
  });

  it('are those of the list everywhere, when there is one', () => {
    const policy = new AddressPolicy(networksIn('10.0.0.0/8') ?? [], portsIn('8443, 9000-9100'));
    for (const address of [PUBLIC, '10.1.2.3'])
      expect(
        [443, 80, 8443, 9000, 9100, 9101, 8444, 3306, 22].map((port) => policy.allowsPort(port, address)),
      ).toEqual([true, true, true, true, true, false, false, false, false]);
    expect(['1023', '80', '0-9000', '9000-1024', '70000', 'x', '1024-'].map(portsIn)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('are told to whoever saves a webhook, also when its name cannot be looked up', async () => {
    const policy = policyWith();
    policy.resolve = (host) =>
      host === 'gone.example'
        ? Promise.reject(new Error())
        : Promise.resolve([{ address: PUBLIC, family: 4 }]);
    const refused = 'Webhooks are sent to the ports 443 and 80, and to those that the operator allows.';
    for (const url of [
      'https://a.example:8443/x',
      'http://a.example:22/',
      `http://${PUBLIC}:25/`,
      'https://gone.example:8443/',
    ])
      expect([url, await policy.refusalOf(url)]).toEqual([url, refused]);
    for (const url of [
      'https://a.example/x',
      'http://a.example:80/',
      'https://a.example:80/',
      'https://gone.example/',
    ])
      expect([url, await policy.refusalOf(url)]).toEqual([url, undefined]);
  });
});

describe('a sender', () => {
  const receiver = receiverOfThisBlock();
  const senders: HttpClient[] = [];
  const sender = (policy: AddressPolicy): HttpClient => {
    const made = new HttpClient(policy);
    senders.push(made);
    return made;
  };
  afterEach(() => senders.splice(0).forEach((each) => each.close()));
  const letter = (url: string) => ({ url, headers: {}, body: '{"data":[]}' });
  const local = (): string => receiver.url().replace('127.0.0.1', 'shop.example');

  it('connects to the address that it has looked at, though the name changes', async () => {
    let asked = 0;
    const policy = policyWith('127.0.0.0/8');
    // the first answer is the one that is connected to; a second look would be refused
    policy.resolve = () =>
      Promise.resolve([{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    expect(await sender(policy).send(letter(local()))).toMatchObject({ code: 200, text: '-1', error: null });
    expect(asked).toBe(1);
  });

  it('connects to no address that a name leads to later', async () => {
    const policy = policyWith();
    policy.resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const reply = await sender(policy).send(letter(local()));
    expect(reply).toMatchObject({
      code: null,
      error: 'It leads to an address that webhooks are not sent to.',
    });
    expect(receiver.received).toEqual([]);
  });

  it.each(['127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    'connects to no address in a URL: %s',
    async (host) => {
      const reply = await sender(policyWith()).send(letter(receiver.url().replace('127.0.0.1', host)));
      expect(reply).toMatchObject({
        code: null,
        error: 'It leads to an address that webhooks are not sent to.',
      });
      expect(receiver.received).toEqual([]);
    },
  );

  it('connects to no port that is not allowed, whatever was saved', async () => {
    const policy = new AddressPolicy(networksIn('127.0.0.0/8') ?? [], []);
    policy.resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    for (const url of [receiver.url(), local()])
      expect(await sender(policy).send(letter(url))).toMatchObject({
        code: null,
        error: 'Webhooks are sent to the ports 443 and 80, and to those that the operator allows.',
      });
    expect(receiver.received).toEqual([]);
  });

  it('follows no redirect', async () => {
    receiver.answer = (response) => void response.writeHead(307, { location: receiver.url('other') }).end();
    expect(await sender(policyWith('127.0.0.0/8')).send(letter(receiver.url()))).toMatchObject({ code: 307 });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('reads 64 KiB of an endless answer', async () => {
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = (): void => void (response.destroyed || response.write('x'.repeat(10_000), more));
      more();
    };
    const reply = await sender(policyWith('127.0.0.0/8')).send(letter(receiver.url()));
    expect(reply).toMatchObject({ code: 200, error: null });
    expect(reply.text).toHaveLength(65_536);
  });

  it('waits 10 seconds for an answer, and for the rest of one', async () => {
    receiver.answer = (response, _, earlier) => {
      if (earlier === 0) return;
      response.writeHead(202);
      const drip = setInterval(() => (response.destroyed ? clearInterval(drip) : response.write('x')), 100);
    };
    const policy = policyWith('127.0.0.0/8');
    const silent = sender(policy).send(letter(receiver.url()));
    await receiver.until(1);
    const slow = sender(policy).send(letter(receiver.url()));
    expect(await silent).toMatchObject({
      code: null,
      error: 'There was no complete answer within 10 seconds.',
    });
    expect(await slow).toMatchObject({ code: 202, error: null });
    expect((await slow).duration).toBeLessThan(11_000);
  }, 20_000);

  it('says why there is no answer', async () => {
    const policy = policyWith('127.0.0.0/8');
    expect((await sender(policy).send(letter('http://127.0.0.1:1024/'))).error).toBe(
      'The connection was refused.',
    );
    policy.resolve = () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    expect((await sender(policy).send(letter(local()))).error).toBe('The host name does not exist.');
    receiver.answer = (response) => response.destroy();
    expect((await sender(policyWith('127.0.0.0/8')).send(letter(receiver.url()))).error).toBe(
      'The connection was broken off.',
    );
  });
});

describe('what webhooks are made of', () => {
  it('pauses between attempts grow to an hour, by chance a quarter shorter or longer', () => {
    const seconds = (attempts: number, chance: number) => backoffDelay(attempts, () => chance) / 1000;
    expect([1, 2, 3, 4].map((attempts) => seconds(attempts, 0.5))).toEqual([5, 10, 20, 40]);
    expect([seconds(1, 0), seconds(1, 1), seconds(50, 0.5)]).toEqual([3.75, 6.25, 3600]);
  });

  it('periods are minutes and hours, up to six', () => {
    expect(
      ['immediately', '5 minutes', '5min', '1 hour', '6_hours', 'every 30 minutes'].map(periodOf),
    ).toEqual([0, 300_000, 300_000, 3_600_000, 21_600_000, 1_800_000]);
    expect(['', 'daily', '0 minutes', '361 minutes', '7 hours'].map(periodOf)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });

  it('sealed text is opened with its key alone, and only when nobody has touched it', () => {
    const vault = new Cipher(keyFrom('a'.repeat(32)));
    const sealed = vault.encrypt('pass 🔑');
    expect(vault.decrypt(sealed)).toBe('pass 🔑');
    expect(vault.encrypt('pass 🔑')).not.toBe(sealed);
    expect(new Cipher(keyFrom('b'.repeat(32))).decrypt(sealed)).toBeUndefined();
    const last = sealed.endsWith('A') ? 'B' : 'A';
    expect(vault.decrypt(sealed.slice(0, -4) + last.repeat(4))).toBeUndefined();
    expect(vault.decrypt('pass')).toBeUndefined();
  });

  it('long texts are kept in pieces that end between characters', () => {
    const text = `${'x'.repeat(19_999)}🔑${'ß'.repeat(30_000)}`;
    const pieces = splitIntoChunks(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBe(3);
    for (const piece of pieces) {
      expect(piece.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(piece)).toBeLessThan(65_536);
    }
    expect(splitIntoChunks('')).toEqual(['']);
  });
});

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    const save = (tenant: TenantClient, url: string): Promise<Answer> =>
      tenant.post('/workflows', { type: 'webhook', title: 'W', workspace: tenant.workspace, url });

    describe('a webhook of a server that allows no private network', () => {
      it.each([
        'http://127.0.0.1/',
        'https://10.0.0.1/x',
        'http://[::1]:8080/',
        'http://169.254.169.254/latest',
        'http://localhost/',
      ])('cannot be %s', async (url) => {
        const tenant = await api.tenant();
        const { status, body } = await save(tenant, url);
        expect({ status, violations: body.violations }).toMatchObject({
          status: 400,
          violations: [
            { propertyPath: 'url', message: 'It leads to an address that webhooks are not sent to.' },
          ],
        });
      });

      it('is not hidden in another workflow', async () => {
        const tenant = await api.tenant();
        const { workspace } = tenant;
        const hidden = { type: 'webhook', title: 'W', workspace, url: 'http://10.0.0.1/' };
        const { status, body } = await tenant.post('/workflows', {
          title: 'Shop',
          type: 'integration-shop',
          workspace,
          integration: hidden,
        });
        expect({ status, path: body.violations[0].propertyPath }).toEqual({
          status: 400,
          path: 'integration.url',
        });
      });

      it('is not sent to where its name leads later', async () => {
        const tenant = await api.tenant();
        const policy = api.provider(AddressPolicy);
        const { resolve } = policy;
        try {
          policy.resolve = () => Promise.resolve([{ address: '93.184.216.34', family: 4 }]);
          const saved = await save(tenant, receiver.url().replace('127.0.0.1', 'rebind.example'));
          expect(saved.status).toBe(201);
          policy.resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
          expect((await tenant.put(saved.body['@id'], { url: saved.body.url })).status).toBe(400);
          await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: 'S-1' });
          api.provider(WebhookWorker).wake();
          const runs = async () => (await tenant.get(`${saved.body['@id']}/runs`)).body['hydra:member'];
          await eventually('it has failed', async () => (await runs()).length === 1);
          expect(await runs()).toMatchObject([
            {
              status: 'failed',
              responseCode: null,
              errors: 'It leads to an address that webhooks are not sent to.',
            },
          ]);
          expect(receiver.received).toEqual([]);
        } finally {
          policy.resolve = resolve;
        }
      });
    });
  },
  { WEBHOOK_ALLOW_PORTS: '1024-65535' },
);
