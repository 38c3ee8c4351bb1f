import { createContext, type ReactNode, useContext } from 'react';
import type { DeliveryPrediction, Shipment } from '../../api/client';
import { usePredictions } from '../../lib/predictions';
import { Arrival } from '../../ui/arrival';
import type { Names } from './columns';

const Predictions = createContext<ReadonlyMap<string, DeliveryPrediction>>(new Map());

/** What is predicted of a row of the table below `PredictedRows`. */
export const PredictedArrival = ({
  shipment,
  carrier,
}: {
  readonly shipment: Shipment;
  readonly carrier: Names['carrier'];
}) => <Arrival prediction={useContext(Predictions).get(shipment['@id'] ?? '')} carrier={carrier} />;

/** Asks for what is predicted of the rows of a table; the table itself is not drawn again when it comes. */
export function PredictedRows({
  workspace,
  rows,
  isWanted,
  children,
}: {
  readonly workspace: string;
  readonly rows: readonly Shipment[];
  readonly isWanted: boolean;
  readonly children: ReactNode;
}) {
  const predictions = usePredictions(workspace, rows, isWanted);
  return <Predictions value={predictions}>{children}</Predictions>;
}
