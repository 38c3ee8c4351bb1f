import en from './messages/en';

/** All texts of the dashboard, by key. `{name}` stands for a value; `_one` and `_other` for numbers. */
export type Messages = Readonly<Record<keyof typeof en, string>>;
export type MessageKey = keyof typeof en;

/** Keys that come in a form for each plural category. */
type Plural = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** Another language is one more file in `messages`, named by its code. */
const files = import.meta.glob<{ default: Messages }>(['./messages/*.ts', '!./messages/en.ts']);
const CODE = /\/([a-z]{2}(?:-[A-Z]{2})?)\.ts$/;

const loaders = new Map(Object.entries(files).map(([path, load]) => [CODE.exec(path)?.[1] ?? '', load]));

export const languages: readonly string[] = ['en', ...loaders.keys()];

const STORED = 'waybill-language';

let messages: Messages = en;
let plurals = new Intl.PluralRules('en');

/** The language of all texts. */
export let language = 'en';

/** The same as people of the browser's region write numbers and dates: `en-GB` has 3 Dec and 14:05. */
export let locale = 'en';

function preferred(): string {
  const stored = localStorage.getItem(STORED);
  const wanted = [...(stored ? [stored] : []), ...navigator.languages].map((each) => each.slice(0, 2));
  return wanted.find((each) => languages.includes(each)) ?? 'en';
}

/** Loads the texts; to be awaited before anything is rendered. */
export async function loadLanguage(): Promise<void> {
  const chosen = preferred();
  const load = loaders.get(chosen);
  if (load) messages = (await load()).default;
  language = load ? chosen : 'en';
  const isRegional = (each: string): boolean => each.slice(0, 2) === language;
  locale = navigator.languages.find(isRegional) ?? language;
  plurals = new Intl.PluralRules(language);
  document.documentElement.lang = language;
}

/** Another language from now on. */
export function chooseLanguage(code: string): void {
  localStorage.setItem(STORED, code);
  window.location.reload();
}

type Values = Readonly<Record<string, string | number>>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const t = (key: MessageKey, values: Values = {}): string => fill(messages[key], values);

/** A text that depends on a number, which stands in it as `{count}`. */
export function tn(key: Plural, count: number, values: Values = {}): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  const shown = new Intl.NumberFormat(locale).format(count);
  return fill(messages[`${key}_${form}` as MessageKey], { count: shown, ...values });
}

/** A text by a key that is put together; the key itself where there is none. */
export const tMaybe = (key: string): string => messages[key as MessageKey] ?? key;
