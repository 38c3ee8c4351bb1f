import { Button, Group, Modal, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { t } from '../i18n';

interface Question {
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

/** The one dialog that such questions are asked in. */
export function ConfirmDialog() {
  const asked = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => question,
  );
  const say = (yes: boolean): void => {
    asked?.answer(yes);
    ask(undefined);
  };
  return (
    <Modal
      opened={asked !== undefined}
      onClose={() => say(false)}
      title={asked?.title}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <Text size="sm">{asked?.text}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => say(false)} data-autofocus>
          {t('form.cancel')}
        </Button>
        <Button color="red" onClick={() => say(true)}>
          {asked?.title}
        </Button>
      </Group>
    </Modal>
  );
}
