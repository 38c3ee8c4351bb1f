import { domainToASCII, domainToUnicode } from 'node:url';
import { isEmail } from 'class-validator';

/*
 * What decides whether two texts name the same thing. Unlike `fold`, which is for searching, none of these makes two
 * letters equal that people tell apart: an accent makes another mailbox, another host and another code.
 */

/** Characters of an e-mail address at most, and of its key: see `users.emailKey`. */
export const MAX_ADDRESS_LENGTH = 254;
export const MAX_KEY_LENGTH = 255;

/**
 * Who an e-mail address belongs to: small letters, and the domain as DNS knows it (`bígshop.com` is
 * `xn--bgshop-3va.com`). Two spellings of one mailbox have one key, and a look-alike has another.
 */
export function emailKey(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0 ? lowerCase(email) : `${lowerCase(email.slice(0, at))}@${hostKey(email.slice(at + 1))}`;
}

/** The ways to write the domain of an address, but for case: rows are looked for by their folded forms. */
export function addressForms(key: string): readonly string[] {
  const at = key.lastIndexOf('@');
  return at < 0 ? [key] : [key, `${key.slice(0, at)}@${domainToUnicode(key.slice(at + 1))}`];
}

/** Whether this is an address that mail can be sent to, and that somebody can be known by. */
export const isAddress = (email: string): boolean =>
  isEmail(email) && emailKey(email).length <= MAX_KEY_LENGTH;

/** A code that people choose, such as `wc-processing`: without regard to case, in the form in which it is compared. */
export const codeKey = (code: string): string => withoutCase(code).trim();

/** As `codeKey`, for a part of a code: with the blanks around it. */
export const withoutCase = (text: string): string =>
  eachLetter(
    // the one capital that is no letter's capital in Unicode
    text
      .normalize('NFC')
      .replaceAll('ẞ', 'ß')
      .replace(/[\s\p{Cc}]+/gu, ' '),
    (letter) => letter.toUpperCase(),
  );

const lowerCase = (text: string): string => eachLetter(text, (letter) => letter.toLowerCase());

/** A host in its ASCII form; what can be none stays as it is, but for its case. */
function hostKey(host: string): string {
  const mayBeHost = /^[\w.\u0080-\u{10ffff}-]+$/u.test(host);
  const isAscii = /^[\0-\x7f]*$/.test(host);
  return (mayBeHost && !isAscii && domainToASCII(host)) || lowerCase(host);
}

/** Letter by letter; one that would become plain ASCII, as the Kelvin sign does, or ß in capitals, stays another. */
function eachLetter(text: string, changed: (letter: string) => string): string {
  if (/^[\0-\x7f]*$/.test(text)) return changed(text);
  return [...text]
    .map((letter) => (letter > '\x7f' && /^[\0-\x7f]*$/.test(changed(letter)) ? letter : changed(letter)))
    .join('');
}
