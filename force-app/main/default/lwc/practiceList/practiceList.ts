import MAY_MONITOR from '@salesforce/customPermission/Dealside_Monitor';
import MAY_TAKE_CALLS from '@salesforce/customPermission/Dealside_Take_Calls';
import { dateTimeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, gateProblem, laterProblem, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { request } from 'c/dealsideSession';
import { whileVisible } from 'c/dealsideTicker';
import { percentText } from 'c/outcomeApi';
import { LightningElement } from 'lwc';

interface PracticeCall {
  callId: string;
  title: string;
  startedAt: string;
  rep: { name: string };
  isYours: boolean;
  supervisors: readonly string[];
  reviewedAt?: string;
  /** Supervisors' scores of the rep's own call. */
  scores?: readonly { name: string; percent?: number; failed: readonly string[] }[];
  checklist: readonly { code: string; text: string; isTicked: boolean }[];
}
interface Practice {
  calls: readonly PracticeCall[];
  total: number;
}
interface Item {
  readonly code: string;
  readonly text: string;
  readonly icon: string;
  readonly words: string;
}
interface Row {
  readonly callId: string;
  readonly title: string;
  readonly facts: string;
  readonly items: readonly Item[];
  readonly isReviewed: boolean;
  readonly scores: readonly { readonly key: string; readonly text: string }[];
  /** Whether this person may score it, because it is another rep's call. */
  readonly mayScore: boolean;
}

const EVERY_MS = 30_000;

/** Practice calls of a rep, or of a manager's reps, with the checklist and what the rep ticked. */
export default class PracticeList extends LightningElement {
  labels = labels;
  isRefused = !(MAY_MONITOR ?? MAY_TAKE_CALLS);
  practice: Loaded<Practice> = NOT_LOADED;
  private stopAsking?: () => void;
  private readonly loader = createLoader(
    () => request<Practice>('GET', '/api/practice'),
    (state) => {
      this.practice = state;
    },
  );

  connectedCallback(): void {
    if (!this.isRefused) this.stopAsking = whileVisible(EVERY_MS, () => void this.loader.load());
  }

  disconnectedCallback(): void {
    this.stopAsking?.();
  }

  get noneProblem(): Problem | undefined {
    return gateProblem(this.practice);
  }

  get laterProblem(): Problem | undefined {
    return laterProblem(this.practice);
  }

  get emptyText(): string {
    return MAY_MONITOR ? labels.practiceEmptyText : labels.practiceEmptyRep;
  }

  get isEmpty(): boolean {
    return this.practice.value?.calls.length === 0;
  }

  get rows(): Row[] {
    return (this.practice.value?.calls ?? []).map(rowOf);
  }

  get shownText(): string | undefined {
    const { calls, total } = this.practice.value ?? { calls: [], total: 0 };
    return total > calls.length
      ? fill(labels.practiceShown, { count: calls.length, total })
      : undefined;
  }

  handleRetry(): void {
    void this.loader.load();
  }
}

const rowOf = ({
  callId,
  title,
  startedAt,
  rep,
  isYours,
  supervisors,
  reviewedAt,
  scores = [],
  checklist,
}: PracticeCall): Row => ({
  callId,
  title,
  facts: [
    isYours ? undefined : rep.name,
    dateTimeText(startedAt),
    supervisors.length > 0
      ? fill(labels.practiceWith, { names: supervisors.join(', ') })
      : undefined,
  ]
    .filter(Boolean)
    .join(' · '),
  isReviewed: reviewedAt !== undefined,
  mayScore: !isYours,
  scores: scores.map(({ name, percent, failed }, n) => ({
    key: String(n),
    text:
      percent === undefined
        ? name
        : fill(failed.length > 0 ? labels.calibrationFailed : labels.calibrationScore, {
            name,
            percent: percentText(percent / 100),
          }),
  })),
  items: checklist.map(({ code, text, isTicked }) => ({
    code,
    text,
    icon: isTicked ? 'utility:check' : 'utility:close',
    words: isTicked ? labels.practiceDone : labels.practiceNotDone,
  })),
});
