import { clockText, dateTimeText, MODE_NAME } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { recordPage } from 'c/dealsidePages';
import { callsBehind, digitsText, type CallBehind, type CallsBehind } from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { NavigationMixin } from 'lightning/navigation';
import { LightningElement, api } from 'lwc';

const NOTHING: CallsBehind = { calls: [] };

/** The calls behind a number, newest first. Fires `closelist`. */
export default class OutcomeCalls extends NavigationMixin(LightningElement) {
  labels = labels;
  columns: readonly TableColumn[] = [
    { key: 'at', label: labels.outcomesCallsWhen },
    { key: 'rep', label: labels.outcomesCallsRep },
    { key: 'direction', label: labels.outcomesDirection },
    { key: 'duration', label: labels.outcomesCallsDuration },
    { key: 'joined', label: labels.outcomesCallsJoined },
    { key: 'said', label: labels.outcomesCallsSaid },
    { key: 'score', label: labels.outcomesCallsScore },
    { key: 'deal', label: labels.outcomesCallsDeal },
  ];
  found: Loaded<CallsBehind> = NOT_LOADED;
  /** The name of the number. */
  @api what = '';
  private asked: Readonly<Record<string, string>> = {};
  private readonly loader = createLoader(
    async (shown: CallsBehind) => {
      const { calls, next } = await callsBehind(this.asked, shown.next);
      return { calls: [...shown.calls, ...calls], next };
    },
    (state) => {
      this.found = state;
    },
  );

  /** Which calls, in the server's terms. Another value starts again. */
  @api
  get query(): Readonly<Record<string, string>> {
    return this.asked;
  }
  set query(query: Readonly<Record<string, string>>) {
    this.asked = query;
    this.loader.reset();
    void this.loader.load(NOTHING);
  }

  get heading(): string {
    return fill(labels.outcomesCallsTitle, { what: this.what });
  }

  private get calls(): readonly CallBehind[] {
    return this.found.value?.calls ?? [];
  }

  get hasCalls(): boolean {
    return this.calls.length > 0;
  }

  get hasOlder(): boolean {
    return this.found.value?.next !== undefined;
  }

  get rows(): TableRow[] {
    return this.calls.map((call) => ({
      key: call.callId,
      cells: {
        at: { text: dateTimeText(call.answeredAt), dateTime: call.answeredAt },
        rep: call.rep.name,
        direction: call.direction === 'inbound' ? labels.outcomesInbound : labels.outcomesOutbound,
        duration: clockText(1000 * call.seconds),
        joined: joinedText(call),
        said: call.disposition ?? labels.outcomesNotKnown,
        score: call.score === undefined ? labels.outcomesNotKnown : digitsText(call.score),
        deal: call.opportunity
          ? { text: call.opportunity.name ?? labels.outcomesCallsDeal, opens: true }
          : '',
      },
    }));
  }

  @api
  focus(): void {
    this.template!.querySelector<HTMLElement>('h2')?.focus();
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const call = this.calls.find(({ callId }) => callId === event.detail.row)!;
    this[NavigationMixin.Navigate](recordPage('Opportunity', call.opportunity!.opportunityId));
  }

  handleOlder(): void {
    void this.loader.load(this.found.value ?? NOTHING);
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('closelist'));
  }
}

function joinedText({ interventions }: CallBehind) {
  if (interventions.length === 0) return labels.outcomesCallsNobody;
  return interventions.map(({ supervisorName, mode, reason, outcome }) => ({
    text: [`${supervisorName} (${MODE_NAME[mode]})`, reason, outcome].filter(Boolean).join(', '),
  }));
}
