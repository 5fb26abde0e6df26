/** A time in a row: a Date, or text if the row comes from JSON. */
export type Time = Date | string;
export type Maybe<T> = T | null | undefined;

/** The rows of a call's parts, sorted by their position. */
export const inOrder = <T extends { position: number }>(rows: T[]): T[] =>
  [...rows].sort((a, b) => a.position - b.position);

/** The ids; undefined if there are none, as in the domain. */
export const nonEmpty = (ids: Maybe<string[]>): string[] | undefined =>
  ids?.length ? ids : undefined;

/** The time in the domain's format, ISO 8601. */
export const iso = (time: Time): string => new Date(time).toISOString();

type WithoutNulls<T> = {
  [K in keyof T]:
    | Exclude<T[K], null | undefined>
    | (null extends T[K] ? undefined : never)
    | (undefined extends T[K] ? undefined : never);
};

/** Drops the columns that are null; the domain leaves absent values out. */
export function withoutNulls<T extends object>(value: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== null && v !== undefined),
  ) as WithoutNulls<T>;
}
