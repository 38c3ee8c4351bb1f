import { Dto } from '../../../core/http/dto/dto.js';
import { isBlank, isEmpty, wholeNumber } from '../../shared/lenient-values.js';
import {
  Amount,
  amountFrom,
  AmountWithTax,
  Integer,
  StoreBody,
  Text,
  trimmed,
  trimmedOrNone,
} from '../dto/fields.js';
import { Names } from '../dto/read-body.js';
import { MissingField } from '../errors.js';
import { type LineTotals, within } from './order-amounts.js';

type Sent = Readonly<Record<string, unknown>>;

/** A line that has no product of the shop's has a name. @throws MissingField. */
function assertNamed({ name, product_id }: Sent): void {
  const hasProduct = !isEmpty(product_id) && wholeNumber(product_id) !== 0;
  if (!hasProduct && isBlank(name)) throw new MissingField('name');
}

/** @throws InvalidField where so many cost too much. */
function assertPayable(withTax: number | undefined, { price_ex_tax, quantity }: Sent): void {
  const price = withTax ?? amountFrom(price_ex_tax, 'price_ex_tax') ?? 0;
  within(price * (wholeNumber(quantity) ?? 1), 'quantity');
}

/** A line of a new order; amounts in ten-thousandths. */
@Dto({ name: 'NewProduct' })
@Names({ first: ['name', 'product_id'] })
export class NewProduct extends StoreBody {
  @Integer({ isRequired: true, minimum: 1, examples: [2] })
  readonly quantity!: number;

  @Text({
    parse: trimmedOrNone,
    description: 'Its name; it may be missing where there is a `product_id`.',
    check: assertNamed,
  })
  readonly name?: string;

  @Integer({ description: "The shop's own number of the product." })
  readonly product_id?: number;

  @Amount({ description: 'Of one, without tax.' })
  readonly price_ex_tax?: number;

  @AmountWithTax('price_ex_tax', 'Of one, with tax; not below the price without.', assertPayable)
  readonly price_inc_tax?: number;

  @Text({ parse: trimmed })
  readonly sku?: string;
}

/** What a line costs, in ten-thousandths: one without tax, and all of them with it. */
export function priceOf({ price_ex_tax, price_inc_tax, quantity }: NewProduct): {
  readonly unit: number | undefined;
  readonly total: number | undefined;
} {
  const withTax = price_inc_tax ?? price_ex_tax;
  return {
    unit: price_ex_tax ?? price_inc_tax,
    total: withTax === undefined ? undefined : withTax * quantity,
  };
}

/** What all lines cost together. @throws InvalidField where that is too much. */
export function totalsOf(lines: readonly NewProduct[]): LineTotals {
  const sumOf = (costOf: (line: NewProduct) => number): number =>
    lines.reduce((sum, line) => within(sum + costOf(line), 'products'), 0);
  return {
    withoutTax: sumOf((line) => (priceOf(line).unit ?? 0) * line.quantity),
    withTax: sumOf((line) => priceOf(line).total ?? 0),
  };
}
