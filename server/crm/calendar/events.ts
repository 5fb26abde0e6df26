import { asList, type CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import type { GraphNode } from '../writes/compositeGraphWriter.ts';
import { inParts } from '../writes/inParts.ts';

/** An event of Dealside's in somebody's calendar, and who is invited to it. */
export interface ExistingEvent {
  readonly eventId: string;
  readonly invited: ReadonlySet<string>;
}

export const MAX_SUBJECT = 255;

/**
 * Events by their keys. The key field of activities has no index, so the query is limited to the
 * events of their owners.
 */
export async function existingEvents(
  crm: CrmConnection,
  { owners, keys }: { readonly owners: readonly string[]; readonly keys: readonly string[] },
): Promise<ReadonlyMap<string, ExistingEvent>> {
  const those = asList([...new Set(owners)]);
  const rows = (
    await crm.queries<{ Id: string; Dealside_Key__c: string }>(
      inParts(keys).map(
        (some) =>
          `SELECT Id, Dealside_Key__c FROM Event WHERE OwnerId IN ${those} ` +
          `AND IsChild = false AND Dealside_Key__c IN ${asList(some)}`,
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

/** The invitation of a user to an event, which may be written by the same request. */
export const invitationTo = (found: ExistingEvent | undefined, userId: string): GraphNode => ({
  method: 'POST',
  referenceId: 'invitation',
  url: `${SOBJECTS}/EventRelation`,
  body: {
    EventId: found ? found.eventId : '@{event.id}',
    RelationId: userId,
    Status: 'New',
  },
});
