import { LAST_PAGE } from '../../core/query/pagination.js';
import { normaliseOrderNumber } from '../../modules/shipments/order-numbers.field.js';
import { and, condition, isIn, type Condition } from '../../core/metadata/condition.js';
import { parseDatetime, parseMoment } from '../../core/metadata/datetime.js';
import { listFrom } from '../../core/metadata/fields/simple.js';
import { sortsOf } from '../shared/mapping.js';
import { isDirection, orderBy } from '../shared/sort.js';
import { invalid } from './errors.js';
import { shipmentPkIn } from './increment-id.js';
import { SHIPMENT } from './shipment.mapping.js';
import { type RequestParams, textFrom } from './request-params.js';

/** Which shipments are wanted, and how they are shown. */
export interface ShipmentListQuery {
  /** One shipment is asked for, not a list. */
  readonly isSingle: boolean;
  /** Which rows the filters choose, over the table `t` of shipments. */
  readonly chosen: Condition;
  /** Which of them are shipments. */
  readonly where: Condition;
  /** SQL. */
  readonly order: string;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  /** The totals are wanted, too. */
  readonly isCounted: boolean;
}

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 200;
export const SORTS = sortsOf(SHIPMENT);

/** Further tracks of a shipment are shown with it. */
export const isShipment: Condition = condition('t.parentPk IS NULL');
export const isTrack: Condition = condition('t.parentPk IS NOT NULL');

/** `storePk`: the workspace that is asked for shipments. @throws BadInput. */
export function shipmentListQuery(values: RequestParams, storePk: number): ShipmentListQuery {
  const id = values.key('id', 'shipment_id', 'entity_id');
  const numbers = incrementIds(values);
  const isSingle = id !== undefined || numbers?.length === 1;
  const conditions = [
    id !== undefined && condition('t.pk = ?', id),
    numbers && isIn('t.pk', numbers),
    ofOrder(values),
    ofOrderNumber(values, storePk),
    createdWithin(values),
  ];
  const chosen = and(conditions.filter((each) => typeof each === 'object'));
  return {
    isSingle,
    chosen,
    where: and([isShipment, chosen]),
    order: orderOf(values),
    page: values.positive(['page'], LAST_PAGE) ?? 1,
    limit:
      values.positive(['limit', 'page_size', 'per_page', 'pageSize'], MAX_PAGE_SIZE) ?? DEFAULT_PAGE_SIZE,
    isCounted: values.flag('include_pagination'),
  };
}

/** Of a list, or of text with commas, as many as a page has; what can be no number is nobody's. @throws BadInput. */
function incrementIds(values: RequestParams): readonly number[] | undefined {
  const name = 'increment_id';
  const value = values.value(name);
  if (value === undefined) return undefined;
  const texts = typeof value === 'object' ? listFrom(value, name) : [value];
  const numbers = texts.flatMap((each) => textFrom(each, name).split(','));
  const pks = new Set(numbers.map((each) => shipmentPkIn(each.trim()) ?? 0));
  if (pks.size > MAX_PAGE_SIZE) throw invalid(name);
  return [...pks];
}

function ofOrder(values: RequestParams): Condition | undefined {
  const orderPk = values.key('order_id');
  return orderPk === undefined ? undefined : isOfOrder(orderPk);
}

function ofOrderNumber(values: RequestParams, storePk: number): Condition | undefined {
  const number = values.text('order_increment_id');
  return number === undefined ? undefined : hasOrderNumber(number, storePk);
}

/** Shipments of an order, or with a further track of it. */
export const isOfOrder = (orderPk: number): Condition =>
  condition(
    `t.pk IN (SELECT COALESCE(s.parentPk, s.pk) FROM shipment_orders l JOIN shipments s ON s.pk = l.shipmentPk
      WHERE l.orderPk = ?)`,
    orderPk,
  );

/** Shipments with the number of an order, whether that order is there or not. */
export const hasOrderNumber = (number: string, storePk: number): Condition =>
  condition(
    `t.pk IN (SELECT COALESCE(s.parentPk, s.pk) FROM shipment_order_numbers n JOIN shipments s ON s.pk = n.shipmentPk
      WHERE n.workspacePk = ? AND n.number = ?)`,
    storePk,
    normaliseOrderNumber(number),
  );

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A date is that whole day and a time that whole second, UTC; so are Unix seconds. */
function createdWithin(values: RequestParams): Condition | undefined {
  const from = dateIn(values, 'created_from');
  const to = dateIn(values, 'created_to');
  const bounds = [
    ...(from === undefined ? [] : [condition('t.createdAt >= ?', lasting(from, '00:00:00', '000000'))]),
    ...(to === undefined ? [] : [condition('t.createdAt <= ?', lasting(to, '23:59:59', '999999'))]),
  ];
  return bounds.length === 0 ? undefined : and(bounds);
}

const lasting = (text: string, time: string, fraction: string): string =>
  `${DATE.test(text) ? `${text} ${time}` : text}.${fraction}`;

/** A date, or a date with a time. @throws BadInput when it is none of the calendar, or in another form. */
function dateIn(values: RequestParams, name: string): string | undefined {
  const text = values.text(name);
  if (text === undefined) return undefined;
  const isWritten = DATE.test(text) || SECOND.test(text);
  if (isWritten && parseDatetime(text) !== undefined) return text;
  const moment = /^\d+$/.test(text) ? parseMoment(text) : undefined;
  if (moment === undefined) throw invalid(name);
  return moment.slice(0, 19);
}

/** @throws BadInput. */
function orderOf(values: RequestParams): string {
  const sort = values.text('sort') ?? 'entity_id';
  const direction = (values.text('direction') ?? 'asc').toLowerCase();
  const column = Object.hasOwn(SORTS, sort) ? SORTS[sort] : undefined;
  if (column === undefined) throw invalid('sort');
  if (!isDirection(direction)) throw invalid('direction');
  return orderBy(column, direction);
}
