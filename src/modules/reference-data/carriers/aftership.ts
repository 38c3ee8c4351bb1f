import { CARRIER_ROWS } from './catalogue/catalogue.js';

/** AfterShip's slugs of carriers and services that have no row in the catalogue. Source: BigCommerce's list of 350 values. */
const WITHOUT_ROW = `
  apc-overnight apc-overnight-reference skypostal asm aupost-china b2ceurope bert-fr correosexpress courex
  courier-plus detrack dhl-deliverit directlink dtdc-au dynamic-logistics ensenda estafeta fastway-za fercam
  first-logistics geodis-calberson-fr homedirect-logistics imxmail interlink-express itis jne kerryttc-vn kn
  lion-parcel aeroflash mexico-redpack mexico-senda-express nacex-spain norsk-global oca-ar panther parcelpost-sg
  ppbyb portugal-seur post56 raben-group ramgroup-za red-express red-express-wb rocketparcel scudex-express
  sekologistics speedcouriers-gr spreadel amazon-fba-swiship taqbin-sg tazmanian-freight sic-teliway transmission-nl
  yrc zalora-7-eleven
`;

const listed = (text: string): string[] => text.trim().split(/\s+/);

/** The codes of carriers of the catalogue by their slugs. */
const codes: ReadonlyMap<string, string> = new Map(
  CARRIER_ROWS.flatMap(([code, { aftership }]) =>
    aftership === undefined ? [] : listed(aftership).map((slug): [string, string] => [slug, code]),
  ),
);

const slugs: ReadonlySet<string> = new Set([...codes.keys(), ...listed(WITHOUT_ROW)]);

const normalSlug = (word: string): string => word.trim().toLowerCase();

/** AfterShip's slug that a text is, in letters of either case: one that BigCommerce's `tracking_carrier` may be. */
export function aftershipSlug(word: string): string | undefined {
  const slug = normalSlug(word);
  return slugs.has(slug) ? slug : undefined;
}

/** The carrier of the catalogue that has this slug. */
export const carrierOfSlug = (word: string): string | undefined => codes.get(normalSlug(word));

/** All slugs. */
export const aftershipSlugs = (): readonly string[] => [...slugs];
