const KEY = 'waybill-workspace';

/** The workspace that was looked at last in this browser. */
export const lastWorkspace = (): string | null => localStorage.getItem(KEY);

export const rememberWorkspace = (id: string): void => localStorage.setItem(KEY, id);
