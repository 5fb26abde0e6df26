import { regionOf } from '../directory/region.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { inParts } from './inParts.ts';

/** The owner of a record, in whose language and time zone it is written. */
export interface Owner {
  readonly locale?: string | undefined;
  readonly region?: string | undefined;
  /** UTC if it is unknown. */
  readonly zone?: string | undefined;
}

/** How long to serve a user from memory. */
const TTL_MS = 600_000;

interface Row {
  readonly Id: string;
  readonly TimeZoneSidKey: string | null;
  readonly LanguageLocaleKey: string | null;
  readonly LocaleSidKey: string | null;
}

/** Reads the languages and time zones of users by id. Rejects as the connection does. */
export function createOwners(crm: Pick<CrmConnection, 'queries'>, nowMs: () => number) {
  const owners = new Map<string, { readonly owner: Owner; readonly until: number }>();
  return async (userIds: readonly string[]): Promise<(userId: string) => Owner> => {
    const now = nowMs();
    for (const [id, { until }] of owners) if (until <= now) owners.delete(id);
    const unknown = [...new Set(userIds)].filter((id) => !owners.has(id));
    const rows = await crm.queries<Row>(
      inParts(unknown).map(
        (part) =>
          `SELECT Id, TimeZoneSidKey, LanguageLocaleKey, LocaleSidKey FROM User WHERE Id IN ${asList(part)}`,
      ),
    );
    const found = new Map(rows.flat().map((row) => [row.Id, row]));
    for (const id of unknown) {
      const row = found.get(id);
      const { TimeZoneSidKey: zone, LanguageLocaleKey: locale } = row ?? {};
      owners.set(id, {
        owner: {
          locale: locale ?? undefined,
          region: regionOf(row?.LocaleSidKey),
          zone: zone ?? undefined,
        },
        until: now + TTL_MS,
      });
    }
    return (userId) => owners.get(userId)?.owner ?? {};
  };
}
