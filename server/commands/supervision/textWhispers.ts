import { interventionOf, type Call } from '../../domain/call/call.ts';
import { isCovert } from '../../domain/call/covert.ts';
import type { TextWhisper } from '../../domain/call/helpRequest.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  decideTextReply,
  decideTextWhisper,
  decideTextWhisperSeen,
  readsTextWhisper,
} from '../../domain/supervision/textWhispers.ts';
import type { CoachingRulesSource, Policies, Store } from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';

export interface TextWhisperDeps extends DecideOnDeps {
  readonly store: DecideOnDeps['store'] & Pick<Store, 'findCallByIntervention'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly coachingRules: CoachingRulesSource;
}

export interface TextWhisperInput {
  readonly callId: string;
  readonly requestId: string;
  readonly text: string;
  /** On a supervisor's text: it praises the rep. */
  readonly isPraise?: boolean;
  /** On a rep's text: the supervisor it is for; by default the one who joined last. */
  readonly interventionId?: string;
}

/**
 * A line between the rep of a call and a supervisor who is on it (G43). The same request is written
 * once.
 */
export async function sendTextWhisper(
  deps: TextWhisperDeps,
  person: Person,
  { callId, requestId, ...line }: TextWhisperInput,
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(person.orgId);
  const textWhisperId = idFrom(person.orgId, person.userId, callId, requestId);
  const subject = { orgId: person.orgId, callId, actor: actorOf(person) };
  return callAfter(
    await decideOn(deps, { ...subject, action: 'SendTextWhisper' }, (call, now) =>
      call.rep.userId === person.userId
        ? decideTextReply(
            call,
            {
              textWhisperId,
              rep: person,
              text: line.text,
              interventionId: line.interventionId ?? lastSupervisor(call) ?? '',
            },
            now,
          )
        : decideTextWhisper(call, { ...line, textWhisperId, supervisor: person, policy }, now),
    ),
  );
}

const lastSupervisor = ({ interventions }: Call): string | undefined =>
  interventions.findLast((one) => one.status === 'active' && !isCovert(one))?.interventionId;

/** Marks a text as read by the person it was written to. */
export async function markTextWhisperSeen(
  deps: DecideOnDeps,
  person: Person,
  { callId, textWhisperId }: { readonly callId: string; readonly textWhisperId: string },
): Promise<Result<Call>> {
  const subject = { orgId: person.orgId, callId, actor: actorOf(person) };
  return callAfter(
    await decideOn(deps, { ...subject, action: 'MarkTextWhisperSeen' }, (call, now) =>
      decideTextWhisperSeen(call, { person, textWhisperId }, now),
    ),
  );
}

/**
 * The lines of an intervention that this person wrote or got, also afterwards. Administrators read
 * all of them where the org allows it, and the audit says so.
 */
export async function readTextWhispers(
  deps: TextWhisperDeps,
  person: Person,
  { interventionId }: { readonly interventionId: string },
): Promise<Result<readonly TextWhisper[]>> {
  const call = await deps.store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  const unknown = refusal('intervention_not_found');
  if (!call || call.orgId !== person.orgId || !intervention) return { refusal: unknown };
  const lines = (call.textWhispers ?? []).filter((one) => one.interventionId === interventionId);
  const own = lines.filter((line) => readsTextWhisper(call, line, person.userId));
  const isParty =
    own.length > 0 ||
    intervention.supervisor.userId === person.userId ||
    call.rep.userId === person.userId;
  if (isParty) return { ok: own };
  const mayAudit =
    person.roles.includes('admin') && deps.coachingRules.of(person.orgId).auditorsReadTexts;
  if (!mayAudit)
    return refuseAudited(deps, person, {
      attempt: { action: 'ReadTextWhispers', interventionId },
      why: unknown,
    });
  await deps.store.recordAudit([
    actEntry(deps, person, {
      action: 'TextWhispersRead',
      call,
      interventionId,
      details: { lines: lines.length },
    }),
  ]);
  return { ok: lines };
}
