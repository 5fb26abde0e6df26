import type { Formula } from '../validation/formulas.ts';

/** A field's type, as `describe` names it. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'phone'
  | 'email'
  | 'picklist'
  | 'reference'
  | 'boolean'
  | 'double'
  | 'currency'
  | 'int'
  | 'date'
  | 'datetime';

/** A field of an object. */
export interface FieldDef {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly length?: number;
  /** The most digits a number may have before the decimal point. */
  readonly digits?: number;
  readonly referenceTo?: string;
  readonly relationshipName?: string;
  /** What the parent of a custom lookup calls the list of children. */
  readonly listName?: string;
  readonly values?: readonly string[];
  /** The value of a new record that does not set the field. */
  readonly defaultValue?: string;
  /** For the status of a task: the values that close it. */
  readonly closed?: readonly string[];
  /** The labels of values, if they differ. */
  readonly valueLabels?: Readonly<Record<string, string>>;
  /** The same labels in German, if they are translated. */
  readonly germanLabels?: Readonly<Record<string, string>>;
  readonly restricted?: boolean;
  readonly required?: boolean;
  readonly externalId?: boolean;
  readonly unique?: boolean;
  readonly custom?: boolean;
  readonly createOnly?: boolean;
  readonly readOnly?: boolean;
  /** What the platform computes the value from, whenever it is read. */
  readonly formula?: Formula;
}
