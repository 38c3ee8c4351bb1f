import { setTimeout as pause } from 'node:timers/promises';
import { normalizeTrackingNumber } from '../../reference-data/carriers/normalize-tracking-number.js';
import { type Parcel, ProviderError, type TrackingProvider } from '../tracking-provider.js';
import type { TrackingUpdate } from '../tracking-update.js';
import { postJson } from './post-json.js';
import type { ProviderConfig } from '../../../config/tracking-providers.js';
import { valueAt, arrayFrom } from './provider-response.js';
import { seventeenTrackKey } from './seventeen-track-carriers.js';
import { readTrackInfo, type SeventeenTrackUpdate, toTrackingUpdate } from './seventeen-track-updates.js';

/** Numbers that 17TRACK takes in one call, and milliseconds between calls: it takes three in a second. */
const BATCH_SIZE = 40;
const CALL_INTERVAL_MS = 350;

/** Why it rejects a number. Source: "Error Codes and Troubleshooting" at help.17track.net. */
const ERROR_CODES = {
  alreadyRegistered: -18019901,
  notRegistered: -18019902,
  dayIsUsedUp: -18019907,
  quotaIsUsedUp: -18019908,
} as const;

/** The two lists of every answer. */
interface Envelope {
  readonly accepted: readonly unknown[];
  readonly rejected: readonly unknown[];
}

/** 17TRACK, API v2.2: a number is registered once, asked for any time, and news of it are pushed as well. */
export function seventeenTrack(
  { key, url, name }: ProviderConfig,
  apart = CALL_INTERVAL_MS,
): TrackingProvider {
  let next = 0;
  const call = async (method: string, body: unknown, signal: AbortSignal): Promise<Envelope> => {
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + apart;
    // when the time is over meanwhile, the call below says so
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    const question = { provider: name, url: `${url}/track/v2.2/${method}`, headers: { '17token': key } };
    const answer = await postJson({ ...question, body, signal });
    if (answer.status !== 200) throw new ProviderError(`${name} answered ${answer.status}`);
    return envelopeIn(answer.body, name);
  };
  const watch = async (parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly Parcel[]> => {
    const sent = parcels.map((parcel) => ({ ...requestEntry(parcel), ...requestTag(parcel) }));
    const { rejected } = await call('register', sent, signal);
    const codes = rejected.map(codeOf);
    if (codes.some((code) => code === ERROR_CODES.dayIsUsedUp || code === ERROR_CODES.quotaIsUsedUp))
      throw new ProviderError(`${name} has no quota left`);
    const refused = rejected.filter((_, index) => codes[index] !== ERROR_CODES.alreadyRegistered);
    return parcels.filter((parcel) => refused.some((entry) => isAbout(entry, parcel)));
  };
  return {
    name,
    batchSize: BATCH_SIZE,
    canTrack: () => true,
    watch,
    fetchUpdates: async (parcels, signal) => {
      const { accepted, rejected } = await call('gettrackinfo', parcels.map(requestEntry), signal);
      const forgotten = rejected.filter((entry) => codeOf(entry) === ERROR_CODES.notRegistered);
      const strangers = parcels.filter((parcel) => forgotten.some((entry) => isAbout(entry, parcel)));
      if (strangers.length > 0) await watch(strangers, signal);
      const news = accepted.map(readTrackInfo).filter((each) => each !== undefined);
      return parcels.flatMap((parcel) => updateOf(parcel, news));
    },
  };
}

/** @throws ProviderFailed. */
function envelopeIn(body: unknown, name: string): Envelope {
  const [error] = arrayFrom(valueAt(body, 'data', 'errors'));
  const code = valueAt(error, 'code') ?? valueAt(body, 'code');
  if (code !== 0)
    throw new ProviderError(`${name} answered the code ${typeof code === 'number' ? code : 'none'}`);
  return {
    accepted: arrayFrom(valueAt(body, 'data', 'accepted')),
    rejected: arrayFrom(valueAt(body, 'data', 'rejected')),
  };
}

const codeOf = (entry: unknown): unknown => valueAt(entry, 'error', 'code');

/** `{"number": "RB123456785GB", "carrier": 11031}` */
function requestEntry({ trackingNumber, originCarrier }: Parcel): { number: string; carrier?: number } {
  const carrier = seventeenTrackKey(originCarrier);
  return { number: trackingNumber, ...(carrier !== undefined && { carrier }) };
}

/** Pushes bring the tag along: it says which of several carriers with one key it is. */
const requestTag = ({ originCarrier }: Parcel): { tag?: string } =>
  originCarrier === null ? {} : { tag: originCarrier };

/** A rejected entry has a carrier only where one was sent. */
function isAbout(entry: unknown, parcel: Parcel): boolean {
  const number = valueAt(entry, 'number');
  const carrier = valueAt(entry, 'carrier');
  const key = seventeenTrackKey(parcel.originCarrier);
  const isSame = typeof carrier !== 'number' || carrier === 0 || key === undefined || carrier === key;
  return typeof number === 'string' && normalizeTrackingNumber(number) === parcel.trackingNumber && isSame;
}

/** The parcel keeps the carrier that it was asked for with, unless 17TRACK says that it is another's. */
function updateOf(parcel: Parcel, news: readonly SeventeenTrackUpdate[]): TrackingUpdate[] {
  const key = seventeenTrackKey(parcel.originCarrier);
  const told = news.filter(({ update }) => update.trackingNumber === parcel.trackingNumber);
  const own = told.find(({ carrierKey }) => key === undefined || carrierKey === key);
  if (own) return [{ ...own.update, originCarrier: parcel.originCarrier ?? own.carriers[0] }];
  return told
    .filter(({ carriers }) => carriers.length > 0)
    .slice(0, 1)
    .map(toTrackingUpdate);
}
