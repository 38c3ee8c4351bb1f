import { createContext, useContext } from 'react';
import type { DeliveryPrediction, Shipment } from '../../api/client';
import { Arrival } from '../../ui/arrival';

const Predictions = createContext<ReadonlyMap<string, DeliveryPrediction>>(new Map());

/** What is predicted of the rows of a table: cells read it by themselves, so that no row is drawn again when it arrives. */
export const Predicted = Predictions.Provider;

export const PredictedArrival = ({ shipment }: { readonly shipment: Shipment }) => (
  <Arrival prediction={useContext(Predictions).get(shipment['@id'] ?? '')} />
);
