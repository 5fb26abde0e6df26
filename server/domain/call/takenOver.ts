import type { Active, Call, Intervention } from './call.ts';
import { hasCall } from './modes.ts';

const isStaying = (i: Intervention): i is Intervention & Active => i.status === 'active' && !i.leaving;

/** Whether this supervisor is about to have the call in place of the rep. */
export const isTakingOver = (i: Intervention): boolean => isStaying(i) && i.pending !== undefined && hasCall(i.pending.mode);

/** Whether this supervisor has the call in place of the rep, or is about to. */
export const isTakeover = (i: Intervention): boolean => isStaying(i) && (hasCall(i.mode) || isTakingOver(i));

/** Whether a supervisor has taken the call over, or is about to; `without` leaves one intervention out. */
export const isTakenOver = ({ interventions }: Call, without?: string): boolean =>
  interventions.some((i) => i.interventionId !== without && isTakeover(i));
