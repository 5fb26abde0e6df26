export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;
