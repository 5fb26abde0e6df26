import type { CheckpointView } from 'c/adminApi';
import { dateTimeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { TableCell, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const SALESFORCE: Record<CheckpointView['inSalesforce'], string> = {
  written: labels.checkpointWritten,
  waiting: labels.checkpointWaiting,
  failed: labels.checkpointFailed,
};
const VERIFICATION: Record<NonNullable<CheckpointView['verification']>, string> = {
  good: labels.checkpointGood,
  signature_wrong: labels.checkpointSignatureWrong,
  entry_differs: labels.checkpointEntryDiffers,
  entry_missing: labels.checkpointEntryMissing,
};

/**
 * Checkpoints, newest first: what each covers, whether its signature is valid, and whether it is in
 * Salesforce.
 */
export default class AdminCheckpointTable extends LightningElement {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'number', label: '#' },
    { key: 'takenAt', label: labels.checkpointWhen },
    { key: 'range', label: labels.checkpointRange },
    { key: 'signature', label: labels.checkpointSignature },
    { key: 'salesforce', label: labels.checkpointSalesforce },
  ];

  @api checkpoints: readonly CheckpointView[] = [];

  get rows(): TableRow[] {
    return this.checkpoints
      .map((checkpoint, i) => {
        const { number, takenAt, inSalesforce } = checkpoint;
        const from = i === 0 ? 1 : positionOf(this.checkpoints[i - 1]!) + 1;
        return {
          key: String(number),
          cells: {
            number,
            takenAt: { text: dateTimeText(takenAt), dateTime: takenAt },
            range: fill(labels.checkpointRangeOf, { from, to: positionOf(checkpoint) }),
            signature: signatureCell(checkpoint),
            salesforce:
              inSalesforce === 'failed'
                ? { text: SALESFORCE.failed, tone: 'error' as const }
                : SALESFORCE[inSalesforce],
          },
        };
      })
      .reverse();
  }
}

function signatureCell({ verification, keyId }: CheckpointView): TableCell {
  if (!verification) return fill(labels.checkpointSigned, { keyId });
  return verification === 'good'
    ? VERIFICATION.good
    : { text: VERIFICATION[verification], tone: 'error' };
}

/** The last entry that a checkpoint covers, from the signed statement. */
const positionOf = ({ statement }: CheckpointView): number =>
  (JSON.parse(statement) as { position: number }).position;
