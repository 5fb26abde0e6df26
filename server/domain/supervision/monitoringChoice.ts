import type { Call, Intervention } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import { isHeardByCustomer } from '../call/modes.ts';
import { declinesMonitoring } from '../call/moments.ts';
import type { Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import type { ReasonCode } from '../call/reasons.ts';
import { refusal, type Refusal } from '../call/refusals.ts';

export interface GiveMonitoringChoice {
  readonly rep: Person;
  readonly isDeclined: boolean;
  readonly exceptReasons: readonly ReasonCode[];
}

/** The rep says whether the customer wants to be monitored; the customer can change their mind. */
export function decideMonitoringChoice(
  call: Call,
  { rep, isDeclined, exceptReasons }: GiveMonitoringChoice,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.status === 'ended') return refuse(refusal('call_not_live'));
  if (isPractice(call)) return refuse(refusal('practice_call'));
  if (call.monitoringChoice?.isDeclined === isDeclined) return happens();
  const choice = { isDeclined, source: 'rep', exceptReasons, at: now } as const;
  return happens({ type: 'MonitoringChoiceGiven', choice, at: now });
}

/**
 * The refusal for a supervisor who joins a customer who has declined monitoring; undefined if they
 * may. If the policy has exceptional reasons, one of them must be stated.
 */
export function refusedByChoice(call: Call, reason: ReasonCode | undefined): Refusal | undefined {
  const choice = call.monitoringChoice;
  if (!choice?.isDeclined) return undefined;
  if (reason !== undefined && choice.exceptReasons.includes(reason)) return undefined;
  return reason === undefined && choice.exceptReasons.length > 0
    ? refusal('reason_required', { wording: 'reason_required.declined' })
    : refusal('monitoring_declined');
}

/**
 * Whether this supervisor must leave because the customer has declined monitoring: the customer
 * does not hear them and is not about to.
 */
export function isUnwelcome(call: Call, intervention: Intervention): boolean {
  if (!declinesMonitoring(call) || intervention.status === 'ended') return false;
  if (call.monitoringChoice?.exceptReasons.includes(intervention.reason?.code ?? '')) return false;
  if (intervention.status === 'joining') return true;
  const { mode, pending, leaving } = intervention;
  return !leaving && !isHeardByCustomer(mode) && !(pending && isHeardByCustomer(pending.mode));
}
