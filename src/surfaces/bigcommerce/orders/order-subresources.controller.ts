import { Controller, Get, Inject, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { orderItemResource } from '../../../modules/orders/order-items/order-item.resource.js';
import { QueryString } from '../../../core/query/query-string.js';
import { and, condition, type Condition } from '../../../core/metadata/condition.js';
import { NotFound } from '../../../core/metadata/errors.js';
import type { OrderItemRow, OrderRow } from '../../shared/rows.js';
import { Store } from '../../../core/store/store.js';
import { type PresentedOrderAddress, presentAddresses } from './order-address.presenter.js';
import { addressChangeIn, changeAddress } from './order-address.service.js';
import { addressesOfOrder } from './order-address.queries.js';
import type { ParameterObject } from '../../../core/openapi/types.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { present, ref } from '../../shared/mapping.js';
import { change, count, list, noneOf, PATH, single } from '../operations.js';
import { SentShippingAddress } from './address.dto.js';
import { hasTax, priceOf, PRODUCT, type ProductRows, TAX } from './order-product.mapping.js';
import { paginationOf } from '../pagination.js';
import { sendJson } from '../../../core/http/json-answer.js';
import { sendList, sendNothing } from '../send-list.js';
import { orderWith } from '../shipments/shipment.queries.js';
import { type Reads, StoreReader, storeUrl } from '../store-reader.js';
import { idIn, InStore, type StoreRequest } from '../auth/store.guard.js';

const DETAILS: ParameterObject = {
  name: 'details',
  in: 'query',
  description: 'With `true` they say of which product they are.',
  required: false,
  schema: { type: 'boolean', default: false },
};

/** What belongs to an order: its products with their taxes, and the addresses that it is shipped to. */
@Operations({ tag: 'Orders', path: PATH })
@InStore()
@Controller('/stores/:store_hash/v2/orders/:order_id')
export class OrderSubresourcesController {
  constructor(
    private readonly store: Store,
    private readonly reads: StoreReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('/products')
  @Operation(list('getOrderProducts', 'The products of an order', 'Product'))
  async products(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, offset } = paginationOf(request);
    const order = await this.reads.order(request);
    const items = await this.store.rows(orderItemResource, ofOrder(order), request.caller, { limit, offset });
    sendList(
      reply,
      (await this.shown(items, order, request)).map((each) => present(PRODUCT, each)),
    );
  }

  @Get('/products/count')
  @Operation(count('countOrderProducts', 'How many lines an order has'))
  async countProducts(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    sendJson(reply, { count: await this.store.count(orderItemResource, ofOrder(order), request.caller) });
  }

  @Get('/products/:product_id')
  @Operation(single('getOrderProduct', 'A product of an order', ref('Product')))
  async product(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const isMeant = and([ofOrder(order), condition('t.pk = ?', idIn(request, 'product_id'))]);
    const items = await this.store.rows(orderItemResource, isMeant, request.caller);
    const [product] = await this.shown(items, order, request);
    if (!product) throw new NotFound();
    sendJson(reply, present(PRODUCT, product));
  }

  @Get(['/shipping_addresses', '/shippingaddresses'])
  @Operation(
    list('getOrderShippingAddresses', 'Where an order goes', 'ShippingAddress', [], {
      aliasId: 'getOrderShippingaddresses',
    }),
  )
  async addresses(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, offset } = paginationOf(request);
    const order = await this.reads.order(request);
    const all = await presentAddresses(order, this.reads.of(request.caller), this.base(request));
    sendList(reply, all.slice(offset, offset + limit));
  }

  @Get(['/shipping_addresses/count', '/shippingaddresses/count'])
  @Operation(
    count('countOrderShippingAddresses', 'How many addresses an order goes to', {
      aliasId: 'countOrderShippingaddresses',
    }),
  )
  async countAddresses(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    const addresses = await addressesOfOrder(order, this.reads.of(request.caller).rows);
    sendJson(reply, { count: addresses.length });
  }

  @Get(['/shipping_addresses/:address_id', '/shippingaddresses/:address_id'])
  @Operation(
    single('getOrderShippingAddress', 'A shipping address', ref('ShippingAddress'), {
      aliasId: 'getOrderShippingaddress',
    }),
  )
  async address(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    sendJson(reply, await this.addressIn(request, order, this.reads.of(request.caller)));
  }

  @Put(['/shipping_addresses/:address_id', '/shippingaddresses/:address_id'])
  @Operation(
    change(
      'updateOrderShippingAddress',
      'Changes a shipping address',
      SentShippingAddress,
      'ShippingAddress',
      {
        description:
          'What is not sent stays. What only the server writes is refused, unless it is what is shown.',
        aliasId: 'updateOrderShippingaddress',
      },
    ),
  )
  async changeAddress(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, body } = request;
    const id = idIn(request, 'address_id');
    const answer = await this.store.unit(caller, async (writer, transaction) => {
      const reads = this.reads.of(caller, transaction);
      const orderWas = await orderWith(idIn(request, 'order_id'), reads.rows);
      const sent = addressChangeIn(body, await this.addressIn(request, orderWas, reads));
      const addresses = await addressesOfOrder(orderWas, reads.rows);
      await changeAddress(id, sent, { order: orderWas.pk, addresses }, writer);
      await transaction.finish();
      const order = await orderWith(orderWas.pk, reads.rows);
      return this.addressIn(request, order, reads);
    });
    sendJson(reply, answer);
  }

  /** Nobody here knows of coupons, messages and quotes. */
  @Get('/coupons')
  @Operation(noneOf('getOrderCoupons', 'The coupons of an order'))
  async coupons(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    paginationOf(request);
    await this.reads.order(request);
    sendNothing(reply);
  }

  @Get('/messages')
  @Operation(noneOf('getOrderMessages', 'The messages about an order'))
  messages(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.coupons(request, reply);
  }

  @Get(['/shipping_addresses/:address_id/shipping_quotes', '/shippingaddresses/:address_id/shipping_quotes'])
  @Operation(
    noneOf('getOrderShippingAddressQuotes', 'The quotes for an address', {
      aliasId: 'getOrderShippingaddressQuotes',
    }),
  )
  async quotes(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.reads.order(request);
    await this.addressIn(request, order, this.reads.of(request.caller));
    sendNothing(reply);
  }

  @Get('/taxes')
  @Operation(
    list('getOrderTaxes', 'The taxes of an order', 'Tax', [DETAILS], {
      description: 'One for each product that has some.',
    }),
  )
  async taxes(@Req() request: StoreRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, offset } = paginationOf(request);
    const order = await this.reads.order(request);
    const items = await this.store.rows(orderItemResource, ofOrder(order), request.caller);
    const isDetailed = QueryString.of(request.url).scalar('details') === 'true';
    const taxed = (await this.shown(items, order, request)).filter(hasTax);
    const page = taxed.slice(offset, offset + limit);
    sendList(
      reply,
      page.map((each) => present(TAX, { ...each, isDetailed })),
    );
  }

  /** The address in the path. @throws NotFound. */
  private async addressIn(
    request: StoreRequest,
    order: OrderRow,
    reads: Reads,
  ): Promise<PresentedOrderAddress> {
    const id = idIn(request, 'address_id');
    const all = await presentAddresses(order, reads, this.base(request));
    const address = all.find((each) => each.id === id);
    if (!address) throw new NotFound();
    return address;
  }

  private base({ store }: StoreRequest): string {
    return storeUrl(this.config, store);
  }

  private async shown(
    items: readonly OrderItemRow[],
    order: OrderRow,
    { caller }: StoreRequest,
  ): Promise<ProductRows[]> {
    const [{ id }] = await addressesOfOrder(order, this.reads.of(caller).rows);
    return items.map((item) => ({ item, price: priceOf(item), addressId: id }));
  }
}

const ofOrder = ({ pk }: OrderRow): Condition => condition('t.orderPk = ?', pk);
