import { isSilent, MODES } from '../../domain/call/modes.ts';
import type { CountedReceipts, Verdict } from '../../domain/outcomes/receipts.ts';
import type { CountedReps, CrmReceipts } from '../../ports/index.ts';
import { readFrom } from '../policy/orgRecords.ts';
import { MODE_IN_RECORDS } from '../policy/recordNames.ts';
import { asList, type CrmConnection } from '../session/connection.ts';

/** As many ids as a query's address holds. */
const REPS_AT_ONCE = 300;
const DAY_MS = 86_400_000;

interface Counted {
  readonly Rep_Verdict__c: string | null;
  readonly n: number;
}

/** Counts what reps said of interventions, with sums that Salesforce makes. Throws CrmUnavailable. */
export const createCrmReceipts = (
  connectionTo: (orgId: string) => CrmConnection | undefined,
): CrmReceipts => ({
  async counted(orgId, { from, to, direction }, reps) {
    const crm = connectionTo(orgId);
    if (!crm) return countsOf([]);
    const end = new Date(Date.parse(to) + DAY_MS).toISOString().slice(0, 10);
    const conditions = [
      `Joined_At__c >= ${from}T00:00:00Z`,
      `Joined_At__c < ${end}T00:00:00Z`,
      'Notice_Given__c = true',
      `Highest_Mode__c IN ${asList(HEARD)}`,
      ...(direction ? [`Direction__c = '${DIRECTION[direction]}'`] : []),
    ].join(' AND ');
    const soqls = partsOf(reps).map(
      (ids) =>
        `SELECT Rep_Verdict__c, COUNT(Id) n FROM Call_Intervention__c WHERE ${conditions}` +
        `${ids ? ` AND Rep__c IN ${asList(ids)}` : ''} GROUP BY Rep_Verdict__c`,
    );
    return countsOf((await readFrom(crm, 'receipts', (org) => org.queries<Counted>(soqls))).flat());
  },
});

const DIRECTION = { inbound: 'Inbound', outbound: 'Outbound' } as const;

/** Of a supervisor whom nobody heard, a rep is asked nothing. */
const HEARD = MODES.filter((mode) => !isSilent(mode)).map((mode) => MODE_IN_RECORDS[mode].value);

/** The reps by queries; nothing to restrict for all of them. */
function partsOf(reps: CountedReps): readonly (readonly string[] | undefined)[] {
  if (reps === 'all') return [undefined];
  return Array.from({ length: Math.ceil(reps.length / REPS_AT_ONCE) }, (_, part) =>
    reps.slice(part * REPS_AT_ONCE, (part + 1) * REPS_AT_ONCE),
  );
}

function countsOf(rows: readonly Counted[]): CountedReceipts {
  const sumOf = (is: (verdict: string | null) => boolean): number =>
    rows.filter(({ Rep_Verdict__c: verdict }) => is(verdict)).reduce((sum, { n }) => sum + n, 0);
  const said = (verdict: Verdict) => sumOf((one) => one === verdict);
  return {
    asked: sumOf(() => true),
    said: { helped: said('helped'), neutral: said('neutral'), hurt: said('hurt') },
  };
}
