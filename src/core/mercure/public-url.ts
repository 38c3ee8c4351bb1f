/** The token under which the hub knows where clients find the server. */
export const PUBLIC_URL = Symbol('public URL');
