import { Amount, AmountWithTax, StoreBody } from '../dto/fields.js';

/** Amounts that a body may have, in ten-thousandths; of a pair each follows from the other. */
export abstract class OrderAmounts extends StoreBody {
  @Amount({ description: 'What shipping costs, without tax.' })
  readonly shipping_cost_ex_tax?: number;

  @AmountWithTax('shipping_cost_ex_tax', 'What shipping costs, with tax; not below that without.')
  readonly shipping_cost_inc_tax?: number;

  @Amount({ description: 'What shipping costs; used where there is nothing with or without tax.' })
  readonly base_shipping_cost?: number;

  @Amount({ description: 'What handling costs, without tax.' })
  readonly handling_cost_ex_tax?: number;

  @AmountWithTax('handling_cost_ex_tax', 'What handling costs, with tax; not below that without.')
  readonly handling_cost_inc_tax?: number;

  @Amount({ description: 'What handling costs; used where there is nothing with or without tax.' })
  readonly base_handling_cost?: number;

  @Amount({ description: 'What wrapping costs, without tax.' })
  readonly wrapping_cost_ex_tax?: number;

  @AmountWithTax('wrapping_cost_ex_tax', 'What wrapping costs, with tax; not below that without.')
  readonly wrapping_cost_inc_tax?: number;

  @Amount({ description: 'What wrapping costs; used where there is nothing with or without tax.' })
  readonly base_wrapping_cost?: number;

  @Amount({ description: 'What the shop takes off.' })
  readonly discount_amount?: number;

  @Amount({ description: 'Without it, what the products add up to.' })
  readonly subtotal_ex_tax?: number;

  @AmountWithTax(
    'subtotal_ex_tax',
    'With `subtotal_ex_tax`, the tax is the difference; alone, it is used with the tax of the products.',
  )
  readonly subtotal_inc_tax?: number;

  @Amount({ description: 'Used where there is no `total_inc_tax`.' })
  readonly total_ex_tax?: number;

  @AmountWithTax('total_ex_tax', 'Without it, what products and costs add up to, less the discount.')
  readonly total_inc_tax?: number;
}
