import type { Mode } from './modes.ts';
import type { Person, Role } from './people.ts';
import { manages } from './people.ts';
import { refusal, type Refusal } from './refusals.ts';

/** May this person use this mode on this rep's calls? Every decision names its rule and policy version. */
export type PolicyDecision =
  | { readonly allowed: true; readonly role: Role; readonly rule: string; readonly policyVersion: string }
  | { readonly allowed: false; readonly refusal: Refusal; readonly rule: string; readonly policyVersion: string };

export const POLICY_VERSION = '2026-11';

interface RoleRule {
  readonly modes: readonly Mode[];
  readonly scope: 'team' | 'everyone';
}

/** The first policy (D17, D18): managers on their own reports, quality analysts on everybody but silent to the customer. */
const RULES: Partial<Record<Role, RoleRule>> = {
  supervisor: { modes: ['monitor', 'whisper', 'barge', 'takeover'], scope: 'team' },
  qa: { modes: ['monitor', 'whisper'], scope: 'everyone' },
};

interface Rep { readonly userId: string; readonly managerIds: readonly string[] }

/**
 * Checks one mode for one person on one rep's call. A role's rule and the person's own permission must
 * both grant the mode; the most permissive of several roles counts.
 */
export function decidePolicy(person: Person, rep: Rep, mode: Mode): PolicyDecision {
  const deny = (rule: string, why: Refusal): PolicyDecision => ({ allowed: false, refusal: why, rule, policyVersion: POLICY_VERSION });
  if (!person.active) return deny('active-users-only', refusal('user_inactive'));

  const roles = person.roles.filter((role) => RULES[role]);
  if (roles.length === 0) return deny('supervising-roles-only', refusal('not_a_supervisor'));

  const inScope = roles.filter((role) => covers(RULES[role]!, person, rep));
  if (inScope.length === 0) return deny(`${roles[0]}-scope`, refusal('out_of_scope'));

  const role = inScope.find((candidate) => RULES[candidate]!.modes.includes(mode));
  if (!role || !person.permittedModes.includes(mode)) return deny(`${inScope[0]}-modes`, refusal('mode_not_permitted'));
  return { allowed: true, role, rule: `${role}-${mode}`, policyVersion: POLICY_VERSION };
}

/** Whether this call is on this person's lists at all. A rep sees his own calls. */
export function maySee(person: Person, rep: Rep): boolean {
  return person.userId === rep.userId || decidePolicy(person, rep, 'monitor').allowed;
}

function covers(rule: RoleRule, person: Person, rep: Rep): boolean {
  if (person.userId === rep.userId) return false;
  return rule.scope === 'everyone' ? person.seesAllCalls : manages(person, rep);
}
