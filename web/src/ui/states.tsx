import { Button, Center, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import {
  IconAlertCircle,
  IconInbox,
  IconLock,
  IconPlugConnectedX,
  IconSearchOff,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { t } from '../i18n';

interface NoticeProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
  readonly role?: 'alert' | 'status';
}

/** Said in plain words where a screen has nothing else to show. */
export function Notice({ icon: Icon, title, text, children, role = 'status' }: NoticeProps) {
  return (
    <Center p="xl" mih={220} role={role}>
      <Stack align="center" gap="xs" maw={440} ta="center">
        <ThemeIcon size={44} radius="xl" variant="light" color="gray" aria-hidden>
          <Icon size={22} />
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed" size="sm">
          {text}
        </Text>
        {children}
      </Stack>
    </Center>
  );
}

export const Empty = ({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) => (
  <Notice icon={IconInbox} title={title} text={text}>
    {children}
  </Notice>
);

/** What went wrong, and what can be done about it. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const status = error instanceof ApiError ? error.status : -1;
  const retry = onRetry && (
    <Button variant="default" mt="xs" onClick={onRetry}>
      {t('state.retry')}
    </Button>
  );
  if (status === 0)
    return (
      <Notice role="alert" icon={IconPlugConnectedX} title={t('state.offline')} text={t('state.offlineText')}>
        {retry}
      </Notice>
    );
  if (status === 403)
    return (
      <Notice role="alert" icon={IconLock} title={t('state.forbidden')} text={t('state.forbiddenText')} />
    );
  if (status === 404)
    return (
      <Notice role="alert" icon={IconSearchOff} title={t('state.missing')} text={t('state.missingText')} />
    );
  const text = error instanceof ApiError && status < 500 ? error.message : t('state.errorText');
  return (
    <Notice role="alert" icon={IconAlertCircle} title={t('state.error')} text={text}>
      {retry}
    </Notice>
  );
}

/** Where lines will be. */
export const Lines = ({ rows = 8, height = 18 }: { readonly rows?: number; readonly height?: number }) => (
  <Stack gap="sm" px={14} py="md" aria-busy aria-label={t('state.loading')} role="status">
    {Array.from({ length: rows }, (_, index) => (
      <Skeleton key={index} height={height} width={`${92 - ((index * 17) % 40)}%`} />
    ))}
  </Stack>
);
