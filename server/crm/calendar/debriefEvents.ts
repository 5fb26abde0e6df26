import { fill, languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { CrmProblem, type BookedDebrief, type WriteResult } from '../../ports/index.ts';
import { asList, SOBJECTS, type CrmConnection } from '../session/connection.ts';
import type { CompositeGraphWriter, GraphNode } from '../writes/compositeGraphWriter.ts';
import { inParts } from '../writes/inParts.ts';
import { cut, relatedTo } from '../writes/interventionRecord.ts';
import type { Recipients } from '../writes/recipients.ts';
import { problemOr, withSurvivingRecords } from '../writes/repeatedWrites.ts';

interface Found {
  readonly eventId: string;
  readonly invited: ReadonlySet<string>;
}

const MAX_SUBJECT = 255;

/**
 * Writes a debrief as an event on the deal in the supervisor's calendar, and invites the rep.
 * Salesforce copies the event to the rep's calendar and keeps the copy up to date. The customer is
 * not invited. An event is looked up by its key before it is written, so a repeat moves it and
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
  (bookings: readonly BookedDebrief[]): Promise<WriteResult[]> =>
    withSurvivingRecords(crm, bookings, async (some) => {
      const read = await problemOr(
        Promise.all([
          existingEvents(crm, some),
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
  { call, debrief }: BookedDebrief,
  found: Found | undefined,
  locale: string | undefined,
): GraphNode[] {
  const { booking } = debrief.progress;
  if (!booking) return [];
  const { debriefEvent } = TEXTS[languageOf(locale)];
  const values = {
    rep: debrief.rep.name,
    supervisor: debrief.supervisor.name,
    customer: call.customer.name,
  };
  const times = { StartDateTime: booking.startsAt, EndDateTime: booking.endsAt };
  const event: GraphNode = found
    ? {
        method: 'PATCH',
        referenceId: 'event',
        url: `${SOBJECTS}/Event/${found.eventId}`,
        body: times,
      }
    : {
        method: 'POST',
        referenceId: 'event',
        url: `${SOBJECTS}/Event`,
        body: {
          ...times,
          WhatId: relatedTo(call).WhatId,
          OwnerId: debrief.supervisor.userId,
          Subject: cut(fill(debriefEvent.subject, values), MAX_SUBJECT),
          Description: fill(debriefEvent.guide, values),
          Dealside_Key__c: eventKey(debrief),
          Intervention_Id__c: debrief.interventionId,
        },
      };
  const invitation: GraphNode = {
    method: 'POST',
    referenceId: 'invitation',
    url: `${SOBJECTS}/EventRelation`,
    body: {
      EventId: found ? found.eventId : '@{event.id}',
      RelationId: debrief.rep.userId,
      Status: 'New',
    },
  };
  return found?.invited.has(debrief.rep.userId) ? [event] : [event, invitation];
}

/** The key field of activities has no index, so the query is limited to the owners' events. */
async function existingEvents(
  crm: CrmConnection,
  bookings: readonly BookedDebrief[],
): Promise<ReadonlyMap<string, Found>> {
  const owners = asList([...new Set(bookings.map(({ debrief }) => debrief.supervisor.userId))]);
  const rows = (
    await crm.queries<{ Id: string; Dealside_Key__c: string }>(
      inParts(bookings.map(({ debrief }) => eventKey(debrief))).map(
        (keys) =>
          `SELECT Id, Dealside_Key__c FROM Event WHERE OwnerId IN ${owners} ` +
          `AND IsChild = false AND Dealside_Key__c IN ${asList(keys)}`,
      ),
    )
  ).flat();
  const relations = (
    await crm.queries<{ EventId: string; RelationId: string }>(
      inParts(rows.map(({ Id }) => Id)).map(
        (ids) => `SELECT EventId, RelationId FROM EventRelation WHERE EventId IN ${asList(ids)}`,
      ),
    )
  ).flat();
  return new Map(
    rows.map(({ Id, Dealside_Key__c: key }) => [
      key,
      {
        eventId: Id,
        invited: new Set(
          relations.flatMap(({ EventId, RelationId }) => (EventId === Id ? [RelationId] : [])),
        ),
      },
    ]),
  );
}

const eventKey = ({ interventionId }: { readonly interventionId: string }): string =>
  `${interventionId}:debrief`;
