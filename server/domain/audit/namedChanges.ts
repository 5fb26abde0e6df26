/** A record with a name, as it is kept to be compared. */
export type NamedRecord = { readonly name: string } & Readonly<Record<string, unknown>>;

/** The differences between two lists of records, by name. */
export interface NamedChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** With the fields that differ. */
  readonly changed: readonly { readonly name: string; readonly fields: readonly string[] }[];
}

export function namedChanges(
  before: readonly NamedRecord[],
  after: readonly NamedRecord[],
): NamedChanges {
  const was = new Map(before.map((one) => [one.name, one]));
  const is = new Map(after.map((one) => [one.name, one]));
  return {
    added: [...is.keys()].filter((name) => !was.has(name)),
    removed: [...was.keys()].filter((name) => !is.has(name)),
    changed: [...is].flatMap(([name, one]) => {
      const former = was.get(name);
      const fields = former ? differing(former, one) : [];
      return fields.length > 0 ? [{ name, fields }] : [];
    }),
  };
}

/** Whether nothing differs. */
export const isUnchanged = ({ added, removed, changed }: NamedChanges): boolean =>
  added.length + removed.length + changed.length === 0;

const differing = (before: NamedRecord, after: NamedRecord): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
