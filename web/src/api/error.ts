/** One thing that is wrong with one field. */
export interface Violation {
  readonly propertyPath: string;
  readonly message: string;
}

/** What the server has answered instead of what was asked for. Status 0: it has not answered. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly violations: readonly Violation[] = [],
  ) {
    super(message);
  }
}

/** An error that a request has ended with. */
export function errorFrom(status: number, body: unknown): ApiError {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = sent['hydra:description'] ?? sent['detail'] ?? sent['message'];
  const violations = Array.isArray(sent['violations']) ? (sent['violations'] as Violation[]) : [];
  return new ApiError(status, typeof text === 'string' ? text : `${status}`, violations);
}

/** `fetch`, and an `ApiError` where nothing answers. */
export async function fetchOrFail(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, 'offline');
  }
}

/**
 * Loads files of this page.
 * @throws ApiError where there is no connection; the browser's own error where the server has other files by now.
 */
export async function loadFiles<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    await fetchOrFail('/app', { method: 'HEAD' });
    throw error;
  }
}
