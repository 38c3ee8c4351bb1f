import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { Unavailable } from '../metadata/errors.js';
import type { Caller } from '../store/caller.js';
import { BODY_LIMIT } from './body-limits.js';

/** Bodies of more than `BODY_LIMIT` bytes that one process has in hand at a time, and those of one user. */
export const MAX_LARGE_BODIES = 4;
export const MAX_LARGE_BODIES_PER_USER = 2;

/** Milliseconds for which the others wait. Nothing of them is read meanwhile. */
export const LARGE_BODY_TIMEOUT_MS = 30_000;

interface Waiting {
  readonly userPk: number;
  readonly begin: () => void;
}

/** The user of each that is in hand. */
const inHand: number[] = [];
const waiting = new Set<Waiting>();

const mayBegin = (userPk: number): boolean =>
  inHand.length < MAX_LARGE_BODIES &&
  inHand.filter((each) => each === userPk).length < MAX_LARGE_BODIES_PER_USER;

/**
 * Waits until there is room for a large body, in memory and in time; the room is free again when the request has been
 * answered.
 * @throws Unavailable when there is none for long.
 */
export async function roomForLargeBody(
  caller: Caller | undefined,
  bytes: number,
  { raw: response }: FastifyReply,
): Promise<void> {
  if (bytes <= BODY_LIMIT) return;
  if (response.destroyed) throw new Unavailable();
  const userPk = caller?.userPk ?? 0;
  if (mayBegin(userPk)) inHand.push(userPk);
  else await turnOf(userPk, response);
  response.once('close', () => {
    inHand.splice(inHand.indexOf(userPk), 1);
    [...waiting].find((next) => mayBegin(next.userPk))?.begin();
  });
}

function turnOf(userPk: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      response.off('close', giveUp);
      waiting.delete(mine);
    };
    const giveUp = (): void => {
      leave();
      reject(new Unavailable());
    };
    const begin = (): void => {
      leave();
      inHand.push(userPk);
      resolve();
    };
    const timer = setTimeout(giveUp, LARGE_BODY_TIMEOUT_MS);
    const mine: Waiting = { userPk, begin };
    response.once('close', giveUp);
    waiting.add(mine);
  });
}
