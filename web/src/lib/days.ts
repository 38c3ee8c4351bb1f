/** A day in this browser's zone as the moment at which it begins. */
export const beginOf = (date: string): string =>
  new Date(`${date}T00:00:00`).toISOString().replace('.000Z', 'Z');

/** Its last second. */
export const endOf = (date: string): string =>
  new Date(`${date}T23:59:59`).toISOString().replace('.000Z', 'Z');

/** The day of a moment in this browser's zone, as a date field has it; empty where there is none. */
export function dateIn(moment: string): string {
  if (moment === '' || Number.isNaN(Date.parse(moment))) return '';
  const local = new Date(moment);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
}
