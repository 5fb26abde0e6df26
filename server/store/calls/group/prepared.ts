const names = new Map<string, string>();

/**
 * The query as a prepared statement: PostgreSQL parses and plans one text once for each connection.
 * For texts of which there are few; each stays in memory.
 */
export function prepared<Query extends { readonly text: string }>(query: Query) {
  let name = names.get(query.text);
  if (name === undefined) {
    name = `dealside-${names.size + 1}`;
    names.set(query.text, name);
  }
  return { ...query, name };
}
