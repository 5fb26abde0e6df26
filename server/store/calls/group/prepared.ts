const names = new Map<string, string>();

/**
 * The query as a prepared statement. PostgreSQL parses and plans it once for each connection. Use it
 * only for a small number of different texts, because each text stays in memory.
 */
export function prepared<Query extends { readonly text: string }>(query: Query) {
  let name = names.get(query.text);
  if (name === undefined) {
    name = `dealside-${names.size + 1}`;
    names.set(query.text, name);
  }
  return { ...query, name };
}
