import type { FieldDef } from './fields.ts';

/** A field of a standard object. Its label is its name by default. */
export type Field = Omit<FieldDef, 'label'> & { label?: string };

export const text = (name: string, length = 255, more: Partial<Field> = {}): Field => ({
  name,
  type: 'string',
  length,
  ...more,
});
export const lookup = (name: string, referenceTo: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'reference',
  referenceTo,
  relationshipName: name.replace(/Id$/, ''),
  ...more,
});
export const flag = (name: string): Field => ({ name, type: 'boolean' });
export const owner = lookup('OwnerId', 'User');

export interface StandardObject {
  readonly label: string;
  readonly prefix: string;
  readonly fields: readonly Field[];
}
