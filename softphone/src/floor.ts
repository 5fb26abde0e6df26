import { isSilent } from './modes.ts';
import { fill, type Texts } from './strings.ts';
import type { CallView, Supervision } from './types.ts';

/** Who else has the floor on this call, or has requested it: one supervisor talks at a time. */
export function otherFloorHolders(
  { interventions }: CallView,
  own: Supervision,
  texts: Texts,
): string[] {
  return interventions
    .filter(
      ({ interventionId, status }) => interventionId !== own.interventionId && status !== 'ended',
    )
    .flatMap((other) => {
      const who = other.supervisor.name;
      if (speaks(other)) return [fill(texts.floorTaken, { who })];
      return other.floorRequestedAt ? [fill(texts.floorRequested, { who })] : [];
    });
}

/**
 * The label of the button that requests the floor or cancels the request; undefined if there is no
 * other supervisor to share it with.
 */
export function floorButtonLabel(
  { interventions }: CallView,
  own: Supervision,
  texts: Texts,
): string | undefined {
  const isAlone = interventions.filter(({ status }) => status !== 'ended').length < 2;
  if (isAlone || !own.mode || !isSilent(own.mode) || own.pendingMode) return undefined;
  return own.floorRequestedAt ? texts.cancelFloor : texts.requestFloor;
}

const speaks = ({ mode, pendingMode }: Supervision): boolean =>
  [mode, pendingMode].some((one) => one !== undefined && !isSilent(one));
