import { ClientError } from '../metadata/errors.js';

const KIB = 1024;
const MIB = 1024 * KIB;

/** Bytes of a body at most, where a route says nothing else. */
export const BODY_LIMIT = MIB;

/** Bytes at most of what strangers send: forms, codes and reviews. */
export const PUBLIC_LIMIT = 64 * KIB;

/** Bytes at most of a body that has a list of ids, or names what is to be done. */
export const OPERATION_LIMIT = 256 * KIB;

/** Bytes of a push of 17TRACK at most: the news of one parcel. */
export const SIGNED_LIMIT = 512 * KIB;

/** Bytes of an imported table at most. */
export const CSV_LIMIT = 16 * MIB;

/** Bytes of a body with an item a line at most. */
export const NDJSON_LIMIT = 64 * MIB;

/** Milliseconds within which such a body arrives, slowed down by what is done with it. */
export const NDJSON_MS = 3_600_000;

/** Bytes of a body with many updates of parcels at most. */
export const PUSH_LIMIT = 16 * MIB;

/** Lists and objects inside each other at most. */
export const DEPTH_LIMIT = 32;

/** Values of a JSON body at most, on a route that takes so many bytes. */
export const valueLimit = (bytes: number): number => Math.min(Math.floor(bytes / 16), 500_000);

/** Milliseconds within which a stranger's body arrives. */
export const PUBLIC_BODY_MS = 10_000;

const sizeOf = (bytes: number): string => (bytes < MIB ? `${bytes / KIB} KiB` : `${bytes / MIB} MiB`);

/** 413: the body has too many bytes. */
export class TooLarge extends ClientError {
  readonly status = 413;
  constructor(limit: number) {
    super(`The body is too large. It should have ${sizeOf(limit)} or less.`);
  }
}

/** 408: the body did not come to its end. */
export class TooSlow extends ClientError {
  readonly status = 408;
  override readonly headers = { Connection: 'close' };
  constructor() {
    super('The body did not arrive in time.');
  }
}
