import type { Call, RepOnCall } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { maySee } from '../../domain/policy/decide.ts';
import {
  canBeCalibrated,
  decideCalibrationScore,
  shownTo,
  spreadOf,
  type CalibrationScore,
  type Spread,
} from '../../domain/supervision/calibration.ts';
import {
  itemsFor,
  type ScoreAnswer,
  type ScorecardItem,
} from '../../domain/supervision/scorecard.ts';
import type { Calibrations, Clock, Ids, Policies, Scorecards, Store } from '../../ports/index.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface CalibrationDeps {
  readonly calibrations: Calibrations;
  readonly scorecards: Scorecards;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'loadCall' | 'recordAudit'>;
  /** Whether a law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The scorecard of a call, and the scores that this person may see. */
export interface Calibration {
  readonly items: readonly ScorecardItem[];
  readonly scores: readonly CalibrationScore[];
  readonly spread?: Spread;
}

/** Visible to people who may see other people's ended calls; not found for everybody else. */
export async function showCalibration(
  deps: CalibrationDeps,
  person: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Calibration>> {
  const call = await callFor(deps, person, callId);
  if (!call) return { refusal: refusal('call_not_found') };
  return { ok: await shown(deps, person, callId) };
}

/** Scores a call blind, once. */
export async function scoreForCalibration(
  deps: CalibrationDeps,
  person: Person,
  { callId, answers }: { readonly callId: string; readonly answers: readonly ScoreAnswer[] },
): Promise<Result<Calibration>> {
  const { orgId, userId, name } = person;
  const subject = { action: 'ScoreCall', callId } as const;
  const call = await callFor(deps, person, callId);
  if (!call)
    return refuseAudited(deps, person, { attempt: subject, why: refusal('call_not_found') });
  if (await deps.isRepUnnotified(orgId, call.rep))
    return refuseAudited(deps, person, { attempt: subject, why: refusal('rep_not_notified') });
  const card = await deps.scorecards.of(orgId);
  const decided = decideCalibrationScore(call, userId, {
    items: itemsFor(card, undefined),
    answers,
    given: await deps.calibrations.of(orgId, callId),
    now: deps.clock.now(),
  });
  if ('refusal' in decided)
    return refuseAudited(deps, person, { attempt: subject, why: decided.refusal });
  const isFirst = await deps.calibrations.add(
    { orgId, callId },
    { scorer: { userId, name }, score: decided.score },
    actEntry(deps, person, {
      action: 'CallScored',
      callId,
      details: { percent: decided.score.percent, isCalibration: true },
    }),
  );
  if (!isFirst) return { refusal: refusal('debrief_given') };
  return { ok: await shown(deps, person, callId) };
}

async function callFor(
  { store, policies, clock }: CalibrationDeps,
  person: Person,
  callId: string,
): Promise<Call | undefined> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== person.orgId || !canBeCalibrated(call, person.userId))
    return undefined;
  return maySee(await policies.inForce(person.orgId), person, { call, now: clock.now() })
    ? call
    : undefined;
}

async function shown(
  { calibrations, scorecards }: CalibrationDeps,
  { orgId, userId }: Person,
  callId: string,
): Promise<Calibration> {
  const scores = shownTo(await calibrations.of(orgId, callId), userId);
  const spread = spreadOf(scores);
  return {
    items: itemsFor(await scorecards.of(orgId), undefined),
    scores,
    ...(spread && { spread }),
  };
}
