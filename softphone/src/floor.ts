import { isSilent } from './modes.ts';
import type { CallView, Supervision } from './types.ts';

/** Sentences about other supervisors who have or request the floor. */
export function otherFloorHolders({ interventions }: CallView, own: Supervision): string[] {
  return interventions.filter(({ interventionId, status }) => interventionId !== own.interventionId && status !== 'ended').flatMap((other) => {
    const { name } = other.supervisor;
    if (speaks(other)) return [`${name} speaks.`];
    return other.floorRequestedAt ? [`${name} wants to speak next.`] : [];
  });
}

/**
 * Label of the button that requests the floor or cancels the request; undefined if no other
 * supervisor is on the call.
 */
export function floorButtonLabel({ interventions }: CallView, own: Supervision): string | undefined {
  const isAlone = interventions.filter(({ status }) => status !== 'ended').length < 2;
  if (isAlone || !own.mode || !isSilent(own.mode) || own.pendingMode) return undefined;
  return own.floorRequestedAt ? 'I do not want to speak any more' : 'I want to speak next';
}

const speaks = ({ mode, pendingMode }: Supervision): boolean => [mode, pendingMode].some((one) => one !== undefined && !isSilent(one));
