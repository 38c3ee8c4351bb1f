import { language, locale } from '../../../i18n';
import en from './en';

export type MessageTexts = Readonly<Record<keyof typeof en, string>>;
export type MessageTextKey = keyof typeof en;

/** Another language is one more file here, named by its code. */
const files = import.meta.glob<{ default: MessageTexts }>(['./*.ts', '!./en.ts', '!./index.ts']);

let texts: MessageTexts = en;

/** Loads the texts; to be awaited before a screen of messages is rendered. */
export async function loadMessageTexts(): Promise<void> {
  const load = files[`./${language}.ts`];
  if (load) texts = (await load()).default;
}

type Values = Readonly<Record<string, string | number>>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const m = (key: MessageTextKey, values: Values = {}): string => fill(texts[key], values);

/** A text by a key that is put together; the key itself where there is none. */
export const mMaybe = (key: string): string => texts[key as MessageTextKey] ?? key;

/** `after 2 hours` */
export function mCount(key: 'minutes' | 'hours' | 'days', count: number): string {
  const form = new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other';
  return m(`${key}_${form}`, { count: new Intl.NumberFormat(locale).format(count) });
}
