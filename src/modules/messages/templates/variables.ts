/** Where a variable may stand, and what it is. */
export type VariableKind =
  /** Words, anywhere in a text. */
  | 'text'
  /** An address: in an e-mail as the whole of an `href` or `src`, and in plain text. */
  | 'link'
  /** Several lines; in an e-mail the whole content of an element. */
  | 'block'
  /** A colour or a font, as the whole of an attribute or inside of a `style`. */
  | 'style';

interface Variable {
  readonly kind: VariableKind;
  readonly description: string;
}

/** All variables of templates. Each may be empty, which `{{#name}}…{{/name}}` asks. */
export const VARIABLES = {
  shop: { kind: 'text', description: 'The title of the tracking page, or else of the workspace.' },
  first_name: { kind: 'text', description: "The recipient's first name." },
  order_number: { kind: 'text', description: 'The numbers of its orders.' },
  tracking_number: { kind: 'text', description: 'The tracking number.' },
  carrier: { kind: 'text', description: 'The carrier, as people call it.' },
  status: { kind: 'text', description: 'How the parcel stands, as the tracking page says it.' },
  advice: { kind: 'text', description: 'What the recipient should do, as the tracking page says it.' },
  expected_day: {
    kind: 'text',
    description: 'When it should arrive: the day of the carrier, or the predicted days.',
  },
  delivered_day: { kind: 'text', description: 'The day on which it was delivered.' },
  last_news: { kind: 'text', description: 'The latest report of the carrier, in its words.' },
  last_place: { kind: 'text', description: 'Where that was: the shop or locker where it can be picked up.' },
  comment: { kind: 'text', description: 'What the shop has noted for the recipient at the shipment.' },
  contact_email: { kind: 'text', description: "The shop's address, from the tracking page's branding." },
  contact_phone: { kind: 'text', description: "The shop's number, from there as well." },
  items: { kind: 'block', description: 'What is in the parcel, with quantities.' },
  tracking_url: { kind: 'link', description: "The parcel's tracking page." },
  review_url: { kind: 'link', description: 'The same where it takes reviews, at the form for one.' },
  unsubscribe_url: { kind: 'link', description: 'Ends the messages of this workspace to this recipient.' },
  logo_url: { kind: 'link', description: "The logo, from the tracking page's branding." },
  accent_color: { kind: 'style', description: 'The accent colour, from there as well.' },
  font: { kind: 'style', description: 'The font, from there as well.' },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof VARIABLES;

/** What a template's variables are for one message: plain text each. */
export type Values = Readonly<Record<VariableName, string>>;

export const isVariable = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name);

export const kindOfVariable = (name: VariableName): VariableKind => VARIABLES[name].kind;
