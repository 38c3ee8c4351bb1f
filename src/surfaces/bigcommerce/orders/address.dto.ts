import { isEmail } from 'class-validator';
import { Dto } from '../../../core/http/dto/dto.js';
import { type AddressPart } from '../../../modules/addresses/address-columns.js';
import { isCountryCode } from '../../../modules/reference-data/countries/countries.js';
import { countryCodeByName } from '../../../modules/reference-data/countries/country-names.js';
import { List, StoreBody, Text, trimmed } from '../dto/fields.js';
import { InvalidField } from '../errors.js';
import { ADDRESS_FIELDS } from './address.mapping.js';
import type { AddressDetails } from './order-details.js';

/** @throws InvalidField when it is no country's code of two letters. */
function countryCode(text: string, name: string): string {
  const code = text.trim().toUpperCase();
  if (code !== '' && !isCountryCode(code))
    throw new InvalidField(name, 'The value must be an ISO 3166 code of two letters.');
  return code;
}

/** @throws InvalidField. */
function emailAddress(text: string, name: string): string {
  const email = text.trim();
  if (email !== '' && !isEmail(email)) throw new InvalidField(name, 'The value must be an e-mail address.');
  return email;
}

/** An address of a body; what is not sent is not known, or stays. */
@Dto({ name: 'SentAddress' })
export class SentAddress extends StoreBody {
  @Text()
  readonly first_name?: string;

  @Text()
  readonly last_name?: string;

  @Text()
  readonly company?: string;

  @Text()
  readonly street_1?: string;

  @Text()
  readonly street_2?: string;

  @Text()
  readonly city?: string;

  @Text()
  readonly state?: string;

  @Text()
  readonly zip?: string;

  @Text()
  readonly country?: string;

  @Text({
    parse: countryCode,
    description: 'ISO 3166, two letters; it follows from the name of the country, too.',
    examples: ['US'],
  })
  readonly country_iso2?: string;

  @Text({ parse: emailAddress, maxLength: 1000, examples: ['janedoe@example.com'] })
  readonly email?: string;

  @Text()
  readonly phone?: string;
}

/** What a customer has entered besides. */
class SentFormField extends StoreBody {
  @Text()
  readonly name?: string;

  @Text({ maxLength: 1000, type: ['string', 'number'] })
  readonly value?: string;
}

/** An address that an order is shipped to. */
@Dto({ name: 'SentShippingAddress' })
export class SentShippingAddress extends SentAddress {
  @Text({ parse: trimmed, examples: ['Flat Rate'] })
  readonly shipping_method?: string;

  @List(() => SentFormField, { max: 100 })
  readonly form_fields?: readonly SentFormField[];
}

/** An address as it was sent, by the parts that are kept; what is not in it was not sent. */
export interface AddressInput {
  readonly parts: Readonly<Partial<Record<AddressPart, string>>>;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  /** What a shop says besides, of an address that an order is shipped to. */
  readonly details: AddressDetails;
}

export function addressFrom(sent: SentAddress & Partial<SentShippingAddress>): AddressInput {
  const { email, phone, shipping_method, form_fields } = sent;
  const parts: Partial<Record<AddressPart, string>> = {};
  for (const [part, word] of ADDRESS_FIELDS) if (sent[word] !== undefined) parts[part] = sent[word];
  // a country is named by its code or by its name; one of them suffices
  const code = parts.countryIso2 || countryCodeByName(parts.country ?? '');
  if (code) parts.countryIso2 = code;
  const details = {
    ...(shipping_method !== undefined && { shipping_method }),
    ...(form_fields && { form_fields: form_fields.map(({ name = '', value = '' }) => ({ name, value })) }),
  };
  return { parts, email, phone, details };
}
