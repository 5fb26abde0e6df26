import type { SetupCheck, SetupStatus } from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { DealsideTab } from 'c/dealsidePages';
import { LightningElement, api } from 'lwc';

const STATUS: Readonly<Record<SetupStatus, { icon: string; variant: string; label: string }>> = {
  ok: { icon: 'utility:success', variant: 'success', label: labels.setupOk },
  todo: { icon: 'utility:warning', variant: 'warning', label: labels.setupTodo },
  unknown: { icon: 'utility:help', variant: '', label: labels.setupNotKnown },
};

/** The tabs with details about checks. */
const TABS: Readonly<Record<string, DealsideTab>> = {
  audio_check: 'Dealside_Audio_Check',
  policy: 'Dealside_Policy',
  sync: 'Dealside_Salesforce_Sync',
  incidents: 'Dealside_Audit',
};

const RUN_LABELS: Readonly<Record<string, string>> = {
  audio_check: labels.setupRunAudioCheck,
  policy: labels.setupRefreshPolicy,
};

/** Actions that need confirmation, because they change something that others rely on. */
const ASKS: Readonly<Record<string, { readonly code: string; label: string; ask: string }>> = {
  phone_numbers: {
    code: 'elsewhere',
    label: labels.setupPointNumbers,
    ask: labels.setupPointNumbersAsk,
  },
};

/** How many checks need attention, and how many have no result. */
export function setupSummary(checks: readonly SetupCheck[]): string {
  const having = (wanted: SetupStatus): number =>
    checks.filter(({ status }) => status === wanted).length;
  const [todo, unknown] = [having('todo'), having('unknown')];
  return [
    todo === 1 && labels.setupToDoOne,
    todo > 1 && fill(labels.setupToDo, { count: countText(todo) }),
    unknown > 0 && fill(labels.setupUnknown, { count: countText(unknown) }),
    todo + unknown === 0 && labels.setupReady,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One check: passed, or what to do about it. Fires `opentab` and `runcheck`. */
export default class AdminSetupCheck extends LightningElement {
  labels = labels;
  @api check!: SetupCheck;
  @api isBusy = false;

  get status(): { icon: string; variant: string; label: string } {
    return STATUS[this.check.status];
  }

  private get isRight(): boolean {
    return this.check.status === 'ok';
  }

  get runLabel(): string | undefined {
    return this.isRight ? undefined : RUN_LABELS[this.check.check];
  }

  get asks(): { readonly label: string; readonly ask: string } | undefined {
    const asks = ASKS[this.check.check];
    return asks && asks.code === this.check.code ? asks : undefined;
  }

  get tab(): DealsideTab | undefined {
    return this.isRight ? undefined : TABS[this.check.check];
  }

  handleOpen(): void {
    this.dispatchEvent(new CustomEvent('opentab', { detail: { tab: this.tab } }));
  }

  handleRun(): void {
    this.dispatchEvent(new CustomEvent('runcheck', { detail: { check: this.check.check } }));
  }
}
