import { html, Html } from '../../../core/http/html.js';
import type { Channel, MessageEvent } from '../events/message-events.js';
import type { MessageLanguage } from '../languages/index.js';
import { compileMjml } from './compile-mjml.js';
import { defaultTemplate, type TemplateSource } from './default-template.js';
import { assertNoLinks, checkedMjml } from './mjml-source.js';
import { fillTemplate, parseTemplate, TemplateProblem, variablesIn, wordsOf } from './template-text.js';
import { kindOfVariable, type Values, type VariableName, VARIABLES } from './variables.js';

/** What a template makes of a message. */
export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A template that can be sent: everything in it has been looked at. */
export interface CompiledTemplate {
  readonly subject: string;
  readonly text: string;
  /** HTML with the variables in it; empty in a text message. */
  readonly html: string;
}

export type TemplatePart = 'subject' | 'mjml' | 'text';

/** What is wrong with a part of a template. */
export interface PartProblem {
  readonly part: TemplatePart;
  readonly sentence: string;
}

/** Characters of a text at most. */
export const MAX_TEXT_LENGTH = 5000;
/** Characters of a text message: four of the parts that are paid for. */
export const MAX_SMS_LENGTH = 480;

/** Reads a part; what is wrong with it goes into `problems`. */
function judge<T>(part: TemplatePart, problems: PartProblem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof TemplateProblem)) throw error;
    problems.push({ part, sentence: error.message });
    return undefined;
  }
}

function assertWords(source: string, max: number, kinds: readonly string[]): void {
  if (source.length > max) throw new TemplateProblem(`It should have ${max} characters or less.`);
  const template = parseTemplate(source);
  const wrong = variablesIn(template).find((name) => !kinds.includes(kindOfVariable(name)));
  if (wrong !== undefined) throw new TemplateProblem(`"{{${wrong}}}" may not stand there.`);
  assertNoLinks(wordsOf(template));
}

/** Looks at all of a template. @returns what is wrong with it, or what can be sent. */
export function compileTemplate(
  { subject, mjml, text }: TemplateSource,
  channel: Channel,
): { readonly problems: readonly PartProblem[]; readonly compiled?: CompiledTemplate } {
  const problems: PartProblem[] = [];
  const isSms = channel === 'sms';
  judge('text', problems, () =>
    assertWords(
      text,
      isSms ? MAX_SMS_LENGTH : MAX_TEXT_LENGTH,
      isSms ? ['text', 'link'] : ['text', 'link', 'block'],
    ),
  );
  if (isSms)
    return problems.length > 0 ? { problems } : { problems, compiled: { subject: '', text, html: '' } };
  judge('subject', problems, () => {
    if (/[\r\n]/.test(subject ?? '')) throw new TemplateProblem('It is one line.');
    assertWords(subject ?? '', 255, ['text']);
  });
  const compiledHtml = judge('mjml', problems, () => {
    const compiled = compileMjml(checkedMjml(mjml ?? ''));
    parseTemplate(compiled);
    return compiled;
  });
  if (problems.length > 0 || compiledHtml === undefined) return { problems };
  return { problems, compiled: { subject: subject ?? '', text, html: compiledHtml } };
}

const defaults = new Map<string, CompiledTemplate>();

/** The template of whoever has none of their own, compiled once. */
export function compiledDefault(
  event: MessageEvent,
  channel: Channel,
  language: MessageLanguage,
): CompiledTemplate {
  const key = `${event} ${channel} ${language}`;
  const known = defaults.get(key);
  if (known) return known;
  const { compiled, problems } = compileTemplate(defaultTemplate(event, channel, language), channel);
  if (!compiled) throw new Error(`${key}: ${problems.map(({ sentence }) => sentence).join(' ')}`);
  defaults.set(key, compiled);
  return compiled;
}

const NAMES = Object.keys(VARIABLES) as VariableName[];

/** A value as it stands in HTML: several lines have breaks between them. */
function htmlValue(name: VariableName, value: string): string {
  if (kindOfVariable(name) !== 'block') return html`${value}`.text;
  return value
    .split('\n')
    .map((line) => html`${line}`.text)
    .join('<br />');
}

/** Puts the values into a template. Nothing of theirs is markup, and a subject is one line. */
export function renderTemplate(
  { subject, text, html: source }: CompiledTemplate,
  values: Values,
  direction: 'ltr' | 'rtl',
  language: string,
): RenderedMessage {
  const line = fillTemplate(parseTemplate(subject), values).replace(/[\s\p{Cc}]+/gu, ' ');
  const escaped = Object.fromEntries(NAMES.map((name) => [name, htmlValue(name, values[name])])) as Values;
  const filled = source === '' ? '' : fillTemplate(parseTemplate(source), escaped);
  return {
    subject: line.trim(),
    text: fillTemplate(parseTemplate(text), values)
      .replace(/\n{3,}/g, '\n\n')
      .trim()
      .concat('\n'),
    html: new Html(inDirection(filled, direction, language)).text,
  };
}

/** HTML of MJML reads from left to right, wherever it says nothing else. */
function inDirection(source: string, direction: 'ltr' | 'rtl', language: string): string {
  const said = source
    .replaceAll('lang="und"', `lang="${language}"`)
    .replaceAll('dir="auto"', `dir="${direction}"`);
  if (direction === 'ltr') return said;
  return said
    .replaceAll('direction:ltr', 'direction:rtl')
    .replaceAll('text-align:left', 'text-align:right')
    .replaceAll('align="left"', 'align="right"')
    .replaceAll('padding:4px 16px 4px 0', 'padding:4px 0 4px 16px');
}
