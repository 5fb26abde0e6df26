import type { Policy } from './policy.ts';
import type { PolicyFault } from './validate.ts';

/**
 * A warning for each rule whose role nobody has: it is valid, and lets nobody join. The name of a
 * role with a typing error looks like that, too.
 *
 * @param roles the roles of everybody who uses Dealside
 */
export const warnOfUnheldRoles = (
  { rules }: Pick<Policy, 'rules'>,
  roles: ReadonlySet<string>,
): PolicyFault[] =>
  rules.flatMap(({ name, role }) =>
    roles.has(role)
      ? []
      : [
          {
            rule: name,
            field: 'role',
            code: 'unheld_role',
            wording: 'unheld_role',
            values: { role },
          },
        ],
  );
