import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { t } from '../../i18n';

/** Links of a list at most; the server says the same. */
const MOST = 6;

export interface NamedLink {
  readonly label: string;
  readonly url: string;
}

interface LinksFieldProps {
  readonly label: string;
  readonly value: readonly Partial<NamedLink>[];
  readonly onChange: (links: NamedLink[]) => void;
  readonly error: string | undefined;
}

/** Some links, each with its word. */
export function LinksField({ label, value, onChange, error }: LinksFieldProps) {
  const links = value.map(({ label: name = '', url = '' }) => ({ label: name, url }));
  const change = (at: number, next: Partial<NamedLink>): void =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...next } : link)));
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Input.Label component="div">{label}</Input.Label>
      {links.map((link, index) => (
        <Group key={index} gap={6} wrap="nowrap">
          <TextInput
            w={150}
            size="xs"
            aria-label={`${label} ${index + 1}: ${t('page.linkLabel')}`}
            placeholder={t('page.linkLabel')}
            value={link.label}
            onChange={({ currentTarget }) => change(index, { label: currentTarget.value })}
          />
          <TextInput
            flex={1}
            size="xs"
            aria-label={`${label} ${index + 1}: ${t('webhooks.url')}`}
            placeholder="https://"
            value={link.url}
            onChange={({ currentTarget }) => change(index, { url: currentTarget.value })}
          />
          <ActionIcon
            onClick={() => onChange(links.filter((_, at) => at !== index))}
            aria-label={t('page.removeLink', { label: link.label })}
          >
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ))}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
      {links.length < MOST && (
        <Button
          variant="default"
          size="compact-xs"
          leftSection={<IconPlus size={13} aria-hidden />}
          onClick={() => onChange([...links, { label: '', url: '' }])}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('page.addLink')}
        </Button>
      )}
    </Stack>
  );
}
