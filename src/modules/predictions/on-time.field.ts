import { sqlNames } from '../../core/database/sql-names.js';
import { ALWAYS, and, condition, isIn } from '../../core/metadata/condition.js';
import type { FieldDeclaration } from '../../core/metadata/field.js';
import { DeliveryPrediction } from './delivery-prediction.entity.js';
import { ON_TIME } from './on-time.js';

const p = sqlNames(DeliveryPrediction, 'p');

/**
 * Whether a shipment comes by the carrier's date, as it was predicted last: a filter, and no field of answers. Of what has never
 * been tracked it is `unknown`.
 */
export const onTime = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(),
  required: false,
  schema: { type: 'string', enum: ON_TIME },
  reads: [],
  toJson: () => null,
  search: {
    // it is in another table: what is counted of it is counted anew when something changes
    column: 'onTime',
    kind: 'text',
    stored: (text) => (ON_TIME as readonly string[]).find((each) => each === text.trim().toLowerCase()),
    anyOf: (table, values) => {
      const own = table.workspacePks
        ? isIn(p.workspacePk, table.workspacePks)
        : condition(`${p.workspacePk} = ${table.column('workspacePk')}`);
      const isUnknown = values.includes('unknown');
      const states = ON_TIME.filter((each) => values.includes(each) !== isUnknown);
      if (isUnknown && states.length === 0) return ALWAYS;
      const those = and([own, isIn(p.onTime, states)]);
      return {
        sql: `${table.column('pk')} ${isUnknown ? 'NOT IN' : 'IN'} (SELECT ${p.shipmentKey} FROM ${p.table} WHERE ${those.sql})`,
        params: those.params,
      };
    },
  },
});
