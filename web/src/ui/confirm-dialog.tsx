import { Button, Group, Text } from '@mantine/core';
import { t } from '../i18n';
import type { Question } from './confirm';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  readonly question: Question;
  readonly onAnswer: (yes: boolean) => void;
}

export default function ConfirmDialog({ question: { title, text }, onAnswer }: ConfirmDialogProps) {
  return (
    <Dialog onClose={() => onAnswer(false)} title={title}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={() => onAnswer(false)} data-autofocus>
          {t('form.cancel')}
        </Button>
        <Button color="red" onClick={() => onAnswer(true)}>
          {title}
        </Button>
      </Group>
    </Dialog>
  );
}
