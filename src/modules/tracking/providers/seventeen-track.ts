import { setTimeout as pause } from 'node:timers/promises';
import { normalTrackingNumber } from '../../reference-data/carriers/normal-tracking-number.js';
import { type Parcel, ProviderFailed, type TrackingProvider } from '../tracking-provider.js';
import type { TrackingUpdate } from '../tracking-update.js';
import { postJson } from './post-json.js';
import type { ProviderConfig } from './provider-config.js';
import { inside, listIn } from './reading.js';
import { carrierKeyOf } from './seventeen-track-carriers.js';
import { newsIn, type News, updateIn } from './seventeen-track-news.js';

/** Numbers that 17TRACK takes in one call, and milliseconds between calls: it takes three in a second. */
const AT_ONCE = 40;
const APART = 350;

/** Why it rejects a number. Source: "Error Codes and Troubleshooting" at help.17track.net. */
const CODE = {
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
export function seventeenTrack({ key, url, name }: ProviderConfig, apart = APART): TrackingProvider {
  let next = 0;
  const call = async (method: string, body: unknown, signal: AbortSignal): Promise<Envelope> => {
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + apart;
    // when the time is over meanwhile, the call below says so
    if (wait > 0) await pause(wait, undefined, { signal }).catch(() => undefined);
    const question = { provider: name, url: `${url}/track/v2.2/${method}`, headers: { '17token': key } };
    const answer = await postJson({ ...question, body, signal });
    if (answer.status !== 200) throw new ProviderFailed(`${name} answered ${answer.status}`);
    return envelopeIn(answer.body, name);
  };
  const watch = async (parcels: readonly Parcel[], signal: AbortSignal): Promise<readonly Parcel[]> => {
    const sent = parcels.map((parcel) => ({ ...named(parcel), ...tagged(parcel) }));
    const { rejected } = await call('register', sent, signal);
    const codes = rejected.map(codeOf);
    if (codes.some((code) => code === CODE.dayIsUsedUp || code === CODE.quotaIsUsedUp))
      throw new ProviderFailed(`${name} has no quota left`);
    const refused = rejected.filter((_, index) => codes[index] !== CODE.alreadyRegistered);
    return parcels.filter((parcel) => refused.some((entry) => isAbout(entry, parcel)));
  };
  return {
    name,
    atOnce: AT_ONCE,
    canTrack: () => true,
    watch,
    ask: async (parcels, signal) => {
      const { accepted, rejected } = await call('gettrackinfo', parcels.map(named), signal);
      const forgotten = rejected.filter((entry) => codeOf(entry) === CODE.notRegistered);
      const strangers = parcels.filter((parcel) => forgotten.some((entry) => isAbout(entry, parcel)));
      if (strangers.length > 0) await watch(strangers, signal);
      const news = accepted.map(newsIn).filter((each) => each !== undefined);
      return parcels.flatMap((parcel) => updateOf(parcel, news));
    },
  };
}

/** @throws ProviderFailed. */
function envelopeIn(body: unknown, name: string): Envelope {
  const [error] = listIn(inside(body, 'data', 'errors'));
  const code = inside(error, 'code') ?? inside(body, 'code');
  if (code !== 0)
    throw new ProviderFailed(`${name} answered the code ${typeof code === 'number' ? code : 'none'}`);
  return {
    accepted: listIn(inside(body, 'data', 'accepted')),
    rejected: listIn(inside(body, 'data', 'rejected')),
  };
}

const codeOf = (entry: unknown): unknown => inside(entry, 'error', 'code');

/** `{"number": "RB123456785GB", "carrier": 11031}` */
function named({ trackingNumber, originCarrier }: Parcel): { number: string; carrier?: number } {
  const carrier = carrierKeyOf(originCarrier);
  return { number: trackingNumber, ...(carrier !== undefined && { carrier }) };
}

/** Pushes bring the tag along: it says which of several carriers with one key it is. */
const tagged = ({ originCarrier }: Parcel): { tag?: string } =>
  originCarrier === null ? {} : { tag: originCarrier };

/** A rejected entry has a carrier only where one was sent. */
function isAbout(entry: unknown, parcel: Parcel): boolean {
  const number = inside(entry, 'number');
  const carrier = inside(entry, 'carrier');
  const key = carrierKeyOf(parcel.originCarrier);
  const isSame = typeof carrier !== 'number' || carrier === 0 || key === undefined || carrier === key;
  return typeof number === 'string' && normalTrackingNumber(number) === parcel.trackingNumber && isSame;
}

/** The parcel keeps the carrier that it was asked for with, unless 17TRACK says that it is another's. */
function updateOf(parcel: Parcel, news: readonly News[]): TrackingUpdate[] {
  const key = carrierKeyOf(parcel.originCarrier);
  const told = news.filter(({ update }) => update.trackingNumber === parcel.trackingNumber);
  const own = told.find(({ carrierKey }) => key === undefined || carrierKey === key);
  if (own) return [{ ...own.update, originCarrier: parcel.originCarrier ?? own.carriers[0] }];
  return told
    .filter(({ carriers }) => carriers.length > 0)
    .slice(0, 1)
    .map(updateIn);
}
