import type { Person } from '../domain/people.ts';
import { decideStart } from '../domain/supervise.ts';
import type { Policies, ProofSource, Store } from '../ports.ts';
import { actorOf, decideOn, type Recording } from './decideOn.ts';
import { JOIN_REQUEST, measure, type Measuring } from './measure.ts';
import { idFrom, withIntervention, type Supervised } from './onIntervention.ts';

export interface Starting extends Recording, Measuring {
  readonly policies: Policies;
  readonly proofs: ProofSource;
  readonly store: Pick<Store, 'changeCall' | 'recordAudit' | 'findCalls'>;
}

export interface StartRequest {
  readonly callId: string;
  readonly requestId: string;
  /** Listening unseen, where a covert rule allows it. */
  readonly covert?: boolean;
  /** From the click until the request was sent, as the browser measured it. */
  readonly sinceClickMs?: number;
}

/** Puts a supervisor on a call, in monitor. The same request answers the same intervention. */
export async function startIntervention(deps: Starting, person: Person, { callId, requestId, covert, sinceClickMs }: StartRequest): Promise<Supervised> {
  const [policy, proofs, supervised] = await Promise.all([
    deps.policies.inForce(person.orgId),
    deps.proofs.of(person),
    deps.store.findCalls({ orgId: person.orgId, supervisedBy: person.userId, status: ['live'] }),
  ]);
  const runningElsewhere = supervised.filter((call) => call.callId !== callId).length;
  const interventionId = idFrom(person.orgId, person.userId, callId, requestId);
  const subject = { orgId: person.orgId, callId, interventionId, action: 'StartIntervention', actor: actorOf(person) };
  const decided = await decideOn(deps, subject, (call, now) => decideStart(call, { interventionId, supervisor: person, policy, covert, runningElsewhere, proofs }, now));
  const started = withIntervention(decided, interventionId);
  if ('ok' in started) {
    const { requestedAt } = started.ok.intervention;
    measure(deps, (ledger) => ledger.asked({ orgId: person.orgId, interventionId, requestId: JOIN_REQUEST, kind: 'join', mode: 'monitor', requestedAt, sinceClickMs }));
  }
  return started;
}
