import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { modalConfirm } from '../../ui/confirm';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload, IconMail, IconRadar, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { all, ApiError, type Shipment, type Status } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tn } from '../../i18n';
import { type Search, toQuery } from '../../lib/search';
import {
  changeStatus,
  deleteShipments,
  everyMatch,
  defaultPage,
  exportCsv,
  type Outcome,
  type Progress,
  sendLinks,
  trackAgain,
} from './bulk';
import classes from './bulk-bar.module.css';
import { apiSearch } from './query';

interface BulkBarProps {
  readonly search: Search;
  readonly total: number;
  readonly rows: readonly Shipment[];
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
  /** Rows that are shown no more, while they can still be had back. */
  readonly onHide: (update: (before: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly onDone: () => void;
}

/** Milliseconds in which a deletion can be taken back: nothing is sent before. */
const UNDO = 7_000;

/** Shipments that are deleted without being asked for once more. */
const MANY = 100;

const says = (error: unknown): string =>
  error instanceof ApiError
    ? error.status === 0
      ? t('state.offlineText')
      : error.message
    : t('state.errorText');

/** What can be done with the chosen shipments, or with all that the search has. */
export default function BulkBar({ search, total, rows, selected, onClear, onHide, onDone }: BulkBarProps) {
  const { id: workspaceId, iri, workspace } = useWorkspace();
  const [isAll, setAll] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const count = isAll ? total : selected.size;
  const statuses = useQuery({
    queryKey: ['statuses', workspaceId],
    queryFn: () => all<Status>(`${iri}/statuses?entity=shipments&itemsPerPage=200`),
    staleTime: 60_000,
  });
  const busy = useRef(0);

  const chosen = (progress: Progress): Promise<readonly Shipment[]> =>
    isAll
      ? everyMatch(iri, search, progress)
      : Promise.resolve(rows.filter((row) => selected.has(row['@id'] ?? '')));

  const tell = ({ succeeded, failed }: Outcome, done: string): void => {
    const names = failed.slice(0, 3).map(({ message }) => message);
    notifications.show({
      color: failed.length > 0 ? 'orange' : undefined,
      autoClose: failed.length > 0 ? 15_000 : 6_000,
      title: done,
      message:
        failed.length > 0
          ? `${tn('bulk.failed', failed.length)} ${[...new Set(names)].join(' ')}`
          : tn('bulk.done', succeeded),
    });
  };

  const run = async (
    label: string,
    work: (shipments: readonly Shipment[], progress: Progress) => Promise<Outcome>,
  ): Promise<void> => {
    setBusy(true);
    const id = `bulk-${++busy.current}`;
    const show = (done: number): void => {
      notifications.update({
        id,
        loading: true,
        title: label,
        message: t('bulk.progress', { done, total: count }),
      });
    };
    notifications.show({
      id,
      loading: true,
      autoClose: false,
      title: label,
      message: t('bulk.progress', { done: 0, total: count }),
    });
    try {
      const outcome = await work(await chosen(() => undefined), show);
      tell(outcome, label);
      onClear();
      onDone();
    } catch (error) {
      notifications.show({ color: 'red', title: label, message: says(error) });
    } finally {
      notifications.hide(id);
      setBusy(false);
    }
  };

  const onDelete = async (): Promise<void> => {
    if (count > MANY && !(await modalConfirm(t('bulk.delete'), tn('bulk.deleteMany', count)))) return;
    setBusy(true);
    let shipments: readonly Shipment[];
    try {
      shipments = await chosen(() => undefined);
    } catch (error) {
      notifications.show({ color: 'red', title: t('bulk.delete'), message: says(error) });
      return;
    } finally {
      setBusy(false);
    }
    const iris = new Set(shipments.map((row) => row['@id'] ?? ''));
    const show = (): void => onHide((before) => new Set([...before].filter((each) => !iris.has(each))));
    onHide((before) => new Set([...before, ...iris]));
    onClear();
    const id = `delete-${Date.now()}`;
    const timer = window.setTimeout(() => {
      void deleteShipments(workspaceId, shipments, () => undefined)
        .then((outcome) => {
          if (outcome.failed.length > 0) tell(outcome, t('bulk.delete'));
        })
        .catch((error: unknown) =>
          notifications.show({ color: 'red', title: t('bulk.delete'), message: says(error) }),
        )
        .finally(() => {
          onDone();
          show();
        });
    }, UNDO);
    notifications.show({
      id,
      autoClose: UNDO,
      title: tn('bulk.deleted', shipments.length),
      message: (
        <Button
          variant="light"
          size="compact-sm"
          mt={4}
          onClick={() => {
            window.clearTimeout(timer);
            show();
            notifications.hide(id);
          }}
        >
          {t('bulk.undo')}
        </Button>
      ),
    });
  };

  const onSend = async (): Promise<void> => {
    if (!(await modalConfirm(t('link.sendMany'), tn('link.sendText', count)))) return;
    await run(t('link.sendMany'), (all, progress) => sendLinks(workspace, all, progress));
  };

  const onExport = async (): Promise<void> => {
    setBusy(true);
    try {
      const query = isAll
        ? toQuery(apiSearch(search))
        : toQuery({ 'id[]': [...selected].map((each) => each.slice('/shipments/'.length)) });
      window.location.assign(await exportCsv(workspaceId, query));
    } catch (error) {
      notifications.show({ color: 'red', title: t('bulk.export'), message: says(error) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={classes.bar} role="region" aria-label={t('bulk.label')}>
      <Group gap={8} wrap="wrap" justify="center">
        <Text size="sm" fw={600} role="status">
          {tn('bulk.selected', count)}
        </Text>
        {!isAll && total > selected.size && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {tn('bulk.selectAll', total)}
          </Button>
        )}
        <Menu position="top">
          <Menu.Target>
            <Button
              variant="default"
              disabled={isBusy}
              rightSection={<IconChevronDown size={13} aria-hidden />}
            >
              {t('bulk.status')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {statuses.data?.map((status) => (
              <Menu.Item
                key={status.id}
                onClick={() =>
                  void run(t('bulk.status'), (shipments, progress) =>
                    changeStatus(workspaceId, shipments, status.id, progress),
                  )
                }
              >
                {status.title}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item
              onClick={() =>
                void run(t('bulk.status'), (shipments, progress) =>
                  changeStatus(workspaceId, shipments, undefined, progress),
                )
              }
            >
              {t('bulk.noStatus')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconRadar size={15} aria-hidden />}
          onClick={() => void run(t('bulk.track'), (all, progress) => trackAgain(workspaceId, all, progress))}
        >
          {t('bulk.track')}
        </Button>
        {defaultPage(workspace) !== '' && (
          <Button
            variant="default"
            disabled={isBusy}
            leftSection={<IconMail size={15} aria-hidden />}
            onClick={() => void onSend()}
          >
            {t('link.sendMany')}
          </Button>
        )}
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void onExport()}
        >
          {t('bulk.export')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => void onDelete()}
        >
          {t('bulk.delete')}
        </Button>
        <ActionIcon onClick={onClear} aria-label={t('bulk.clear')}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </div>
  );
}
