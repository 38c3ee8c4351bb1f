import { ArrayMaxSize, IsDefined, IsOptional } from 'class-validator';
import { rule } from '../../../core/http/dto/fields.js';
import type { Problem } from '../../../core/http/dto/problems.js';
import { Dto, Field, type Reader } from '../../../core/http/dto/dto.js';
import { readInto } from '../../../core/http/dto/read-dto.js';
import { MAX_INTEGER } from '../../../core/metadata/fields/number.js';
import { parseMoney } from '../../../core/metadata/money.js';
import { dtoSchema } from '../../../core/openapi/dto-schema.js';
import { invalidItem } from '../errors.js';
import { key, text } from '../schema-helpers.js';
import { Key, MagentoBody, Text } from './fields.js';

/** Decimal numbers are parsed as ten-thousandths. */
const ONE = 10_000;

/** 2, `"2"` and `"2.0000"` are 2; nothing below 1 is a quantity. @throws BadInput. */
const quantityFrom: Reader = (value) => {
  const isWritten = typeof value === 'number' || typeof value === 'string';
  const qty = (isWritten ? (parseMoney(String(value)) ?? 0) : 0) / ONE;
  if (!Number.isInteger(qty) || qty < 1 || qty > MAX_INTEGER) throw invalidItem();
  return qty;
};

const QUANTITY = {
  type: ['integer', 'string'],
  description: 'A whole number, from 1.',
  examples: [2, '2.0000'],
} as const;

/** So many of an order item, which is named by its key, its SKU, or both. */
@Dto({ name: 'AskedItem' })
export class RequestedItem extends MagentoBody {
  @Key(key('The order item; or `sku`.', 10))
  readonly order_item_id?: number;

  @Text(text('Of several order items with this SKU the first ones are taken.', 'PRODUCT-001'))
  readonly sku?: string;

  @Field(quantityFrom, QUANTITY, IsDefined())
  readonly qty!: number;
}

/** Entries at most. */
const MAX_ITEMS = 1000;

/** Some items of an order. @throws BadInput. */
export function RequestedItems(): PropertyDecorator {
  const read: Reader = (value, path) => {
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || value.length === 0 || value.length > MAX_ITEMS) throw invalidItem();
    const problems: Problem[] = [];
    const items = value.map((each) => readInto(RequestedItem, each, path, problems));
    if (problems.length > 0 || !items.every(isNamed)) throw invalidItem();
    return items;
  };
  const description = 'Left out: everything that is left of the order. An empty list is refused.';
  return Field(
    read,
    (components) => ({ type: 'array', description, items: dtoSchema(RequestedItem, components) }),
    IsOptional(),
    rule('isNotNull', [], (value) => value !== null),
    ArrayMaxSize(MAX_ITEMS),
  );
}

const isNamed = ({ order_item_id, sku }: RequestedItem): boolean => (order_item_id ?? sku) !== undefined;
