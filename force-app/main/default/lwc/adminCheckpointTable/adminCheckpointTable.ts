import { LightningElement, api } from 'lwc';
import type { CheckpointView } from 'c/adminApi';
import { dateText, timeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

const SALESFORCE: Record<CheckpointView['inSalesforce'], string> = {
  written: labels.checkpointWritten, waiting: labels.checkpointWaiting, failed: labels.checkpointFailed,
};
const VERIFICATION: Record<NonNullable<CheckpointView['verification']>, string> = {
  good: labels.checkpointGood, signature_wrong: labels.checkpointSignatureWrong,
  entry_differs: labels.checkpointEntryDiffers, entry_missing: labels.checkpointEntryMissing,
};

/** Checkpoints, newest first: what each covers, whether its signature holds, and whether Salesforce has it. */
export default class AdminCheckpointTable extends LightningElement {
  labels = labels;
  @api checkpoints: readonly CheckpointView[] = [];

  get rows() {
    return this.checkpoints.map(({ number, takenAt, keyId, inSalesforce, verification, ...rest }, i) => ({
      number, takenAt,
      when: `${dateText(takenAt)}, ${timeText(takenAt)}`,
      range: fill(labels.checkpointRangeOf, { from: i === 0 ? 1 : positionOf(this.checkpoints[i - 1]!) + 1, to: positionOf(rest) }),
      signature: verification ? VERIFICATION[verification] : fill(labels.checkpointSigned, { keyId }),
      signatureClass: verification && verification !== 'good' ? 'bad' : undefined,
      salesforce: SALESFORCE[inSalesforce],
      salesforceClass: inSalesforce === 'failed' ? 'bad' : undefined,
    })).reverse();
  }
}

/** The last entry a checkpoint covers, as it was signed. */
const positionOf = ({ statement }: Pick<CheckpointView, 'statement'>): number => (JSON.parse(statement) as { position: number }).position;
