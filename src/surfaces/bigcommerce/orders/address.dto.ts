import { isEmail } from 'class-validator';
import { type AddressPart } from '../../../modules/addresses/address-columns.js';
import { isCountryCode } from '../../../modules/reference-data/countries/countries.js';
import { countryCodeByName } from '../../../modules/reference-data/countries/country-names.js';
import { ADDRESS_FIELDS } from './order-address.queries.js';
import type { AddressDetails } from './order-details.js';
import type { RequestBody } from '../request-body.js';
import { InvalidField } from '../errors.js';

/** An address of a body; what is not in it was not sent. */
export interface AddressInput {
  readonly parts: Readonly<Partial<Record<AddressPart, string>>>;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** What a shop says besides, of an address that an order is shipped to. */
  readonly details: AddressDetails;
}

/** @throws InvalidField. */
export function readAddress(body: RequestBody): AddressInput {
  const parts: Partial<Record<AddressPart, string>> = {};
  for (const [part, word] of ADDRESS_FIELDS) {
    const value = part === 'countryIso2' ? countryIn(body, word) : body.text(word);
    if (value !== undefined) parts[part] = value;
  }
  // a country is named by its code or by its name; one of them suffices
  const code = parts.countryIso2 || countryCodeByName(parts.country ?? '');
  if (code) parts.countryIso2 = code;
  return { parts, email: emailIn(body, 'email'), phone: body.text('phone'), details: detailsIn(body) };
}

/** Fields of a form at most. */
const MAX_FORM_FIELDS = 100;

/** @throws InvalidField. */
function detailsIn(body: RequestBody): AddressDetails {
  const method = body.text('shipping_method')?.trim();
  const fields = body.list('form_fields', MAX_FORM_FIELDS)?.map((field) => ({
    name: field.text('name') ?? '',
    value: field.text('value', 1000) ?? '',
  }));
  return {
    ...(method !== undefined && { shipping_method: method }),
    ...(fields !== undefined && { form_fields: fields }),
  };
}

/** @throws InvalidField when it is no country's code of two letters. */
function countryIn(body: RequestBody, name: string): string | undefined {
  const code = body.text(name)?.trim().toUpperCase();
  if (code !== undefined && code !== '' && !isCountryCode(code))
    throw new InvalidField(name, 'The value must be an ISO 3166 code of two letters.');
  return code;
}

/** @throws InvalidField. */
function emailIn(body: RequestBody, name: string): string | undefined {
  const email = body.text(name, 1000)?.trim();
  if (email !== undefined && email !== '' && !isEmail(email))
    throw new InvalidField(name, 'The value must be an e-mail address.');
  return email;
}
