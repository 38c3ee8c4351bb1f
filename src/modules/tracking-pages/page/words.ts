import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { urlQueryOf } from '../../../core/http/url-query.js';
import { LANGUAGES } from '../languages/index.js';
import type { TextKey } from '../languages/texts.js';
import type { Branding } from '../branding/branding.js';

/** What a page says, and how it writes dates, in one language. */
export interface Words {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** A text with its placeholders filled in. */
  readonly say: (key: TextKey, values?: Readonly<Record<string, string>>) => string;
  /** `Tuesday, 2 December`, with the year where it is not this one. */
  readonly day: (moment: number, zone: string) => string;
  /** `14:05` */
  readonly time: (moment: number, zone: string) => string;
}

const DEFAULT_LANGUAGE = 'en';

/** The language that a reader has chosen (`lang`), or else the one that their browser likes best. */
export function chosenLanguage(request: FastifyRequest): string {
  const chosen = urlQueryOf(request).get('lang');
  if (chosen !== null && Object.hasOwn(LANGUAGES, chosen)) return chosen;
  return new Negotiator(request).language(Object.keys(LANGUAGES)) ?? DEFAULT_LANGUAGE;
}

/** @param now milliseconds: dates of the same year are written without it. */
export function wordsIn(language: string, { texts = {} }: Branding, now: number): Words {
  const known = LANGUAGES[language] ?? LANGUAGES[DEFAULT_LANGUAGE];
  const own = texts[language] ?? {};
  const year = (moment: number, timeZone: string): string =>
    new Intl.DateTimeFormat('en', { year: 'numeric', timeZone }).format(moment);
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    say: (key, values = {}) =>
      (own[key] ?? known?.[key] ?? key).replace(/\{(\w+)\}/g, (text, name: string) => values[name] ?? text),
    day: (moment, timeZone) =>
      new Intl.DateTimeFormat(language, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(year(moment, timeZone) === year(now, timeZone) ? {} : { year: 'numeric' }),
        timeZone,
      }).format(moment),
    time: (moment, timeZone) =>
      new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(moment),
  };
}
