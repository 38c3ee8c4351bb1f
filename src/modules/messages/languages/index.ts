import { ar } from './ar.js';
import { cs } from './cs.js';
import { da } from './da.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { sv } from './sv.js';
import type { MessageTexts } from './texts.js';
import { tr } from './tr.js';

/** The languages of messages, those of the tracking page, by their ISO 639-1 codes. */
const TEXTS = { en, de, fr, es, it, pt, nl, pl, sv, da, cs, tr, ar } as const;

export const MESSAGE_LANGUAGES = Object.keys(TEXTS) as readonly (keyof typeof TEXTS)[];
export type MessageLanguage = keyof typeof TEXTS;

export const isMessageLanguage = (code: string | null): code is MessageLanguage =>
  code !== null && Object.hasOwn(TEXTS, code);

export const messageTexts = (language: MessageLanguage): MessageTexts => TEXTS[language];

/** Countries where nearly everybody reads one of these languages. */
const COUNTRIES: Readonly<Record<MessageLanguage, string>> = {
  en: 'US GB IE AU NZ',
  de: 'DE AT LI',
  fr: 'FR MC',
  es: 'ES MX AR CO CL PE UY EC VE BO PY CR PA GT HN NI SV DO CU PR',
  it: 'IT SM VA',
  pt: 'PT BR AO MZ',
  nl: 'NL SR',
  pl: 'PL',
  sv: 'SE',
  da: 'DK',
  cs: 'CZ',
  tr: 'TR',
  ar: 'SA AE EG JO KW QA BH OM LB IQ YE LY SD SY PS',
};

const byCountry = new Map(
  MESSAGE_LANGUAGES.flatMap((language) =>
    COUNTRIES[language].split(' ').map((country) => [country, language] as const),
  ),
);

/** The language of a country; undefined where people have several, or none of these. */
export const languageOf = (countryIso2: string | null): MessageLanguage | undefined =>
  byCountry.get(countryIso2?.toUpperCase() ?? '');
