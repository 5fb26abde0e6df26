import { isHealthyEnoughFor, type CarrierHealth } from '../audioCheck/audioCheck.ts';
import {
  connectedParticipant,
  type ActiveIntervention,
  type Call,
  type Intervention,
  type PendingSwitch,
} from '../call/call.ts';
import { isHeardByCustomer, isSilent, MODES, type Mode } from '../call/modes.ts';
import { canRepContinue } from '../carrier/customerCover.ts';
import { isChangingDevice } from '../carrier/deviceChange.ts';
import { announcementsNeededFirst } from '../notices/announceFirst.ts';
import { decidePolicy, mayContinue } from '../policy/decide.ts';
import type { PolicyQuestion } from '../policy/examine.ts';
import { obstacleToMode } from './changeMode.ts';
import { isUnwelcome } from './monitoringChoice.ts';

/** What a mode with voice needs besides the policy's grant. */
export interface VoiceGrounds {
  readonly carrierHealth: CarrierHealth;
  /** The modes before which the org wants a course that the supervisor has not finished. */
  readonly lacksCourseFor: readonly Mode[];
}

export type QuieterMode = Pick<PendingSwitch, 'mode' | 'policy'>;

type Asked = VoiceGrounds & { readonly questionOf: (mode: Mode) => PolicyQuestion };

/**
 * The mode for a supervisor who has lost the right to another one: the highest step of the ladder
 * below it that is still theirs. Undefined if none is, if the customer would be left alone, because
 * the rep cannot talk to them, and if silence has failed already. A mode with voice begins only if
 * it asks nothing of the supervisor and it is certain who hears them now; otherwise it is silence.
 */
export function quieterMode(
  call: Call,
  intervention: Intervention,
  lost: Mode,
  asked: Asked,
): QuieterMode | undefined {
  if (intervention.status !== 'active' || intervention.leaving) return undefined;
  if (hasFailedToStepDown(intervention)) return undefined;
  if (mayBeHeardByCustomer(call, intervention) && !canRepContinue(call)) return undefined;
  const below = MODES.slice(0, MODES.indexOf(lost)).toReversed();
  const open = isCertain(call, intervention) ? below : below.filter(isSilent);
  return open.flatMap((mode) => granted(call, intervention, { mode, ...asked }) ?? [])[0];
}

/** The carrier did not silence them either, so that only taking them off is left. */
const hasFailedToStepDown = ({ mode, problem }: ActiveIntervention): boolean =>
  !!problem?.lost && !!problem.mode && isSilent(problem.mode) && !isSilent(mode);

const mayBeHeardByCustomer = (
  call: Call,
  { interventionId, mode, pending }: ActiveIntervention,
): boolean =>
  [mode, pending?.mode].some((one) => one !== undefined && isHeardByCustomer(one)) ||
  connectedParticipant(call, 'supervisor', interventionId)?.audibleTo === 'everyone';

/** Whether the carrier has the supervisor in the mode that it confirmed, and in no other. */
const isCertain = (call: Call, intervention: ActiveIntervention): boolean =>
  !intervention.pending && !intervention.problem && !isChangingDevice(call, intervention);

/** Undefined where the mode is not theirs, or cannot begin at once. */
function granted(
  call: Call,
  current: ActiveIntervention,
  { mode, questionOf, carrierHealth, lacksCourseFor }: Asked & { readonly mode: Mode },
): QuieterMode | undefined {
  const question = questionOf(mode);
  if (!mayContinue(question)) return undefined;
  if (isUnwelcome(call, { ...current, mode, pending: undefined })) return undefined;
  if (isSilent(mode)) return { mode };
  const permission = decidePolicy(question);
  if (!permission.allowed || lacksCourseFor.includes(mode)) return undefined;
  const { reason, point, pin, passkey, noticeFirst, noticeKinds } = permission.obligations;
  const isAsked = pin || passkey || point || (reason && !current.reason);
  const byRule = noticeFirst ? noticeKinds : [];
  const isAnnounced = announcementsNeededFirst(call, current, { mode, byLaw: true, byRule });
  if (isAsked || isAnnounced.length > 0 || !isHealthyEnoughFor(carrierHealth, mode))
    return undefined;
  if (obstacleToMode(mode, call, { current, now: question.now })) return undefined;
  const { policyVersion: version, rule } = permission;
  return { mode, policy: { version, rule, noticeKinds } };
}
