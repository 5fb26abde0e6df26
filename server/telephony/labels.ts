import type { Party } from '../domain/call.ts';

const SUPERVISOR = 'supervisor-';

/** A participant's label in the conference says which party it is. */
export const labelOf = (party: Party): string => (party.role === 'supervisor' ? SUPERVISOR + party.interventionId : party.role);

export function partyOf(label: string | undefined | null): Party | undefined {
  if (label === 'customer' || label === 'rep') return { role: label };
  return label?.startsWith(SUPERVISOR) ? { role: 'supervisor', interventionId: label.slice(SUPERVISOR.length) } : undefined;
}
