import { fileURLToPath } from 'node:url';
import { SAMPLE_ANSWER } from '../../org/schema/surveyObjects.ts';
import { postJson } from '../demo/localOrg.ts';
import type { EndedCall } from './endedCalls.ts';

/** The mapping of the survey, as an administrator of the stand-in org would deploy it. */
const MAPPING = fileURLToPath(new URL('Dealside_Survey.Default.md-meta.xml', import.meta.url));

const DAY_MS = 86_400_000;

/**
 * Puts customers' ratings of sample calls into the survey of the stand-in org, and maps the survey.
 * Returns the calls without ratings, because the server reads them from the survey.
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
              Name: SAMPLE_ANSWER,
              Call_Id__c: callId,
              Score__c: rating.score,
              Answered_At__c: new Date(Date.parse(endedAt) + DAY_MS).toISOString(),
              ...(deal && { Opportunity__c: deal.opportunityId }),
            },
          ]
        : [],
    ),
  );
  await postJson(`${orgUrl}/_local/deploy`, { files: [MAPPING] });
  return days.map((day) => day.map(({ rating: _rating, ...call }) => call));
}
