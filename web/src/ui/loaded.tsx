import { Table, Text } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { Failure, Lines } from './states';

/** As much of a query as the states of a screen need. */
export interface Loading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** A sentence where there is nothing to list. */
export const Nothing = ({ children }: { readonly children: ReactNode }) => (
  <Text size="sm" c="dimmed" px={14} py="md">
    {children}
  </Text>
);

interface LoadedProps<T> {
  readonly query: Loading<T>;
  /** Lines that stand where the answer will be. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** What a query has answered; until then lines, and what went wrong where it has failed. */
export function Loaded<T>({ query: { data, error, refetch }, rows = 3, children }: LoadedProps<T>) {
  // what was read before stays: a failed refresh does not take it away
  if (data !== undefined) return children(data);
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Lines rows={rows} />;
}

export interface Column<T> {
  readonly id: string;
  readonly label: string;
  readonly isNumber?: boolean;
  /** Phones leave it out. */
  readonly isMinor?: boolean;
  /** It has a name for those who do not see that it needs none. */
  readonly isLabelHidden?: boolean;
  readonly className?: string;
  readonly cell: (row: T) => ReactNode;
}

interface DataTableProps<T> {
  readonly query: Loading<readonly T[]>;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
  /** What is said of an empty list. */
  readonly none: ReactNode;
  /** Pixels below which it scrolls; a phone, where it has minor columns, shows the others in what there is. */
  readonly minWidth: number;
  readonly rows?: number;
  /** What is opened below a row. */
  readonly detail?: (row: T) => ReactNode;
}

const classOf = <T,>({ isNumber, isMinor }: Column<T>, className?: string): string | undefined =>
  [isNumber && 'number', isMinor && 'not-on-phones', className].filter(Boolean).join(' ') || undefined;

/** A short list as a table. */
export const DataTable = <T,>({ query, columns, keyOf, none, minWidth, rows, detail }: DataTableProps<T>) => (
  <Loaded query={query} {...(rows === undefined ? {} : { rows })}>
    {(data) =>
      data.length === 0 ? (
        <Nothing>{none}</Nothing>
      ) : (
        <Table.ScrollContainer
          className={columns.some(({ isMinor }) => isMinor) ? 'no-wider-on-phones' : undefined}
          minWidth={minWidth}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column.id} className={classOf(column)}>
                    {column.isLabelHidden ? (
                      <span className="visually-hidden">{column.label}</span>
                    ) : (
                      column.label
                    )}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.map((row) => {
                const below = detail?.(row);
                return (
                  <Fragment key={keyOf(row)}>
                    <Table.Tr>
                      {columns.map((column) => (
                        <Table.Td key={column.id} className={classOf(column, column.className)}>
                          {column.cell(row)}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                    {below && (
                      <Table.Tr>
                        <Table.Td colSpan={columns.length}>{below}</Table.Td>
                      </Table.Tr>
                    )}
                  </Fragment>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )
    }
  </Loaded>
);
