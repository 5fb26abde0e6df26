import { PLATFORM, TEST_FIELDS } from './apexPlatform.ts';
import {
  all,
  argumentsOf,
  idOf,
  kid,
  kindOf,
  kids,
  lineOf,
  type ApexClass,
  type ApexNode,
} from './apexScope.ts';
import type { Model } from './model.ts';

export interface Types {
  exists(type: string): boolean;
  /** What is wrong with a.b or a.b(), where that can be known. */
  faultOf(dot: ApexNode, variables: ReadonlyMap<string, string>): string | undefined;
  /** Fields that new Thing__c(Field = …) sets and the object does not have. */
  fieldsSet(creator: ApexNode, type: string): string[];
}

const UNKNOWN = '?';
const find = <T>(map: ReadonlyMap<string, T> | undefined, name: string): T | undefined =>
  [...(map ?? [])].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
const platform = new Map(
  Object.entries(PLATFORM).map(([name, members]) => [name, new Map(Object.entries(members))]),
);

/** Follows the types of expressions as far as the tables of the package and the platform go. */
export function createTypes(
  model: Model,
  classes: ReadonlyMap<string, ApexClass>,
  self: ApexClass,
): Types {
  const objectOf = (type: string) =>
    find(model.objects, type) ?? (TEST_FIELDS[type] ? new Map() : undefined);
  const bare = (type: string): string => type.replace(/<.*/, '').replace(/^System\./i, '');

  function membersOf(type: string): ReadonlyMap<string, string> | undefined {
    const name = bare(type);
    const [outer = '', inner] = name.split('.');
    return (
      find(self.inner, name) ??
      (inner ? find(classes.get(outer.toLowerCase())?.inner, inner) : undefined) ??
      classes.get(name.toLowerCase())?.members ??
      find(platform, name)
    );
  }

  const exists = (type: string): boolean =>
    (membersOf(type) !== undefined || objectOf(bare(type)) !== undefined) &&
    argumentsOf(type).every(exists);

  /** The type of a member; undefined when there is none of this name. */
  function memberOf(type: string, name: string): string | undefined {
    const fields = objectOf(bare(type));
    if (fields) {
      const field = find(fields, name);
      if (field) return UNKNOWN;
      if (TEST_FIELDS[bare(type)]?.includes(name) || find(platform.get('SObject'), name))
        return UNKNOWN;
      if (/__mdt$/i.test(type) && /^(getInstance|getAll)$/i.test(name)) return type;
      return [...fields.values()].map((one) => parentType(one, name)).find(Boolean);
    }
    const members = membersOf(type);
    const inner = find(classes.get(bare(type).toLowerCase())?.inner, name);
    if (inner) return `${bare(type)}.${name}`;
    const found = find(members, name);
    const answer =
      found && find(classes.get(bare(type).toLowerCase())?.inner, found)
        ? `${bare(type)}.${found}`
        : found;
    const [first = UNKNOWN, second = first] = argumentsOf(type);
    return answer?.replace(/\bT\b|\bK\b/g, first).replace(/\bV\b/g, second);
  }

  /** The parent behind Opportunity__r or Account. */
  function parentType(
    {
      name,
      referenceTo,
      relationshipName,
    }: { name: string; referenceTo?: string; relationshipName?: string },
    wanted: string,
  ): string | undefined {
    const relation = name.endsWith('__c')
      ? name.replace(/__c$/, '__r')
      : (relationshipName ?? name.replace(/Id$/, ''));
    return referenceTo && relation.toLowerCase() === wanted.toLowerCase() ? referenceTo : undefined;
  }

  function typeOf(node: ApexNode, variables: ReadonlyMap<string, string>): string {
    const children = kids(node);
    const kind = kindOf(node);
    if (kind === 'DotExpression') {
      const name = idOfMember(node);
      const start = typeOf(children[0]!, variables);
      return start === UNKNOWN ? UNKNOWN : (memberOf(start, name) ?? UNKNOWN);
    }
    if (kind === 'PrimaryExpression') {
      const text = node.getText();
      return (
        variables.get(text.toLowerCase()) ??
        find(self.members, text) ??
        (membersOf(text) || objectOf(text) ? text : UNKNOWN)
      );
    }
    if (kind === 'MethodCallExpression') return find(self.members, idOf(children[0]!)) ?? UNKNOWN;
    if (kind === 'ArrayExpression')
      return argumentsOf(typeOf(children[0]!, variables))[0] ?? UNKNOWN;
    if (kind === 'NewInstanceExpression') return all(node, 'CreatedName')[0]?.getText() ?? UNKNOWN;
    return UNKNOWN;
  }

  return {
    exists,
    faultOf(dot, variables) {
      const start = kids(dot)[0]!;
      // Auth.JWT and DealsideSessionToken.Session are types with a dot, System.Label.X is checked
      // by its own table.
      if (/^(System|Auth|Schema)$/i.test(start.getText()) || /^System\./i.test(dot.getText()))
        return undefined;
      const type = typeOf(start, variables);
      const name = idOfMember(dot);
      if (type === UNKNOWN || name === 'class' || memberOf(type, name) !== undefined)
        return undefined;
      return `${lineOf(dot)} ${bare(type)} has no ${name}`;
    },
    fieldsSet(creator, type) {
      const fields = objectOf(type);
      if (!fields) return [];
      const named = all(creator, 'AssignExpression').map((assign) => kids(assign)[0]!.getText());
      return named
        .filter((name) => !find(fields, name) && !TEST_FIELDS[type]?.includes(name))
        .map((name) => `${lineOf(creator)} ${type} has no field ${name}`);
    },
  };
}

const idOfMember = (dot: ApexNode): string => {
  const member = kid(dot, 'DotMethodCall') ?? dot;
  return kid(member, 'AnyId')?.getText() ?? '';
};
