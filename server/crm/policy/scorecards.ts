import {
  SCORE_KINDS,
  SHIPPED_SCORECARD,
  type ScorecardItem,
  type ScoreKind,
} from '../../domain/supervision/scorecard.ts';
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

/** The active items of an org in their order, or the shipped ones if it has none. */
export function createScorecards(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): Scorecards & { renew(orgId: string): Promise<readonly ScorecardItem[]> } {
  const remembered = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the scorecards', async (crm) =>
        (await readItems(crm))
          .toSorted((a, b) => (a.Sort_Order__c ?? Infinity) - (b.Sort_Order__c ?? Infinity))
          .map(itemOf),
      ),
    TTL_MS,
    now,
  );
  return {
    of: async (orgId) => orShipped(remembered.known(orgId) ?? (await remembered(orgId))),
    renew: (orgId) => remembered.renew(orgId).then(orShipped),
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

function itemOf(record: ItemRecord): ScorecardItem {
  const choices = (record.Choices__c ?? '')
    .split(';')
    .map((choice) => choice.trim())
    .filter(Boolean);
  const kind = SCORE_KINDS.find((one): one is ScoreKind => one === record.Kind__c) ?? 'scale';
  return {
    name: record.DeveloperName,
    label: record.Text__c ?? record.MasterLabel,
    ...(record.German_Text__c && { germanLabel: record.German_Text__c }),
    ...(record.Guide__c && { guide: record.Guide__c }),
    ...(record.Family__c && { family: record.Family__c }),
    // A choice without options could not be answered, so it becomes a scale.
    kind: kind === 'choice' && choices.length === 0 ? 'scale' : kind,
    choices,
    weight: Math.max(0, record.Weight__c ?? 1),
    isCritical: record.Critical__c ?? false,
    mayNotApply: record.May_Not_Apply__c ?? false,
    needsComment: record.Comment_Required__c ?? false,
  };
}
