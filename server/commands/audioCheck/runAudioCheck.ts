import { addedDelays } from '../../domain/audioCheck/addedDelay.ts';
import {
  audioCheckCall,
  judgeLevels,
  AUDIO_CHECK_ROLES,
  AUDIO_CHECK_MODES,
  describeFinding,
  type AudioCheckVerdict,
  type HeardLevels,
  type ModePhase,
} from '../../domain/audioCheck/audioCheck.ts';
import { ALONE_TIMES } from '../../domain/audioCheck/timeLimits.ts';
import { auditAct, type Actor } from '../../domain/audit/entries.ts';
import type { PartyRole } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { switchSteps } from '../../domain/carrier/switchSteps.ts';
import {
  CarrierProblem,
  type AudioCheckRooms,
  type AudioCheckRuns,
  type Clock,
  type ConferenceControl,
  type Ids,
  type Log,
  type Store,
} from '../../ports/index.ts';
import { applyStep } from '../carrier/runSteps.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface AudioCheckDeps {
  readonly rooms: AudioCheckRooms;
  readonly runs: AudioCheckRuns;
  readonly control: ConferenceControl;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** How long a run takes at most, by its settings. */
  readonly runLimitMs: number;
  /** The orgs whose calls go through this carrier: each run is in the audit of each of them. */
  readonly orgIds: readonly string[];
  /** Called with every run that begins; resolves when its verdict is written. */
  readonly onBegun: (verdict: Promise<AudioCheckVerdict>) => void;
  /** Called with every verdict, after it was written. */
  readonly onVerdict: (verdict: AudioCheckVerdict) => void;
}

export interface AudioCheckRequest {
  readonly actor: Actor;
  /** No run begins within this time of another one. */
  readonly notWithinMs: number;
}

/**
 * Goes through every mode on a test call of Dealside's own and writes the verdict. Returns the
 * run's id at once, and the verdict as a promise; undefined when another run began too recently.
 */
export async function startAudioCheck(
  deps: AudioCheckDeps,
  request: AudioCheckRequest,
): Promise<{ runId: string; verdict: Promise<AudioCheckVerdict> } | undefined> {
  const runId = deps.ids.next();
  const begun = await deps.runs.begin({
    runId,
    startedAt: deps.clock.now(),
    notWithinMs: request.notWithinMs,
    runLimitMs: deps.runLimitMs,
  });
  if (!begun) return undefined;
  const verdict = conclude(deps, runId, request);
  deps.onBegun(verdict);
  return { runId, verdict };
}

const ON_DEMAND_PAUSE_MS = 30_000;

/** Runs the audio check at once, for an administrator. */
export async function runAudioCheckNow(
  deps: AudioCheckDeps,
  admin: Person,
): Promise<Result<{ runId: string }>> {
  const started = await startAudioCheck(deps, {
    actor: actorOf(admin),
    notWithinMs: ON_DEMAND_PAUSE_MS,
  });
  return started
    ? { ok: { runId: started.runId } }
    : refuseAudited(deps, admin, {
        attempt: { action: 'RunAudioCheck' },
        why: refusal('audio_check_too_soon'),
      });
}

async function conclude(
  deps: AudioCheckDeps,
  runId: string,
  { actor }: AudioCheckRequest,
): Promise<AudioCheckVerdict> {
  const verdict = await confirmFindings(deps, runId).catch(
    (problem: unknown): AudioCheckVerdict => ({
      status: 'not_run',
      problem: problem instanceof CarrierProblem ? problem.message : String(problem),
    }),
  );
  await deps.runs.conclude(runId, verdict, deps.clock.now());
  const sentences =
    verdict.status === 'failed' ? verdict.findings.map((finding) => describeFinding(finding)) : [];
  await deps.store.recordAudit(
    deps.orgIds.map((orgId) =>
      auditAct(
        {
          orgId,
          at: deps.clock.now(),
          action: 'AudioCheckRun',
          details: { runId, verdict: verdict.status, findings: sentences },
        },
        { actor, nextId: () => deps.ids.next() },
      ),
    ),
  );
  if (verdict.status === 'failed') await warnOfFailure(deps, runId, sentences);
  if (verdict.status === 'not_run')
    deps.log.warn({ runId, problem: verdict.problem }, 'audio check not run');
  deps.onVerdict(verdict);
  return verdict;
}

async function warnOfFailure(
  { runs, log }: AudioCheckDeps,
  runId: string,
  findings: readonly string[],
): Promise<void> {
  const isOff = (await runs.carrierHealth()).status === 'unhealthy';
  log.error(
    { runId, findings, alert: isOff ? 'audio_check_failed' : 'audio_check_doubtful' },
    isOff
      ? 'audio check failed: whisper, barge and takeover are off'
      : 'audio check failed and has never passed at this account: nothing is turned off',
  );
}

/** A finding may be a disturbance of the line. Only what a second pass finds again counts. */
async function confirmFindings(deps: AudioCheckDeps, runId: string): Promise<AudioCheckVerdict> {
  const first = await checkEveryMode(deps, runId);
  if (first.status !== 'failed') return first;
  const second = await checkEveryMode(deps, runId);
  if (second.status !== 'failed') return second;
  const again = second.findings.filter((finding) =>
    first.findings.some((one) => describeFinding(one) === describeFinding(finding)),
  );
  return again.length === 0
    ? { status: 'passed', addedDelay: second.addedDelay }
    : { ...second, findings: again };
}

async function checkEveryMode(
  { rooms, runs, control, clock }: AudioCheckDeps,
  runId: string,
): Promise<AudioCheckVerdict> {
  const room = await rooms.open(runId);
  try {
    const alone = await room.listen(ALONE_TIMES);
    const connectionIds = await room.admitSupervisor();
    const phases: ModePhase[] = [];
    let mode = AUDIO_CHECK_MODES[0]!;
    for (const [index, next] of AUDIO_CHECK_MODES.entries()) {
      const { call, intervention } = audioCheckCall({
        runId,
        conferenceId: room.conferenceId,
        connectionIds,
        mode,
        now: clock.now(),
      });
      // Only the audio check acts in this conference, so no lock is needed.
      for (const step of switchSteps(call, intervention, next, { repAfter: 'listens' }))
        await applyStep(control, room.conferenceId, step);
      mode = next;
      phases.push({ mode, ...(await room.listen()) });
      await runs.progress(runId, (index + 1) / AUDIO_CHECK_MODES.length);
    }
    const { levels, ...markers } = await room.heard();
    const findings = judgeLevels(phases, pairs(levels));
    const addedDelay = addedDelays(alone, phases, markers);
    return findings.length === 0
      ? { status: 'passed', addedDelay }
      : { status: 'failed', findings, addedDelay };
  } finally {
    await room.close();
  }
}

/**
 * Every listener with every other speaker; a pair that was never measured is empty, which is a
 * finding.
 */
function pairs(heard: readonly HeardLevels[]): HeardLevels[] {
  const find = (listener: PartyRole, speaker: PartyRole) =>
    heard.find((one) => one.listener === listener && one.speaker === speaker);
  return AUDIO_CHECK_ROLES.flatMap((listener) =>
    AUDIO_CHECK_ROLES.filter((speaker) => speaker !== listener).map(
      (speaker) => find(listener, speaker) ?? { listener, speaker, windows: [] },
    ),
  );
}
