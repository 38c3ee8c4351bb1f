/** A table of text. What it cannot read the server reads better: this is for looking at a file before it is sent. */
export interface CsvTable {
  readonly separator: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** All lines below the header. */
  readonly count: number;
}

const SEPARATORS = [',', ';', '\t', '|'];

/** Lines of cells, quotes and line breaks in them included. */
function linesOf(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(++at);
      else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) {
      line.push(cell);
      cell = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && text.charAt(at + 1) === '\n') at++;
      line.push(cell);
      if (line.some((each) => each !== '')) lines.push(line);
      line = [];
      cell = '';
    } else cell += character;
  }
  line.push(cell);
  if (line.some((each) => each !== '')) lines.push(line);
  return lines;
}

/** Reads a file by the separator that its first line has most. */
export function readCsv(text: string): CsvTable | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r\n|\n|\r/, 1);
  const uses = (separator: string): number => first.split(separator).length;
  const separator = [...SEPARATORS].sort((one, other) => uses(other) - uses(one))[0] ?? ',';
  const [header, ...rows] = linesOf(plain, separator);
  if (!header || header.length === 0) return undefined;
  return { separator, header: header.map((name) => name.trim()), rows, count: rows.length };
}

const quoted = (cell: string, separator: string): string =>
  new RegExp(`["\\r\\n${separator === '\t' ? '\\t' : `\\${separator}`}]`).test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

/** The same table as text, with other names above its columns; columns without a name are left out. */
export function writeCsv({ rows }: CsvTable, names: readonly string[]): string {
  const kept = names.map((name, index) => ({ name, index })).filter(({ name }) => name !== '');
  const lines = [
    kept.map(({ name }) => name),
    ...rows.map((row) => kept.map(({ index }) => row[index] ?? '')),
  ];
  return lines.map((line) => line.map((cell) => quoted(cell, ',')).join(',')).join('\n');
}
