import { MODE_NAME, MODES, countText, daysLater, todayText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  createAction,
  createLoader,
  IDLE,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';
import {
  choices,
  deals,
  outcomeFile,
  outcomes,
  percentText,
  worth,
  type DealsThen,
  type Drill,
  type AdjustedFunnel,
  type FileFormat,
  type Funnel,
  type OutcomeChoices,
  type Outcomes,
  type OutcomesQuestion,
  type Worth,
} from 'c/outcomeApi';
import type OutcomeCalls from 'c/outcomeCalls';
import type { NamedShare } from 'c/outcomeSavedTable';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { LightningElement, wire } from 'lwc';
import {
  areSame,
  DEFAULT_FILTERS,
  drillIn,
  filtersIn,
  stateOf,
  stateWithDrill,
  type Filters,
} from './address';
import { filtersOf, type Filter } from './filters';
import { tilesOf, type Tile } from './tiles';

/** How soon a page that waits for calls to be counted asks again. */
const LOOK_AGAIN_MS = 5_000;

interface Page {
  type: string;
  attributes: Readonly<Record<string, string>>;
  state?: Readonly<Record<string, string>>;
}

/**
 * How often supervisors intervene, over time and compared, how it ends and its effect, for the reps
 * whose calls this person can join, and for everybody in RevOps' case. Each number opens its calls.
 */
export default class OutcomePage extends NavigationMixin(LightningElement) {
  labels = labels;
  chosen: Filters = DEFAULT_FILTERS;
  read: Loaded<Outcomes> = NOT_LOADED;
  worthRead: Loaded<Worth> = NOT_LOADED;
  dealsRead: Loaded<{ looks: DealsThen[] }> = NOT_LOADED;
  choicesRead: Loaded<OutcomeChoices> = NOT_LOADED;
  filing: ActionState = IDLE;
  /** A file that is ready for download. */
  ready?: { href: string; name: string };
  drilled?: { what: string; query: Record<string, string> };
  /** The part of the address that names the shown calls. */
  private drillAddress?: string;
  /** The query for the parts of the page that load separately. */
  asked?: OutcomesQuestion;
  private page?: Page;
  private nextLook?: ReturnType<typeof setTimeout>;
  private readonly loader = createLoader(
    () => outcomes(this.question),
    (state) => {
      this.read = state;
      this.lookAgain();
    },
  );
  private readonly worthLoader = createLoader(
    () => worth(this.question),
    (state) => {
      this.worthRead = state;
    },
  );
  private readonly dealsLoader = createLoader(
    () => deals(this.question),
    (state) => {
      this.dealsRead = state;
    },
  );
  private readonly choicesLoader = createLoader(
    () => choices(this.question),
    (state) => {
      this.choicesRead = state;
    },
  );
  private readonly file = createAction((state) => {
    this.filing = state;
  });

  /** The address of the page contains the choices, so that it can be saved and sent. */
  @wire(CurrentPageReference)
  pageChanged(page?: Page): void {
    this.page = page;
    const chosen = filtersIn(page?.state);
    const isSame = areSame(chosen, this.chosen);
    this.chosen = chosen;
    if (!isSame && this.isConnected) this.load();
    const address = page?.state?.c__calls;
    if (isSame && address === this.drillAddress) return;
    this.drillAddress = address;
    this.showCalls(drillIn(page?.state));
  }

  connectedCallback(): void {
    this.load();
  }

  disconnectedCallback(): void {
    clearTimeout(this.nextLook);
  }

  /** Nothing can be shown until the calls are counted: the page asks until they are. */
  private lookAgain(): void {
    clearTimeout(this.nextLook);
    const { isBusy, problem } = this.read;
    if (!isBusy && !problem && this.isEmpty && this.isBehind && this.isConnected)
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when the page is left
      this.nextLook = setTimeout(() => this.load(), LOOK_AGAIN_MS);
  }

  private load(): void {
    this.asked = this.question;
    void this.loader.load();
    void this.worthLoader.load();
    void this.dealsLoader.load();
    void this.choicesLoader.load();
  }

  private get question(): OutcomesQuestion {
    const { days, mode, direction, team, queueId, reasonCode } = this.chosen;
    const today = todayText();
    return {
      from: daysLater(today, 1 - days),
      to: today,
      mode,
      ...(direction !== 'both' && { direction }),
      ...(team && { team }),
      ...(queueId && { queueId }),
      ...(reasonCode && { reasonCode }),
    };
  }

  get filters(): Filter[] {
    return filtersOf(this.chosen, this.choicesRead.value);
  }

  get mayStateStarts(): boolean {
    return this.choicesRead.value?.mayStateStarts === true;
  }

  get fileHref(): string | undefined {
    return this.ready?.href;
  }

  get fileName(): string | undefined {
    return this.ready?.name;
  }

  get hasReason(): boolean {
    return this.chosen.reasonCode !== '';
  }

  get isEmpty(): boolean {
    return this.read.value?.totals.answered === 0;
  }

  get emptyHeading(): string {
    return this.isBehind ? labels.outcomesCounting : labels.outcomesEmpty;
  }

  get emptyText(): string {
    if (this.isBehind) return labels.outcomesCountingText;
    return this.read.value?.scope === 'everybody'
      ? labels.outcomesEmptyText
      : labels.outcomesEmptyReps;
  }

  get hasCalls(): boolean {
    return (this.read.value?.totals.answered ?? 0) > 0;
  }

  get hasInterventions(): boolean {
    return (this.read.value?.byMode.length ?? 0) > 0;
  }

  get hasReasons(): boolean {
    return (this.read.value?.byReason.length ?? 0) > 0;
  }

  get isBehind(): boolean {
    return (this.read.value?.daysDue ?? 0) > 0;
  }

  get scopeText(): string {
    return this.read.value!.scope === 'everybody'
      ? labels.outcomesOfEverybody
      : fill(labels.outcomesOfReps, { reps: countText(this.read.value!.reps.points.length) });
  }

  get tiles(): Tile[] {
    return tilesOf(this.read.value!);
  }

  get rateClass(): string {
    return `mode-look_${this.read.value!.mode}`;
  }

  get rateHeading(): string {
    return fill(labels.outcomesRateHeading, { mode: MODE_NAME[this.read.value!.mode] });
  }

  get normText(): string | undefined {
    const { norm } = this.read.value!;
    return (
      norm &&
      fill(labels.outcomesNorm, { low: percentText(norm.low), high: percentText(norm.high) })
    );
  }

  get reasonsHeading(): string {
    return fill(labels.outcomesByReason, { mode: MODE_NAME[this.read.value!.mode] });
  }

  get modeShares(): NamedShare[] {
    return this.read.value!.byMode.map((share) => ({
      ...share,
      key: share.mode,
      name: MODE_NAME[share.mode],
      mode: share.mode,
      behind: { mode: share.mode },
    }));
  }

  get reasonShares(): NamedShare[] {
    return this.read.value!.byReason.map((share) => ({
      ...share,
      key: share.reasonCode ?? 'none',
      behind: {
        mode: this.read.value!.mode,
        ...(share.reasonCode ? { reasonCode: share.reasonCode } : { withoutReason: 'true' }),
      },
      name: share.label ?? share.reasonCode ?? labels.outcomesNoReason,
    }));
  }

  get otherSupervisors(): string | undefined {
    const count = this.read.value!.otherSupervisors;
    return count ? fill(labels.outcomesSupervisorsOthers, { count: countText(count) }) : undefined;
  }

  get isByTenure(): boolean {
    return this.chosen.comparedBy === 'tenure';
  }

  get tenureText(): string {
    return tenureTextOf(this.read.value!.repsByTenure);
  }

  get supervisorTenureText(): string {
    return tenureTextOf(this.read.value!.supervisorsByTenure);
  }

  get reps(): Funnel {
    const { reps, repsByTenure } = this.read.value!;
    return this.chosenOf(reps, repsByTenure);
  }

  get supervisors(): Funnel {
    const { supervisors, supervisorsByTenure } = this.read.value!;
    return this.chosenOf(supervisors, supervisorsByTenure);
  }

  private chosenOf(plain: Funnel, adjusted: AdjustedFunnel): Funnel {
    return this.isByTenure && adjusted.status === 'adjusted' ? adjusted : plain;
  }

  handleFilter(event: Event): void {
    const { dataset, value } = event.currentTarget as HTMLSelectElement;
    const name = dataset.filter as keyof Filters;
    this.chosen = filtersIn(stateOf({ ...this.chosen, [name]: value }));
    this.load();
    this.drill(undefined);
  }

  handleTile(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const mode = MODES.find((one) => one === key);
    const { label } = this.tiles.find((tile) => tile.key === key)!;
    if (mode) this.drill({ what: MODE_NAME[mode], behind: { mode } });
    else
      this.drill({
        what: label,
        behind: key === 'help' ? { askedForHelp: 'true' } : {},
        ofAllReasons: true,
      });
  }

  handleDrill(event: CustomEvent<Drill>): void {
    this.drill(event.detail);
  }

  /** What compares before and after is asked again. */
  handleStated(): void {
    this.asked = this.question;
    void this.worthLoader.load();
  }

  handleCloseList(): void {
    this.drill(undefined);
  }

  /** Also puts these calls into the address. */
  private drill(drill: Drill | undefined): void {
    this.showCalls(drill);
    if (!this.page) return;
    const state = stateWithDrill(stateOf(this.chosen, this.page.state), drill);
    this.drillAddress = state.c__calls;
    this.page = { ...this.page, state };
    this[NavigationMixin.Navigate](this.page, true);
  }

  /** Focuses the list of calls once it is on the page. */
  private showCalls(drill: Drill | undefined): void {
    if (!drill) {
      this.drilled = undefined;
      return;
    }
    const { what, behind, ofAllReasons } = drill;
    const { mode: _mode, reasonCode, ...asked } = this.question;
    const query = {
      ...asked,
      ...(reasonCode && !ofAllReasons && { reasonCode }),
      ...behind,
    };
    this.drilled = { what, query };
    void Promise.resolve().then(() =>
      this.template?.querySelector<OutcomeCalls & HTMLElement>('c-outcome-calls')?.focus(),
    );
  }

  /**
   * The template sets the link's address, because Lightning Web Security lets no code set a data
   * URL.
   */
  async handleFile(event: Event): Promise<void> {
    const format = (event.currentTarget as HTMLElement).dataset.format as FileFormat;
    const question = this.question;
    const isReady = await this.file(async () => {
      this.ready = {
        href: await outcomeFile(question, format),
        name: `dealside-outcomes-${question.mode}-${question.from}-${question.to}.${format}`,
      };
    });
    if (!isReady) return;
    await Promise.resolve();
    this.template!.querySelector<HTMLAnchorElement>('[data-id="file"]')?.click();
  }

  handlePrint(): void {
    window.print();
  }

  handleRetry(): void {
    this.load();
  }
}

const tenureTextOf = ({ status }: AdjustedFunnel): string =>
  status === 'adjusted' ? labels.outcomesTenureText : labels.outcomesTenureFew;
