import { postJson } from '../demo/localOrg.ts';
import type { EndedCall } from './endedCalls.ts';

/** How the stand-in org's survey is mapped, as an administrator would write it. */
export const SAMPLE_SURVEY = {
  DeveloperName: 'Default',
  MasterLabel: 'Default',
  Label: 'Default',
  Language: 'en_US',
  QualifiedApiName: 'Default',
  Active__c: true,
  Object__c: 'Call_Survey__c',
  Score_Field__c: 'Score__c',
  Answered_At_Field__c: 'Answered_At__c',
  Joined_By__c: 'call',
  Join_Field__c: 'Call_Id__c',
  Lowest__c: 1,
  Highest__c: 5,
  Good_From__c: 4,
};

const DAY_MS = 86_400_000;

/**
 * Puts what customers said of sample calls into the survey of the stand-in org, and maps it. Returns
 * the calls without it: the server reads it.
 */
export async function addRatingsToOrg(
  orgUrl: string,
  days: readonly (readonly EndedCall[])[],
): Promise<EndedCall[][]> {
  const insert = (object: string, rows: readonly object[]): Promise<string[]> =>
    postJson(`${orgUrl}/_local/insert-all/${object}`, rows);
  await insert(
    'Call_Survey__c',
    days.flat().flatMap(({ callId, endedAt, rating, deal }) =>
      rating
        ? [
            {
              Name: 'After a call',
              Call_Id__c: callId,
              Score__c: rating.score,
              Answered_At__c: new Date(Date.parse(endedAt) + DAY_MS).toISOString(),
              ...(deal && { Opportunity__c: deal.opportunityId }),
            },
          ]
        : [],
    ),
  );
  await insert('Dealside_Survey__mdt', [SAMPLE_SURVEY]);
  return days.map((day) => day.map(({ rating: _rating, ...call }) => call));
}
