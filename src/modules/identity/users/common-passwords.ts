import { dictionary } from '@zxcvbn-ts/language-common';
import { MIN_PASSWORD_LENGTH } from './passwords.js';

/** The passwords that people choose most, the list of zxcvbn (some 49,000, in small letters): what is tried first. */
const COMMON: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= MIN_PASSWORD_LENGTH),
);

export const isCommon = (password: string): boolean => COMMON.has(password.toLowerCase());
