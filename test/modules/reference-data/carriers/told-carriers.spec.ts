import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CARRIERS, carrierByCode } from '../../../../src/modules/reference-data/carriers/carriers.js';
import { areRelated } from '../../../../src/modules/reference-data/carriers/related-carriers.js';
import { gs1, mod10, s10 } from '../../../../src/modules/reference-data/carriers/check-digits.js';
import { type Body, type Client, onEachApi, type TenantClient } from '../../../support/api.js';

const KEY = 'k3y-of-17track';
let used = 0;
const serial = (): string => String(40_000_000 + ++used);
/** A number of UPU S10, whose issuer is certain. */
const postal = (country: string): string => {
  const digits = serial();
  return `RB${digits}${s10(digits)}${country}`;
};
/** A number of UPS, which is certain. */
const ofUps = (): string => {
  const digits = `5R8939${serial()}0`;
  return `1Z${digits}${mod10(digits, 1, 2)}`;
};
/** A number of USPS, which works in one country. */
const ofUsps = (): string => {
  const digits = `94001${serial()}00000000`;
  return `${digits}${gs1(digits)}`;
};
/** A number that nobody knows. */
const unknown = (): string => `WB${serial()}XYZ`;

describe('families', () => {
  it.each([
    ['dhl', 'dhl-germany', 'dhlglobalmail', 'deutsche-post', 'dhl-poland'],
    ['ups', 'ups-ground', 'ups-mi', 'ups-freight'],
    ['fedex', 'fedex-ground', 'fedex-freight', 'fedex-uk', 'opek'],
    ['dpd', 'dpd-uk', 'dpd-de', 'exapaq'],
    ['gls', 'gls-italy'],
    ['tnt', 'tnt-uk', 'tnt-it', 'tnt-click'],
    ['royal-mail', 'parcel-force'],
    ['laposte', 'colissimo', 'chronopost'],
    ['hermes', 'hermes-de'],
    ['canada-post', 'purolator', 'xpresspost'],
    ['australia-post', 'auspost', 'star-track'],
    ['usps', 'overseas-territory-us-post'],
  ])('%s and its relatives', (...codes) => {
    for (const code of codes) expect(areRelated(code, codes[0] ?? '', '1')).toBe(true);
  });

  it('are of carriers that there are, each in one', () => {
    for (const { family } of CARRIERS) expect(carrierByCode(family)?.family).toBe(family);
  });

  it('are not of others, even of posts, unless the number is an item of the posts', () => {
    expect(areRelated('ups', 'fedex', ofUps())).toBe(false);
    expect(areRelated('royal-mail', 'usps', ofUps())).toBe(false);
    expect(areRelated('royal-mail', 'usps', postal('GB'))).toBe(true);
    expect(areRelated('parcel-force', 'usps', postal('GB'))).toBe(true);
    expect(areRelated('dhl-germany', 'usps', postal('DE'))).toBe(true);
    expect(areRelated('epacket', 'usps', postal('CN'))).toBe(true);
    expect(areRelated('upu', 'usps', postal('CN'))).toBe(true);
    expect(areRelated('royal-mail', 'fedex', postal('GB'))).toBe(false);
  });
});

onEachApi(
  (api) => {
    let tenant: TenantClient;
    let operator: Client;
    beforeAll(async () => {
      tenant = await api.tenant();
      operator = await api.operator();
    });

    const ship = (trackingNumber: string, originCarrier: string | null = null): Promise<Body> =>
      tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber, originCarrier });
    const now = async ({ '@id': iri }: Body): Promise<Body> => (await tenant.get(iri as string)).body;
    const push = async (...updates: unknown[]): Promise<Body> =>
      (await operator.post('/tracking_updates', updates)).body;
    const told = (trackingNumber: string, originCarrier: string): object => ({
      trackingNumber,
      originCarrier,
      checkpoints: [{ date: '2026-03-01T10:00:00Z', status: 'in_transit', info: 'Seen' }],
    });

    describe('a carrier that was detected', () => {
      it.each([
        ['ups', 'fedex', ofUps()],
        ['ups', 'dhl', ofUps()],
        ['royal-mail', 'usps', postal('GB')],
        ['royal-mail', 'parcel-force', postal('GB')],
        ['china-post', 'cainiao', postal('CN')],
      ])('%s gives way to a push that names %s', async (guess, named, number) => {
        const made = await ship(number);
        expect(made.originCarrier).toBe(guess);
        expect(await push(told(number, named))).toMatchObject({ accepted: 1 });
        expect(await now(made)).toMatchObject({ originCarrier: named, trackingStatus: 'in_transit' });
      });

      it('takes the country along that it alone suggested, but not that of a postal item', async () => {
        const [american, related, british] = [ofUsps(), ofUsps(), postal('GB')];
        const guessed = await ship(american);
        expect(guessed).toMatchObject({ originCarrier: 'usps', originCountryIso2: 'US' });
        await push(told(american, 'dhl'));
        expect(await now(guessed)).toMatchObject({ originCarrier: 'dhl', originCountry: null });
        const relative = await ship(related);
        await push(told(related, 'overseas-territory-us-post'));
        expect(await now(relative)).toMatchObject({ originCountryIso2: 'US' });
        const mail = await ship(british);
        await push(told(british, 'usps'));
        expect(await now(mail)).toMatchObject({ originCarrier: 'usps', originCountryIso2: 'GB' });
      });

      it('stays when some of the news confirm it', async () => {
        const number = ofUps();
        const made = await ship(number);
        const { results } = await push(told(number, 'fedex'), told(number, 'ups'));
        expect(results.map(({ accepted }: Body) => accepted as boolean)).toEqual([false, true]);
        expect(await now(made)).toMatchObject({ originCarrier: 'ups' });
      });
    });

    describe('a carrier that a client chose', () => {
      it.each([
        ['dhl', 'dhl-germany'],
        ['dhl-germany', 'dhl'],
        ['dhlglobalmail', 'deutsche-post'],
        ['royal-mail', 'parcel-force'],
        ['canada-post', 'purolator'],
      ])('%s becomes %s, its relative', async (chosen, named) => {
        const number = unknown();
        const made = await ship(number, chosen);
        expect(await push(told(number, named))).toMatchObject({ accepted: 1 });
        expect(await now(made)).toMatchObject({ originCarrier: named, trackingStatus: 'in_transit' });
        // it is still the client's choice: strangers are refused
        expect(await push(told(number, 'yodel'))).toMatchObject({ rejected: 1 });
      });

      it('takes news of the post at the other end', async () => {
        const number = postal('GB');
        const made = await ship(number, 'royal-mail');
        expect(await push(told(number, 'japan-post'))).toMatchObject({ accepted: 1 });
        expect(await now(made)).toMatchObject({ originCarrier: 'japan-post', originCountryIso2: null });
      });

      it.each([
        ['ups', 'fedex'],
        ['dhl', 'ups'],
        ['royal-mail', 'usps'],
      ])('%s takes no news of %s', async (chosen, named) => {
        const number = unknown();
        const made = await ship(number, chosen);
        const { results } = await push(told(number, named));
        expect(results).toEqual([
          {
            trackingNumber: number,
            accepted: false,
            reasons: ['No shipment of this carrier has this tracking number.'],
          },
        ]);
        expect(await now(made)).toMatchObject({ originCarrier: chosen, trackingStatus: 'no_info' });
      });
    });

    it.each([
      ['Australia Post', 'australia-post'],
      ['AUSTRALIA  POST', 'australia-post'],
      ['Endicia', 'usps'],
      ['Royal Mail', 'royal-mail'],
      ['DHL Express', 'dhl'],
      ['fedex', 'fedex'],
      ['Česká pošta', 'czech-post'],
      ['Ceska Posta', 'czech-post'],
    ])('news may call their carrier "%s"', async (name, code) => {
      const number = unknown();
      const made = await ship(number);
      expect(await push(told(number, name))).toMatchObject({ accepted: 1 });
      expect((await now(made)).originCarrier).toBe(code);
    });

    describe('a push of 17TRACK', () => {
      const pushed = (number: string, carrier: number, tag: string | null, name = ''): Promise<Body> => {
        const events = [
          { time_utc: '2026-03-05T10:00:00Z', description: 'Seen', sub_status: 'InTransit_Other' },
        ];
        const text = JSON.stringify({
          event: 'TRACKING_UPDATED',
          data: {
            number,
            carrier,
            tag,
            track_info: { tracking: { providers: [{ provider: { key: carrier, name }, events }] } },
          },
        });
        const sign = createHash('sha256').update(`${text}/${KEY}`).digest('hex');
        const headers = { 'content-type': 'application/json', sign };
        return api
          .anonymous()
          .post('/tracking_providers/17track', text, headers)
          .then(({ body }) => body);
      };

      it('names the carrier of a parcel whose carrier was a guess, whatever it was registered with', async () => {
        const number = ofUps();
        const made = await ship(number);
        expect(await pushed(number, 100003, 'ups')).toEqual({ shipments: 1, checkpoints: 1 });
        expect(await now(made)).toMatchObject({ originCarrier: 'fedex', trackingStatus: 'in_transit' });
      });

      it('leaves services alone that 17TRACK does not tell apart, and knows relatives', async () => {
        const number = unknown();
        const made = await ship(number, 'ups-ground');
        expect(await pushed(number, 100002, null)).toEqual({ shipments: 1, checkpoints: 1 });
        expect(await now(made)).toMatchObject({ originCarrier: 'ups-ground', trackingStatus: 'in_transit' });
        const other = unknown();
        const german = await ship(other, 'dhl');
        expect(await pushed(other, 7041, 'dhl')).toEqual({ shipments: 1, checkpoints: 1 });
        expect(await now(german)).toMatchObject({ originCarrier: 'dhl-germany' });
      });

      it('may have a key that nobody knows, and the name of its carrier', async () => {
        const number = unknown();
        const made = await ship(number);
        await pushed(number, 999_999, null, 'Estes');
        expect(await now(made)).toMatchObject({ originCarrier: 'estes' });
      });
    });
  },
  { SEVENTEEN_TRACK_KEY: KEY, SEVENTEEN_TRACK_URL: 'http://127.0.0.1:9', WORKER: '0' },
);
