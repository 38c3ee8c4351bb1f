/** The codes by which a workspace's own status says that an order is not wanted any more; both spellings are in use. */
export const CANCELLED_CODES: readonly string[] = ['cancelled', 'canceled'];

/** Whether a status says so; capitals make no difference. */
export const isCancelled = (statusCode: string | null): boolean =>
  CANCELLED_CODES.includes((statusCode ?? '').trim().toLowerCase());
