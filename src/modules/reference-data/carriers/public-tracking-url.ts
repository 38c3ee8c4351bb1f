import { aftershipSlug } from './aftership.js';
import { TEST_CARRIER, carrierTrackingUrl } from './carriers.js';

/**
 * The page that shows a parcel to customers: the carrier's own, else AfterShip's, which tracks for all. `word` is what the
 * shop calls the carrier. Null where nobody has said who carries.
 */
export function publicTrackingUrl(
  { code, word }: { readonly code: string | null | undefined; readonly word: string | null },
  trackingNumber: string,
): string | null {
  const own = carrierTrackingUrl(code ?? '', trackingNumber);
  const slug = aftershipSlug(word ?? '') ?? aftershipSlug(code ?? '');
  if (own !== null || code === TEST_CARRIER || !(code || slug)) return own;
  const steps = slug === undefined ? [trackingNumber] : [slug, trackingNumber];
  return `https://www.aftership.com/track/${steps.map(encodeURIComponent).join('/')}`;
}
