import { STANDARD_OBJECTS } from '../../../local/org/schema/standardObjects.ts';
import {
  childrenOf,
  deep,
  nameOf,
  namesWith,
  textOf,
  withSuffix,
  type Element,
  type Tree,
} from './tree.ts';

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly length?: number;
  readonly values?: readonly string[];
  readonly referenceTo?: string;
  /**
   * Of a custom lookup: what the parent calls the list. Of a standard one: what the child calls the
   * parent.
   */
  readonly relationshipName?: string;
  /** The platform gives everybody access to it, so no permission set may mention it. */
  readonly required: boolean;
  readonly custom: boolean;
}

export interface Model {
  /**
   * Objects of the package and of the platform, by name. Custom Activity fields stand under Task.
   */
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  /** Lists of children by their names, such as Call_Interventions__r of Opportunity. */
  childrenOf(object: string): ReadonlyMap<string, string>;
  field(object: string, name: string): Field | undefined;
  readonly ownObjects: readonly string[];
}

const SYSTEM = [
  'Id',
  'Name',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'OwnerId',
  'SystemModstamp',
];
const CUSTOM_METADATA = [
  'DeveloperName',
  'MasterLabel',
  'Label',
  'Language',
  'NamespacePrefix',
  'QualifiedApiName',
];

const models = new WeakMap<Tree, Model>();

/** What the package's objects are, read from its metadata. */
export function modelOf(tree: Tree): Model {
  const known = models.get(tree);
  if (known) return known;
  const objects = new Map<string, Map<string, Field>>();
  const standard = (name: string, more: Partial<Field> = {}): [string, Field] => [
    name,
    { name, type: 'string', required: false, ...more, custom: false },
  ];
  for (const [object, { fields }] of Object.entries(STANDARD_OBJECTS)) {
    objects.set(
      object,
      new Map([
        ...SYSTEM.map((name) => standard(name)),
        ...fields.map(({ name, type, required = false, referenceTo, relationshipName }) =>
          standard(name, {
            type,
            required,
            ...(referenceTo && { referenceTo }),
            ...(relationshipName && { relationshipName }),
          }),
        ),
      ]),
    );
  }
  const ownObjects = namesWith(tree, 'object').filter((name) => /__(c|mdt)$/.test(name));
  for (const object of ownObjects)
    objects.set(
      object,
      new Map(
        [...SYSTEM, ...(object.endsWith('__mdt') ? CUSTOM_METADATA : [])].map((name) =>
          standard(name),
        ),
      ),
    );
  for (const object of ownObjects.filter((name) => name.endsWith('__c'))) {
    const file = `default/objects/${object}/${object}.object-meta.xml`;
    // Who a record of a private object is shared with is a record of its own.
    if (textOf(tree.xml(file), 'sharingModel') === 'Private')
      objects.set(
        object.replace(/__c$/, '__Share'),
        new Map(
          ['Id', 'ParentId', 'UserOrGroupId', 'AccessLevel', 'RowCause'].map((name) =>
            standard(name),
          ),
        ),
      );
  }
  for (const path of withSuffix(tree, 'field')) {
    const object = objectOf(path);
    objects.get(object)?.set(nameOf(path), fieldOf(nameOf(path), tree.xml(path)));
  }
  const model: Model = {
    objects,
    ownObjects,
    field: (object, name) =>
      objects.get(object)?.get(name) ??
      // Custom fields of activities are fields of both.
      (object === 'Event' ? customOf(objects.get('Task')?.get(name)) : undefined),
    childrenOf: (parent) =>
      new Map(
        [...objects].flatMap(([object, fields]) =>
          [...fields.values()]
            .filter(
              ({ custom, referenceTo, relationshipName }) =>
                custom && referenceTo === parent && relationshipName,
            )
            .map((field): [string, string] => [`${field.relationshipName}__r`, object]),
        ),
      ),
  };
  models.set(tree, model);
  return model;
}

const customOf = (field: Field | undefined): Field | undefined =>
  field?.custom ? field : undefined;

/** The object that a file below objects/ belongs to. */
export const objectOf = (path: string): string => {
  const [, object = ''] = /objects\/([^/]+)\//.exec(path) ?? [];
  return object === 'Activity' ? 'Task' : object;
};

function fieldOf(name: string, xml: Element): Field {
  const type = textOf(xml, 'type') ?? '';
  const values = deep(xml, 'value').flatMap((value) => textOf(value, 'fullName') ?? []);
  return {
    name,
    type,
    custom: true,
    required: textOf(xml, 'required') === 'true' || type === 'MasterDetail',
    ...(textOf(xml, 'length') && { length: Number(textOf(xml, 'length')) }),
    ...(childrenOf(xml, 'valueSet').length > 0 && { values }),
    ...(textOf(xml, 'referenceTo') && {
      referenceTo: textOf(xml, 'referenceTo')!,
      relationshipName: textOf(xml, 'relationshipName')!,
    }),
  };
}

export const LONG_TYPES = ['LongTextArea', 'Html', 'EncryptedText'];
