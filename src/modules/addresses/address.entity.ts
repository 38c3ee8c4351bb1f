import { Ascii, Text } from '../../core/database/columns.js';

/** A postal address inside its owner's row. */
export class Address {
  @Text() addressLine1!: string | null;
  @Text() addressLine1Folded!: string | null;
  @Text() addressLine2!: string | null;
  @Text() addressLine2Folded!: string | null;
  @Text() city!: string | null;
  @Text() cityFolded!: string | null;
  @Text() company!: string | null;
  @Text() companyFolded!: string | null;
  @Text() country!: string | null;
  @Ascii(2, { nullable: true }) countryIso2!: string | null;
  @Text() firstName!: string | null;
  @Text() firstNameFolded!: string | null;
  @Text() lastName!: string | null;
  @Text() lastNameFolded!: string | null;
  @Text() postcode!: string | null;
  @Text() postcodeFolded!: string | null;
  @Text() state!: string | null;
  @Text() stateFolded!: string | null;
}
