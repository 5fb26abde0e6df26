import type { Checkpoint, SigningKey, Standing } from '../../domain/audit/checkpoint.ts';
import type { CrmCheckpoints } from '../../ports/audit/audit.ts';
import { CrmProblem } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';

/** Code of the CrmProblem if Salesforce has a different checkpoint with the same number. */
export const CHECKPOINT_DIFFERS = 'CHECKPOINT_DIFFERS';

interface Written {
  readonly Statement__c: string;
  readonly Signature__c: string;
}

/**
 * Writes checkpoints as records that the integration user can create and read, but not change or
 * delete. An existing record is compared, never overwritten. Throws CrmProblem.
 */
export function createCrmCheckpoints(
  connectionTo: (orgId: string) => CrmConnection | undefined,
): CrmCheckpoints {
  return {
    async write(checkpoint, key) {
      const crm = connectionTo(checkpoint.orgId);
      if (!crm)
        throw new CrmProblem(
          'refused',
          'This Salesforce org is not registered any more.',
          'ORG_UNKNOWN',
          { fault: { code: 'org_unregistered' } },
        );
      const existing = await asCrmProblem(() =>
        crm.query<Written>(
          'SELECT Statement__c, Signature__c FROM Audit_Checkpoint__c ' +
            `WHERE External_Id__c = ${quoted(externalIdOf(checkpoint))}`,
        ),
      );
      if (existing.length === 0)
        await asCrmProblem(() =>
          crm.post('/sobjects/Audit_Checkpoint__c', fieldsOf(checkpoint, key)),
        );
      else if (
        existing[0]!.Statement__c !== checkpoint.statement ||
        existing[0]!.Signature__c !== checkpoint.signature
      ) {
        throw new CrmProblem(
          'refused',
          `Salesforce holds another checkpoint ${checkpoint.number}.`,
          CHECKPOINT_DIFFERS,
          { fault: { code: 'checkpoint_differs', values: { number: checkpoint.number } } },
        );
      }
    },
  };
}

const externalIdOf = ({ orgId, number }: Checkpoint): string => `${orgId}:${number}`;

/**
 * Statement and signature are what gets verified; the other fields repeat their contents for
 * readers and reports.
 */
function fieldsOf(checkpoint: Checkpoint, { publicKey }: SigningKey) {
  const { number, position, hash, at } = JSON.parse(checkpoint.statement) as Standing;
  return {
    External_Id__c: externalIdOf(checkpoint),
    Number__c: number,
    Position__c: position,
    Hash__c: hash,
    Taken_At__c: at,
    Statement__c: checkpoint.statement,
    Signature__c: checkpoint.signature,
    Key_Id__c: checkpoint.keyId,
    Public_Key__c: publicKey.replace(/-----[A-Z ]+-----|\n/g, ''),
  };
}
