import type { MappedField, Mapping } from '../../shared/mapping.js';
import type { OrderRow } from '../../shared/rows.js';
import { formatAmount } from '../formats.js';
import { type Cost, type CostName, COSTS, detailsOf, FREE, type OrderDetails } from './order-details.js';
import type { OrderAmounts } from './order-amounts.dto.js';
import type { OrderTotals } from './order-totals.js';
import { amount } from '../schema-helpers.js';
import { InvalidField } from '../errors.js';

/** Amounts end here, in ten-thousandths: so they are exact wherever they are kept. */
const LARGEST = 1e15 - 1;

/** @throws InvalidField. */
export function within(value: number, name: string): number {
  if (value > LARGEST) throw new InvalidField(name, 'The amounts are too large.');
  return value;
}

/** Amounts that a body may have, in ten-thousandths; undefined is what it does not have. */
export interface AmountsInput {
  readonly costs: Readonly<Record<CostName, Partial<Cost>>>;
  readonly discount: number | undefined;
  readonly subtotal: Pair;
  readonly total: Pair;
}

interface Pair {
  readonly withoutTax: number | undefined;
  readonly withTax: number | undefined;
}

/** The amounts of a body. */
export function amountsFrom(sent: OrderAmounts): AmountsInput {
  const costOf = (name: CostName): Partial<Cost> => {
    const [base, withoutTax, withTax] = [
      sent[`base_${name}_cost`],
      sent[`${name}_cost_ex_tax`],
      sent[`${name}_cost_inc_tax`],
    ];
    return {
      ...(base !== undefined && { base }),
      ...(withoutTax !== undefined && { withoutTax }),
      ...(withTax !== undefined && { withTax }),
    };
  };
  return {
    costs: { shipping: costOf('shipping'), handling: costOf('handling'), wrapping: costOf('wrapping') },
    discount: sent.discount_amount,
    subtotal: { withoutTax: sent.subtotal_ex_tax, withTax: sent.subtotal_inc_tax },
    total: { withoutTax: sent.total_ex_tax, withTax: sent.total_inc_tax },
  };
}

/** A cost with what was sent in its places; what was not sent follows from what was. @throws InvalidField. */
function costWith(sent: Partial<Cost>, before: Cost, name: CostName): Cost {
  if (Object.keys(sent).length === 0) return before;
  const withoutTax = sent.withoutTax ?? sent.withTax ?? sent.base ?? before.withoutTax;
  const withTax = sent.withTax ?? withoutTax;
  if (withTax < withoutTax)
    throw new InvalidField(`${name}_cost_inc_tax`, `The value must not be below ${name}_cost_ex_tax.`);
  return { base: sent.base ?? withoutTax, withoutTax, withTax };
}

/** Subtotal and total of an order, in ten-thousandths. */
interface Amounts {
  readonly subtotal: number;
  readonly subtotalTax: number;
  readonly total: number;
  readonly totalTax: number;
}

/** What lines cost altogether, in ten-thousandths. */
export interface LineTotals {
  readonly withoutTax: number;
  readonly withTax: number;
}

/** What an order with these lines costs: what the shop says goes before what its lines and costs add up to. @throws InvalidField. */
export function newAmounts(
  sent: AmountsInput,
  lines: LineTotals,
): { readonly subtotal: number; readonly total: number; readonly details: AmountDetails } {
  const costs = Object.fromEntries(
    COSTS.flatMap((name) =>
      Object.keys(sent.costs[name]).length > 0 ? [[name, costWith(sent.costs[name], FREE, name)]] : [],
    ),
  ) as OrderDetails['costs'];
  const discount = sent.discount ?? 0;
  const before: Amounts = {
    subtotal: lines.withoutTax,
    subtotalTax: lines.withTax - lines.withoutTax,
    total: Math.max(0, lines.withTax + costOf(costs) - discount),
    totalTax: lines.withTax - lines.withoutTax + taxOf(costs),
  };
  return { ...overridden(sent, before), details: { costs, discount, ...ownTaxes(sent, before) } };
}

type AmountDetails = Pick<OrderDetails, 'costs' | 'discount' | 'subtotalTax' | 'totalTax'>;

/** Of a pair one may be missing, and follows by the tax. */
function overridden({ subtotal, total }: AmountsInput, before: Amounts): Pick<Amounts, 'subtotal' | 'total'> {
  const fromTax = (value: number | undefined, tax: number): number | undefined =>
    value === undefined ? undefined : Math.max(0, value + tax);
  const { subtotalTax, totalTax } = before;
  return {
    subtotal: subtotal.withoutTax ?? fromTax(subtotal.withTax, -subtotalTax) ?? before.subtotal,
    total: within(
      total.withTax ?? fromTax(total.withoutTax, totalTax) ?? within(before.total, 'products'),
      'total_ex_tax',
    ),
  };
}

/** The taxes that a whole pair says, where they are others than what lines and costs say. */
function ownTaxes(sent: AmountsInput, before: Amounts): Pick<OrderDetails, 'subtotalTax' | 'totalTax'> {
  const taxIn = ({ withoutTax, withTax }: Pair, known: number): number | undefined => {
    if (withoutTax === undefined || withTax === undefined) return undefined;
    return withTax - withoutTax === known ? undefined : withTax - withoutTax;
  };
  return {
    subtotalTax: taxIn(sent.subtotal, before.subtotalTax),
    totalTax: taxIn(sent.total, before.totalTax),
  };
}

const costOf = (costs: OrderDetails['costs']): number =>
  Object.values(costs).reduce((sum, { withTax }) => sum + withTax, 0);
const taxOf = (costs: OrderDetails['costs']): number =>
  Object.values(costs).reduce((sum, { withTax, withoutTax }) => sum + withTax - withoutTax, 0);

/** The subtotal is kept without tax and the total with it; the taxes follow from lines and costs, unless the shop says others. */
export function amountsOf(order: OrderRow, details: OrderDetails, { tax }: OrderTotals): Amounts {
  const [subtotal, total] = [Number(order.subtotal ?? 0), Number(order.total ?? 0)];
  const subtotalTax = details.subtotalTax ?? tax;
  const totalTax = Math.max(0, Math.min(details.totalTax ?? tax + taxOf(details.costs), total));
  return { subtotal, subtotalTax, total, totalTax };
}

/**
 * What a change makes of an order's amounts. What is shown already may be sent back and changes nothing; other costs and
 * discounts move the total by their difference; a subtotal or total that the shop gives stays as it is given.
 * @throws InvalidField.
 */
export function changedAmounts(
  sent: AmountsInput,
  order: OrderRow,
  sums: OrderTotals,
): { readonly subtotal: number; readonly total: number; readonly details: AmountDetails } {
  const details = detailsOf(order);
  const shown = amountsOf(order, details, sums);
  const costs = { ...details.costs };
  for (const name of COSTS) {
    const before = details.costs[name] ?? FREE;
    const after = costWith(sent.costs[name], before, name);
    if (COST_PARTS.some((part) => after[part] !== before[part])) costs[name] = after;
  }
  const discount = sent.discount ?? details.discount;
  const more = costOf(costs) - costOf(details.costs) - (discount - details.discount);
  const moreTax = taxOf(costs) - taxOf(details.costs);
  const before: Amounts = {
    ...shown,
    total: Math.max(0, shown.total + more),
    totalTax: shown.totalTax + moreTax,
  };
  const others: AmountsInput = {
    ...sent,
    subtotal: unlessShown(sent.subtotal, shown.subtotal, shown.subtotalTax),
    total: unlessShown(sent.total, shown.total - shown.totalTax, shown.totalTax),
  };
  const taxes = ownTaxes(others, before);
  return {
    ...overridden(others, before),
    details: {
      costs,
      discount,
      subtotalTax: taxes.subtotalTax ?? details.subtotalTax,
      totalTax: taxes.totalTax ?? (details.totalTax === undefined ? undefined : details.totalTax + moreTax),
    },
  };
}

const COST_PARTS = ['base', 'withoutTax', 'withTax'] as const;

/** A pair of which something is news; one that is shown says nothing. */
const unlessShown = (sent: Pair, withoutTax: number, tax: number): Pair => {
  const isShown =
    (sent.withoutTax ?? withoutTax) === withoutTax && (sent.withTax ?? withoutTax + tax) === withoutTax + tax;
  return isShown ? { withoutTax: undefined, withTax: undefined } : sent;
};

/** What an order's amounts are shown from. */
export interface AmountRows {
  readonly details: OrderDetails;
  readonly amounts: Amounts;
}

const shown = (description: string, of: (rows: AmountRows) => number): MappedField<AmountRows> => ({
  schema: amount(description),
  value: (rows) => formatAmount(of(rows)),
});

/** All amounts of an order in BigCommerce's words. */
export const AMOUNTS: Mapping<AmountRows> = {
  subtotal_ex_tax: shown('Of all products, without tax.', ({ amounts }) => amounts.subtotal),
  subtotal_inc_tax: shown(
    'Of all products, with tax.',
    ({ amounts }) => amounts.subtotal + amounts.subtotalTax,
  ),
  subtotal_tax: shown('The tax of all products.', ({ amounts }) => amounts.subtotalTax),
  ...Object.fromEntries(
    COSTS.flatMap((name): [string, MappedField<AmountRows>][] => {
      const costOf = ({ details }: AmountRows): Cost => details.costs[name] ?? FREE;
      return [
        [
          `base_${name}_cost`,
          shown(`What ${name} costs, as the shop has set it.`, (rows) => costOf(rows).base),
        ],
        [`${name}_cost_ex_tax`, shown(`What ${name} costs, without tax.`, (rows) => costOf(rows).withoutTax)],
        [`${name}_cost_inc_tax`, shown(`What ${name} costs, with tax.`, (rows) => costOf(rows).withTax)],
        [
          `${name}_cost_tax`,
          shown(`The tax of ${name}.`, (rows) => costOf(rows).withTax - costOf(rows).withoutTax),
        ],
      ];
    }),
  ),
  total_ex_tax: shown('Of the order, without tax.', ({ amounts }) => amounts.total - amounts.totalTax),
  total_inc_tax: shown(
    'Of the order: products, shipping, handling and wrapping, less the discount.',
    ({ amounts }) => amounts.total,
  ),
  total_tax: shown('The tax of products and costs.', ({ amounts }) => amounts.totalTax),
  discount_amount: shown('What the shop takes off.', ({ details }) => details.discount),
  coupon_discount: shown('There are no coupons.', () => 0),
};
