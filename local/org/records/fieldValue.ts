import type { FieldDef } from '../schema/fields.ts';
import type { Row, Value } from './row.ts';

/** What a reader of a record sees of a field: its formula, or what is stored. */
export function fieldValue({ name, type, formula }: FieldDef, row: Row): Value {
  if (formula) return formula.isTrueFor({ record: row, userId: '', hasPermission: () => false });
  return row[name] ?? (type === 'boolean' ? false : null);
}
