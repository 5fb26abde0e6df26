/** Ids, codes and numbers. Names, phone numbers and what people wrote belong in `personal`. */
export type Details = Readonly<Record<string, unknown>>;
