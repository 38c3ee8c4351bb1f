import { isEmail } from 'class-validator';
import { type AddressPart } from '../addresses/address-columns.js';
import { isCountryCode } from '../countries/countries.js';
import { countryNamed } from '../countries/country-names.js';
import { addressWords } from './order-addresses.js';
import type { StoreBody } from './store-body.js';
import { InvalidField } from './store-errors.js';

/** An address of a body; what is not in it was not sent. */
export interface SentAddress {
  readonly parts: Readonly<Partial<Record<AddressPart, string>>>;
  readonly email: string | undefined;
  readonly phone: string | undefined;
}

/** @throws InvalidField. */
export function sentAddress(body: StoreBody): SentAddress {
  const parts: Partial<Record<AddressPart, string>> = {};
  for (const [part, word] of addressWords) {
    const value = part === 'countryIso2' ? countryIn(body, word) : body.text(word);
    if (value !== undefined) parts[part] = value;
  }
  // a country is named by its code or by its name; one of them suffices
  const code = parts.countryIso2 || countryNamed(parts.country ?? '');
  if (code) parts.countryIso2 = code;
  return { parts, email: emailIn(body, 'email'), phone: body.text('phone') };
}

/** @throws InvalidField when it is no country's code of two letters. */
function countryIn(body: StoreBody, name: string): string | undefined {
  const code = body.text(name)?.trim().toUpperCase();
  if (code !== undefined && code !== '' && !isCountryCode(code))
    throw new InvalidField(name, 'The value must be an ISO 3166 code of two letters.');
  return code;
}

/** @throws InvalidField. */
function emailIn(body: StoreBody, name: string): string | undefined {
  const email = body.text(name, 1000)?.trim();
  if (email !== undefined && email !== '' && !isEmail(email))
    throw new InvalidField(name, 'The value must be an e-mail address.');
  return email;
}
