import { IsOptional } from 'class-validator';
import { MaxCharacters } from '../../../core/http/dto/fields.js';
import { Field, type Reader } from '../../../core/http/dto/dto.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { isEmpty } from '../../shared/lenient-values.js';
import { invalid, mismatch } from '../errors.js';
import { shipmentPkIn } from '../increment-id.js';
import { INCREMENT_ID, key, ORDER_NUMBER } from '../schema-helpers.js';
import { Key, keyFrom, NO_KEY, sentValue, trimmed } from './fields.js';

/** How a request names an order: by its key, by its number, or by both. */
export interface OrderReference {
  readonly order_id?: number | undefined;
  readonly order_increment_id?: string | undefined;
}

/** How a request names a shipment: by its own key or number, or by its order's. */
export interface ShipmentReference extends OrderReference {
  readonly shipment_id?: number | undefined;
  /** The key that is in the number. */
  readonly increment_id?: number | undefined;
}

export const OrderId = (): PropertyDecorator => Key(key('The order.', 123));

/** `orId`: an order must be named, here or by `order_id`. @throws BadInput. */
export const OrderIncrementId = ({ orId = false } = {}): PropertyDecorator => {
  const read: Reader = (value, path, fields) => {
    const number = trimmed(value, path);
    if (orId && number === undefined && isEmpty(sentValue(fields, 'order_id')))
      throw new BadInput('order_id or order_increment_id is required');
    return number;
  };
  return Field(read, ORDER_NUMBER, IsOptional(), MaxCharacters(255));
};

const KEYS = ['shipment_id', 'id', 'entity_id'] as const;

/** The key of a shipment that must be named; `orByOrder`: by the order's names, too. */
export function ShipmentId({ orByOrder }: { readonly orByOrder: boolean }): PropertyDecorator {
  const read: Reader = (_, path, fields) => {
    const keys = orByOrder ? [...KEYS, 'order_id'] : KEYS;
    const numbers = orByOrder ? ['increment_id', 'order_increment_id'] : ['increment_id'];
    const isNamed =
      sentValue(fields, ...keys) !== undefined ||
      numbers.some((name) => trimmed(sentValue(fields, name), name) !== undefined);
    if (!isNamed) throw invalid(path);
    return keyFrom(sentValue(fields, ...KEYS), path);
  };
  return Field(read, key('The shipment; also as `id` or `entity_id`.', 789), IsOptional());
}

/** The number of a shipment, read as the key that is in it. @throws BadInput where the key that is sent is another. */
export function IncrementId(): PropertyDecorator {
  const read: Reader = (value, path, fields) => {
    const number = trimmed(value, path);
    if (number === undefined) return undefined;
    const numbered = shipmentPkIn(number) ?? NO_KEY;
    const pk = keyFrom(sentValue(fields, ...KEYS), 'shipment_id');
    if (pk !== undefined && pk !== numbered) throw mismatch('shipment_id', 'increment_id');
    return numbered;
  };
  return Field(read, INCREMENT_ID, IsOptional());
}
