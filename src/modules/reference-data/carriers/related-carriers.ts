import { carrierByCode } from './carriers.js';
import { CARRIER_ROWS } from './catalogue/catalogue.js';
import { postalItem } from './postal-item.js';

const familyOf = (code: string): string => carrierByCode(code)?.family ?? code;

/** The families of the posts. */
const posts: ReadonlySet<string> = new Set(
  CARRIER_ROWS.filter(([, { postOf, deliversPost }]) => postOf !== undefined || deliversPost).map(([code]) =>
    familyOf(code),
  ),
);

const isPost = (code: string): boolean => posts.has(familyOf(code));

/**
 * Whether news of one carrier may be of a parcel that is said to be the other's: they are one family, or both are posts and
 * the number is one of UPU S10, whose item one post takes and another delivers.
 */
export const areRelated = (one: string, other: string, trackingNumber: string): boolean =>
  familyOf(one) === familyOf(other) ||
  (isPost(one) && isPost(other) && postalItem(trackingNumber) !== undefined);
