import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { orderItemResource } from '../../../src/modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../../../src/modules/orders/order.resource.js';
import type { Resource } from '../../../src/core/metadata/resource.js';
import { readCsv } from '../../../src/core/serializer/csv-import.js';
import { shipmentResource } from '../../../src/modules/shipments/shipment.resource.js';
import { type Answer, type Body, onEachApi, type TenantClient } from '../../support/api.js';

const bodies = async (csv: string | Buffer, resource: Resource = shipmentResource, charset?: string) =>
  (await readCsv(resource, csv, charset)).lines.map(({ body, error }) => body ?? error);

const TWO = [
  { email: 'a@example.com', address: { city: 'Łódź' } },
  { email: 'b@example.com', address: { city: 'Zürich' } },
];
const ROWS = ['email,address.city', 'a@example.com,Łódź', 'b@example.com,Zürich'];
const table = (delimiter: string, end: string, before = ''): string =>
  before + ROWS.map((row) => row.replace(',', delimiter)).join(end);

describe('a table as a program wrote it', () => {
  it.each([
    ['carriage returns alone', table(',', '\r')],
    ['carriage returns alone, the last too', `${table(',', '\r')}\r`],
    ['semicolons', table(';', '\r\n')],
    ['tabs', table('\t', '\n')],
    ['bars', table('|', '\n')],
    ['a named delimiter', table('#', '\r\n', 'sep=#\r\n')],
    ['a named delimiter in quotes, behind empty lines', table(';', '\n', '\n\n"sep=;"\n')],
    ['a named delimiter and carriage returns', table(';', '\r', 'sep=;\r')],
  ])('is read with %s', async (_, csv) => {
    expect(await bodies(csv)).toEqual(TWO);
    for (const size of [1, 2, 3, 7])
      expect((await readCsv(shipmentResource, inPieces(csv, size))).lines.map(({ body }) => body)).toEqual(
        TWO,
      );
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${table('\t', '\r\n')}`, 'utf16le'), undefined],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${table(',', '\n')}`, 'utf16le').swap16(), undefined],
    ['UTF-16 as declared', Buffer.from(table(',', '\n'), 'utf16le'), 'utf-16le'],
    [
      'a mark that is right where the declaration is not',
      Buffer.from(`\uFEFF${table(',', '\n')}`),
      'windows-1252',
    ],
    ['ISO 8859-2 as declared', latin2(table(',', '\n')), 'ISO-8859-2'],
  ])('is read in %s', async (_, csv, charset) => {
    expect(await bodies(csv, shipmentResource, charset)).toEqual(TWO);
  });

  it('has the lines that an editor shows', async () => {
    const csv = 'sep=;\r\n\r\nemail;phoneNumber\r\na;1;2\r\n"b\r\nb";1\r\nc\r\n';
    expect((await readCsv(shipmentResource, csv)).lines.map(({ line }) => line)).toEqual([4, 5, 7]);
    const old = 'email,phoneNumber\r\ra,1,2\r"b\rb",1\rc\r';
    expect((await readCsv(shipmentResource, old)).lines.map(({ line }) => line)).toEqual([3, 4, 6]);
  });

  it('keeps what a cell has of other delimiters', async () => {
    expect(await bodies('email;address.city\na@example.com;"Bern; CH, 3000"\n')).toEqual([
      { email: 'a@example.com', address: { city: 'Bern; CH, 3000' } },
    ]);
    expect(await bodies('orderNumbers\nA;B\n')).toEqual([{ orderNumbers: ['A', 'B'] }]);
    expect(await bodies('orderNumbers\temail\nA;B\ta@example.com\n')).toEqual([
      { orderNumbers: ['A', 'B'], email: 'a@example.com' },
    ]);
  });

  it('gives numbers that a spreadsheet was to leave alone', async () => {
    const csv =
      'trackingNumber,email\n="00340434292135100124",a\n"=""0034""",b\n\'00340434,c\n\'1Z999AA1,d\n"a,=",","\n=1,e\n="x"y,f\n';
    const lines = [
      { trackingNumber: '00340434292135100124', email: 'a' },
      { trackingNumber: '0034', email: 'b' },
      { trackingNumber: '00340434', email: 'c' },
      { trackingNumber: '1Z999AA1', email: 'd' },
      { trackingNumber: 'a,=', email: ',' },
      { trackingNumber: '=1', email: 'e' },
    ];
    const whole = csv.slice(0, csv.indexOf('="x"y'));
    expect(await bodies(whole)).toEqual(lines);
    for (let size = 1; size < 40; size++)
      expect((await readCsv(shipmentResource, inPieces(whole, size))).lines.map(({ body }) => body)).toEqual(
        lines,
      );
    await expect(bodies(csv)).rejects.toThrow('a quote is out of place');
  });

  it('says what it has seen where it has no line', async () => {
    await expect(bodies('email;address.city\r\n')).rejects.toThrow(
      'The CSV has no line below its header. Seen was one line, cut at semicolons: "email", "address.city".',
    );
    await expect(bodies('colour\tsize\nred\t1\n')).rejects.toThrow(
      'The first line of the CSV must name the columns. It has: "colour", "size". Supported are: ',
    );
    await expect(bodies(table(',', '\n'), shipmentResource, 'klingon')).rejects.toThrow(
      'The charset "klingon" is not known.',
    );
  });
});

describe('columns as others name them', () => {
  it('are found whatever their capitals, blanks and signs', async () => {
    expect(await bodies('Tracking Number,E-MAIL,address_city\nTN1,a@example.com,Bern\n')).toEqual([
      { trackingNumber: 'TN1', email: 'a@example.com', address: { city: 'Bern' } },
    ]);
    expect(await bodies('SKU,Quantity,Product Name\nTEA,2,Green tea\n', orderItemResource)).toEqual([
      { productSku: 'TEA', qty: 2, productName: 'Green tea' },
    ]);
  });

  it('give way to our own names, and of two the better counts', async () => {
    const csv = 'Name,orderNumber,Shipping Street,Shipping Address1,Tags\n#1,2,"Main 1, Apt 2",Main 1,x\n';
    expect(await readCsv(orderResource, csv)).toEqual({
      header: csv.split('\n')[0]?.split(','),
      ignoredColumns: ['Name', 'Shipping Street', 'Tags'],
      lines: [{ line: 2, body: { orderNumber: '2', shippingAddress: { addressLine1: 'Main 1' } } }],
    });
  });

  it('are those of Shopify, where the lines of an order are one order', async () => {
    const csv = [
      'Name,Email,Financial Status,Currency,Subtotal,Shipping,Total,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Name,Shipping Street,Shipping Address1,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Phone,Id',
      "#1001,ada@example.com,paid,EUR,25.00,5.00,30.00,2,Green tea,10.00,TEA-1,Ada Lovelace,Ada M. Lovelace,1 Main St,1 Main St,Vienna,'1010,,AT,+43 1 234,450",
      '#1001,ada@example.com,,,,,,1,Cup,5.00,CUP-1,,,,,,,,,,',
      '#1002,bob@example.com,paid,EUR,10.00,0.00,10.00,1,Green tea,10.00,TEA-1,Bob,Bob,,,,,,,,451',
    ].join('\n');
    expect(await bodies(csv, orderResource)).toEqual([
      {
        orderNumber: '#1001',
        email: 'ada@example.com',
        currency: 'EUR',
        subtotal: '25.00',
        total: '30.00',
        items: [
          { qty: 2, productName: 'Green tea', price: '10.00', productSku: 'TEA-1' },
          { qty: 1, productName: 'Cup', price: '5.00', productSku: 'CUP-1' },
        ],
        billingAddress: { firstName: 'Ada', lastName: 'Lovelace' },
        shippingAddress: {
          firstName: 'Ada M.',
          lastName: 'Lovelace',
          addressLine1: '1 Main St',
          city: 'Vienna',
          postcode: '1010',
          countryIso2: 'AT',
        },
        phoneNumber: '+43 1 234',
      },
      expect.objectContaining({ orderNumber: '#1002', items: [expect.objectContaining({ qty: 1 })] }),
    ]);
  });

  it("are those of Amazon's order report", async () => {
    const csv = [
      'order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-purchased\tcurrency\titem-price\trecipient-name\tship-address-1\tship-address-2\tship-city\tship-state\tship-postal-code\tship-country',
      '302-1\t1\t2026-11-01\ta@example.com\tAda Lovelace\t0123\tTEA-1\tGreen tea\t2\tEUR\t20.00\tAda Lovelace\t1 Main St\tApt 2\tVienna\t\t1010\tAustria',
      '302-1\t2\t2026-11-01\ta@example.com\tAda Lovelace\t0123\tCUP-1\tCup\t1\tEUR\t5.00\tAda Lovelace\t1 Main St\tApt 2\tVienna\t\t1010\tAustria',
    ].join('\r\n');
    expect(await bodies(csv, orderResource)).toEqual([
      {
        orderNumber: '302-1',
        email: 'a@example.com',
        phoneNumber: '0123',
        currency: 'EUR',
        billingAddress: { firstName: 'Ada', lastName: 'Lovelace' },
        shippingAddress: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          addressLine1: '1 Main St',
          addressLine2: 'Apt 2',
          city: 'Vienna',
          postcode: '1010',
          country: 'Austria',
          countryIso2: 'AT',
        },
        items: [
          { productSku: 'TEA-1', productName: 'Green tea', qty: 2, rowTotal: '20.00' },
          { productSku: 'CUP-1', productName: 'Cup', qty: 1, rowTotal: '5.00' },
        ],
      },
    ]);
  });

  it.each([
    [
      'WooCommerce',
      'Order Number,Order Status,First Name (Billing),Last Name (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Order Total Amount,SKU,Item Name,Quantity (- Refund),Item Cost\n' +
        '55,completed,Ada,Lovelace,a@example.com,1,Ada,Lovelace,1 Main St,Vienna,9,1010,AT,30.00,TEA-1,Green tea,2,10.00\n',
    ],
    [
      'BigCommerce',
      'Order ID,Order Status,Billing First Name,Billing Last Name,Customer Email,Customer Phone,Shipping First Name,Shipping Last Name,Shipping Street 1,Shipping Suburb,Shipping State,Shipping Zip,Shipping Country,Order Total (inc tax),Product SKU,Product Name,Product Quantity,Product Unit Price\n' +
        '55,Completed,Ada,Lovelace,a@example.com,1,Ada,Lovelace,1 Main St,Vienna,9,1010,at,30.00,TEA-1,Green tea,2,10.00\n',
    ],
  ])('are those of %s', async (_, csv) => {
    expect(await bodies(csv, orderResource)).toEqual([
      {
        orderNumber: '55',
        email: 'a@example.com',
        phoneNumber: '1',
        total: '30.00',
        billingAddress: { firstName: 'Ada', lastName: 'Lovelace' },
        shippingAddress: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          addressLine1: '1 Main St',
          city: 'Vienna',
          state: '9',
          postcode: '1010',
          countryIso2: 'AT',
        },
        items: [{ productSku: 'TEA-1', productName: 'Green tea', qty: 2, price: '10.00' }],
      },
    ]);
  });

  it('are those of lists of parcels, with carriers by their names', async () => {
    const csv =
      'Order Number;Carrier;Tracking No;Recipient Name;City;Zip;Country\n1001;Royal Mail;="0034";Ada Lovelace;Vienna;1010;Austria\n';
    expect(await bodies(csv)).toEqual([
      {
        orderNumbers: ['1001'],
        originCarrier: 'royal-mail',
        trackingNumber: '0034',
        address: {
          firstName: 'Ada',
          lastName: 'Lovelace',
          city: 'Vienna',
          postcode: '1010',
          country: 'Austria',
          countryIso2: 'AT',
        },
      },
    ]);
  });

  it('take a line without its number for one more of the order before', async () => {
    const csv = 'orderNumber,email,items.productSku,items.qty\nA,a@example.com,X,1\n,,Y,2\nB,,Z,3\nA,,W,4\n';
    expect(await bodies(csv, orderResource)).toEqual([
      {
        orderNumber: 'A',
        email: 'a@example.com',
        items: [
          { productSku: 'X', qty: 1 },
          { productSku: 'Y', qty: 2 },
          { productSku: 'W', qty: 4 },
        ],
      },
      { orderNumber: 'B', items: [{ productSku: 'Z', qty: 3 }] },
    ]);
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
  });
  const send = (path: string, body: string | Buffer, type: string): Promise<Answer> =>
    tenant.send('POST', path, { body: new Uint8Array(Buffer.from(body)), headers: { 'Content-Type': type } });
  const itemsOf = async (order: Body): Promise<Body[]> =>
    (await tenant.get(`${order['@id']}/items`)).body['hydra:member'] as Body[];
  const withWorkspace = (csv: string, delimiter: string, end: string): string =>
    csv
      .split(end)
      .map((row, at) => `${row}${delimiter}${at === 0 ? 'workspace' : tenant.workspace}`)
      .join(end);

  it('makes orders with their items of an export with declared charset', async () => {
    const csv = withWorkspace(
      'Name;Email;Lineitem sku;Lineitem quantity;Shipping City\nSHOP-1;a@example.com;TEA;2;Düsseldorf\nSHOP-1;;CUP;1;\nSHOP-2;no address;TEA;1;',
      ';',
      '\n',
    );
    const answer = await send('/orders', Buffer.from(csv, 'latin1'), 'text/csv; charset=windows-1252');
    expect(answer.body).toMatchObject({
      created: 1,
      failed: [{ line: 4, message: expect.stringContaining('email') }],
    });
    const { body } = await tenant.get(`${tenant.workspace}/orders?orderNumber=SHOP-1`);
    const [order] = body['hydra:member'] as Body[];
    expect(order.shippingAddress.city).toBe('Düsseldorf');
    expect((await itemsOf(order)).map(({ productSku, qty }) => [productSku, qty] as unknown)).toEqual([
      ['TEA', 2],
      ['CUP', 1],
    ]);
  });

  it('makes nothing of an order of which an item is refused, and says which', async () => {
    const csv = withWorkspace('orderNumber,items.productSku,items.qty\nBAD-1,A,1\nBAD-1,B,-1', ',', '\n');
    const { body } = await send('/orders', csv, 'text/csv');
    expect(body.created).toBe(0);
    expect(body.failed[0].message).toMatch(/^items\[1\]\.qty: /);
    expect((await tenant.get(`${tenant.workspace}/orders?orderNumber=BAD-1`)).body['hydra:totalItems']).toBe(
      0,
    );
  });

  it('takes the items of an order in JSON, too', async () => {
    const order = await tenant.make('/orders', {
      workspace: tenant.workspace,
      orderNumber: 'JSON-1',
      items: [{ productSku: 'TEA', qty: 2 }, { productSku: 'CUP' }],
    });
    expect(order).not.toHaveProperty('items');
    expect((await itemsOf(order)).map(({ productSku }) => productSku as unknown)).toEqual(['TEA', 'CUP']);
  });

  it('reads lines that end with a carriage return alone', async () => {
    const csv = withWorkspace('trackingNumber,email\rCR1,a@example.com\rCR2,b@example.com', ',', '\r');
    expect((await send('/shipments', csv, 'text/csv')).body).toMatchObject({ created: 2, failed: [] });
  });

  it('refuses a file without a line, with what it has seen', async () => {
    const answer = await send('/shipments', 'trackingNumber;email\r\n', 'text/csv');
    expect(answer.status).toBe(400);
    expect(answer.body['hydra:description']).toBe(
      'The CSV has no line below its header. Seen was one line, cut at semicolons: "trackingNumber", "email".',
    );
  });

  it('imports files in the background the same way', async () => {
    const ended = async (iri: unknown): Promise<Body> => {
      for (;;) {
        const { body } = await tenant.get(iri as string);
        if (['done', 'failed'].includes(body.status as string)) return body;
        await pause(20);
      }
    };
    const form = new FormData();
    form.set('workspace', tenant.workspace);
    const bytes = new Uint8Array(Buffer.from('Tracking No;City\nBGI1;Köln\n', 'latin1'));
    form.set('file', new File([bytes], 'parcels.csv', { type: 'text/csv;charset=windows-1252' }));
    const uploaded = await tenant.send('POST', '/imports', { body: form });
    expect(await ended(uploaded.body['@id'])).toMatchObject({ status: 'done', createdCount: 1 });
    const { body } = await tenant.get(`${tenant.workspace}/shipments?address.city=Köln`);
    expect(body['hydra:totalItems']).toBe(1);
    const utf16 = Buffer.from('\uFEFFtrackingNumber\rBGI2\r', 'utf16le').toString('base64');
    const sent = await tenant.make('/imports', { workspace: tenant.workspace, file: utf16 });
    expect(await ended(sent['@id'])).toMatchObject({ status: 'done', createdCount: 1 });
    const empty = await tenant.make('/imports', { workspace: tenant.workspace, file: 'trackingNumber\n' });
    expect(await ended(empty['@id'])).toMatchObject({
      status: 'failed',
      errors: [{ line: 0, message: expect.stringContaining('no line below its header') }],
    });
  });
});

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** The few letters that these tests have. */
function latin2(text: string): Buffer {
  const codes: Record<string, number> = { Ł: 0xa3, ó: 0xf3, ź: 0xbc, ü: 0xfc };
  return Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)));
}
