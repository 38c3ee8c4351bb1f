/** How long this process waits for its database, in milliseconds. */
export interface Bounds {
  /** For a statement that runs. */
  readonly statement: number;
  /** For a connection to be made or to be free, and for a row or a table that others have locked. */
  readonly wait: number;
}

/** The longest wait of a request before its statement runs. */
const MAX_WAIT_MS = 5000;

/** `timeout`: DATABASE_TIMEOUT_MS. */
export const boundsOf = (timeout: number): Bounds => ({
  statement: timeout,
  wait: Math.min(MAX_WAIT_MS, timeout),
});

/** What a database that did not answer in time is told apart by. */
export class Silent extends Error {
  override name = 'Silent';
  readonly code = 'ETIMEDOUT';
  constructor() {
    super('The database did not answer in time.');
  }
}

/** Begins something that ends with a callback, and gives it up after a time. @throws Silent, after `giveUp`. */
export function within<T>(
  milliseconds: number,
  begin: (done: (error: Error | null, result?: T) => void) => void,
  giveUp: () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      giveUp();
      reject(new Silent());
    }, milliseconds);
    begin((error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result as T);
    });
  });
}
