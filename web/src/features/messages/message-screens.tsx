import { Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { textOf } from '../../lib/search';
import { EVENTS } from './events';
import { Rules } from './rules';
import { SettingsForms } from './settings-forms';
import { Suppressions } from './suppressions';
import { TemplateEditor } from './template-editor';

/** Whom customers hear from, of what, when and in which words; the address says which template is open. */
export function MessageScreens() {
  const asked = textOf(useSearch({ strict: false }), 'event');
  const event = EVENTS.find((each) => each === asked);
  if (event) return <TemplateEditor key={event} event={event} />;
  return (
    <Stack gap="md">
      <Rules />
      <SettingsForms />
      <Suppressions />
    </Stack>
  );
}
