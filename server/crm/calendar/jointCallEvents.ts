import { JOINT_CALL_MINUTES } from '../../domain/call/jointCall.ts';
import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type JointCallEntry, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import type { CompositeGraphWriter, GraphNode } from '../writes/compositeGraphWriter.ts';
import { isAboutDeleted } from '../writes/deletedRecords.ts';
import { cut } from '../writes/interventionRecord.ts';
import type { Recipients } from '../writes/recipients.ts';
import { problemOr } from '../writes/repeatedWrites.ts';
import { existingEvents, invitationTo, MAX_SUBJECT, type ExistingEvent } from './events.ts';

/**
 * Writes a planned call as an event on its deal in the supervisor's calendar, and invites the rep.
 * A call that was called off stays on the deal's timeline, is named so, and does not take up time.
 */
export const createJointCallEvents =
  (
    crm: CrmConnection,
    {
      writer,
      recipients,
    }: { readonly writer: CompositeGraphWriter; readonly recipients: Recipients },
  ) =>
  async (entries: readonly JointCallEntry[]): Promise<WriteResult[]> => {
    const owners = entries.map(({ jointCall }) => jointCall.supervisorUserId);
    const read = await problemOr(
      Promise.all([
        existingEvents(crm, { owners, keys: entries.map(eventKey) }),
        recipients.read(owners),
      ]),
    );
    if (read instanceof CrmProblem) return entries.map(() => read);
    const [events, { users }] = read;
    const save = async (entry: JointCallEntry): Promise<WriteResult> => {
      const nodes = nodesOf(
        entry,
        events.get(eventKey(entry)),
        users.get(entry.jointCall.supervisorUserId)?.locale,
      );
      if (nodes.length === 0) return undefined;
      const saved = await problemOr(writer.save(nodes, entry.jointCall.opportunityId));
      return saved instanceof CrmProblem ? saved : undefined;
    };
    return Promise.all(
      entries.map(async (entry) => {
        const result = await save(entry);
        return isAboutDeleted(result) ? save(withoutDeal(entry)) : result;
      }),
    );
  };

/** The deal may have been deleted since. */
function withoutDeal(entry: JointCallEntry): JointCallEntry {
  const { opportunityId: _deleted, ...jointCall } = entry.jointCall;
  return { ...entry, jointCall };
}

function nodesOf(
  entry: JointCallEntry,
  found: ExistingEvent | undefined,
  locale: string | undefined,
): GraphNode[] {
  const { jointCall, rep, supervisor } = entry;
  const { jointCallEvent } = TEXTS[languageOf(locale)];
  const isCanceled = jointCall.status === 'cancelled';
  if (isCanceled && !found) return [];
  const begins = Date.parse(jointCall.startsAt);
  const now = {
    StartDateTime: new Date(begins).toISOString(),
    EndDateTime: new Date(begins + JOINT_CALL_MINUTES * 60_000).toISOString(),
    Subject: cut(
      fill(isCanceled ? jointCallEvent.canceled : jointCallEvent.subject, { rep, supervisor }),
      MAX_SUBJECT,
    ),
    ShowAs: isCanceled ? 'Free' : 'Busy',
  };
  const event: GraphNode = found
    ? {
        method: 'PATCH',
        referenceId: 'event',
        url: `${SOBJECTS}/Event/${found.eventId}`,
        body: now,
      }
    : {
        method: 'POST',
        referenceId: 'event',
        url: `${SOBJECTS}/Event`,
        body: {
          ...now,
          WhatId: jointCall.opportunityId,
          OwnerId: jointCall.supervisorUserId,
          Description: fill(jointCallEvent.description, { rep, supervisor }),
          Dealside_Key__c: eventKey(entry),
        },
      };
  const isInvited = isCanceled || found?.invited.has(jointCall.repUserId) === true;
  return isInvited ? [event] : [event, invitationTo(found, jointCall.repUserId)];
}

const eventKey = ({ jointCall }: JointCallEntry): string => `${jointCall.jointCallId}:joint`;
