import type { en } from './en.js';

export type MessageTextKey = keyof typeof en;

/** A language of messages: each text of `en`, with the same variables. */
export type MessageTexts = Readonly<Record<MessageTextKey, string>>;
