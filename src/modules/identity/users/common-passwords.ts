import { dictionary } from '@zxcvbn-ts/language-common';
import { SHORTEST_PASSWORD } from './passwords.js';

/** The passwords that people choose most, the list of zxcvbn (some 49,000, in small letters): what is tried first. */
const COMMON: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= SHORTEST_PASSWORD),
);

export const isCommon = (password: string): boolean => COMMON.has(password.toLowerCase());
