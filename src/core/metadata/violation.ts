/** One reason why a body is refused. */
export interface Violation {
  /** The field, dotted and with list positions: `shipmentItems[0].qty`. */
  readonly propertyPath: string;
  readonly message: string;
  /** A fixed UUID per kind of rule. */
  readonly code: string;
  /** What a client can use to mend the request. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** The codes of Symfony's constraints, which TrackMage answers with; the last ones are ours. */
export const CODE = {
  blank: 'c1051bb4-d103-4f74-8988-acbcafc7fdc3',
  email: 'bd79c0ab-ddba-46cc-a703-a7a4b08de310',
  url: '57c2f299-1154-4870-89bb-ef3b1f5ad229',
  tooShort: '9ff3fdc4-b214-49db-8718-39c315e33d45',
  tooLong: 'd94b19cc-114f-4f44-9cc4-4138e80a87b9',
  notUnique: '23bd9dbf-6b9b-41cd-a99e-4844bcf3077f',
  pattern: 'de1e3db3-5ed4-4941-aae4-59f3667cc3a3',
  exactLength: '4b6f5c76-22b4-409d-af16-fbe823ba9332',
  choice: '8e179f1b-97aa-4560-a02f-2a8b42e49df7',
  country: '8f900c12-61bd-455d-9398-996cd040f7f0',
  negative: 'ea4e51d1-3342-48bd-87f1-9e672cd90cad',
  range: '04b91c99-a946-4221-afc5-e65ebac401eb',
  count: '756b1212-697c-468d-a9ad-50dd783bb169',
  quantity: '5a0f3a0e-5a53-4e0e-9a57-0a4f2a6d7c11',
  carrier: '7c1a9a52-3f0e-4b0a-9a64-2f6e3d1c5b80',
  fulfilled: '0d5c3f5e-8c53-4b0c-8d0f-6b1f2a9e4d27',
} as const;

const violation =
  (code: string, message: string) =>
  (propertyPath: string): Violation => ({ propertyPath, message, code });

export const isBlank = violation(CODE.blank, 'This value should not be blank.');
export const isUsed = violation(CODE.notUnique, 'This value is already used.');
export const isNoEmail = violation(CODE.email, 'This value is not a valid email address.');
export const isNoUrl = violation(CODE.url, 'This value is not a valid URL.');
export const isNotValid = violation(CODE.pattern, 'This value is not valid.');
export const isNoChoice = violation(CODE.choice, 'The value you selected is not a valid choice.');
export const isNoCountry = violation(CODE.country, 'This value is not a valid country.');
export const isNegative = violation(CODE.negative, 'This value should be either positive or zero.');
export const isTooLong = (propertyPath: string, limit: number): Violation =>
  violation(
    CODE.tooLong,
    `This value is too long. It should have ${limit} characters or less.`,
  )(propertyPath);
export const isTooShort = (propertyPath: string, limit: number): Violation =>
  violation(
    CODE.tooShort,
    `This value is too short. It should have ${limit} characters or more.`,
  )(propertyPath);
export const isOutOfRange = (propertyPath: string, min: number, max: number): Violation =>
  violation(CODE.range, `This value should be between ${min} and ${max}.`)(propertyPath);
export const hasWrongLength = (propertyPath: string, length: number): Violation =>
  violation(CODE.exactLength, `This value should have exactly ${length} characters.`)(propertyPath);
export const hasTooMany = (propertyPath: string, limit: number): Violation =>
  violation(CODE.count, `This collection should contain ${limit} elements or less.`)(propertyPath);

/** The violations of a part, as seen from the whole: `qty` becomes `shipmentItems[0].qty`. */
export const within = (prefix: string, violations: readonly Violation[]): Violation[] =>
  violations.map((each) => ({ ...each, propertyPath: `${prefix}.${each.propertyPath}` }));
