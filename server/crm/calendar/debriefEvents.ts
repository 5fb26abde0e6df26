import { isBookingOver } from '../../domain/supervision/debrief.ts';
import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type DebriefOfCall, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import type { CompositeGraphWriter, GraphNode } from '../writes/compositeGraphWriter.ts';
import { cut, relatedTo } from '../writes/interventionRecord.ts';
import type { Recipients } from '../writes/recipients.ts';
import { problemOr, withSurvivingRecords } from '../writes/repeatedWrites.ts';
import { existingEvents, invitationTo, MAX_SUBJECT, type ExistingEvent } from './events.ts';

/**
 * Writes a debrief as an event on the deal in the supervisor's calendar, and invites the rep.
 * Salesforce copies the event to the rep's calendar and keeps the copy up to date. The customer is
 * not invited. Where one of the two closed the debrief alone before its time, the event stays, is
 * named so, and does not take up time. An event is looked up by its key before it is written, so a repeat moves it and
 * invites nobody twice.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-eventrelation.html
 */
export const createDebriefEvents =
  (
    crm: CrmConnection,
    {
      writer,
      recipients,
    }: { readonly writer: CompositeGraphWriter; readonly recipients: Recipients },
  ) =>
  (bookings: readonly DebriefOfCall[]): Promise<WriteResult[]> =>
    withSurvivingRecords(crm, bookings, async (some) => {
      const read = await problemOr(
        Promise.all([
          existingEvents(crm, {
            owners: some.map(({ debrief }) => debrief.supervisor.userId),
            keys: some.map(({ debrief }) => eventKey(debrief)),
          }),
          recipients.read(some.map(({ debrief }) => debrief.supervisor.userId)),
        ]),
      );
      if (read instanceof CrmProblem) return some.map(() => read);
      const [events, { users }] = read;
      return Promise.all(
        some.map(async ({ call, debrief }): Promise<WriteResult> => {
          const nodes = nodesOf(
            { call, debrief },
            events.get(eventKey(debrief)),
            users.get(debrief.supervisor.userId)?.locale,
          );
          if (nodes.length === 0) return undefined;
          const saved = await problemOr(
            writer.save(nodes, call.opportunity?.opportunityId ?? call.customer.accountId),
          );
          return saved instanceof CrmProblem ? saved : undefined;
        }),
      );
    });

function nodesOf(
  { call, debrief }: DebriefOfCall,
  found: ExistingEvent | undefined,
  locale: string | undefined,
): GraphNode[] {
  const { booking } = debrief.progress;
  const isCanceled = isBookingOver(debrief);
  if (!booking || (isCanceled && !found)) return [];
  const { debriefEvent } = TEXTS[languageOf(locale)];
  const values = {
    rep: debrief.rep.name,
    supervisor: debrief.supervisor.name,
    customer: call.customer.name,
  };
  const times = { StartDateTime: booking.startsAt, EndDateTime: booking.endsAt };
  const subject = cut(fill(debriefEvent.subject, values), MAX_SUBJECT);
  const event: GraphNode = found
    ? {
        method: 'PATCH',
        referenceId: 'event',
        url: `${SOBJECTS}/Event/${found.eventId}`,
        body: {
          ...times,
          ...(isCanceled && {
            Subject: cut(fill(debriefEvent.canceled, { subject }), MAX_SUBJECT),
            ShowAs: 'Free',
          }),
        },
      }
    : {
        method: 'POST',
        referenceId: 'event',
        url: `${SOBJECTS}/Event`,
        body: {
          ...times,
          WhatId: relatedTo(call).WhatId,
          OwnerId: debrief.supervisor.userId,
          Subject: subject,
          Description: fill(debriefEvent.guide, values),
          Dealside_Key__c: eventKey(debrief),
          ...(debrief.source.kind === 'intervention' && {
            Intervention_Id__c: debrief.source.interventionId,
          }),
        },
      };
  return isCanceled || found?.invited.has(debrief.rep.userId)
    ? [event]
    : [event, invitationTo(found, debrief.rep.userId)];
}

const eventKey = ({ debriefId }: { readonly debriefId: string }): string => `${debriefId}:debrief`;
