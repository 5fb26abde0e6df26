import { isSilent } from './modes.ts';
import type { CallView, Supervision } from './types.ts';

/** Who else has the word on this call, or wants it: one supervisor speaks at a time. */
export function otherFloorHolders({ interventions }: CallView, own: Supervision): string[] {
  return interventions.filter(({ interventionId, status }) => interventionId !== own.interventionId && status !== 'ended').flatMap((other) => {
    const { name } = other.supervisor;
    if (speaks(other)) return [`${name} speaks.`];
    return other.floorRequestedAt ? [`${name} wants to speak next.`] : [];
  });
}

/** What claiming the word or giving it up is called; undefined where there is nobody to share it with. */
export function floorButtonLabel({ interventions }: CallView, own: Supervision): string | undefined {
  const isAlone = interventions.filter(({ status }) => status !== 'ended').length < 2;
  if (isAlone || !own.mode || !isSilent(own.mode) || own.pendingMode) return undefined;
  return own.floorRequestedAt ? 'I do not want to speak any more' : 'I want to speak next';
}

const speaks = ({ mode, pendingMode }: Supervision): boolean => [mode, pendingMode].some((one) => one !== undefined && !isSilent(one));
