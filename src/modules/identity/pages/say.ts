import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { Html, html } from '../../../core/http/html.js';
import { german } from './german.js';

/** A sentence of these pages, in English; what is in braces is put in. */
export type Sentence = keyof typeof german;

/** The languages beside English. Another one is one more table, with the same sentences. */
const TABLES: Readonly<Record<string, Readonly<Record<Sentence, string>>>> = { de: german };

const LANGUAGES = ['en', ...Object.keys(TABLES)];

/** How a page speaks: the language of the browser that asks for it. */
export interface Say {
  readonly language: string;
  /** A sentence as text, such as a title. */
  (sentence: Sentence, values?: Readonly<Record<string, string>>): string;
  /** A sentence with pieces of HTML in it; texts are escaped. */
  html(sentence: Sentence, values: Readonly<Record<string, string | Html>>): Html;
  /** What is said elsewhere, and may be known here. */
  known(text: string): string;
}

export function sayTo(request: FastifyRequest): Say {
  const language = new Negotiator(request.raw).language(LANGUAGES) ?? 'en';
  const table: Readonly<Record<string, string>> = TABLES[language] ?? {};
  const known = (text: string): string => (Object.hasOwn(table, text) ? (table[text] as string) : text);
  const say = (sentence: Sentence, values: Readonly<Record<string, string>> = {}): string =>
    known(sentence).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return Object.assign(say, {
    language,
    known,
    html: (sentence: Sentence, values: Readonly<Record<string, string | Html>>): Html =>
      html`${known(sentence)
        .split(/(\{\w+\})/)
        .map((piece) => values[/^\{(\w+)\}$/.exec(piece)?.[1] ?? ''] ?? piece)}`,
  });
}
