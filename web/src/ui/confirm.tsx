import { useSyncExternalStore } from 'react';
import { lazyPart } from './lazy-part';

export const loadConfirmDialog = async () => (await import('./confirm-dialog')).default;

const Dialog = lazyPart(loadConfirmDialog, { isOverlay: true });

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly answer: (yes: boolean) => void;
}

let question: Question | undefined;
const watchers = new Set<() => void>();

function ask(next: Question | undefined): void {
  question = next;
  for (const watcher of watchers) watcher();
}

/** Asks before something that cannot be taken back. */
export const modalConfirm = (title: string, text: string): Promise<boolean> =>
  new Promise((answer) => ask({ title, text, answer }));

/** Where the one dialog is that such questions are asked in; it is loaded with the first of them. */
export function Confirmation() {
  const asked = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => question,
  );
  if (!asked) return null;
  const say = (yes: boolean): void => {
    asked.answer(yes);
    ask(undefined);
  };
  return <Dialog question={asked} onAnswer={say} />;
}
