import { setImmediate } from 'node:timers/promises';
import { auditAct } from '../../domain/audit/entries.ts';
import { repOnCall, type RepOnCall } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { PastCall } from '../../domain/policy/pastCall.ts';
import { simulate, type SimulationAnswer } from '../../domain/policy/simulate.ts';
import type { SimulationResult } from '../../domain/policy/simulationResult.ts';
import {
  CrmUnavailable,
  type CallCursor,
  type Clock,
  type ConsentSource,
  type Directory,
  type Ids,
  type Log,
  type PastCalls,
  type Period,
  type Roster,
  type SimulationRequest,
  type SimulationRun,
  type Simulations,
  type Store,
} from '../../ports/index.ts';
import { presentRun } from '../jobs/lostRun.ts';
import { actorOf } from '../transact/actor.ts';
import type { Result } from '../transact/result.ts';

export interface SimulatePolicyDeps {
  readonly pastCalls: PastCalls;
  readonly simulations: Simulations;
  readonly roster: Roster;
  readonly directory: Directory;
  readonly consent: ConsentSource;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/** Calls per page: a few milliseconds of work, so that other requests are not held up. */
const PAGE = 200;
const NOTE_EVERY_MS = 400;

/** The simulated policy's assumptions about consent, in place of the settings on file. */
export interface Assumption {
  readonly disclosedElsewhere?: boolean;
  readonly legitimateInterestOnFile?: boolean;
}

type SimulationInput = Pick<SimulationRequest, 'before' | 'after' | 'from' | 'to'> & {
  readonly assume?: Assumption;
};

/** The settings on file, with the assumptions in their place. */
export function assuming(
  { legitimateInterest, ...onFile }: ConsentSettings,
  { disclosedElsewhere, legitimateInterestOnFile }: Assumption,
): ConsentSettings {
  const interest = legitimateInterest ?? {
    document: 'assumed',
    owner: 'assumed',
    since: 'assumed',
  };
  const hasInterest = legitimateInterestOnFile ?? legitimateInterest !== undefined;
  return {
    ...onFile,
    disclosedElsewhere: disclosedElsewhere ?? onFile.disclosedElsewhere,
    ...(hasInterest && { legitimateInterest: interest }),
  };
}

/**
 * Begins to replay a period under two policies, and returns at once; the run says how far it has
 * come.
 */
export async function beginSimulation(
  deps: SimulatePolicyDeps,
  asker: Person,
  { assume, ...asked }: SimulationInput,
): Promise<Result<SimulationRun>> {
  const { clock, ids, simulations, pastCalls, store, log } = deps;
  const { orgId } = asker;
  const now = clock.now();
  if ((await simulations.list(orgId)).some((run) => presentRun(run, now).status === 'running'))
    return { refusal: refusal('simulation_running') };

  const onFile = await deps.consent.of(orgId);
  const request: SimulationRequest = {
    ...asked,
    consent: { before: onFile, after: assume ? assuming(onFile, assume) : onFile },
    simulationId: ids.next(),
    orgId,
    askedBy: asker.userId,
    askedAt: now,
  };
  await simulations.begin({ ...request, total: await pastCalls.count(request) });
  await store.recordAudit([
    auditAct(
      {
        orgId,
        at: now,
        action: 'PolicySimulated',
        details: {
          simulationId: request.simulationId,
          before: asked.before.version,
          after: asked.after.version,
          from: asked.from,
          to: asked.to,
          assume,
        },
      },
      { actor: actorOf(asker), nextId: () => ids.next() },
    ),
  ]);
  run(deps, request).catch(async (fault) => {
    log.error({ simulationId: request.simulationId, fault: String(fault) }, 'simulation failed');
    const problem =
      fault instanceof CrmUnavailable
        ? 'Salesforce did not say who uses Dealside. Try again in a moment.'
        : 'Something went wrong on our side. Try again.';
    await simulations.finish(request.simulationId, { problem }, clock.now()).catch(() => undefined);
  });
  return { ok: (await simulations.find(orgId, request.simulationId))! };
}

async function run(deps: SimulatePolicyDeps, request: SimulationRequest): Promise<void> {
  const { simulations, clock } = deps;
  const result = await replay(deps, request, (done) =>
    simulations.progress(request.simulationId, done, clock.now()),
  );
  if (result) await simulations.finish(request.simulationId, { result }, clock.now());
}

export type ReplayInput = Pick<SimulatePolicyDeps, 'pastCalls' | 'roster' | 'directory'>;
export type Replayed = Period & Omit<SimulationAnswer, 'people'>;

/**
 * Replays a period page by page; `onProgress` is called with how many calls are done, and ends it
 * by returning false.
 */
export async function replay(
  deps: ReplayInput,
  { before, after, consent, ...period }: Replayed,
  onProgress: (done: number) => Promise<boolean>,
): Promise<SimulationResult | undefined> {
  const people = await peopleOf(deps, period.orgId);
  const simulation = simulate({ before, after, consent, people });
  const fill = fillingIn(people);
  let [done, notedAt] = [0, performance.now()];
  for await (const calls of deps.pastCalls.pages(period, PAGE)) {
    simulation.add(calls.map(fill));
    done += calls.length;
    if (performance.now() - notedAt >= NOTE_EVERY_MS) {
      if (!(await onProgress(done))) return undefined;
      notedAt = performance.now();
    }
    await setImmediate();
  }
  return simulation.result();
}

/** The people who could have joined each call of a simulation, one page at a time. */
export async function callsOfSimulation(
  deps: ReplayInput,
  { before, after, consent, ...period }: Replayed,
  cursor?: CallCursor,
) {
  const people = await peopleOf(deps, period.orgId);
  const calls = await deps.pastCalls.page(period, PAGE, cursor);
  const last = calls.at(-1);
  return {
    calls: simulate({ before, after, consent, people }).lookAt(calls.map(fillingIn(people))),
    next:
      last && calls.length === PAGE
        ? { answeredAt: last.answeredAt, callId: last.callId }
        : undefined,
  };
}

async function peopleOf({ roster, directory }: ReplayInput, orgId: string): Promise<Person[]> {
  const found = await Promise.all(
    (await roster.userIds(orgId)).map((userId) => directory.person(orgId, userId)),
  );
  return found.filter((person) => person !== undefined);
}

/** Calls from before these facts were kept get today's. The managers of a rep were always kept. */
function fillingIn(people: readonly Person[]): (call: PastCall) => PastCall {
  const known = new Map(
    people.map((person): [string, RepOnCall] => [person.userId, repOnCall(person)]),
  );
  return (call) => {
    const today = call.rep.timeZone ? undefined : known.get(call.rep.userId);
    return today ? { ...call, rep: { ...today, ...call.rep, timeZone: today.timeZone } } : call;
  };
}
