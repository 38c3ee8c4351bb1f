import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request, type Shipment, type ShipmentChange } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe } from '../../i18n';
import { Loaded, Nothing } from '../../ui/loaded';
import { Time } from '../../ui/time';
import { fieldName } from '../shipments/field-names';
import classes from './shipment.module.css';

/** What follows from other fields, or says only that something has changed. */
const UNTOLD = /^(?:updatedAt|lastStatusUpdate|daysIn\w+|daysSince\w+|originCountry|destinationCountry)$/;

/** What has become of a shipment in the last days, and which webhooks were told. */
export function Changes({ iri, shipment }: { readonly iri: string; readonly shipment: Shipment }) {
  const { id: workspace } = useWorkspace();
  const query = useQuery({
    queryKey: ['shipment-changes', iri, shipment.updatedAt],
    queryFn: ({ signal }) => request<readonly ShipmentChange[]>(`${iri}/changes`, { signal }),
    placeholderData: (before) => before,
  });
  return (
    <Loaded query={query} rows={3}>
      {(changes) =>
        changes.length === 0 ? (
          <Nothing>{t('changes.none')}</Nothing>
        ) : (
          <ul className={classes.changes}>
            {changes.map((change, index) => (
              <li key={`${change.createdAt} ${index}`}>
                <div>
                  <span>{saidOf(change)}</span>
                  <Time value={change.createdAt} />
                </div>
                {change.deliveries.map(({ workflow, title, state, attempts }) => (
                  <div key={workflow} className={classes.delivery} data-state={state}>
                    <Link to="/w/$workspace/developers" params={{ workspace }} search={{ tab: 'webhooks' }}>
                      {title}
                    </Link>
                    <span>
                      {tMaybe(`delivery.${state}`)}
                      {attempts > 0 && ` · ${t('changes.failed', { count: attempts })}`}
                    </span>
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function saidOf({ event, updatedFields }: ShipmentChange): string {
  if (event !== 'update') return tMaybe(`changes.${event}`);
  const names = [...new Set(updatedFields.filter((field) => !UNTOLD.test(field)).map(fieldName))];
  return names.length > 0 ? t('changes.update', { fields: names.join(', ') }) : t('changes.updateOther');
}
