import {
  assign,
  assignWithoutDraw,
  type Arm,
  type Suggestion,
} from '../../domain/holdout/assign.ts';
import type { Clock, HoldOutAssignments, HoldOutPolicies, Log } from '../../ports/index.ts';

export interface HoldOutDeps {
  readonly holdOuts: HoldOutAssignments;
  readonly holdOutPolicies: HoldOutPolicies;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Whether a suggestion is shown to supervisors. It is asked once before a suggestion is shown; all
 * suggestions of a call have the same answer. If the draw fails, the suggestion is shown: a broken
 * hold-out never costs anybody help.
 */
export async function shownOrHeldOut(
  { holdOuts, holdOutPolicies, clock, log }: HoldOutDeps,
  suggestion: Suggestion,
): Promise<Arm> {
  try {
    const policy = await holdOutPolicies.of(suggestion.orgId);
    const apart = assignWithoutDraw(suggestion, policy);
    if (apart) return apart.arm;
    const { arm } = await holdOuts.drawOnce(suggestion, {
      percent: policy.percent,
      at: clock.now(),
      draw: (position, seed) => assign(suggestion, policy, { position, seed }),
    });
    return arm;
  } catch (error) {
    log.warn(
      { fault: String(error), callId: suggestion.callId },
      'suggestion shown to everybody, the hold-out could not be drawn',
    );
    return 'shown';
  }
}
