import { POSTS } from '../../reference-data/carriers/catalogue/posts.js';

/** 17TRACK's keys of the posts, by country. Source of all keys: res.17track.net/asset/carrier/info/apicarrier.all.json */
// prettier-ignore
const POST_KEYS: Readonly<Record<string, number>> = {
  AE: 5031, AF: 1021, AL: 1031, AM: 1131, AR: 1121, AT: 1161, AU: 1151, AW: 92031, AX: 91021, AZ: 1171, BA: 2121, BB: 2041,
  BD: 2031, BE: 2061, BF: 2181, BG: 2171, BI: 2191, BJ: 2081, BM: 90041, BN: 2161, BR: 2151, BT: 2101, BW: 2131, BY: 2051,
  BZ: 2071, CA: 3041, CH: 19251, CM: 3031, CN: 3011, CO: 3131, CR: 3181, CU: 3201, CV: 3061, CW: 92021, CY: 3211, CZ: 3221,
  DE: 7044, DK: 4011, DO: 4041, DZ: 1041, EC: 5011, EE: 5041, EG: 5021, ER: 5061, ES: 19181, ET: 5051, FI: 6041, FJ: 6031,
  FO: 96021, FR: 6051, GB: 11031, GE: 7031, GH: 7051, GI: 90061, GL: 96031, GR: 7071, GY: 7141, HK: 8011, HN: 8041,
  HR: 3191, HU: 8051, ID: 9031, IE: 9051, IL: 9061, IN: 9021, IR: 9041, IS: 9011, IT: 9071, JE: 90091, JM: 10011,
  JO: 10031, JP: 10021, KE: 11021, KG: 11091, KH: 3021, KI: 11041, KR: 11051, KW: 11081, KZ: 11011, LA: 12011, LB: 12031,
  LC: 12091, LK: 19191, LS: 12041, LT: 12081, LU: 12101, LV: 12021, LY: 12061, MA: 13211, MD: 13161, ME: 13191, MK: 13021,
  MM: 13231, MN: 13181, MO: 13011, MT: 13081, MU: 13131, MV: 13061, MX: 13141, MY: 13051, NA: 14011, NC: 97021, NG: 14101,
  NI: 14071, NL: 14041, NO: 14081, NP: 14031, NZ: 14061, OM: 15011, PA: 16031, PE: 16061, PG: 16041, PH: 16071, PK: 16011,
  PL: 16081, PT: 16101, PY: 16051, QA: 17011, RO: 18021, RS: 19091, RU: 18031, RW: 18041, SA: 19071, SB: 19161, SC: 19111,
  SD: 19201, SE: 19241, SG: 19131, SI: 19151, SK: 19141, SM: 19051, SN: 19081, SV: 19031, SY: 19261, TG: 20051, TH: 20041,
  TN: 20101, TO: 20061, TR: 20111, TV: 20091, TW: 20011, TZ: 20031, UA: 21021, UG: 21011, US: 21051, UY: 21041, UZ: 21031,
  VC: 19021, VN: 22041, VU: 22021, WS: 19281, YE: 25011, ZA: 19171, ZM: 26011, ZW: 26021,
};

/** Keys of the others, by our codes. Where several have one key, the first is who it is when nobody said. */
// prettier-ignore
const KEYS: Readonly<Record<string, number>> = {
  dhl: 100001, ups: 100002, 'ups-ground': 100002, 'ups-mi': 100002, fedex: 100003, 'fedex-ground': 100003,
  'fedex-freight': 100003, 'fedex-uk': 100003, tnt: 100004, gls: 100005, aramex: 100006, dpd: 100007, 'dpd-de': 100007,
  toll: 100009, 'dpd-uk': 100010, oneworldexpress: 100011, 'sf-express': 100012, sfb2c: 100012, dpex: 100014,
  'i-parcel': 100015, 'asendia-usa': 100016, yodel: 100017, hermes: 100018, 'italy-sda': 100019, lwehk: 100020,
  'landmark-global': 100021, meest: 100023, 'gls-italy': 100024, bartolini: 100026, 'colis-prive': 100027, cdek: 100030,
  'hermes-de': 100031, 'smsa-express': 100034, 'nova-poshta': 100035, parcel: 100036, sagawa: 100040, purolator: 100042,
  'inpost-paczkomaty': 100043, cacesapostal: 100045, 'dhl-parcel-nl': 100047, 'dhlparcel-nl': 100047, ontrac: 100049,
  ukmail: 100050, lasership: 100052, bluedart: 100055, ekart: 100056, delhivery: 100060, 'taqbin-jp': 100062,
  'abxexpress-my': 100064, 'tnt-it': 100065, 'fastway-ie': 100068, dtdc: 100069, acscourier: 100070, exapaq: 100072,
  jet: 100074, citylinkexpress: 100081, zajil: 100082, nexive: 100087, 'airpak-express': 100088, naqel: 100089,
  'ecom-express': 100099, xpressbees: 100101, quantium: 100109, 'dpd-poland': 100111, doortodoor: 100116, apc: 100121,
  'couriers-please': 100122, sendle: 100123, ninjavan: 100124, ninjaxpress: 100125, 'ninjavan-ph': 100126,
  'ninjavan-my': 100127, 'ninjavan-th': 100128, 'ninjavan-vn': 100129, 'dpd-ireland': 100142, canpar: 100146, gdex: 100150,
  grandslamexpress: 100156, whistl: 100159, matkahuolto: 100161, 'xdp-uk': 100167, packlink: 100168, 'mrw-spain': 100175,
  trackon: 100180, wahana: 100183, thecourierguy: 100184, dsv: 100186, omniparcel: 100187, dotzot: 100188, skynet: 100192,
  'bombino-express': 100193, 'china-ems': 3013, 'dhl-germany': 7041, dhlglobalmail: 7047, 'dhlecommerce-asia': 7048,
  colissimo: 6051, 'parcel-force': 11033, mailamericas: 13134, flytexpress: 190002, hhexp: 190003, yunexpress: 190008,
  bqc: 190011, yanwen: 190012, kwt56: 190054, sprintpack: 190059, sunyou: 190072, topyou: 190074, 'zes-express': 190075,
  'bab-ru': 190076, ttkd: 190077, 'j-net': 190082, 'wise-express': 190085, wanbexpress: 190086, '4px': 190094, yji: 190106,
  '8256ru': 190108, utec: 190109, chukou1: 190111, 'ubi-logistics': 190112, sfcservice: 190113, yht: 190114,
  gaticn: 190119, jcex: 190120, uskyexpress: 190122, dwz: 190133, '139express': 190135, 'equick-cn': 190136,
  takesend: 190139, far800: 190152, hkdexpress: 190156, yto: 190157, alljoy: 190163, wishpost: 190165, deppon: 190174,
  '360lion': 190178, gaopost: 190183, 'js-exp': 190199, ydhex: 190200, quickway: 190201, orangeconnex: 190205,
  speedpak: 190205, cnexps: 190208, cainiao: 190271, global: 190271,
};

const keys = new Map<string, number>([
  ...Object.entries(POST_KEYS).flatMap(([iso2, key]): [string, number][] => {
    const code = POSTS[iso2]?.[0];
    return code === undefined ? [] : [[code, key]];
  }),
  ...Object.entries(KEYS),
]);

const codes = new Map<number, string[]>();
for (const [code, key] of keys) codes.set(key, [...(codes.get(key) ?? []), code]);

/** 17TRACK's key of a carrier; undefined when it has to find out by itself. */
export const carrierKeyOf = (code: string | null): number | undefined => keys.get(code ?? '');

/** Our carriers behind a key of 17TRACK, the likeliest first. */
export const carriersOfKey = (key: unknown): readonly string[] =>
  (typeof key === 'number' ? codes.get(key) : undefined) ?? [];

/** Each carrier that has a key. */
export const carriersWithKeys = (): readonly string[] => [...keys.keys()];
