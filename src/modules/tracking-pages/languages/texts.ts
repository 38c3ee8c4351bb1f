import type { en } from './en.js';

export type TextKey = keyof typeof en;

/** A language of the tracking page: each text of `en`, with the same placeholders. */
export type Texts = Readonly<Record<TextKey, string>>;
