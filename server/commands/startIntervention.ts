import type { Person } from '../domain/people.ts';
import { decideStart } from '../domain/supervise.ts';
import { actorOf, decideOn, type Recording } from './decideOn.ts';
import { idFrom, withIntervention, type Supervised } from './onIntervention.ts';

/** Puts a supervisor on a call, in monitor. The same request answers the same intervention. */
export async function startIntervention(deps: Recording, person: Person, { callId, requestId }: { callId: string; requestId: string }): Promise<Supervised> {
  const interventionId = idFrom(person.orgId, person.userId, callId, requestId);
  const subject = { orgId: person.orgId, callId, interventionId, action: 'StartIntervention', actor: actorOf(person) };
  const decided = await decideOn(deps, subject, (call, now) => decideStart(call, { interventionId, supervisor: person }, now));
  return withIntervention(decided, interventionId);
}
