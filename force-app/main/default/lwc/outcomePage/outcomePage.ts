import { LightningElement } from 'lwc';
import { MODE_LABEL, MODES, countText, dayText, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import type { NamedShare } from 'c/outcomeSavedTable';
import { outcomes, percentText, worth, type Outcomes, type Worth } from 'c/outcomeApi';
import { csvHref } from 'c/uiCsv';
import { csvOf } from './csv';

const PERIODS = [30, 90, 365];
const DIRECTIONS = ['both', 'inbound', 'outbound'] as const;
type DirectionFilter = (typeof DIRECTIONS)[number];
const DIRECTION_LABEL: Record<DirectionFilter, string> = {
  both: labels.outcomesBothDirections,
  inbound: labels.outcomesInbound,
  outbound: labels.outcomesOutbound,
};

interface Filter {
  name: 'days' | 'mode' | 'direction';
  label: string;
  options: { value: string; label: string; selected: boolean }[];
}

/**
 * How often supervisors step in, over time and beside each other, and how it ends: of the reps whose
 * calls this person can be on, and for RevOps of everybody.
 */
export default class OutcomePage extends LightningElement {
  labels = labels;
  days = 90;
  mode: Mode = 'barge';
  direction: DirectionFilter = 'both';
  read: Loaded<Outcomes> = NOT_LOADED;
  private readonly loader = createLoader(
    () => outcomes(this.question),
    (state) => {
      this.read = state;
    },
  );

  worthRead: Loaded<Worth> = NOT_LOADED;
  private readonly worthLoader = createLoader(
    () => worth(this.question),
    (state) => {
      this.worthRead = state;
    },
  );

  connectedCallback(): void {
    this.load();
  }

  private load(): void {
    void this.loader.load();
    void this.worthLoader.load();
  }

  private get question() {
    const today = new Date();
    const first = new Date(today);
    first.setDate(first.getDate() - (this.days - 1));
    return {
      from: dayText(first),
      to: dayText(today),
      mode: this.mode,
      ...(this.direction !== 'both' && { direction: this.direction }),
    };
  }

  get filters(): Filter[] {
    const options = <T extends string | number>(
      values: readonly T[],
      chosen: T,
      text: (value: T) => string,
    ) =>
      values.map((value) => ({
        value: String(value),
        label: text(value),
        selected: value === chosen,
      }));
    return [
      {
        name: 'days',
        label: labels.resultPeriod,
        options: options(PERIODS, this.days, (days) => fill(labels.resultDays, { days })),
      },
      {
        name: 'mode',
        label: labels.outcomesMode,
        options: options(MODES, this.mode, (mode) => MODE_LABEL[mode]),
      },
      {
        name: 'direction',
        label: labels.outcomesDirection,
        options: options(DIRECTIONS, this.direction, (one) => DIRECTION_LABEL[one]),
      },
    ];
  }

  get isEmpty(): boolean {
    return this.read.value?.totals.answered === 0;
  }

  get emptyText(): string {
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

  get tiles(): { key: string; number: string; label: string; className: string }[] {
    const { totals } = this.read.value!;
    const tiles = [
      { key: 'answered', number: countText(totals.answered), label: labels.outcomesAnswered },
      ...MODES.map((mode) => ({
        key: mode,
        number: countText(totals[mode]),
        label: fill(labels.outcomesTile, {
          mode: MODE_LABEL[mode],
          share: percentText(totals[mode] / totals.answered),
        }),
      })),
      { key: 'help', number: countText(totals.helpRequested), label: labels.outcomesHelp },
    ];
    return tiles.map((tile) => ({ ...tile, className: `tile mode-look_${tile.key}` }));
  }

  get rateClass(): string {
    return `mode-look_${this.read.value!.mode}`;
  }

  get rateHeading(): string {
    return fill(labels.outcomesRateHeading, { mode: MODE_LABEL[this.read.value!.mode] });
  }

  get normText(): string | undefined {
    const { norm } = this.read.value!;
    return (
      norm &&
      fill(labels.outcomesNorm, { low: percentText(norm.low), high: percentText(norm.high) })
    );
  }

  get reasonsHeading(): string {
    return fill(labels.outcomesByReason, { mode: MODE_LABEL[this.read.value!.mode] });
  }

  get modeShares(): NamedShare[] {
    return this.read.value!.byMode.map((share) => ({
      ...share,
      key: share.mode,
      name: MODE_LABEL[share.mode],
      mode: share.mode,
    }));
  }

  get reasonShares(): NamedShare[] {
    return this.read.value!.byReason.map((share) => ({
      ...share,
      key: share.reasonCode ?? 'none',
      name: share.label ?? share.reasonCode ?? labels.outcomesNoReason,
    }));
  }

  get csvName(): string {
    const { from, to, mode } = this.read.value!;
    return `dealside-outcomes-${mode}-${from}-${to}.csv`;
  }

  get csvHref(): string {
    return csvHref(csvOf(this.read.value!));
  }

  handleFilter(event: Event): void {
    const { dataset, value } = event.currentTarget as HTMLSelectElement;
    if (dataset.filter === 'days') this.days = Number(value);
    else if (dataset.filter === 'mode') this.mode = value as Mode;
    else this.direction = value as DirectionFilter;
    this.load();
  }

  handleRetry(): void {
    this.load();
  }
}
