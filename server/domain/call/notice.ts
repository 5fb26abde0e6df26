import type { Supervisor } from './intervention.ts';
import type { Mode } from './modes.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * A notification to the rep about a supervisor: on screen, and by tone or phrase if the policy
 * requires it.
 */
export interface Notice {
  readonly noticeId: string;
  readonly interventionId: string;
  readonly supervisor: Supervisor;
  readonly mode: Mode;
  readonly reasonCode?: ReasonCode;
  readonly at: string;
  readonly acknowledgedAt?: string;
}
