import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { all, type Checkpoint } from '../../api/client';
import { t } from '../../i18n';
import { clockTime, weekday, zonedTime } from '../../lib/format';
import { Failure, Lines } from '../../ui/states';
import classes from './shipment.module.css';

/** Where the parcel was, the newest first, by days. Times are those of this browser; exactly, with the zone, on hover. */
export function Timeline({ iri }: { readonly iri: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['checkpoints', iri],
    queryFn: () => all<Checkpoint>(`${iri}/checkpoints?itemsPerPage=200`),
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Lines rows={5} />;
  if (data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('shipment.noCheckpoints')}
      </Text>
    );
  const newest = [...data].sort((a, b) => (b.checkpointDate ?? '').localeCompare(a.checkpointDate ?? ''));
  const days = new Map<string, Checkpoint[]>();
  for (const checkpoint of newest) {
    const name = checkpoint.checkpointDate ? weekday(checkpoint.checkpointDate) : '';
    days.set(name, [...(days.get(name) ?? []), checkpoint]);
  }
  return (
    <ol className={classes.days}>
      {[...days].map(([name, checkpoints]) => (
        <li key={name} className={classes.day}>
          <h3>{name}</h3>
          <ul className={classes.events}>
            {checkpoints.map((checkpoint) => (
              <li key={checkpoint['@id']}>
                {checkpoint.checkpointDate ? (
                  <time dateTime={checkpoint.checkpointDate} title={zonedTime(checkpoint.checkpointDate)}>
                    {clockTime(checkpoint.checkpointDate)}
                  </time>
                ) : (
                  <span />
                )}
                <div>
                  {checkpoint.info}
                  {checkpoint.location && <div className={classes.place}>{checkpoint.location}</div>}
                </div>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
