import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { orderItemResource } from '../../../src/modules/orders/order-items/order-item.resource.js';
import { orderResource } from '../../../src/modules/orders/order.resource.js';
import { BadInput } from '../../../src/core/metadata/errors.js';
import type { Group } from '../../../src/core/metadata/field.js';
import type { Resource } from '../../../src/core/metadata/resource.js';
import { resources } from '../../../src/app/resources.js';
import { CSV_LINE_LIMIT, readCsv, type CsvLine } from '../../../src/core/serializer/csv-import.js';
import { csvColumns, csvHeader, csvRows, type CsvColumn } from '../../../src/core/serializer/csv.js';
import type { Json } from '../../../src/core/serializer/reader.js';
import { shipmentResource } from '../../../src/modules/shipments/shipment.resource.js';
import { trackingPageResource } from '../../../src/modules/tracking-pages/tracking-page.resource.js';
import { workflowResource } from '../../../src/modules/webhooks/workflows/workflow.resource.js';
import { workspaceResource } from '../../../src/modules/workspaces/workspace.resource.js';

/** The cells of some columns in the one line of a member. */
const line = (resource: Resource, names: readonly string[], member: Json): string => {
  const columns = csvColumns(resource, 'get').filter(({ name }) => names.includes(name));
  expect(columns.map(({ name }) => name)).toEqual(names);
  return csvRows(columns, [member]);
};

describe('the columns of a CSV', () => {
  it('are the fields of the group in their order, with the parts of embedded objects', () => {
    expect(csvHeader(csvColumns(shipmentResource, 'getc'))).toBe(
      'trackingNumber,trackingStatus,orderNumbers,email,phoneNumber,daysInTransit,daysInIdle,daysSinceLastCheckpoint,originCarrier,' +
        'destinationCarrier,originCountry,destinationCountry,originCountryIso2,destinationCountryIso2,shippedAt,' +
        'expectedDeliveryDate,createdAt,updatedAt,lastStatusUpdate,workspace,review,reviewTotalScore,' +
        'externalSourceIntegration,externalSourceSyncId,fulfillmentIntegration,fulfillmentSyncId,' +
        'address.addressLine1,address.addressLine2,address.city,address.company,address.country,address.countryIso2,' +
        'address.firstName,address.lastName,address.postcode,address.state,' +
        'shipmentStatus.code,shipmentStatus.title,shipmentStatus.id,shipmentStatus.description,id,externalSourceIntegrationType\n',
    );
  });

  it('differ between lean and whole members', () => {
    const names = (group: Group): string[] => csvColumns(orderResource, group).map(({ name }) => name);
    expect(names('get')).toContain('shipments');
    expect(names('getc')).not.toContain('shipments');
  });
});

describe('the rows of a CSV', () => {
  it('have an empty cell for null, for an object that is not there and for its parts that are not', () => {
    const names = ['email', 'address.city', 'address.state', 'shipmentStatus.code'];
    const city = { email: null, address: { city: 'Turku', state: null }, shipmentStatus: null };
    expect(line(shipmentResource, names, city)).toBe(',Turku,,\n');
    expect(line(shipmentResource, names, { ...city, address: null })).toBe(',,,\n');
  });

  it('have numbers and booleans as JSON has them, and relations as IRIs', () => {
    const item = { order: '/orders/1', qty: -3, price: '12.50' };
    expect(line(orderItemResource, ['order', 'qty', 'price'], item)).toBe('/orders/1,-3,12.50\n');
    expect(
      line(trackingPageResource, ['enabled', 'reviewsEnabled'], { enabled: true, reviewsEnabled: false }),
    ).toBe('true,false\n');
  });

  it('have lists joined with semicolons and maps as compact JSON', () => {
    expect(line(shipmentResource, ['orderNumbers'], { orderNumbers: ['A-1', 'A-2'] })).toBe('A-1;A-2\n');
    expect(line(shipmentResource, ['orderNumbers'], { orderNumbers: [] })).toBe('\n');
    // a ' before a number is there for spreadsheets and is taken off again
    expect(line(shipmentResource, ['orderNumbers'], { orderNumbers: ["'0", '1'] })).toBe("''0;1\n");
    const options = { size: 'L', colour: 'red' };
    expect(line(orderItemResource, ['productOptions'], { productOptions: options })).toBe(
      '"{""size"":""L"",""colour"":""red""}"\n',
    );
  });

  it('have a list as JSON where semicolons would not tell its elements apart', () => {
    expect(line(shipmentResource, ['orderNumbers'], { orderNumbers: ['A;1', 'B'] })).toBe(
      '"[""A;1"",""B""]"\n',
    );
    expect(line(workflowResource, ['notificationEmails'], { notificationEmails: [''] })).toBe('"[""""]"\n');
  });

  it.each([
    ['comma', 'Main St, 5', '"Main St, 5"'],
    ['quote', '19" rack', '"19"" rack"'],
    ['line feed', 'one\ntwo', '"one\ntwo"'],
    ['carriage return', 'one\rtwo', '"one\rtwo"'],
    ['blank at an end', ' Turku ', ' Turku '],
  ])('quote a %s only where RFC 4180 asks for it', (_, city, cell) => {
    expect(line(shipmentResource, ['address.city'], { address: { city } })).toBe(`${cell}\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1+1', "'+1+1"],
    ['+A1', "'+A1"],
    ['-1+A1', "'-1+A1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋A1', "'＋A1"],
    ['－A1', "'－A1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    [' =1', "' =1"],
    ['\u00a0\u200b=1', "'\u00a0\u200b=1"],
    ['\n=1', '"\'\n\'=1"'],
    ['Turku\n=1', '"Turku\n\'=1"'],
    [';=1', "';'=1"],
    ['Turku; =1', "Turku;' =1"],
    ['+49 30;=1', "+49 30;'=1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ["'=1", "''=1"],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ['a=1', 'a=1'],
  ])('do not let a spreadsheet calculate the text %j', (city, cell) => {
    expect(line(shipmentResource, ['address.city'], { address: { city } })).toBe(`${cell}\n`);
  });

  it.each(['+49 30 1234', '+1 (555) 010-9999', '+1 555 0100 x12', '-1', '-12.50', '+5'])(
    'leave the number %j as it is',
    (city) => {
      expect(line(shipmentResource, ['address.city'], { address: { city } })).toBe(`${city}\n`);
    },
  );

  it('guard a list like text', () => {
    expect(line(shipmentResource, ['orderNumbers'], { orderNumbers: ['=1', '=2'] })).toBe("'=1;'=2\n");
  });
});

const bodies = async (resource: Resource, csv: string): Promise<unknown[]> =>
  (await readCsv(resource, csv)).lines.map(({ body }) => body);

const failure = async (csv: Parameters<typeof readCsv>[1]): Promise<unknown> => {
  const error: unknown = await readCsv(shipmentResource, csv).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BadInput);
  return (error as Error).message;
};

describe('reading a CSV', () => {
  it('makes a body of each line, with objects of dotted columns', async () => {
    const csv =
      'workspace,trackingNumber,address.city,address.postcode,shipmentStatus.code,shipmentStatus.title\n' +
      '/workspaces/1,1Z1,Turku,00100,packed,Packed\n' +
      '/workspaces/1,1Z2,,,,\n';
    expect(await readCsv(shipmentResource, csv)).toEqual({
      header: csv.split('\n')[0]?.split(','),
      ignoredColumns: [],
      lines: [
        {
          line: 2,
          body: {
            workspace: '/workspaces/1',
            trackingNumber: '1Z1',
            address: { city: 'Turku', postcode: '00100' },
            shipmentStatus: { code: 'packed', title: 'Packed' },
          },
        },
        { line: 3, body: { workspace: '/workspaces/1', trackingNumber: '1Z2' } },
      ],
    });
  });

  it('leaves out read-only columns and names those that the resource does not have', async () => {
    const csv =
      'id,email,createdAt,shipmentStatus.id,shipmentStatus.entity,shipmentStatus.workspace,colour,address,colour,@id\n' +
      '1,a@example.com,2026-01-01,2,orders,/workspaces/2,red,Main St,blue,/shipments/1\n';
    expect(await readCsv(shipmentResource, csv)).toEqual({
      header: csv.split('\n')[0]?.split(','),
      ignoredColumns: ['shipmentStatus.entity', 'shipmentStatus.workspace', 'colour', 'address', '@id'],
      lines: [{ line: 2, body: { email: 'a@example.com' } }],
    });
  });

  it('gives numbers and booleans their JSON type, and leaves what is none as text', async () => {
    expect(await bodies(orderItemResource, 'qty,price\n5,5\n-2,-2\n5.0,5.0\n5.5,\nmany,\n')).toEqual([
      { qty: 5, price: '5' },
      { qty: -2, price: '-2' },
      { qty: 5, price: '5.0' },
      { qty: 5.5 },
      { qty: 'many' },
    ]);
    expect(await bodies(trackingPageResource, 'enabled\ntrue\nFALSE\n1\nyes\n')).toEqual([
      { enabled: true },
      { enabled: false },
      { enabled: '1' },
      { enabled: 'yes' },
    ]);
  });

  it('reads lists at their semicolons or as JSON, and maps as JSON', async () => {
    expect(await bodies(shipmentResource, 'orderNumbers\nA;B\nA\n"[""A;B"",""C""]"\n[A;B\n')).toEqual([
      { orderNumbers: ['A', 'B'] },
      { orderNumbers: ['A'] },
      { orderNumbers: ['A;B', 'C'] },
      { orderNumbers: ['[A', 'B'] },
    ]);
    expect(await bodies(workspaceResource, 'emailSettings\n"{""from"":1}"\n{}\n[1]\nred\n')).toEqual([
      { emailSettings: { from: 1 } },
      { emailSettings: {} },
      { emailSettings: [1] },
      { emailSettings: 'red' },
    ]);
  });

  it('leaves JSON that is nested too deeply as text', async () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    const csv = ['emailSettings', nested(32), nested(33), nested(100_000)].join('\n');
    expect(await bodies(workspaceResource, csv)).toEqual([
      { emailSettings: JSON.parse(nested(32)) },
      { emailSettings: nested(33) },
      { emailSettings: nested(100_000) },
    ]);
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["''=1", "'=1"],
    ["'＝1", '＝1'],
    ["' =1", ' =1'],
    ["a;'=1", 'a;=1'],
    ["'+49 30", '+49 30'],
    ['+49 30', '+49 30'],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ['=1', '=1'],
    ['  Turku ', '  Turku '],
  ])('takes %j as %j', async (cell, city) => {
    expect(await bodies(shipmentResource, `address.city\n${cell}\n`)).toEqual([{ address: { city } }]);
  });

  it('accepts a byte order mark, Windows line ends, blanks in the header, quoted line breaks and no last line end', async () => {
    const csv = '\uFEFF"email", phoneNumber\r\na@example.com,"1\r\n""2"""\r\n\r\nb@example.com,3';
    expect((await readCsv(shipmentResource, csv)).lines).toEqual([
      { line: 2, body: { email: 'a@example.com', phoneNumber: '1\r\n"2"' } },
      { line: 5, body: { email: 'b@example.com', phoneNumber: '3' } },
    ]);
  });

  it('leaves out empty lines and lines of empty cells', async () => {
    const csv = '\n\nemail,phoneNumber\n\n,\na@example.com,\n"",""\n\n';
    expect((await readCsv(shipmentResource, csv)).lines).toEqual([
      { line: 6, body: { email: 'a@example.com' } },
    ]);
  });

  it('tells the line that has more or fewer cells than the header, and reads the others', async () => {
    const csv = 'email,phoneNumber\na,1,2\n"b\nb",1\nb\nc,3\n';
    expect((await readCsv(shipmentResource, csv)).lines).toEqual([
      { line: 2, error: 'The line has 3 cells, the header has 2.' },
      { line: 3, body: { email: 'b\nb', phoneNumber: '1' } },
      { line: 5, error: 'The line has 1 cell, the header has 2.' },
      { line: 6, body: { email: 'c', phoneNumber: '3' } },
    ]);
  });

  it.each(['email', 'email\r\n', 'email\n\n""\n'])(
    'says what it has seen when there is no line: %j',
    async (csv) => {
      expect(await failure(csv)).toBe(
        'The CSV has no line below its header. Seen was one line, cut at commas: "email".',
      );
    },
  );

  it.each(['', '\n\r\n', '\uFEFF'])('refuses %j, which has no header', async (csv) => {
    expect(await failure(csv)).toBe('The CSV has no header line.');
  });

  it.each(['a@example.com,1\nb@example.com,2\n', 'colour;size\na;1\n', 'id,createdAt\n1,2\n'])(
    'refuses a first line without a column to import: %j',
    async (csv) => {
      expect(await failure(csv)).toMatch(
        /^The first line of the CSV must name the columns\. It has: ("[^"]+", )+"[^"]+"\. Supported are: trackingNumber, orderNumbers, email, .*, address\.city, .*, shipmentStatus\.title, shipmentStatus\.description, .*\.$/,
      );
    },
  );

  it('refuses a column that is there twice', async () => {
    expect(await failure('email,email\na,b\n')).toBe('The CSV has the column "email" twice.');
  });

  it.each([
    ['a stray quote', 'email\nx\n\n19" rack\ny\n', 'Line 4 of the CSV: a quote is out of place.'],
    ['text after a quoted cell', 'email\n"x\ny"\n"a"b\n', 'Line 4 of the CSV: a quote is out of place.'],
    ['a quote without end', 'email\n"x\ny\nz\n', 'Line 2 of the CSV: a quoted cell does not end.'],
  ])('refuses %s, after which nobody knows where lines end', async (_, csv, message) => {
    expect(await failure(csv)).toMatch(new RegExp(`^${message}`));
  });

  it('refuses what is not UTF-8 and does not say what it is, also late in the file', async () => {
    const message =
      'The CSV is not valid UTF-8. Save it as UTF-8, or say what it is: "text/csv; charset=windows-1252".';
    expect(await failure(Buffer.from('email\nDüsseldorf\n', 'latin1'))).toBe(message);
    const late = Buffer.concat([Buffer.from('email\n' + 'x\n'.repeat(5000)), Buffer.from([0xe2, 0x82])]);
    expect(await failure(late)).toBe(message);
  });

  it('takes ten thousand lines and refuses more', async () => {
    const most = 'email\n\n' + 'x\n'.repeat(CSV_LINE_LIMIT);
    expect((await readCsv(shipmentResource, most)).lines).toHaveLength(10_000);
    expect(await failure(`${most}x\n`)).toBe('The CSV has more than 10000 lines.');
  });

  it('refuses a line of more than a megabyte, however many cells it has', async () => {
    const row = 'x,\n'.repeat(200_000);
    expect(await failure(`email\n${','.repeat(1_200_000)}\n`)).toBe('Line 2 of the CSV is too long.');
    expect(await failure(`email\n\n${',"\n"'.repeat(300_000)}\n`)).toBe('Line 3 of the CSV is too long.');
    expect(await failure(`email,phoneNumber\n${row}`)).toBe('The CSV has more than 10000 lines.');
    const long = `email\n${`${'x'.repeat(900_000)}\n`.repeat(3)}`;
    expect((await readCsv(shipmentResource, long)).lines).toHaveLength(3);
  });

  it('reads the same whatever pieces the body arrives in', async () => {
    const csv = Buffer.from(
      '\uFEFFemail,address.city\r\n"a""b",Gräfenhainichen\r\n\r\nc,"東京\r\n🚚"\r\nd\r\n',
    );
    const expected: CsvLine[] = [
      { line: 2, body: { email: 'a"b', address: { city: 'Gräfenhainichen' } } },
      { line: 4, body: { email: 'c', address: { city: '東京\r\n🚚' } } },
      { line: 6, error: 'The line has 1 cell, the header has 2.' },
    ];
    for (let size = 1; size <= csv.length; size++) {
      const { lines } = await readCsv(shipmentResource, inPieces(csv, size));
      expect({ size, lines }).toEqual({ size, lines: expected });
    }
  });

  it('lets others have their turn while it reads a large file', async () => {
    const csv = Buffer.from('email,phoneNumber\n' + `${'x'.repeat(50)},"${'y'.repeat(50)}"\n`.repeat(9_000));
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await readCsv(shipmentResource, csv);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });
});

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

describe('what is exported', () => {
  const text = fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) }, nasty()))
    .map((parts) => parts.join(''));

  /** Any JSON value that the reader gives for a column, as a member has it. */
  const valueFor = (resource: Resource, { name, field }: CsvColumn): fc.Arbitrary<unknown> => {
    const { type, nullable, format } = field.schema;
    // a member has a carrier's code where a cell may have its name, and random text may be one (`ẛⒻ` is SF)
    const read = resource.csv?.reads?.[name] ?? ((cell: string) => cell);
    const values: Record<typeof type, fc.Arbitrary<unknown>> = {
      string: format === 'iri-reference' ? fc.uuid().map((id) => `/orders/${id}`) : text.map(read),
      integer: fc.integer(),
      number: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
      boolean: fc.boolean(),
      array: fc.array(text, { maxLength: 4 }),
      object: fc.oneof(
        fc.dictionary(text, text),
        fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 3 }),
      ),
    };
    return nullable ? fc.option(values[type]) : values[type];
  };

  const memberOf = (resource: Resource, columns: readonly CsvColumn[]): fc.Arbitrary<Json> =>
    fc.tuple(...columns.map((column) => valueFor(resource, column))).map((values) => {
      const member: Json = {};
      columns.forEach(({ path: [field, part] }, index) => {
        if (part === undefined) member[field] = values[index];
        else member[field] = { ...(member[field] as Json), [part]: values[index] };
      });
      return member;
    });

  /** What of a member a POST can say: its writable fields that have a value. */
  function asBody(resource: Resource, member: Json): Json {
    const body: Json = {};
    for (const { path, field } of csvColumns(resource, 'post')) {
      const [name, part] = path;
      const value = part === undefined ? member[name] : (member[name] as Json | undefined)?.[part];
      const isEmpty =
        value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      if (isEmpty || !field.write) continue;
      if (part === undefined) body[name] = value;
      else body[name] = { ...(body[name] as Json), [part]: value };
    }
    return body;
  }

  const importable = resources.filter(({ operations }) => operations.includes('post'));
  const groups: readonly Group[] = ['getc', 'get'];
  it('has the code of a carrier whose name a cell may have', () => {
    expect(shipmentResource.csv?.reads?.['originCarrier']?.('ẛⒻ')).toBe('sf-express');
  });

  it.each(
    importable.flatMap((resource) => groups.map((group) => ({ name: resource.name, resource, group }))),
  )('of $name in group $group can be imported again and says the same', async ({ resource, group }) => {
    const columns = csvColumns(resource, group);
    await fc.assert(
      fc.asyncProperty(fc.array(memberOf(resource, columns), { maxLength: 4 }), async (members) => {
        const csv = csvHeader(columns) + csvRows(columns, members);
        const written = members.filter((member) => csvRows(columns, [member]).replaceAll(',', '') !== '\n');
        fc.pre(written.length > 0);
        const { lines, ignoredColumns } = await readCsv(resource, csv);
        expect(lines.map(({ body }) => body)).toStrictEqual(
          // as JSON: a negative zero is a zero in both
          JSON.parse(JSON.stringify(written.map((member) => asBody(resource, member)))),
        );
        expect(ignoredColumns).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Pieces of text that CSV or a spreadsheet would take for something else. */
function nasty(): fc.Arbitrary<string> {
  const pieces = ['"', '""', ',', ';', '\n', '\r\n', '\r', "'", "'=", '=', '+', '-', '@', '\t', ' ', '['];
  return fc.constantFrom(
    ...pieces,
    '＝',
    '＋',
    '－',
    '＠',
    '\u200b',
    ']',
    '["',
    '{}',
    'null',
    '\uFEFF',
    '\\',
    '0',
    'true',
  );
}
