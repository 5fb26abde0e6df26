import type { AuditedRecordKind, SetupTrail } from '../../ports/index.ts';
import { readFrom } from '../policy/orgRecords.ts';
import type { CrmConnection } from '../session/connection.ts';

interface TrailRow {
  readonly CreatedById: string | null;
  readonly Display: string | null;
}

/** How the setup audit trail refers to each kind: by its label or its API name. */
const CALLED: Record<AuditedRecordKind, readonly string[]> = {
  cues: ['dealside cue', 'dealside_cue'],
  scorecard: ['dealside scorecard item', 'dealside_scorecard_item'],
};

/**
 * Custom metadata does not store who changed it. The setup audit trail does, in undocumented
 * sentences by which it cannot be filtered. So all entries since then are read, and those that name
 * the type or the record are returned.
 * https://developer.salesforce.com/docs/platform/object-reference/references/standard-objects/object-setupaudittrail.html
 */
export const createSetupTrail = (
  connectionTo: (orgId: string) => CrmConnection | undefined,
): SetupTrail => ({
  async whoChanged(orgId, kind, { names, since }) {
    const rows = await readFrom(connectionTo(orgId), 'the setup audit trail', (crm) =>
      crm.query<TrailRow>(
        'SELECT CreatedById, Display FROM SetupAuditTrail ' +
          `WHERE CreatedDate >= ${new Date(since).toISOString()} ORDER BY CreatedDate DESC`,
      ),
    );
    const wanted = [...CALLED[kind], ...names.map((name) => name.toLowerCase())];
    return [
      ...new Set(
        rows.flatMap(({ CreatedById, Display }) => {
          const said = Display?.toLowerCase() ?? '';
          return CreatedById && wanted.some((one) => said.includes(one)) ? [CreatedById] : [];
        }),
      ),
    ];
  },
});
