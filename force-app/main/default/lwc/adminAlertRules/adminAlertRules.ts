import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import { dateTimeText, languageText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  gateProblem,
  IDLE,
  laterProblem,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import { recordPage } from 'c/dealsidePages';
import { everySecond } from 'c/dealsideTicker';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import {
  alertRules,
  backtest,
  backtestTexts,
  beginBacktest,
  familyText,
  faultTexts,
  kindText,
  refreshAlertRules,
  ruleFile,
  progressText,
  severityText,
  tryRule,
  type BacktestView,
  type RuleFault,
  type RuleRecord,
  type RuleStanding,
} from 'c/wordsApi';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';

/** Where Salesforce shows custom metadata; a record is shown by its id. */
const SETUP = '/lightning/setup/CustomMetadata';

/** What Salesforce takes as the name of a record of custom metadata. */
const API_NAME = /^[A-Za-z](?!.*__)(?:\w*[A-Za-z0-9])?$/;

/** The choice of a rule that has no record yet. */
const NEW = '';
const NEW_RULE: RuleRecord = {
  name: '',
  family: 'conversation',
  severity: 'info',
  speaker: 'customer',
  kind: 'said',
  language: 'en',
};
/** Such rules ask what no transcript says, so they are not run over past calls. */
const NOT_REPLAYED = new Set(['nobody_helps', 'nobody_free']);

/** The alert rules in force. A changed copy can be tried on a sentence and run over past calls. */
export default class AdminAlertRules extends NavigationMixin(LightningElement) {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  standing: Loaded<RuleStanding> = NOT_LOADED;
  draft?: RuleRecord;
  isNew = false;
  isActive = false;
  sentence = '';
  speaker = 'customer';
  tried?: string;
  running: Loaded<BacktestView> = NOT_LOADED;
  trying: ActionState = IDLE;
  faults: readonly RuleFault[] = [];
  columns: readonly TableColumn[] = [
    { key: 'name', label: labels.alertRulesName },
    { key: 'family', label: labels.alertRulesFamily },
    { key: 'severity', label: labels.alertRulesSeverity },
    { key: 'kind', label: labels.alertRulesWhen },
    { key: 'language', label: labels.alertRulesLanguage },
  ];
  foundColumns: readonly TableColumn[] = [
    { key: 'at', label: labels.outcomesCallsWhen },
    { key: 'rep', label: labels.outcomesCallsRep },
    { key: 'words', label: labels.alertRulesWords },
    { key: 'line', label: labels.alertRulesLine },
    { key: 'deal', label: labels.outcomesCallsDeal },
  ];
  private stopLooking?: () => void;
  /** The current or latest run. */
  private followed?: string;
  /** The rule as it was run over past calls. */
  private testedDraft?: string;
  /** The picked rule as it is in force; undefined for a new one. */
  private inForce?: string;
  /** The rule that the address names. */
  private asked?: string;
  private asks: () => Promise<RuleStanding> = alertRules;
  private readonly loader = createLoader(
    () => this.asks(),
    (state) => {
      this.standing = state;
      if (!this.draft) this.pick(this.ruleNamed(this.asked) ?? state.value?.rules[0]);
    },
  );
  private readonly runLoader = createLoader(backtest, (state) => this.showRun(state));
  private readonly act = createAction((state) => {
    this.trying = state;
  });

  @wire(CurrentPageReference)
  pageChanged(page?: { readonly state?: Readonly<Record<string, string | undefined>> }): void {
    this.asked = page?.state?.c__rule;
    const rule = this.ruleNamed(this.asked);
    if (rule) this.pick(rule);
  }

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  disconnectedCallback(): void {
    this.stopFollowing();
  }

  get noneProblem(): Problem | undefined {
    return gateProblem(this.standing);
  }

  get laterProblem(): Problem | undefined {
    return laterProblem(this.standing);
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
        language: rule.language ? languageText(rule.language) : '',
      },
    }));
  }

  get refusedFaults(): { key: string; text: string }[] {
    return faultTexts(this.standing.value?.refused?.faults ?? []);
  }

  get hasRefused(): boolean {
    return this.standing.value?.refused !== undefined;
  }

  /** The page of the picked rule's record, or of all custom metadata where it has none. */
  get recordUrl(): string {
    const id = this.standing.value?.recordIds?.[this.draft?.name ?? ''];
    return id ? `${SETUP}/page?address=%2F${id}` : `${SETUP}/home`;
  }

  get recordText(): string {
    const name = this.draft?.name ?? '';
    return this.standing.value?.recordIds?.[name]
      ? labels.alertRulesRecord
      : fill(labels.alertRulesNoRecord, { name });
  }

  get draftFaults(): { key: string; text: string }[] {
    const name = this.isNew && this.draft?.name ? this.draft.name : undefined;
    const isTaken = name !== undefined && this.ruleNamed(name) !== undefined;
    const isNoName = name !== undefined && !API_NAME.test(name);
    return [
      ...(isTaken ? [{ key: 'taken', text: fill(labels.alertRulesNameTaken, { name }) }] : []),
      ...(isNoName ? [{ key: 'form', text: labels.alertRulesNameForm }] : []),
      ...faultTexts(this.faults),
    ];
  }

  get choices(): { value: string; label: string; selected: boolean }[] {
    const rules = this.standing.value?.rules ?? [];
    return [
      ...rules.map(({ name, label }) => ({
        value: name,
        label: `${label ?? name} (${name})`,
        selected: !this.isNew && name === this.draft?.name,
      })),
      { value: NEW, label: labels.alertRulesNew, selected: this.isNew },
    ];
  }

  get speakers(): { value: string; label: string; selected: boolean }[] {
    return ['customer', 'rep'].map((value) => ({
      value,
      label: value === 'customer' ? labels.wordsCustomer : labels.wordsRep,
      selected: value === this.speaker,
    }));
  }

  get run(): BacktestView | undefined {
    return this.running.value;
  }

  /** Only one run at a time: a running one must end first. */
  get cannotRun(): boolean {
    return this.trying.isBusy || this.run?.status === 'running';
  }

  get progressText(): string | undefined {
    return this.run?.status === 'running' ? progressText(this.run) : undefined;
  }

  /** The server's message about a failed run is not translated, so readers see a label instead. */
  get runProblem(): Problem | undefined {
    return this.run?.status === 'failed'
      ? { code: 'backtest_failed', message: labels.alertRulesFailed }
      : undefined;
  }

  get tryingProblem(): Problem | undefined {
    return this.trying.problem ?? this.runProblem ?? this.running.problem;
  }

  /** A run continues if its progress could not be read, so reading can be retried. */
  get canLookAgain(): boolean {
    return this.running.problem !== undefined;
  }

  get results(): string[] {
    const { result } = this.run ?? {};
    return result ? backtestTexts(result) : [];
  }

  get hasFound(): boolean {
    return this.foundCalls.length > 0;
  }

  private get foundCalls() {
    return this.run?.result?.calls ?? [];
  }

  get found(): TableRow[] {
    return this.foundCalls.map(({ callId, words, text, at, repName, opportunity }) => ({
      key: callId,
      cells: {
        at: at ? { text: dateTimeText(at), dateTime: at } : '',
        rep: repName,
        words: words.join(' … '),
        line: text,
        deal: opportunity
          ? { text: opportunity.name ?? labels.outcomesCallsDeal, opens: true }
          : '',
      },
    }));
  }

  handleOpenFound(event: CustomEvent<CellOpened>): void {
    const call = this.foundCalls.find(({ callId }) => callId === event.detail.row)!;
    this[NavigationMixin.Navigate](recordPage('Opportunity', call.opportunity!.opportunityId));
  }

  handleRetry(): void {
    void this.loader.load();
  }

  handleRefresh(): void {
    this.asks = refreshAlertRules;
    void this.loader.load();
  }

  handlePick(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (value !== NEW) return this.pick(this.ruleNamed(value));
    this.pick(NEW_RULE);
    this.isNew = true;
    this.inForce = undefined;
    this.isActive = false;
  }

  handleRule(event: CustomEvent<{ rule: RuleRecord }>): void {
    this.draft = event.detail.rule;
    this.isActive = this.isAsInForce;
    this.faults = [];
  }

  handleActive(event: Event): void {
    this.isActive = (event.target as HTMLInputElement).checked;
  }

  private get isAsInForce(): boolean {
    return this.inForce !== undefined && JSON.stringify(this.draft) === this.inForce;
  }

  /** The rule is in force, or was run over past calls, as it is now. */
  private get isTested(): boolean {
    if (!this.draft) return false;
    if (this.isAsInForce) return true;
    if (NOT_REPLAYED.has(this.draft.kind ?? '')) return true;
    return this.run?.status === 'done' && this.testedDraft === JSON.stringify(this.draft);
  }

  get cannotActivate(): boolean {
    return !this.isTested;
  }

  get hint(): string {
    const hints = [
      this.cannotActivate && labels.alertRulesActiveHint,
      this.file && labels.alertRulesExportHint,
    ];
    return hints.filter(Boolean).join(' ');
  }

  /** A rule in force is not offered switched off because of a change that has not been tried. */
  get file(): { name: string; href: string } | undefined {
    if (!this.draft?.name || this.draftFaults.length > 0) return undefined;
    if (this.inForce !== undefined && !this.isTested) return undefined;
    const { name, xml } = ruleFile(this.draft, this.isActive);
    return { name, href: `data:application/xml;charset=utf-8,${encodeURIComponent(xml)}` };
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
    this.forgetRun();
    void this.act(async () => {
      const { faults, backtestId } = await beginBacktest(draft);
      this.faults = faults;
      this.testedDraft = JSON.stringify(draft);
      if (backtestId && this.isConnected && draft.name === this.draft?.name)
        this.follow(backtestId);
    });
  }

  handleLookAgain(): void {
    if (this.followed) this.follow(this.followed);
  }

  private ruleNamed(name: string | undefined): RuleRecord | undefined {
    return this.standing.value?.rules.find((rule) => rule.name === name);
  }

  private pick(rule: RuleRecord | undefined): void {
    this.draft = rule;
    this.inForce = rule && JSON.stringify(rule);
    this.isNew = false;
    this.isActive = rule !== undefined;
    this.faults = [];
    this.tried = undefined;
    this.trying = { ...this.trying, problem: undefined };
    this.forgetRun();
  }

  /** Reads a run's progress now and every second until it ends, one request at a time. */
  private follow(backtestId: string): void {
    this.stopFollowing();
    this.followed = backtestId;
    this.stopLooking = everySecond(() => {
      if (!this.running.isBusy) void this.runLoader.load(backtestId);
    });
  }

  private showRun(state: Loaded<BacktestView>): void {
    this.running = state;
    if (state.problem || (state.value && state.value.status !== 'running')) this.stopFollowing();
  }

  private forgetRun(): void {
    this.stopFollowing();
    this.followed = undefined;
    this.runLoader.reset();
  }

  private stopFollowing(): void {
    this.stopLooking?.();
    this.stopLooking = undefined;
  }
}
