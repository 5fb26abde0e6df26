/** The value of a field. */
export type Value = string | number | boolean | null;
/** A record: its fields by API name. */
export type Row = Record<string, Value>;
