import { LightningElement } from 'lwc';
import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { everySecond } from 'c/dealsideTicker';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import {
  alertRules,
  backtest,
  beginBacktest,
  familyText,
  faultText,
  kindText,
  refreshAlertRules,
  severityText,
  tryRule,
  type BacktestView,
  type RuleFault,
  type RuleRecord,
  type RuleStanding,
} from 'c/wordsApi';

const NUMBERS = ['withinWords', 'seconds', 'percent'];

/** The rules of alerts as they are in force; a changed copy can be tried and run over past calls. */
export default class AdminAlertRules extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  standing: Loaded<RuleStanding> = NOT_LOADED;
  draft?: RuleRecord;
  sentence = '';
  speaker = 'customer';
  tried?: string;
  run?: BacktestView;
  trying: ActionState = IDLE;
  faults: readonly RuleFault[] = [];
  columns: readonly TableColumn[] = [
    { key: 'name', label: labels.alertRulesName },
    { key: 'family', label: labels.alertRulesFamily },
    { key: 'severity', label: labels.alertRulesSeverity },
    { key: 'kind', label: labels.alertRulesWhen },
    { key: 'language', label: labels.alertRulesLanguage },
  ];
  private stopLooking?: () => void;
  private asks: () => Promise<RuleStanding> = alertRules;
  private readonly loader = createLoader(
    () => this.asks(),
    (state) => {
      this.standing = state;
      this.draft ??= state.value?.rules[0];
    },
  );
  private readonly act = createAction((state) => {
    this.trying = state;
  });

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  disconnectedCallback(): void {
    this.stopFollowing();
  }

  get versionText(): string {
    return fill(labels.alertRulesVersion, { version: this.standing.value?.version });
  }

  get rows(): TableRow[] {
    return (this.standing.value?.rules ?? []).map((rule) => ({
      key: rule.name,
      cells: {
        name: rule.label ?? rule.name,
        family: familyText(rule.family ?? ''),
        severity: severityText(rule.severity ?? ''),
        kind: kindText(rule.kind ?? ''),
        language: rule.language ?? '',
      },
    }));
  }

  get refusedFaults(): { key: string; text: string }[] {
    return faultTexts(this.standing.value?.refused?.faults ?? []);
  }

  get hasRefused(): boolean {
    return this.standing.value?.refused !== undefined;
  }

  get phrases(): string {
    return this.draft?.phrases ?? '';
  }

  get draftFaults(): { key: string; text: string }[] {
    return faultTexts(this.faults);
  }

  get choices(): { value: string; label: string; selected: boolean }[] {
    return (this.standing.value?.rules ?? []).map(({ name, label }) => ({
      value: name,
      label: `${label ?? name} (${name})`,
      selected: name === this.draft?.name,
    }));
  }

  get numbers(): { name: string; label: string; value: string }[] {
    return [
      ['withinWords', labels.alertRulesWithin],
      ['seconds', labels.alertRulesSeconds],
      ['percent', labels.alertRulesPercent],
    ].map(([name, label]) => ({
      name: name!,
      label: label!,
      value: String(this.draft?.[name as 'seconds'] ?? ''),
    }));
  }

  get speakers(): { value: string; label: string; selected: boolean }[] {
    return ['customer', 'rep'].map((value) => ({
      value,
      label: value === 'customer' ? labels.wordsCustomer : labels.wordsRep,
      selected: value === this.speaker,
    }));
  }

  get progressText(): string {
    return this.run?.status === 'running'
      ? fill(labels.alertRulesProgress, { done: this.run.done, total: this.run.total })
      : (this.run?.problem ?? '');
  }

  get results(): string[] {
    const result = this.run?.result;
    if (!result) return [];
    return [
      fill(labels.alertRulesResult, {
        alerts: result.alerts,
        transcripts: result.transcripts,
        perDay: result.perDay,
      }),
      fill(labels.alertRulesMarks, result.marks),
      ...(result.difference ? [fill(labels.alertRulesDifference, result.difference)] : []),
    ];
  }

  get found(): { callId: string; words: string; text: string }[] {
    return (this.run?.result?.calls ?? []).map(({ callId, words, text }) => ({
      callId,
      words: words.join(' … '),
      text,
    }));
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleRefresh(): void {
    this.asks = refreshAlertRules;
    void this.loader.load();
  }

  handlePick(event: Event): void {
    const name = (event.target as HTMLSelectElement).value;
    this.draft = this.standing.value?.rules.find((rule) => rule.name === name);
    this.faults = [];
    this.tried = undefined;
    this.stopFollowing();
    this.run = undefined;
  }

  handleField(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    if (!this.draft) return;
    const text = value.trim() === '' ? undefined : value;
    this.draft = {
      ...this.draft,
      [name]: NUMBERS.includes(name) && text !== undefined ? Number(text) : text,
    };
  }

  handleSentence(event: Event): void {
    this.sentence = (event.target as HTMLInputElement).value;
  }

  handleSpeaker(event: Event): void {
    this.speaker = (event.target as HTMLSelectElement).value;
  }

  handleTry(): void {
    const { draft } = this;
    if (!draft || this.sentence.trim() === '') return;
    void this.act(async () => {
      const { faults, raised } = await tryRule(draft, this.sentence, this.speaker);
      this.faults = faults;
      this.tried =
        raised.length > 0
          ? fill(labels.alertRulesRaised, { words: raised[0]!.words.join(' … ') })
          : labels.alertRulesNotRaised;
    });
  }

  handleBacktest(): void {
    const { draft } = this;
    if (!draft) return;
    this.stopFollowing();
    void this.act(async () => {
      const { faults, backtestId } = await beginBacktest(draft);
      this.faults = faults;
      if (backtestId && this.isConnected && draft.name === this.draft?.name)
        this.follow(backtestId);
    });
  }

  /** Looks at a run at once and at each second until it ends; one request at a time. */
  private follow(backtestId: string): void {
    let isAsking = false;
    let isOver = false;
    const stop = everySecond(() => {
      if (isAsking) return;
      isAsking = true;
      void this.act(async () => {
        const run = await backtest(backtestId);
        if (isOver) return;
        this.run = run;
        if (run.status !== 'running') this.stopFollowing();
      }).then((isDone) => {
        isAsking = false;
        if (!isDone && !isOver) this.stopFollowing();
      });
    });
    this.stopLooking = () => {
      isOver = true;
      stop();
    };
  }

  private stopFollowing(): void {
    this.stopLooking?.();
    this.stopLooking = undefined;
  }
}

const faultTexts = (faults: readonly RuleFault[]): { key: string; text: string }[] =>
  faults.map(({ rule, field, recordField, code, value }) => ({
    key: `${rule} ${field} ${code} ${value ?? ''}`,
    text: fill(labels.alertRulesFault, {
      rule,
      field: recordField ?? field,
      code: faultText(code),
      value,
    }),
  }));
