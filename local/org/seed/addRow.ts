import type { Row } from '../records/database.ts';

/** Adds a row, created by this user, and returns its id. */
export type AddRow = (object: string, values: Row, by?: string) => string;
