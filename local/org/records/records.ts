import type { Schema } from '../schema/schema.ts';
import type { Row, Value } from './row.ts';

/** The existing records, as checks read them. */
export interface Records {
  readonly schema: Schema;
  find(object: string, id: string): Row | undefined;
  isDeleted(id: string): boolean;
  rows(object: string): readonly Row[];
  /** The existing record whose field has this value. */
  findBy(object: string, field: string, value: Value): Row | undefined;
}
