import { auditEvents } from '../../domain/audit/entries.ts';
import { repOnCall, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { chooseLanguage } from '../../domain/notices/language.ts';
import { scenarioOf } from '../../domain/practice/scenarios.ts';
import { fill, TEXTS } from '../../domain/texts/texts.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { refuseBusyRep, ringOwnDevice, type RepCallDeps } from './repIsFree.ts';

export type PlacePracticeDeps = RepCallDeps;

export interface PlacePractice {
  readonly requestId: string;
  readonly scenario: string;
}

/**
 * Sets up a practice call of a rep, in the rep's language: the softphone connects, and the scripted
 * customer answers once the rep is there. No number is dialed, so the checks and limits of dialing
 * do not apply, nothing is recorded, and no law asks for a disclosure.
 */
export async function placePractice(
  deps: PlacePracticeDeps,
  rep: Person,
  { requestId, scenario: code }: PlacePractice,
): Promise<Result<Call>> {
  const callId = idFrom(rep.orgId, rep.userId, requestId);
  const refused = (why: Refusal): Promise<Result<Call>> =>
    refuseAudited(deps, rep, { attempt: { action: 'PlacePractice', callId }, why });
  if (!rep.active) return refused(refusal('user_inactive'));
  if (!rep.roles.includes('rep')) return refused(refusal('not_a_rep'));
  const repeated = await deps.store.loadCall(callId);
  if (repeated) return { ok: repeated };
  const scenario = scenarioOf(code);
  if (!scenario) return refused(refusal('invalid_request', { field: 'scenario' }));
  const busy = await refuseBusyRep(deps, rep, {});
  if (busy) return refused(busy);

  const now = deps.clock.now();
  const language = chooseLanguage({ rep: rep.locale });
  const call: Call = {
    orgId: rep.orgId,
    callId,
    direction: 'outbound',
    purpose: { kind: 'practice', scenario: code, language: language.toRep },
    status: 'ringing',
    startedAt: now,
    rep: repOnCall(rep),
    customer: {
      name: fill(TEXTS[language.toRep].practice.customer, {
        scenario: scenario.title[language.toRep],
      }),
    },
    participants: [],
    interventions: [],
    notices: [],
    recordings: [],
    announcements: [],
    opensWithDisclosure: false,
    language,
  };
  const placed: CallEvent = { type: 'CallPlaced', call, at: now };
  await deps.store.createCall(
    call,
    auditEvents(call, [placed], { actor: actorOf(rep), nextId: () => deps.ids.next() }),
    [],
  );
  await ringOwnDevice(deps, rep, { callId });
  return { ok: (await deps.store.loadCall(callId)) ?? call };
}
