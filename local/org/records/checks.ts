import { OrgError } from '../errors/orgError.ts';
import { toId18 } from '../ids/recordId.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { checkEvent, checkInvitation, checkInviteeCopy } from './events.ts';
import type { Records } from './records.ts';
import type { Row, Value } from './row.ts';

/** Checks single values. Throws OrgError where the platform refuses one. */
export function checkValues(
  records: Records,
  def: ObjectDef,
  { values, existing }: { readonly values: Row; readonly existing?: Row },
): void {
  if (def.name === 'Event' && existing) checkInviteeCopy(existing, values);
  for (const [name, value] of Object.entries(values)) {
    const field = def.fields.get(name);
    if (!field)
      throw new OrgError(
        400,
        'INVALID_FIELD',
        `No such column '${name}' on sobject of type ${def.name}`,
      );
    checkValue(records, def, { field, value, existing });
  }
}

/** Checks a whole record. Throws OrgError where the platform refuses it. */
export function checkRecord(records: Records, def: ObjectDef, row: Row): void {
  for (const field of def.fields.values()) {
    if (
      field.required &&
      (row[field.name] === undefined || row[field.name] === null || row[field.name] === '')
    ) {
      throw new OrgError(
        400,
        'REQUIRED_FIELD_MISSING',
        `Required fields are missing: [${field.name}]`,
        [field.name],
      );
    }
  }
  if (def.name === 'Event') checkEvent(row);
  if (def.name === 'EventRelation') checkInvitation(records, row);
  // https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_task.htm:
  // with a lead as WhoId, WhatId must be blank.
  if (
    ['Task', 'Event'].includes(def.name) &&
    row.WhatId &&
    row.WhoId &&
    records.find('Lead', String(row.WhoId))
  ) {
    throw new OrgError(
      400,
      'FIELD_INTEGRITY_EXCEPTION',
      'Cannot relate a lead activity to another record: WhoId is a lead, so WhatId must be blank',
      ['WhoId', 'WhatId'],
    );
  }
}

function checkValue(
  records: Records,
  def: ObjectDef,
  {
    field,
    value,
    existing,
  }: { readonly field: FieldDef; readonly value: Value; readonly existing?: Row },
): void {
  const { name, label } = field;
  if (field.readOnly || (field.createOnly && existing && value !== existing[name])) {
    throw new OrgError(
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${name}. Please check the security settings of this field.`,
      [name],
    );
  }
  if (value === null) return;
  if (field.length !== undefined && typeof value === 'string' && value.length > field.length) {
    throw new OrgError(
      400,
      'STRING_TOO_LONG',
      `${label}: data value too large: ${value} (max length=${field.length})`,
      [name],
    );
  }
  if (field.restricted && value !== '' && !field.values?.includes(String(value))) {
    throw new OrgError(
      400,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${label}: bad value for restricted picklist field: ${value}`,
      [name],
    );
  }
  if (field.type === 'boolean' && typeof value !== 'boolean') throw malformed(field, value);
  if (['double', 'int', 'currency'].includes(field.type) && typeof value !== 'number')
    throw malformed(field, value);
  if (field.digits !== undefined && Math.abs(Number(value)) >= 10 ** field.digits)
    throw new OrgError(
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${label}: value outside of valid range on numeric field: ${value}`,
      [name],
    );
  if (field.type === 'date' && !isDate(value)) throw malformed(field, value);
  if (field.type === 'datetime' && !isDateTime(value)) throw malformed(field, value);
  if (field.type === 'reference')
    checkReference(records, def, { field, id: toId18(String(value)) });
  if (field.unique) {
    const twin = records.findBy(def.name, name, value);
    if (twin && twin.Id !== existing?.Id)
      throw new OrgError(
        400,
        'DUPLICATE_VALUE',
        `duplicate value found: ${name} duplicates value on record with id: ${twin.Id}`,
        [name],
      );
  }
}

function checkReference(
  records: Records,
  def: ObjectDef,
  { field, id }: { readonly field: FieldDef; readonly id: string },
): void {
  if (records.isDeleted(id))
    throw new OrgError(400, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
  const targets = field.referenceTo === '*' ? [...records.schema.keys()] : [field.referenceTo!];
  const target = targets.find((each) => records.find(each, id));
  if (!target)
    throw new OrgError(400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [
      field.name,
    ]);
  if (['Task', 'Event'].includes(def.name))
    checkActivity(records, field, { id, target: records.schema.get(target)! });
}

function checkActivity(
  records: Records,
  field: FieldDef,
  { id, target }: { readonly id: string; readonly target: ObjectDef },
): void {
  const wrong = (label: string) =>
    new OrgError(400, 'FIELD_INTEGRITY_EXCEPTION', `${label}: id value of incorrect type: ${id}`, [
      field.name,
    ]);
  if (field.name === 'WhoId' && !['Contact', 'Lead'].includes(target.name))
    throw wrong('Contact/Lead ID');
  if (
    field.name === 'WhatId' &&
    (['Contact', 'Lead', 'User'].includes(target.name) || (target.custom && !target.hasActivities))
  )
    throw wrong('Related To ID');
  if (field.name === 'OwnerId' && !records.find('User', id)?.IsActive)
    throw new OrgError(400, 'INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', [
      field.name,
    ]);
}

/** A date that exists: 2026-02-31 is refused. */
const isDate = (value: Value): boolean => {
  const [text] = /^\d{4}-\d{2}-\d{2}$/.exec(String(value)) ?? [];
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};

const isDateTime = (value: Value): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(String(value)) &&
  !Number.isNaN(Date.parse(String(value)));

const malformed = (field: FieldDef, value: Value) =>
  new OrgError(
    400,
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from value ${JSON.stringify(value)}`,
    [field.name],
  );
