import { Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { orderItemResource } from '../../../modules/orders/order-items/order-item.resource.js';
import { orderAddressResource } from '../../../modules/orders/order-address.resource.js';
import { orderResource } from '../../../modules/orders/order.resource.js';
import { QueryString } from '../../../core/query/query-string.js';
import { and, condition, isIn } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { Store } from '../../../core/store/store.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { ref } from '../../shared/mapping.js';
import { readBody } from '../dto/read-body.js';
import { change, count, create, list, PATH, remove, single } from '../operations.js';
import { presentOrders } from './order.presenter.js';
import { NewOrder, newOrderIn, OrderChange } from './order.dto.js';
import { presentCounts, orderCounts } from './order-counts.js';
import { ORDER_FILTERS, ORDER_SORT, orderFilter, orderSort } from './order.filters.js';
import { shopStatuses } from './order-status.presenter.js';
import { archiveOrders, createOrder, updateOrder } from './order.service.js';
import { type ShopUnit, ShopUnits } from '../../shared/shop-units.js';
import type { TotalsOf } from './order-totals.js';
import { paginationOf } from '../pagination.js';
import { sendJson } from '../../../core/http/json-answer.js';
import { sendList, sendNothing } from '../send-list.js';
import { StoreReader, storeUrl } from '../store-reader.js';
import { idIn, InStore, type StoreRequest } from '../auth/store.guard.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Order } from '../../../modules/orders/order.entity.js';
import { OrderAddress } from '../../../modules/orders/order-address.entity.js';

const o = sqlNames(Order, 'o');
const a = sqlNames(OrderAddress, 'a');

/** Orders that one unit of work puts away. */
const BATCH_SIZE = 200;

const NOT_ARCHIVED = condition('t.archivedAt IS NULL');

/** What belongs to orders that lists show. */
const OF_SHOWN_ORDERS = condition(
  `t.orderPk IN (SELECT ${o.pk} FROM ${o.table} WHERE ${o.archivedAt} IS NULL)`,
);

/** Orders that go to their own `shippingAddress`, and nowhere else. */
const WITH_ONE_ADDRESS = and([
  NOT_ARCHIVED,
  condition(`NOT EXISTS (SELECT 1 FROM ${a.table} WHERE ${a.orderPk} = t.pk)`),
]);

/** A store's orders. */
@Operations({
  tag: { name: 'Orders', description: "The store's orders, with their products and addresses." },
  path: PATH,
})
@InStore()
@Controller('/stores/:store_hash/v2/orders')
export class OrdersController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReader,
    private readonly units: ShopUnits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Get()
  @Operation(
    list('getOrders', 'The orders', 'Order', [ORDER_SORT, ...ORDER_FILTERS], {
      description: 'By id, unless they are sorted. Parameters that nobody knows are ignored.',
    }),
  )
  async list(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, store } = request;
    const { limit, offset } = paginationOf(request);
    const query = QueryString.of(request.url);
    const slice = { order: orderSort(query), limit, offset };
    const where = await orderFilter(query, store.workspacePk, this.database);
    const orders = await this.store.rows(orderResource, where, caller, slice);
    sendList(reply, await presentOrders(orders, this.reads.of(caller), this.base(request)));
  }

  @Get('/count')
  @Operation(
    single('countOrders', 'How many orders there are, by status', ref('OrderCount'), {
      description: 'Of those that the filters choose, which are the list’s own.',
      parameters: ORDER_FILTERS,
    }),
  )
  async count(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, store } = request;
    const where = await orderFilter(QueryString.of(request.url), store.workspacePk, this.database);
    const name = `orders by status ${where.sql} ${JSON.stringify(where.params)}`;
    const counts = await this.store.aggregate(name, caller, orderCounts(where, caller));
    sendJson(reply, presentCounts(counts, await shopStatuses(this.reads.of(caller).rows)));
  }

  /** Lines of all orders. */
  @Get('/products/count')
  @Operation(count('countProducts', 'How many lines all orders have'))
  async countProducts(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    sendJson(reply, { count: await this.store.count(orderItemResource, OF_SHOWN_ORDERS, caller) });
  }

  /** Addresses of all orders. */
  @Get(['/shipping_addresses/count', '/shippingaddresses/count'])
  @Operation(
    count('countOrderShippingAddressesOfAll', 'How many addresses all orders have', {
      aliasId: 'countOrderShippingaddressesOfAll',
    }),
  )
  async countAddresses(@Req() { caller }: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const own = await this.store.count(orderResource, WITH_ONE_ADDRESS, caller);
    sendJson(reply, { count: own + (await this.store.count(orderAddressResource, OF_SHOWN_ORDERS, caller)) });
  }

  @Get('/:order_id')
  @Operation(single('getOrder', 'An order', ref('Order')))
  async item(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const [answer] = await presentOrders([order], this.reads.of(request.caller), this.base(request));
    sendJson(reply, answer);
  }

  @Post()
  @Operation(
    create('createOrder', 'Makes an order', NewOrder, 'Order', {
      description:
        'Amounts are exact, with four places at most. Without a total of its own, the order costs what its products, shipping, handling and wrapping add up to, less the discount.',
    }),
  )
  async create(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.units.post(request, reply, 201, () => {
      const sent = newOrderIn(request.body);
      return async (unit) => {
        const pk = await createOrder(sent, request.store.workspaceId, unit.writer);
        await unit.transaction.finish();
        return this.shown(pk, request, unit);
      };
    });
  }

  @Put('/:order_id')
  @Operation(
    change('updateOrder', 'Changes an order', OrderChange, 'Order', {
      description:
        'What is not sent stays, also parts of the billing address. What else an order shows may be sent back, and changes nothing.',
    }),
  )
  async update(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'order_id');
    const sent = readBody(OrderChange, request.body);
    const answer = await this.units.run(request.caller, async (unit) => {
      const totals = await updateOrder(id, sent, unit);
      await unit.transaction.finish();
      return this.shown(id, request, unit, totals);
    });
    sendJson(reply, answer);
  }

  /** Puts an order away. */
  @Delete('/:order_id')
  @Operation(
    remove(
      'archiveOrder',
      'Puts an order away',
      'It is in no list any more unless it is asked for; its shipments stay.',
      'It is put away.',
    ),
  )
  async archive(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idIn(request, 'order_id');
    const found = await this.units.run(request.caller, (unit) =>
      archiveOrders(condition('t.pk = ?', id), unit),
    );
    if (found === 0) throw new NotFound();
    sendNothing(reply);
  }

  /** Puts all orders away, some at a time; whoever is interrupted may ask again. */
  @Delete()
  @Operation(
    remove(
      'archiveOrders',
      'Puts all orders away',
      'They are in no list any more unless they are asked for.',
      'They are put away.',
    ),
  )
  async archiveAll(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    for (;;) {
      const next = await this.store.rows(orderResource, NOT_ARCHIVED, request.caller, { limit: BATCH_SIZE });
      const pks = next.map(({ pk }) => pk);
      if (pks.length === 0) break;
      await this.units.run(request.caller, (unit) => archiveOrders(isIn('t.pk', pks), unit));
    }
    sendNothing(reply);
  }

  /** An order as the unit sees it; `totals`: where they are at hand. */
  private async shown(
    pk: number,
    request: StoreRequest,
    unit: ShopUnit,
    totals?: TotalsOf,
  ): Promise<object | undefined> {
    const orders = await unit.rows(orderResource, condition('t.pk = ?', pk));
    return (await presentOrders(orders, unit, this.base(request), totals))[0];
  }

  /** The URL under which the store's orders are. */
  private base({ store }: StoreRequest): string {
    return storeUrl(this.config, store);
  }
}
