import type { Debrief } from '../../domain/supervision/debrief.ts';
import { CrmProblem, type WriteResult } from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { SOBJECTS } from '../session/requests.ts';
import type { CompositeGraphWriter } from '../writes/compositeGraphWriter.ts';
import { inParts } from '../writes/inParts.ts';
import type { Fields } from '../writes/interventionRecord.ts';
import { problemOr } from '../writes/repeatedWrites.ts';

interface RecordRow {
  readonly Id: string;
  readonly External_Id__c: string;
}

/** The fields of a Call_Intervention__c record for the ratings of its debrief. */
export const ratingFields = (ratings: Debrief['progress']['ratings']): Fields => ({
  Coaching_Rating_By_Rep__c: ratings?.rep?.value ?? null,
  Coaching_Rating_By_Supervisor__c: ratings?.supervisor?.value ?? null,
});

/**
 * Writes the rep's and the supervisor's rating of a debrief to the record of its intervention,
 * unless that record was deleted.
 */
export const createDebriefRatings =
  (crm: CrmConnection, writer: CompositeGraphWriter) =>
  async (debriefs: readonly Debrief[]): Promise<WriteResult[]> => {
    const rows = await problemOr(
      crm.queries<RecordRow>(
        inParts(debriefs.map(({ debriefId }) => debriefId)).map(
          (ids) =>
            `SELECT Id, External_Id__c FROM Call_Intervention__c WHERE External_Id__c IN ${asList(ids)}`,
        ),
      ),
    );
    if (rows instanceof CrmProblem) return debriefs.map(() => rows);
    const recordIds = new Map(rows.flat().map((row) => [row.External_Id__c, row.Id]));
    return Promise.all(
      debriefs.map(async ({ debriefId, progress: { ratings } }): Promise<WriteResult> => {
        const recordId = recordIds.get(debriefId);
        if (!recordId) return undefined;
        const url = `${SOBJECTS}/Call_Intervention__c/${recordId}`;
        const saved = await problemOr(
          writer.save(
            [{ method: 'PATCH', referenceId: 'rated', url, body: ratingFields(ratings) }],
            recordId,
          ),
        );
        return saved instanceof CrmProblem ? saved : undefined;
      }),
    );
  };
