/** A cell that holds several parts of an object, by their names; undefined parts are not known. */
export type CellReader = (cell: string) => Readonly<Record<string, string | undefined>>;

/** What the exports of other systems call the columns of a resource. */
export interface CsvHints {
  /** The field whose value makes lines one item, where they have columns of its embedded list. */
  readonly oneItemBy?: string;
  /** Names elsewhere, the best first, by the column here. Capitals, blanks and punctuation make no difference. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** What others write in a column's cells, as we have it. */
  readonly reads?: Readonly<Record<string, (cell: string) => string>>;
  /** Columns elsewhere that hold several of ours: whose parts they fill in, where no other column does. */
  readonly cells?: Readonly<Record<string, { readonly field: string; readonly read: CellReader }>>;
}

/** A column's name as it is looked up: `Order Number`, `order_number` and `orderNumber` are the same. */
export const columnKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
