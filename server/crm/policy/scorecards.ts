import { SHIPPED_SCORECARD, type ScorecardItem } from '../../domain/supervision/scorecard.ts';
import {
  readScorecard,
  type ScorecardFault,
  type ScorecardRecord,
} from '../../domain/supervision/scorecardRecords.ts';
import type { Scorecards } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readFrom } from './orgRecords.ts';

const TTL_MS = 60_000;

interface ItemRecord {
  readonly DeveloperName: string;
  readonly MasterLabel: string;
  readonly Text__c: string | null;
  readonly German_Text__c: string | null;
  readonly Family__c: string | null;
  readonly Kind__c: string | null;
  readonly Choices__c: string | null;
  readonly Weight__c: number | null;
  readonly Critical__c: boolean | null;
  readonly May_Not_Apply__c: boolean | null;
  readonly Comment_Required__c: boolean | null;
  readonly Guide__c: string | null;
  readonly Sort_Order__c: number | null;
}

/** The fields of the records, by what they say. */
const FIELDS = {
  label: 'Text__c',
  kind: 'Kind__c',
  choices: 'Choices__c',
  weight: 'Weight__c',
} satisfies Record<ScorecardFault['field'], keyof ItemRecord>;

/** What an org's records say: the card that is used, and why newer records are not. */
interface ScorecardStanding {
  readonly items: readonly ScorecardItem[];
  readonly faults: readonly (ScorecardFault & { readonly recordField: string })[];
}

export type ScorecardSource = Scorecards & {
  renew(orgId: string): Promise<ScorecardStanding>;
  /** As read last; undefined before. */
  standing(orgId: string): ScorecardStanding | undefined;
};

/**
 * The active items of an org in their order, or the shipped ones if it has none. While a record has a
 * fault, the last card without one is used: from memory, or as `lastGood` kept it. If there was
 * none, the records without a fault are used.
 */
export function createScorecards(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  {
    now = Date.now,
    lastGood = async () => undefined,
  }: {
    readonly now?: () => number;
    readonly lastGood?: (orgId: string) => Promise<readonly ScorecardItem[] | undefined>;
  } = {},
): ScorecardSource {
  const good = new Map<string, readonly ScorecardItem[]>();
  const remembered = rememberedFor(
    async (orgId): Promise<ScorecardStanding> => {
      const records = await readFrom(connectionTo(orgId), 'the scorecards', readItems);
      const { items, faults } = readScorecard(
        records
          .toSorted((a, b) => (a.Sort_Order__c ?? Infinity) - (b.Sort_Order__c ?? Infinity))
          .map(recordOf),
      );
      if (faults.length === 0) good.set(orgId, orShipped(items));
      const used = good.get(orgId) ?? (await lastGood(orgId)) ?? orShipped(items);
      return {
        items: used,
        faults: faults.map((fault) => ({ ...fault, recordField: FIELDS[fault.field] })),
      };
    },
    TTL_MS,
    now,
  );
  return {
    of: async (orgId) => (remembered.known(orgId) ?? (await remembered(orgId))).items,
    renew: (orgId) => remembered.renew(orgId),
    standing: (orgId) => remembered.known(orgId),
  };
}

const orShipped = (own: readonly ScorecardItem[]): readonly ScorecardItem[] =>
  own.length > 0 ? own : SHIPPED_SCORECARD;

/** Returns no records if the org's package is older than the custom metadata type. */
async function readItems(crm: CrmConnection): Promise<ItemRecord[]> {
  try {
    return await crm.query<ItemRecord>(
      'SELECT DeveloperName, MasterLabel, Text__c, German_Text__c, Family__c, Kind__c, Choices__c, ' +
        'Weight__c, Critical__c, May_Not_Apply__c, Comment_Required__c, Guide__c, Sort_Order__c ' +
        'FROM Dealside_Scorecard_Item__mdt WHERE Active__c = true',
    );
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}

const recordOf = (record: ItemRecord): ScorecardRecord => ({
  name: record.DeveloperName,
  label: record.Text__c ?? record.MasterLabel,
  ...(record.German_Text__c && { germanLabel: record.German_Text__c }),
  ...(record.Guide__c && { guide: record.Guide__c }),
  ...(record.Family__c && { family: record.Family__c }),
  kind: record.Kind__c ?? undefined,
  choices: (record.Choices__c ?? '')
    .split(';')
    .map((choice) => choice.trim())
    .filter(Boolean),
  weight: record.Weight__c ?? undefined,
  isCritical: record.Critical__c ?? false,
  mayNotApply: record.May_Not_Apply__c ?? false,
  needsComment: record.Comment_Required__c ?? false,
});
