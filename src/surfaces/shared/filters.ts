import { and, type Condition } from '../../core/metadata/condition.js';

/** The conditions that parameters of a list stand for, over the table `t`; `Context` is what they need beside their values. */
export type Filters<Query, Context> = {
  readonly [Name in keyof Query]?: (
    value: NonNullable<Query[Name]>,
    context: Context,
  ) => Condition | Promise<Condition>;
};

/** Which rows a list is asked for: all conditions whose parameters are there. */
export async function conditionOf<Query extends object, Context>(
  filters: Filters<Query, Context>,
  query: Query,
  context: Context,
): Promise<Condition> {
  const conditions: Condition[] = [];
  for (const name of Object.keys(filters) as (keyof Query)[]) {
    const value = query[name];
    const found = value === undefined || value === null ? undefined : await filters[name]?.(value, context);
    if (found) conditions.push(found);
  }
  return and(conditions);
}
