// @ts-check

/** Stops the MariaDB server that the global setup started, if it did. */
export default async function globalTeardown() {
  await Reflect.get(globalThis, 'stopMariadb')?.();
}
