import { cellOf } from '../../core/serializer/csv-cell.js';

type Line = Readonly<Record<string, unknown>>;

/** `{"created": {"value": 1}}` has the column `created.value`. */
function flat(value: object, path = ''): Record<string, unknown> {
  const columns: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof each === 'object' && each !== null) Object.assign(columns, flat(each as object, name));
    else columns[name] = each;
  }
  return columns;
}

/** Figures as CSV, a line each: what is inside others has a column of its own. Without lines the header is that of `example`. */
export function figuresCsv(figures: readonly object[], example: object): string {
  const names = Object.keys(flat(figures[0] ?? example));
  const lines = figures.map((each) => {
    const columns: Line = flat(each);
    return names.map((name) => cellOf(columns[name], { type: 'string' })).join();
  });
  return [names.join(), ...lines, ''].join('\n');
}
