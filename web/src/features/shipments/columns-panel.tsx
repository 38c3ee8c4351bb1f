import { Button, Checkbox, Stack } from '@mantine/core';
import { t } from '../../i18n';
import { COLUMNS } from './columns';
import { FIRST_VISIBILITY, type Visibility } from './table';

export interface ColumnsProps {
  readonly visibility: Visibility;
  readonly onChange: (visibility: Visibility) => void;
}

/** Which columns the table has. */
export default function ColumnsPanel({ visibility, onChange }: ColumnsProps) {
  return (
    <Stack gap={8}>
      {COLUMNS.map(({ id, label }) => (
        <Checkbox
          key={id}
          size="xs"
          label={t(label)}
          checked={visibility[id] ?? false}
          onChange={(event) => onChange({ ...visibility, [id]: event.currentTarget.checked })}
        />
      ))}
      <Button variant="default" size="compact-xs" onClick={() => onChange(FIRST_VISIBILITY)}>
        {t('table.resetColumns')}
      </Button>
    </Stack>
  );
}
