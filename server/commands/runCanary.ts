import { auditAct, type Actor } from '../domain/audit/entries.ts';
import { canaryCall, judge, LEGS, PHASES, told, type CanaryVerdict, type Heard, type Phase } from '../domain/canary.ts';
import type { PartyRole } from '../domain/modes.ts';
import type { Person } from '../domain/people.ts';
import { refusal } from '../domain/refusals.ts';
import { switchSteps } from '../domain/switchSteps.ts';
import { CarrierProblem, type CanaryRooms, type CanaryRuns, type Clock, type ConferenceControl, type Ids, type Log, type Store } from '../ports.ts';
import { refuseAudited } from './auditing.ts';
import { actorOf, type Result } from './decideOn.ts';
import { take } from './takeSteps.ts';

export interface Canaries {
  readonly rooms: CanaryRooms;
  readonly runs: CanaryRuns;
  readonly control: ConferenceControl;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The orgs whose supervisors are heard through this carrier: the audit of each tells of the runs. */
  readonly orgIds: readonly string[];
  /** Told of every verdict, once it is kept. */
  readonly onVerdict: (verdict: CanaryVerdict) => void;
}

export interface CanaryRequest {
  readonly actor: Actor;
  /** Nothing is run when another run began within this time. */
  readonly notWithinMs: number;
}

/**
 * Goes through every mode on a call of Dealside's own and keeps the verdict. Answers the run's id, or
 * undefined when another run is too recent; the verdict comes later.
 */
export async function startCanary(deps: Canaries, request: CanaryRequest): Promise<{ runId: string; verdict: Promise<CanaryVerdict> } | undefined> {
  const runId = deps.ids.next();
  const begun = await deps.runs.begin({ runId, startedAt: deps.clock.now(), notWithinMs: request.notWithinMs });
  return begun ? { runId, verdict: conclude(deps, runId, request) } : undefined;
}

const ON_DEMAND_PAUSE_MS = 30_000;

/** An administrator wants to know now. */
export async function runOnDemand(deps: Canaries, admin: Person): Promise<Result<{ runId: string }>> {
  const started = await startCanary(deps, { actor: actorOf(admin), notWithinMs: ON_DEMAND_PAUSE_MS });
  return started ? { ok: { runId: started.runId } } : refuseAudited(deps, admin, { action: 'RunCanary' }, refusal('canary_too_soon'));
}

async function conclude(deps: Canaries, runId: string, { actor }: CanaryRequest): Promise<CanaryVerdict> {
  const verdict = await heardTwice(deps, runId).catch((problem: unknown): CanaryVerdict => ({
    status: 'not_run', problem: problem instanceof CarrierProblem ? problem.message : String(problem),
  }));
  await deps.runs.conclude(runId, verdict, deps.clock.now());
  const sentences = verdict.status === 'failed' ? verdict.findings.map(told) : [];
  await deps.store.recordAudit(deps.orgIds.map((orgId) => auditAct(
    { orgId, at: deps.clock.now(), action: 'CanaryRun', details: { runId, verdict: verdict.status, findings: sentences } },
    { actor, nextId: () => deps.ids.next() },
  )));
  if (verdict.status === 'failed') deps.log.error({ runId, findings: sentences, alert: 'canary_failed' }, 'the canary heard what it must not, or did not hear what it must: whisper, barge and takeover are off');
  if (verdict.status === 'not_run') deps.log.warn({ runId, problem: verdict.problem }, 'the canary could not be run');
  deps.onVerdict(verdict);
  return verdict;
}

/** What one run finds may be a disturbance of the line; what the next run finds again is the carrier's doing. */
async function heardTwice(deps: Canaries, runId: string): Promise<CanaryVerdict> {
  const first = await listenThrough(deps, runId);
  if (first.status !== 'failed') return first;
  const second = await listenThrough(deps, runId);
  if (second.status !== 'failed') return second;
  const again = second.findings.filter((finding) => first.findings.some((one) => told(one) === told(finding)));
  return again.length === 0 ? { status: 'passed' } : { status: 'failed', findings: again };
}

async function listenThrough({ rooms, runs, control, clock }: Canaries, runId: string): Promise<CanaryVerdict> {
  const room = await rooms.open(runId);
  try {
    const phases: Phase[] = [];
    let mode = PHASES[0]!;
    for (const [index, next] of PHASES.entries()) {
      const { call, intervention } = canaryCall(runId, room.conferenceSid, room.callSids, mode, clock.now());
      // Nobody else acts in this room: there is no turn to wait for.
      for (const step of switchSteps(call, intervention, next, { repAfter: 'listens' })) await take(control, room.conferenceSid, step);
      mode = next;
      phases.push({ mode, ...(await room.listen()) });
      await runs.progress(runId, (index + 1) / PHASES.length);
    }
    const findings = judge(phases, pairs(room.heard()));
    return findings.length === 0 ? { status: 'passed' } : { status: 'failed', findings };
  } finally {
    await room.close();
  }
}

/** Every listener with every other speaker; a pair that was never measured stays empty and is a finding. */
function pairs(heard: readonly Heard[]): Heard[] {
  const find = (listener: PartyRole, speaker: PartyRole) => heard.find((one) => one.listener === listener && one.speaker === speaker);
  return LEGS.flatMap((listener) => LEGS.filter((speaker) => speaker !== listener)
    .map((speaker) => find(listener, speaker) ?? { listener, speaker, windows: [] }));
}
