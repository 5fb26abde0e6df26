import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import { dateTimeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, laterProblem, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { whileVisible } from 'c/dealsideTicker';
import { LightningElement } from 'lwc';

interface LateOutcome {
  interventionId: string;
  supervisor: { userId: string; name: string };
  repName: string;
  customerName: string;
  leftAt: string;
}
interface LateOutcomes {
  outcomes: readonly LateOutcome[];
  total: number;
}

const EVERY_MS = 60_000;

/** Late outcomes of supervisors below this person, the oldest first; hidden if there are none. */
export default class OutcomeLateList extends LightningElement {
  labels = labels;
  late: Loaded<LateOutcomes> = NOT_LOADED;
  private stopAsking?: () => void;
  private readonly loader = createLoader(
    () => request<LateOutcomes>('GET', '/api/interventions/late'),
    (state) => {
      this.late = state;
    },
  );

  connectedCallback(): void {
    if (MAY_MONITOR) this.stopAsking = whileVisible(EVERY_MS, () => void this.loader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  /** Hidden after a failure, because other cards on Home say that the server cannot be reached. */
  get isShown(): boolean {
    return this.rows.length > 0;
  }

  get laterProblem(): Problem | undefined {
    return laterProblem(this.late);
  }

  get rows(): { key: string; who: string; facts: string }[] {
    return (this.late.value?.outcomes ?? []).map(
      ({ interventionId, supervisor, repName, customerName, leftAt }) => ({
        key: interventionId,
        who: supervisor.name,
        facts: fill(labels.outcomeLateFacts, {
          rep: repName,
          customer: customerName,
          ended: dateTimeText(leftAt),
        }),
      }),
    );
  }

  get shownText(): string | undefined {
    const { outcomes, total } = this.late.value ?? { outcomes: [], total: 0 };
    return total > outcomes.length
      ? fill(labels.outcomeLateShown, { count: outcomes.length, total })
      : undefined;
  }
}
