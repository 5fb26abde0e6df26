import { asList, type CrmConnection } from '../session/connection.ts';
import { inParts } from './inParts.ts';

/** How long to serve a user's time zone from memory. */
const TTL_MS = 600_000;

interface Row {
  readonly Id: string;
  readonly TimeZoneSidKey: string | null;
}

/** Reads the time zones of users by id. Rejects as the connection does. */
export function createTimeZones(crm: Pick<CrmConnection, 'queries'>, nowMs: () => number) {
  const zones = new Map<string, { readonly zone: string | undefined; readonly until: number }>();
  return async (userIds: readonly string[]): Promise<(userId: string) => string | undefined> => {
    const now = nowMs();
    for (const [id, { until }] of zones) if (until <= now) zones.delete(id);
    const unknown = [...new Set(userIds)].filter((id) => !zones.has(id));
    const rows = await crm.queries<Row>(
      inParts(unknown).map(
        (part) => `SELECT Id, TimeZoneSidKey FROM User WHERE Id IN ${asList(part)}`,
      ),
    );
    const found = new Map(rows.flat().map(({ Id, TimeZoneSidKey: zone }) => [Id, zone]));
    for (const id of unknown)
      zones.set(id, { zone: found.get(id) ?? undefined, until: now + TTL_MS });
    return (userId) => zones.get(userId)?.zone;
  };
}
