import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { debriefRecordMessage, debriefUnbookedMessage } from '../../domain/outbox/debriefs.ts';
import {
  decideClose,
  decideCloseAlone,
  holderOf,
  isBookingOver,
  otherOf,
  type Debrief,
  type DebriefDecision,
  type DebriefNotes,
} from '../../domain/supervision/debrief.ts';
import type { Debriefs, Directory } from '../../ports/index.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';
import { changeDebrief, subjectOf, type ChangeDebriefDeps } from './changeDebrief.ts';

export interface CloseDebriefDeps extends ChangeDebriefDeps {
  readonly debriefs: Pick<Debriefs, 'find' | 'change'>;
  readonly directory: Pick<Directory, 'refresh' | 'person'>;
}

/** The supervisor closes a debrief that was held. In the CRM its tasks are closed, too. */
export const closeDebrief = (
  deps: ChangeDebriefDeps,
  person: Person,
  { debriefId, notes }: { readonly debriefId: string; readonly notes?: DebriefNotes },
): Promise<Result<Debrief>> =>
  close(deps, person, {
    debriefId,
    decide: (debrief) =>
      decideClose(debrief, person, { ...(notes && { notes }), now: deps.clock.now() }),
  });

/**
 * One of the two closes a debrief alone, because the other has left the org. Asks the CRM about the
 * other first: throws CrmUnavailable where it does not answer.
 */
export async function closeDebriefAlone(
  deps: CloseDebriefDeps,
  person: Person,
  { debriefId, reason }: { readonly debriefId: string; readonly reason: string },
): Promise<Result<Debrief>> {
  const debrief = await deps.debriefs.find(person.orgId, debriefId);
  const by = debrief && holderOf(debrief, person.userId);
  if (!by)
    return refuseAudited(deps, person, {
      attempt: {
        action: 'CloseDebrief',
        ...(debrief ? subjectOf(debrief) : { interventionId: debriefId }),
      },
      why: refusal('debrief_not_found'),
    });
  const hasLeft = await hasPersonLeft(deps, person.orgId, otherOf(debrief, by).userId);
  return close(deps, person, {
    debriefId,
    decide: (now) => decideCloseAlone(now, person, { reason, hasLeft, now: deps.clock.now() }),
  });
}

/** Whether the org no longer has this person, or has them as inactive. Throws CrmUnavailable. */
async function hasPersonLeft(
  { directory }: Pick<CloseDebriefDeps, 'directory'>,
  orgId: string,
  userId: string,
): Promise<boolean> {
  await directory.refresh(orgId, userId);
  return (await directory.person(orgId, userId))?.active !== true;
}

const close = (
  deps: ChangeDebriefDeps,
  person: Person,
  {
    debriefId,
    decide,
  }: { readonly debriefId: string; readonly decide: (debrief: Debrief) => DebriefDecision },
): Promise<Result<Debrief>> => {
  /** Closed again, it stays as it was, and is written to the CRM again, at most once a minute. */
  let isAgain = false;
  return changeDebrief(deps, person, {
    debriefId,
    attempt: 'CloseDebrief',
    decide(debrief) {
      const decided = decide(debrief);
      if ('refusal' in decided) return decided;
      isAgain = decided.progress === debrief.progress;
      const minute = deps.clock.now().slice(0, 'YYYY-MM-DDThh:mm'.length);
      return {
        ...decided,
        messages: [
          debriefRecordMessage(debrief, isAgain ? `closed:${minute}` : 'closed'),
          ...(!isAgain && isBookingOver(decided) ? [debriefUnbookedMessage(debrief)] : []),
        ],
      };
    },
    act(after) {
      if (isAgain) return undefined;
      const { closedAlone } = after.progress;
      return {
        action: 'DebriefClosed',
        ...(closedAlone && {
          details: { alone: closedAlone.by },
          personal: [
            {
              name: 'debrief.closedAlone',
              value: closedAlone.reason,
              subjects: [`user:${after.rep.userId}`, `user:${after.supervisor.userId}`] as const,
            },
          ],
        }),
      };
    },
  });
};
