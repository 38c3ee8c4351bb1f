import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { language as ownLanguage } from '../../i18n';
import { Loaded } from '../../ui/loaded';
import { LANGUAGES } from '../messages/events';
import { m } from '../messages/texts';
import classes from './settings.module.css';

export type PageTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface PageTextsFieldProps {
  /** By language and key. */
  readonly value: PageTexts;
  readonly onChange: (texts: PageTexts) => void;
  /** What is wrong with a text, by its path below `texts`. */
  readonly problem: (path: string) => string | undefined;
}

/** The words of the page itself: the files that the server reads. */
const files = import.meta.glob<Readonly<Record<string, Readonly<Record<string, string>>>>>(
  '../../../../src/modules/tracking-pages/languages/??.ts',
);

async function usualTexts(language: string): Promise<Readonly<Record<string, string>>> {
  const load = files[`../../../../src/modules/tracking-pages/languages/${language}.ts`];
  return (await load?.())?.[language] ?? {};
}

const without = <T,>(
  all: Readonly<Record<string, T>>,
  name: string | undefined,
): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(all).filter(([each]) => each !== name));

/** What the page says instead of its usual words, a language at a time. */
export function PageTextsField({ value, onChange, problem }: PageTextsFieldProps) {
  const [language, setLanguage] = useState(ownLanguage);
  const [search, setSearch] = useState('');
  const query = useQuery({
    queryKey: ['usual-page-texts', language],
    queryFn: () => usualTexts(language),
    staleTime: Infinity,
  });
  const own = value[language] ?? {};
  const change = (key: string, text: string): void => {
    const changed = without({ ...own, [key]: text }, text === '' ? key : undefined);
    const isEmpty = Object.keys(changed).length === 0;
    onChange(without({ ...value, [language]: changed }, isEmpty ? language : undefined));
  };
  const wanted = search.trim().toLowerCase();
  return (
    <Stack gap="xs" mt="xs">
      <Text size="xs" c="dimmed">
        {m('pageTextsText')}
      </Text>
      <div className={classes.form}>
        <Select
          size="xs"
          label={m('language')}
          data={LANGUAGES.map(({ value: code, label }) => ({
            value: code,
            label: value[code] ? `${label} (${Object.keys(value[code]).length})` : label,
          }))}
          value={language}
          onChange={(code) => setLanguage(code ?? 'en')}
          allowDeselect={false}
        />
        <TextInput
          size="xs"
          label={m('search')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      <Loaded query={query} rows={4}>
        {(usual) => (
          <Stack gap="xs" className={classes.texts} tabIndex={0} role="group" aria-label={m('pageTexts')}>
            {Object.entries(usual)
              .filter(([key, text]) => `${text} ${own[key] ?? ''}`.toLowerCase().includes(wanted))
              .map(([key, text]) => (
                <TextInput
                  key={key}
                  size="xs"
                  dir="auto"
                  label={text}
                  value={own[key] ?? ''}
                  onChange={({ currentTarget }) => change(key, currentTarget.value)}
                  error={problem(`${language}.${key}`)}
                />
              ))}
          </Stack>
        )}
      </Loaded>
    </Stack>
  );
}
