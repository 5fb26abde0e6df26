/**
 * For each field of a query, the SQL condition for the placeholder of its value. A new field of a
 * query does not compile until it has a condition, because an ignored filter would show too much.
 */
export type Conditions<Query> = {
  readonly [Field in keyof Required<Query>]: (value: string) => string;
};

/**
 * Joins the conditions of the fields that have a value, and returns the values in the order of
 * their placeholders `$1`, `$2` …
 */
export function filtered<Query extends object>(
  conditions: Conditions<Query>,
  query: Query,
): { readonly where: string; readonly values: unknown[] } {
  const asked = (Object.keys(conditions) as (keyof Query & string)[]).filter(
    (field) => query[field] !== undefined,
  );
  return {
    where: asked.map((field, i) => conditions[field](`$${i + 1}`)).join(' and ') || 'true',
    values: asked.map((field) => query[field]),
  };
}
