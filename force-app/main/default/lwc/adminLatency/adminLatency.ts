import MAY_ADMINISTER from '@salesforce/customPermission/Dealside_Administer';
import LOCALE from '@salesforce/i18n/locale';
import { latencies, type AddedDelay, type CustomerDelay, type LatencyRow } from 'c/adminApi';
import { MODE_NAME, withMinusSign } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

const PERIODS = [1, 7, 30];

interface Measured {
  readonly rows: readonly LatencyRow[];
  readonly addedDelay?: AddedDelay;
  readonly customerDelay?: CustomerDelay;
}

/** How long joins and mode changes took in the last days, from the click to the first sound. */
export default class AdminLatency extends LightningElement {
  labels = labels;
  isRefused = !MAY_ADMINISTER;
  days = 7;
  measured: Loaded<Measured> = NOT_LOADED;
  private readonly loader = createLoader(
    () => latencies(this.days),
    (state) => {
      this.measured = state;
    },
  );

  connectedCallback(): void {
    if (!this.isRefused) void this.loader.load();
  }

  get isEmpty(): boolean {
    return this.measured.value?.rows.length === 0;
  }

  get hasRows(): boolean {
    return (this.measured.value?.rows.length ?? 0) > 0;
  }

  get rows(): readonly LatencyRow[] {
    return this.measured.value?.rows ?? [];
  }

  /** The delay that joins added for the rep, and how many were measured. */
  get addedText(): string {
    const added = this.measured.value?.addedDelay;
    if (!added?.count) return labels.latencyUnknown;
    const { count, roundTripMs, jitterMs, mos } = added;
    return fill(count === 1 ? labels.latencyAddedOne : labels.latencyAdded, {
      count,
      delay: signed(roundTripMs?.p50),
      delayMost: signed(roundTripMs?.p95),
      jitter: signed(jitterMs?.p50),
      score: mos === null ? labels.latencyUnknown : scoreChange(mos),
    });
  }

  /** What test calls of the period measured on the customer's connection, a line for each mode. */
  get customerLines(): readonly string[] {
    const { testCalls = 0, modes = [] } = this.measured.value?.customerDelay ?? {};
    if (modes.length > 0)
      return modes.map(({ mode, count, p50, p95 }) =>
        fill(labels.latencyCustomer, {
          mode: MODE_NAME[mode],
          delay: signed(p50),
          delayMost: signed(p95),
          count,
          testCalls,
        }),
      );
    return [
      testCalls === 0
        ? labels.latencyCustomerNoCalls
        : fill(labels.latencyCustomerUnmeasured, { testCalls }),
    ];
  }

  /** Test calls measure also while nobody joins. */
  get hasDelays(): boolean {
    return this.hasRows || (this.measured.value?.customerDelay?.testCalls ?? 0) > 0;
  }

  get periods(): { value: string; label: string; selected: boolean }[] {
    return PERIODS.map((days) => ({
      value: String(days),
      label: days === 1 ? labels.resultDay : fill(labels.resultDays, { days }),
      selected: days === this.days,
    }));
  }

  handlePeriod(event: Event): void {
    this.days = Number((event.target as HTMLSelectElement).value);
    void this.loader.load();
  }

  handleRetry(): void {
    void this.loader.load();
  }
}

const signed = (ms: number | undefined): string =>
  ms === undefined
    ? labels.latencyUnknown
    : `${ms > 0 ? '+' : ''}${withMinusSign(String(Math.round(ms)))} ms`;

const hundredths = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

const scoreChange = (change: number): string => withMinusSign(hundredths.format(change));
