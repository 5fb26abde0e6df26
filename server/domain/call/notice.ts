import type { Supervisor } from './intervention.ts';
import type { Mode } from './modes.ts';
import type { ReasonCode } from './reasons.ts';

/**
 * What the rep was notified of about a supervisor: on screen, and by tone or phrase where policy
 * says so.
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
