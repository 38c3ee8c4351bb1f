/** How a table is written: programs, and the countries in which they run, differ. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly lineEnds: readonly string[];
  /** The text from its header on, without the line that names the delimiter. */
  readonly text: string;
  /** Lines before that. */
  readonly skipped: number;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Excel's own line before the header: `sep=;` */
const NAMED_DELIMITER = /^"?sep=(.)"?$/i;

const LINE_END = /\r\n|\n|\r/;

/** Whether the beginning of a text has all of its first line that is not empty, and a character more. */
export function hasFirstLine(text: string): boolean {
  const begin = text.search(/[^\r\n]/);
  if (begin < 0) return false;
  const line = firstLine(text.slice(begin));
  if (begin + line.length + 2 > text.length) return false;
  return !NAMED_DELIMITER.test(line) || hasFirstLine(text.slice(begin + line.length));
}

/**
 * How a table is written, by its beginning. Lines end with a carriage return alone where the first one does. The delimiter
 * is the one that is named, or else the one by which most cells of the header are a column that `isColumn` knows.
 */
export function dialectOf(text: string, isColumn: (name: string) => boolean): CsvDialect {
  const begin = Math.max(text.search(/[^\r\n]/), 0);
  const line = firstLine(text.slice(begin));
  const after = text.slice(begin + line.length);
  const lineEnds = /^\r(?!\n)/.test(after) ? ['\r'] : ['\r\n', '\n'];
  const named = NAMED_DELIMITER.exec(line)?.[1];
  if (named !== undefined) {
    const skipped = text.slice(0, begin + line.length).split(LINE_END).length;
    return { delimiter: named, lineEnds, text: after.replace(LINE_END, ''), skipped };
  }
  const known = (delimiter: string): number => cellsOf(line, delimiter).filter(isColumn).length;
  const most = Math.max(...DELIMITERS.map(known));
  // where nothing is known, what makes cells at all is said to have been seen
  const isFit = (delimiter: string): boolean =>
    most > 0 ? known(delimiter) === most : line.includes(delimiter);
  return { delimiter: DELIMITERS.find(isFit) ?? ',', lineEnds, text, skipped: 0 };
}

/** Up to the first line end that is not inside of quotes. */
function firstLine(text: string): string {
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (text[at] === '\n' || text[at] === '\r')) return text.slice(0, at);
  }
  return text;
}

/** The cells of a header, well enough to recognise names. */
const cellsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1'));

/** What Excel takes for text and not for a number, as it stands in a file: `="0034"`. As a quoted cell it is well-formed. */
export async function* quoteExcelText(
  texts: AsyncIterable<string>,
  { delimiter, lineEnds }: Pick<CsvDialect, 'delimiter' | 'lineEnds'>,
): AsyncGenerator<string> {
  const ends = [delimiter, '\r', '\n'];
  let rest = '';
  let isQuoted = false;
  let isCellStart = true;
  const scan = (text: string, isLast: boolean): string => {
    let out = '';
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string;
      if (isQuoted) {
        if (character === '"') isQuoted = false;
        isCellStart = false;
        continue;
      }
      if (isCellStart && character === '=') {
        const close = text[at + 1] === '"' ? text.indexOf('"', at + 2) : -1;
        const isCut =
          at + 1 >= text.length || (text[at + 1] === '"' && (close < 0 || close + 1 >= text.length));
        if (isCut && !isLast) {
          rest = text.slice(at);
          return out + text.slice(from, at);
        }
        if (close > 0 && (close + 1 === text.length || ends.includes(text[close + 1] as string))) {
          out += `${text.slice(from, at)}"=""${text.slice(at + 2, close)}"""`;
          from = close + 1;
          at = close;
          isCellStart = false;
          continue;
        }
      }
      if (character === '"') isQuoted = true;
      isCellStart = character === delimiter || lineEnds.some((end) => end.endsWith(character));
    }
    rest = '';
    return out + text.slice(from);
  };
  for await (const text of texts) yield scan(rest + text, false);
  if (rest !== '') yield scan(rest, true);
}
