import type { Filter, FilterClass } from '../../metadata/filter.js';

/** `order[f]=asc|desc`, any case; several sort in the order sent. It filters nothing: `order.ts` reads it. */
export const orderFilter: FilterClass = {
  parameters: (path) => [
    {
      name: `order[${path}]`,
      property: path,
      type: 'string',
      enum: ['asc', 'desc'],
      description: `Sorts by \`${path}\`. Several sort in the order in which they are sent.`,
    },
  ],
  query: () => undefined,
};

/** Properties to sort by. */
export const order = <P extends string>(...paths: P[]): Filter<P> => ({ class: orderFilter, paths });
