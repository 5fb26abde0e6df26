import { MODE_IN_RECORDS } from '../../../server/crm/policy/recordNames.ts';
import { MODES } from '../../../server/domain/call/modes.ts';
import { MODE_PERMISSION } from '../../../server/domain/texts/permissionNames.ts';
import { childrenOf, nameOf, textOf, textsOf, withSuffix, type Check, type Tree } from './tree.ts';

/** Without it nobody reaches the calls of everyone. */
const ALL_CALLS = 'Dealside_All_Calls';

/**
 * Each shipped rule can match somebody: the package has the permission set that gives its role, with
 * the custom permission of each of its modes, and whoever gets it by a permission set group.
 */
export const checkRules: Check = (tree) => {
  const sets = new Map(
    withSuffix(tree, 'permissionset').map((path) => [nameOf(path), permissionsOf(tree, path)]),
  );
  const rules = withSuffix(tree, 'md').filter((path) =>
    nameOf(path).startsWith('Dealside_Policy_Rule.'),
  );
  return [
    ...(rules.length > 0 ? [] : ['seeds: no rule is shipped']),
    ...rules.flatMap((path) => ruleFaults(tree, path, sets)),
    ...withSuffix(tree, 'permissionsetgroup').flatMap((path) =>
      textsOf(tree.xml(path), 'permissionSets')
        .filter((name) => !sets.has(name))
        .map((name) => `${path}: there is no permission set ${name}`),
    ),
  ];
};

const permissionsOf = (tree: Tree, path: string): string[] =>
  childrenOf(tree.xml(path), 'customPermissions')
    .filter((entry) => textOf(entry, 'enabled') === 'true')
    .map((entry) => textOf(entry, 'name') ?? '');

function ruleFaults(
  tree: Tree,
  path: string,
  sets: ReadonlyMap<string, readonly string[]>,
): string[] {
  const values = new Map(
    childrenOf(tree.xml(path), 'values').map((entry) => [
      textOf(entry, 'field') ?? '',
      textOf(entry, 'value') ?? '',
    ]),
  );
  const role = values.get('Role__c') ?? '';
  const set = [...sets.keys()].find((name) => name.toLowerCase() === `dealside_${role}`);
  if (!set) return [`${path}: no permission set gives the role ${role}`];
  const modes = MODES.filter((mode) => values.get(MODE_IN_RECORDS[mode].ruleField) === 'true');
  const everyone = values.get('On_Whom__c') === 'everyone' ? [ALL_CALLS] : [];
  return [...modes.map((mode) => MODE_PERMISSION[mode]), ...everyone]
    .filter((permission) => !sets.get(set)!.includes(permission))
    .map((permission) => `${path}: ${set} does not grant ${permission}`);
}
