import { carrierByCode } from './carriers.js';
import { POSTAL_OPERATORS } from './catalogue/postal-operators.js';
import { postalItem } from './postal-item.js';

const familyOf = (code: string): string => carrierByCode(code)?.family ?? code;

/** The posts that issue numbers of UPU S10, those that only deliver such items, and everybody's name for them. */
const posts: ReadonlySet<string> = new Set(
  [...POSTAL_OPERATORS.values(), 'andorra-post', 'upu'].map(familyOf),
);

const isPost = (code: string): boolean => posts.has(familyOf(code));

/**
 * Whether news of one carrier may be of a parcel that is said to be the other's: they are one family, or both are posts and
 * the number is one of UPU S10, whose item one post takes and another delivers.
 */
export const areRelated = (one: string, other: string, trackingNumber: string): boolean =>
  familyOf(one) === familyOf(other) ||
  (isPost(one) && isPost(other) && postalItem(trackingNumber) !== undefined);
