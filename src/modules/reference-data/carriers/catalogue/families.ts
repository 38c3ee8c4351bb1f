/**
 * Carriers that hand parcels to each other or are one house under several names: news of any of them may be of a parcel
 * of the others. Each code is in one family at most; the family has the name of its first.
 */
// prettier-ignore
const FAMILIES: readonly (readonly [head: string, ...others: string[]])[] = [
  ['dhl', 'dhl-active', 'dhl-germany', 'deutsche-post', 'dhlglobalmail', 'dhlecommerce-asia', 'dhl-parcel-nl', 'dhlparcel-nl',
    'dhl-benelux', 'dhl-poland', 'dhl-es', 'dhl-hong-kong', 'ukmail'],
  ['ups', 'ups-ground', 'ups-freight', 'ups-mi', 'i-parcel'],
  ['fedex', 'fedex-ground', 'fedex-freight', 'fedex-uk', 'opek'],
  ['tnt', 'tnt-click', 'tnt-reference', 'tnt-it', 'tnt-fr', 'tnt-uk', 'tnt-au', 'netherlands-post'],
  ['dpd', 'dpd-de', 'dpd-uk', 'dpd-ireland', 'dpd-poland', 'dpd-hk', 'exapaq', 'siodemka', 'international-seur', 'bartolini'],
  ['gls', 'gls-italy'],
  ['hermes', 'hermes-de'],
  ['yodel', 'collectplus'],
  ['usps', 'overseas-territory-us-post'],
  ['ontrac', 'lasership'],
  ['parcel', 'newgistics'],
  ['canada-post', 'xpresspost', 'purolator'],
  ['royal-mail', 'parcel-force'],
  ['laposte', 'colissimo', 'chronopost', 'chronopost-portugal', 'overseas-territory-fr-ems', 'la-poste-monaco', 'monaco-ems'],
  ['asendia-usa', 'asendia-uk', 'asendia-de', 'asendia-hk'],
  ['austria-post', 'myaustrianpost'],
  ['belgium-post', 'landmark-global'],
  ['postnl-parcels', 'postnl-3s'],
  ['poste-italiane', 'italy-sda', 'nexive'],
  ['sweden-posten', 'denmark-post'],
  ['ukraine-post', 'ukraine-ems'],
  ['australia-post', 'auspost', 'australia-ems', 'star-track'],
  ['new-zealand-post', 'courierpost'],
  ['aramex', 'fastway-au', 'fastway-nz', 'fastway-ie'],
  ['toll', 'toll-ipec'],
  ['china-post', 'china-ems', 'epacket'],
  ['singapore-post', 'singapore-speedpost', 'speed-post', 'quantium'],
  ['malaysia-post', 'poslaju', 'mypostonline'],
  ['korea-post', 'eparcel-kr'],
  ['bangladesh-post', 'bangladesh-ems'],
  ['ivory-coast-post', 'ivory-coast-ems'],
  ['sf-express', 'sfb2c'],
  ['bestex', '800best'],
  ['cainiao', 'global'],
  ['speedpak', 'orangeconnex'],
  ['dpex', 'szdpex'],
  ['taqbin-jp', 'taqbin-hk', 'taqbin-my'],
  ['ninjavan', 'ninjavan-my', 'ninjavan-ph', 'ninjavan-th', 'ninjavan-vn', 'ninjaxpress'],
  ['kerry-logistics', 'kerryexpress', 'kerry-tec'],
  ['skynetworldwide', 'skynetworldwide-uk', 'skynet'],
  ['dtdc', 'dtdc-plus', 'dotzot'],
  ['gati-kwe', 'gaticn'],
  ['rpx', 'rpxonline'],
];

/** The family of each carrier that has one, by code. */
export const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  FAMILIES.flatMap((codes) => codes.map((code): [string, string] => [code, codes[0]])),
);
