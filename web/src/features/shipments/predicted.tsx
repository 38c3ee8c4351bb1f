import { createContext, type ReactNode, useContext } from 'react';
import type { DeliveryPrediction, Shipment } from '../../api/client';
import { usePredictions } from '../../lib/predictions';

const Predictions = createContext<ReadonlyMap<string, DeliveryPrediction>>(new Map());

/** What is predicted of the rows of the table below `PredictedRows`, by their IRIs. */
export const useRowPredictions = (): ReadonlyMap<string, DeliveryPrediction> => useContext(Predictions);

/** Asks for what is predicted of the rows of a table; of the table, only its rows are looked at when it comes. */
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
