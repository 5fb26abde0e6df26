import type { ActAction, AttemptAction } from '../../domain/audit/actions.ts';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { OutboxMessage } from '../../domain/outbox/message.ts';
import type { Debrief, DebriefDecision } from '../../domain/supervision/debrief.ts';
import type { Debriefs } from '../../ports/index.ts';
import { actEntry, refuseAudited, type AuditDeps } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface ChangeDebriefDeps extends AuditDeps {
  readonly debriefs: Pick<Debriefs, 'change'>;
}

interface DebriefAct {
  readonly debriefId: string;
  /** On the audit if it is refused. */
  readonly attempt: AttemptAction;
  readonly decide: (
    debrief: Debrief,
  ) => DebriefDecision & { readonly messages?: readonly OutboxMessage[] };
  /** What is on the audit if it is done; nothing where it changed nothing. */
  readonly act: (
    after: Debrief,
  ) =>
    | ({ readonly action: ActAction } & Partial<Pick<AuditEntry, 'details' | 'personal'>>)
    | undefined;
}

/** One act of one of the two on a debrief, with its messages and its audit entry. */
export async function changeDebrief(
  deps: ChangeDebriefDeps,
  person: Person,
  { debriefId, attempt, decide, act }: DebriefAct,
): Promise<Result<Debrief>> {
  let subject: Subject = { interventionId: debriefId };
  const changed = await deps.debriefs.change(person.orgId, debriefId, {
    decide(debrief) {
      subject = subjectOf(debrief);
      return decide(debrief);
    },
    auditOf(after) {
      const done = act(after);
      return done ? [actEntry(deps, person, about(subjectOf(after), done))] : [];
    },
  });
  const outcome = changed ?? { refusal: refusal('debrief_not_found') };
  return 'refusal' in outcome
    ? refuseAudited(deps, person, {
        attempt: about(subject, { action: attempt }),
        why: outcome.refusal,
      })
    : { ok: outcome.ok };
}

type Subject = Partial<Pick<AuditEntry, 'callId' | 'interventionId' | 'details'>>;

/** What an audit entry about a debrief names: its intervention, or else its call. */
export const subjectOf = ({ source, debriefId, callId }: Debrief): Subject =>
  source.kind === 'intervention'
    ? { interventionId: source.interventionId }
    : { callId, details: { debriefId } };

/** What is on the audit, with what it is about. */
function about<Named extends object>(subject: Subject, named: Named & Pick<Subject, 'details'>) {
  const details = { ...subject.details, ...named.details };
  return { ...subject, ...named, ...(Object.keys(details).length > 0 && { details }) };
}
