import { isURL } from 'class-validator';
import { WrongType } from '../../../core/metadata/errors.js';
import type { FieldDeclaration, FieldOptions, FieldSchema } from '../../../core/metadata/field.js';
import { isAddress } from '../../../core/metadata/identity.js';
import { assertStorable, jsonColumn } from '../../../core/metadata/fields/simple.js';
import {
  CODE,
  hasTooMany,
  isNoChoice,
  isNoEmail,
  isNoUrl,
  isNotValid,
  isTooLong,
  type Violation,
} from '../../../core/metadata/violation.js';
import { LANGUAGES } from '../languages/index.js';
import { en } from '../languages/en.js';
import { contrast, MIN_CONTRAST } from './contrast.js';
import { cssProblem } from './shop-css.js';

/** A link in the page's header or footer. */
export interface BrandingLink {
  readonly label: string;
  readonly url: string;
}

/** How a workspace's tracking page looks, and where its customers go on. Everything is optional. */
export interface Branding {
  readonly logoUrl?: string;
  /** `#rrggbb`; white text on it, and it on white, can be read. */
  readonly accentColor?: string;
  readonly font?: Font;
  readonly headerLinks?: readonly BrandingLink[];
  readonly footerLinks?: readonly BrandingLink[];
  readonly contactEmail?: string;
  readonly contactPhone?: string;
  readonly contactUrl?: string;
  readonly returnPolicyUrl?: string;
  readonly privacyUrl?: string;
  /** By language and key of `languages/en.ts`: what the page says instead. */
  readonly texts?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly css?: string;
}

/** Fonts that every device has: a page loads none. */
export const FONTS = {
  system: 'system-ui, sans-serif',
  serif: 'Charter, "Bitstream Charter", Georgia, serif',
  rounded: 'ui-rounded, "Hiragino Maru Gothic ProN", Quicksand, Nunito, system-ui, sans-serif',
  mono: 'ui-monospace, "Cascadia Code", Menlo, monospace',
} as const;
type Font = keyof typeof FONTS;

const MAX_LINKS = 6;
const MAX_TEXT_LENGTH = 300;
const MAX_URL_LENGTH = 500;

const URLS = ['logoUrl', 'contactUrl', 'returnPolicyUrl', 'privacyUrl'] as const;
const LINKS = ['headerLinks', 'footerLinks'] as const;
const TEXTS = ['accentColor', 'font', 'contactEmail', 'contactPhone', 'css', ...URLS] as const;

const url: FieldSchema = { type: 'string', format: 'uri', maxLength: MAX_URL_LENGTH };
const links: FieldSchema = {
  type: 'array',
  maxItems: MAX_LINKS,
  items: { type: 'object', properties: { label: { type: 'string', maxLength: 60 }, url } },
};

const SCHEMA: FieldSchema = {
  type: 'object',
  isPartial: true,
  example: { accentColor: '#1a56b0', contactEmail: 'help@example.com' },
  properties: {
    logoUrl: url,
    accentColor: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$' },
    font: { type: 'string', enum: Object.keys(FONTS) },
    headerLinks: links,
    footerLinks: links,
    contactEmail: { type: 'string', format: 'email' },
    contactPhone: { type: 'string', pattern: '^\\+?[0-9 ()/.-]{3,30}$' },
    contactUrl: url,
    returnPolicyUrl: url,
    privacyUrl: url,
    texts: {
      type: 'object',
      values: { type: 'object', values: { type: 'string', maxLength: MAX_TEXT_LENGTH } },
    },
    css: { type: 'string' },
  },
};

/** The field of a tracking page that says how it looks. */
export const branding = (options: FieldOptions): FieldDeclaration =>
  jsonColumn<Branding>({ ...options, none: {} }, SCHEMA, parseBranding, checkBranding);

function objectOf(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (Array.isArray(value) && value.length === 0) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new WrongType(path, 'array', value);
  return value as Record<string, unknown>;
}

function textOf(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new WrongType(path, 'string', value);
  return value.trim();
}

/** What is null, empty or not known is left out. @throws WrongType, BadInput. */
function parseBranding(value: unknown, path: string): Branding {
  const given = objectOf(value, path);
  assertStorable(given, path);
  const parsed: Record<string, unknown> = {};
  for (const name of TEXTS) {
    const each = given[name];
    const text = each === undefined || each === null ? '' : textOf(each, `${path}.${name}`);
    if (text !== '') parsed[name] = text;
  }
  for (const name of LINKS) {
    const each = given[name];
    if (each === undefined || each === null) continue;
    if (!Array.isArray(each)) throw new WrongType(`${path}.${name}`, 'array', each);
    parsed[name] = each.map((link: unknown, index): BrandingLink => {
      const at = `${path}.${name}[${index}]`;
      const { label, url: address } = objectOf(link, at);
      return { label: textOf(label, `${at}.label`), url: textOf(address, `${at}.url`) };
    });
  }
  if (given.texts !== undefined && given.texts !== null)
    parsed.texts = parseTexts(given.texts, `${path}.texts`);
  return parsed;
}

const parseTexts = (value: unknown, path: string): Branding['texts'] =>
  Object.fromEntries(
    Object.entries(objectOf(value, path)).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(objectOf(texts, `${path}.${language}`)).map(([key, text]) => [
          key,
          textOf(text, `${path}.${language}.${key}`),
        ]),
      ),
    ]),
  );

const isWebAddress = (text: string, protocols = ['https', 'http']): boolean =>
  text.length <= MAX_URL_LENGTH &&
  isURL(text, { protocols, require_protocol: true, require_tld: false, disallow_auth: true });

function checkBranding(value: Branding, path: string): Violation[] {
  const found: Violation[] = [];
  const add = (name: string, violation: (at: string) => Violation): number =>
    found.push(violation(`${path}.${name}`));
  for (const name of URLS) {
    const address = value[name];
    // a picture comes over TLS or not at all: the page's policy says so
    const protocols = name === 'logoUrl' ? ['https'] : undefined;
    if (address !== undefined && !isWebAddress(address, protocols)) add(name, isNoUrl);
  }
  for (const name of LINKS) {
    const list = value[name] ?? [];
    if (list.length > MAX_LINKS) add(name, (at) => hasTooMany(at, MAX_LINKS));
    list.forEach(({ label, url: address }, index) => {
      if (label === '' || label.length > 60) add(`${name}[${index}].label`, isNotValid);
      if (!isWebAddress(address)) add(`${name}[${index}].url`, isNoUrl);
    });
  }
  const { accentColor, font, contactEmail, contactPhone, css } = value;
  if (accentColor !== undefined) {
    if (!/^#[0-9a-f]{6}$/i.test(accentColor)) add('accentColor', isNotValid);
    else if (contrast(accentColor, '#ffffff') < MIN_CONTRAST) add('accentColor', hasLowContrast(accentColor));
  }
  if (font !== undefined && !Object.hasOwn(FONTS, font)) add('font', isNoChoice);
  if (contactEmail !== undefined && !isAddress(contactEmail)) add('contactEmail', isNoEmail);
  if (contactPhone !== undefined && !/^\+?[0-9 ()/.-]{3,30}$/.test(contactPhone))
    add('contactPhone', isNotValid);
  const problem = css === undefined ? undefined : cssProblem(css);
  if (problem !== undefined) add('css', invalidBecause(problem));
  return [...found, ...checkTexts(value.texts ?? {}, `${path}.texts`)];
}

const invalidBecause =
  (sentence: string) =>
  (propertyPath: string): Violation => ({
    propertyPath,
    message: `This value is not valid. ${sentence}`,
    code: CODE.pattern,
  });

const hasLowContrast = (colour: string): ((at: string) => Violation) =>
  invalidBecause(
    `Its contrast to white is ${contrast(colour, '#ffffff').toFixed(1)}; so that everybody can read it, ${MIN_CONTRAST} is needed.`,
  );

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** A text that is not known, or that leaves out or invents a placeholder, is refused when it is saved. */
function checkTexts(texts: NonNullable<Branding['texts']>, path: string): Violation[] {
  return Object.entries(texts).flatMap(([language, each]): Violation[] => {
    if (!Object.hasOwn(LANGUAGES, language))
      return [invalidBecause(`Languages are ${Object.keys(LANGUAGES).join(', ')}.`)(`${path}.${language}`)];
    return Object.entries(each).flatMap(([key, text]): Violation[] => {
      const at = `${path}.${language}.${key}`;
      if (!Object.hasOwn(en, key)) return [invalidBecause('There is no such text.')(at)];
      if (text.length > MAX_TEXT_LENGTH) return [isTooLong(at, MAX_TEXT_LENGTH)];
      const needed = placeholders(en[key as keyof typeof en]);
      if (placeholders(text).join() === needed.join()) return [];
      const names = needed.length === 0 ? 'no placeholder' : needed.join(' and ');
      return [invalidBecause(`It has ${names}.`)(at)];
    });
  });
}
