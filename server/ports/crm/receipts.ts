import type { CountedReceipts } from '../../domain/outcomes/receipts.ts';
import type { CountedReps } from '../outcomes/callDays.ts';

/** What reps said of interventions on their calls. Source: the CRM, where they say it. */
export interface CrmReceipts {
  /** Of interventions that began on these days, in UTC. Throws CrmProblem. */
  counted(
    orgId: string,
    period: {
      readonly from: string;
      readonly to: string;
      readonly direction?: 'inbound' | 'outbound';
    },
    reps: CountedReps,
  ): Promise<CountedReceipts>;
}
