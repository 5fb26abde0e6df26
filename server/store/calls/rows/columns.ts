/** A time in a row: a Date, or the text that JSON has of it. */
export type Time = Date | string;
export type Maybe<T> = T | null | undefined;

/** The rows of a call's parts by their position. */
export const inOrder = <T extends { position: number }>(rows: T[]): T[] =>
  [...rows].sort((a, b) => a.position - b.position);

/** The ids; undefined where there are none, which the domain leaves out. */
export const nonEmpty = (ids: Maybe<string[]>): string[] | undefined =>
  ids?.length ? ids : undefined;

/** The time as the domain has it, in ISO 8601. */
export const iso = (time: Time): string => new Date(time).toISOString();

type WithoutNulls<T> = {
  [K in keyof T]:
    | Exclude<T[K], null | undefined>
    | (null extends T[K] ? undefined : never)
    | (undefined extends T[K] ? undefined : never);
};

/** Drops the columns that are null, which the domain has as absent values. */
export function withoutNulls<T extends object>(value: T): WithoutNulls<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, v]) => v !== null && v !== undefined),
  ) as WithoutNulls<T>;
}
