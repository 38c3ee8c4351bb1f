import { Button, Group, Progress, Select, Stack, Table, Text } from '@mantine/core';
import { IconFileUpload, IconDownload } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ChangeEvent, type DragEvent, useMemo, useRef, useState } from 'react';
import { type Import, request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tn, type MessageKey } from '../../i18n';
import { type CsvTable, readCsv, writeCsv } from '../../lib/csv';
import { number } from '../../lib/format';
import { useAction } from '../../lib/mutation';
import { useStored } from '../../lib/stored';
import { Page, Panel } from '../../ui/page';
import { Failure } from '../../ui/states';
import classes from './imports.module.css';

/** Bytes of a file at most; the server says the same. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Lines that are looked at and shown before anything is sent. */
const CHECKED = 5_000;
const SHOWN = 8;

const FIELDS = {
  trackingNumber: 'shipment.trackingNumber',
  originCarrier: 'shipment.carrier',
  orderNumbers: 'shipment.orderNumbers',
  email: 'shipment.email',
  phoneNumber: 'shipment.phone',
  'address.firstName': 'address.firstName',
  'address.lastName': 'address.lastName',
  'address.company': 'address.company',
  'address.addressLine1': 'address.line1',
  'address.addressLine2': 'address.line2',
  'address.postcode': 'address.postcode',
  'address.city': 'address.city',
  'address.state': 'address.state',
  'address.countryIso2': 'address.country',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** The column goes as it is called: the server knows what shops call theirs. */
const AS_IT_IS = '*';
const LEFT_OUT = '-';

type Mapping = Readonly<Record<string, string>>;

/** A file, what its columns are, what is wrong with it, and what became of it. */
export function Imports() {
  const { mayWrite } = useWorkspace();
  const [file, setFile] = useState<{ readonly name: string; readonly table: CsvTable }>();
  const [problem, setProblem] = useState<string>();
  const [started, setStarted] = useState<string>();

  const read = async (chosen: File | undefined): Promise<void> => {
    setProblem(undefined);
    setStarted(undefined);
    if (!chosen) return;
    if (chosen.size > MAX_BYTES) return setProblem(t('imports.tooLarge'));
    const table = readCsv(await chosen.text());
    if (!table || table.count === 0) return setProblem(t('imports.noLines'));
    setFile({ name: chosen.name, table });
  };

  return (
    <Page title={t('nav.imports')}>
      {started !== undefined ? (
        <ImportProgress
          iri={started}
          onAgain={() => {
            setStarted(undefined);
            setFile(undefined);
          }}
        />
      ) : file ? (
        <Preview
          key={file.name}
          name={file.name}
          table={file.table}
          onCancel={() => setFile(undefined)}
          onStarted={setStarted}
        />
      ) : (
        mayWrite && <DropZone onFile={(chosen) => void read(chosen)} problem={problem} />
      )}
      {!mayWrite && <Text size="sm">{t('state.forbiddenText')}</Text>}
    </Page>
  );
}

function DropZone({
  onFile,
  problem,
}: {
  readonly onFile: (file: File | undefined) => void;
  readonly problem: string | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileUpload size={32} stroke={1.5} aria-hidden />
      <Text fw={600}>{t('imports.drop')}</Text>
      <Text size="sm" c="dimmed">
        {t('imports.dropText')}
      </Text>
      <Button onClick={() => input.current?.click()}>{t('imports.choose')}</Button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        tabIndex={-1}
        aria-label={t('imports.choose')}
        onChange={(event: ChangeEvent<HTMLInputElement>) => onFile(event.currentTarget.files?.[0])}
      />
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </div>
  );
}

interface PreviewProps {
  readonly name: string;
  readonly table: CsvTable;
  readonly onCancel: () => void;
  readonly onStarted: (iri: string) => void;
}

/** What of a line can be seen to be wrong before the server reads it. */
function problemsOf(table: CsvTable, fields: readonly string[]): readonly { line: number; text: string }[] {
  const email = fields.indexOf('email');
  const trackingNumber = fields.indexOf('trackingNumber');
  const seen = new Set<string>();
  return table.rows.slice(0, CHECKED).flatMap((row, index) => {
    const line = index + 2;
    const problems: { line: number; text: string }[] = [];
    if (row.length > table.header.length) problems.push({ line, text: t('imports.tooManyCells') });
    const address = email < 0 ? '' : (row[email] ?? '').trim();
    if (address !== '' && !/^[^\s@]+@[^\s@]+$/.test(address))
      problems.push({ line, text: t('imports.noEmail', { value: address }) });
    const shown = trackingNumber < 0 ? '' : (row[trackingNumber] ?? '').trim();
    if (trackingNumber >= 0 && shown === '') problems.push({ line, text: t('imports.noNumber') });
    if (shown !== '' && seen.has(shown)) problems.push({ line, text: t('imports.twice', { value: shown }) });
    seen.add(shown);
    return problems;
  });
}

function Preview({ name, table, onCancel, onStarted }: PreviewProps) {
  const { iri } = useWorkspace();
  // files of one kind come again: what their columns are is remembered by the header
  const [mapping, setMapping] = useStored<Mapping>(
    `waybill-import-${table.header.join('|').slice(0, 200)}`,
    {},
  );
  const fields = table.header.map((column) => mapping[column] ?? (column in FIELDS ? column : AS_IT_IS));
  const problems = useMemo(() => problemsOf(table, fields), [table, fields.join('|')]);
  const choices = [
    { value: AS_IT_IS, label: t('imports.asItIs') },
    ...Object.entries(FIELDS).map(([value, label]) => ({ value, label: t(label) })),
    { value: LEFT_OUT, label: t('imports.leftOut') },
  ];
  const start = useAction({
    run: () => {
      const names = fields.map((field, index) =>
        field === LEFT_OUT ? '' : field === AS_IT_IS ? (table.header[index] ?? '') : field,
      );
      return request<Import>('/imports', {
        method: 'POST',
        json: { workspace: iri, entity: 'shipments', fileOriginalName: name, file: writeCsv(table, names) },
      });
    },
    onDone: (made) => onStarted(made['@id']),
  });
  return (
    <Stack gap="md">
      <Panel
        title={`${name} · ${tn('imports.lines', table.count)}`}
        actions={
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {t('form.cancel')}
            </Button>
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {t('imports.start')}
            </Button>
          </Group>
        }
        flush
      >
        <Table.ScrollContainer minWidth={Math.max(480, table.header.length * 150)}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                {table.header.map((column, index) => (
                  <Table.Th key={`${index} ${column}`}>
                    {column}
                    <Select
                      size="xs"
                      mt={4}
                      aria-label={t('imports.columnIs', { column })}
                      data={choices}
                      value={fields[index] ?? AS_IT_IS}
                      onChange={(value) => value && setMapping({ ...mapping, [column]: value })}
                      allowDeselect={false}
                    />
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {table.rows.slice(0, SHOWN).map((row, line) => (
                <Table.Tr key={line}>
                  {table.header.map((column, index) => (
                    <Table.Td
                      key={`${index} ${column}`}
                      c={fields[index] === LEFT_OUT ? 'dimmed' : undefined}
                    >
                      {row[index]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      {problems.length > 0 && (
        <Panel title={tn('imports.problems', problems.length)}>
          <Text size="sm" c="dimmed" mb="xs">
            {t('imports.problemsText')}
          </Text>
          <Lines lines={problems.slice(0, 20).map(({ line, text }) => ({ line, message: text }))} />
        </Panel>
      )}
    </Stack>
  );
}

const Lines = ({
  lines,
}: {
  readonly lines: readonly { readonly line: number; readonly message: string }[];
}) => (
  <ul className={classes.lines}>
    {lines.map(({ line, message }, index) => (
      <li key={`${line} ${index}`}>
        <strong>{line === 0 ? t('imports.file') : t('imports.line', { line: number(line) })}</strong>{' '}
        {message}
      </li>
    ))}
  </ul>
);

const ENDED: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled']);

/** How long it will take, as somebody says it. */
const timeLeft = (seconds: number): string =>
  seconds < 90
    ? tn('imports.secondsLeft', Math.max(1, Math.round(seconds)))
    : tn('imports.minutesLeft', Math.round(seconds / 60));

function ImportProgress({ iri, onAgain }: { readonly iri: string; readonly onAgain: () => void }) {
  const { id: workspace } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: ['import', iri],
    queryFn: ({ signal }) => request<Import>(iri, { signal }),
    refetchInterval: ({ state }) => (state.data && ENDED.has(state.data.status) ? false : 700),
  });
  const refused = useAction({
    run: async () => {
      const text = await request<string>(`${iri}/refused_lines`, { headers: { Accept: 'text/csv' } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
      link.download = 'refused.csv';
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  const { mayWrite } = useWorkspace();
  const client = useQueryClient();
  const cancel = useAction({
    run: () => request<Import>(`${iri}/cancel`, { method: 'POST', json: {} }),
    onDone: () => client.invalidateQueries({ queryKey: ['import', iri] }),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const isOver = data !== undefined && ENDED.has(data.status);
  const written = (data?.createdCount ?? 0) + (data?.updatedCount ?? 0);
  const all = data?.rowCount ?? 0;
  const share = all > 0 ? (100 * (written + (data?.failedCount ?? 0))) / all : 0;
  return (
    <Panel
      title={t(
        data?.status === 'cancelled' ? 'imports.cancelled' : isOver ? 'imports.over' : 'imports.running',
      )}
    >
      <Stack gap="sm" role="status">
        {!isOver && <Progress value={share} aria-label={t('imports.running')} />}
        <Text size="sm">
          {tn('imports.created', written)} {tn('imports.failed', data?.failedCount ?? 0)}
        </Text>
        {!isOver && (
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {typeof data?.rate === 'number' &&
                t('imports.rate', { rate: number(data.rate, { maximumFractionDigits: 0 }) })}
              {typeof data?.secondsLeft === 'number' && ` · ${timeLeft(data.secondsLeft)}`}
            </Text>
            {mayWrite && (
              <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
                {t('imports.cancel')}
              </Button>
            )}
          </Group>
        )}
        {(data?.errors?.length ?? 0) > 0 && <Lines lines={data?.errors ?? []} />}
        {isOver && (
          <Group gap="xs">
            <Button
              renderRoot={(props: object) => (
                <Link {...props} to="/w/$workspace/shipments" params={{ workspace }} search={{}} />
              )}
            >
              {t('nav.shipments')}
            </Button>
            {(data.failedCount ?? 0) > 0 && (
              <Button
                variant="default"
                leftSection={<IconDownload size={15} aria-hidden />}
                onClick={() => refused.mutate()}
              >
                {t('imports.refused')}
              </Button>
            )}
            <Button variant="default" onClick={onAgain}>
              {t('imports.again')}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
