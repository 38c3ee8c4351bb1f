import { CARRIERS } from './carriers.js';
import { isTrackingNumber, normalizeTrackingNumber } from './normalize-tracking-number.js';

const URL_PATTERN = /(?:https?:\/\/|\bwww\.)[^\s<>"']+/gi;

/** Whether somebody has pasted an address of a page. */
export const containsUrl = (text: string): boolean => text.search(URL_PATTERN) >= 0;

/** Pages that show parcels of many carriers. */
const AGGREGATOR_HOSTS = [
  'aftership.com',
  '17track.net',
  'parcelsapp.com',
  'ship24.com',
  'track24.net',
  'parcelmonitor.com',
];

/** What carriers call the parameter that has the number. */
const NUMBER_PARAMETER =
  /track|trk|awb|piece|parcel|barcode|label|consign|shipment|sendung|colis|envio|numer|number|nums?$|^(?:q|id|idc|code|item|items|no|number|cons|inquiry|search|match|ref|reference|pin|snr)$/i;

/** Between numbers of one parameter. */
const LIST = /[,;|\s]+/;

/** The names of hosts on which carriers show parcels, `ups.com` also for `www.ups.com`. */
const HOSTS: ReadonlySet<string> = new Set([
  ...AGGREGATOR_HOSTS,
  ...CARRIERS.flatMap(({ url, trackingUrlTemplate }) => [url, trackingUrlTemplate])
    .filter((address) => address !== null)
    .map((address) => new URL(address).hostname.replace(/^www\d?\./, '')),
]);

/** The tracking numbers in addresses of pages that show parcels, in normal form. */
export const trackingNumbersInUrls = (text: string): readonly string[] =>
  [...text.matchAll(URL_PATTERN)].flatMap(([address]) => trackingNumbersInUrl(address));

function trackingNumbersInUrl(address: string): readonly string[] {
  const text = /^http/i.test(address) ? address : `https://${address}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isKnownHost(url.hostname)) return [];
  const [fragmentPath = '', fragmentQuery = ''] = url.hash.slice(1).split('?', 2);
  const parameters = [
    ...url.searchParams,
    ...new URLSearchParams(fragmentQuery),
    ...(fragmentPath.includes('=') ? new URLSearchParams(fragmentPath.replace(/^\//, '')) : []),
  ];
  const named = parameters.filter(([name]) => NUMBER_PARAMETER.test(name)).map(([, value]) => value);
  const others = parameters.filter(([name]) => !NUMBER_PARAMETER.test(name)).map(([, value]) => value);
  const steps = [...fragmentPath.split('/').reverse(), ...url.pathname.split('/').reverse()].map(decoded);
  for (const places of [named, steps, others]) {
    const numbers = places
      .flatMap((place) => place.split(LIST))
      .map(normalizeTrackingNumber)
      .filter(isLikely);
    if (numbers.length > 0) return places === steps ? numbers.slice(0, 1) : numbers;
  }
  return [];
}

const isKnownHost = (hostname: string): boolean => {
  const labels = hostname.toLowerCase().split('.');
  return labels.some((_, at) => HOSTS.has(labels.slice(at).join('.')));
};

/** Words of a path, such as `track2` or `en-gb`, have fewer digits. */
const isLikely = (number: string): boolean =>
  isTrackingNumber(number) && number.length >= 6 && number.replace(/\D/g, '').length >= 4;

/** Percent signs may be anything. */
function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
