import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import {
  columnsOf,
  dateOfDayText,
  digitsText,
  drillEvent,
  percentText,
  pointsBetween,
  pointsOf,
  pointsText,
  type Arm,
  type HoldOut,
} from 'c/outcomeApi';
import type { NamedInterval } from 'c/outcomeIntervals';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/** The texts for calls that went well, and for satisfied customers. */
const WORDS = {
  results: {
    known: labels.outcomesWorthKnown,
    wellColumn: labels.outcomesWorthWell,
    well: labels.outcomesWorthWentWell,
    mismatchKnown: labels.outcomesWorthMismatchKnown,
  },
  ratings: {
    known: labels.outcomesSatisfactionAnswered,
    wellColumn: labels.outcomesSatisfactionSatisfied,
    well: labels.outcomesSatisfactionWell,
    mismatchKnown: labels.outcomesSatisfactionMismatch,
  },
} as const;

/**
 * The effect of showing suggestions, estimated from those held out: on how calls went, or on
 * customers' ratings. Fires `drill`.
 */
export default class OutcomeHoldOut extends LightningElement {
  labels = labels;
  @api holdOut!: HoldOut;
  @api heading = '';
  @api of: keyof typeof WORDS = 'results';

  private get words(): (typeof WORDS)[keyof typeof WORDS] {
    return WORDS[this.of];
  }

  get armColumns(): readonly TableColumn[] {
    return columnsOf({
      arm: labels.outcomesWorthGroup,
      drawn: labels.outcomesAnswered,
      known: this.words.known,
      well: this.words.wellColumn,
    });
  }

  effectColumns = columnsOf({
    how: labels.outcomesWorthEffect,
    value: labels.outcomesRate,
    interval: labels.outcomesInterval,
  });

  /** Distinguishes this table from that of the other hold-out on the page. */
  get effectCaption(): string {
    return `${this.heading}: ${labels.outcomesWorthEffect}`;
  }

  private get estimated(): Extract<HoldOut, { status: 'estimated' }> | undefined {
    const { holdOut } = this;
    return holdOut.status === 'estimated' ? holdOut : undefined;
  }

  get isEstimated(): boolean {
    return this.estimated !== undefined;
  }

  get isDrawn(): boolean {
    return this.holdOut.status !== 'none';
  }

  get drawnText(): string | undefined {
    const { holdOut } = this;
    if (holdOut.status === 'none') return undefined;
    const drawn = fill(labels.outcomesWorthDrawn, {
      percent: countText(holdOut.percent),
      shown: countText(holdOut.shown.drawn),
      held: countText(holdOut.heldOut.drawn),
      reps: countText(holdOut.reps),
    });
    const left = fill(labels.outcomesWorthLeftOut, { calls: countText(holdOut.leftOut) });
    const since =
      holdOut.since && fill(labels.outcomesWorthSinceDay, { day: dateOfDayText(holdOut.since) });
    return [drawn, since, holdOut.leftOut > 0 && left].filter(Boolean).join(' ');
  }

  get verdict(): string {
    const { holdOut } = this;
    if (holdOut.status === 'none') return labels.outcomesWorthNone;
    if (holdOut.status === 'mismatch')
      return fill(
        holdOut.mismatch === 'sizes' ? labels.outcomesWorthMismatchSizes : this.words.mismatchKnown,
        { p: digitsText(holdOut.pValue) },
      );
    if (holdOut.status === 'too_few')
      return holdOut.missing === 'reps'
        ? labels.outcomesWorthTooFewReps
        : fill(labels.outcomesWorthTooFew, { calls: countText(holdOut.moreCalls) });
    const text = {
      helped: labels.outcomesWorthHelps,
      hurt: labels.outcomesWorthHurts,
      not_known: labels.outcomesWorthNotKnown,
    }[holdOut.verdict];
    return fill(text, {
      value: pointsText(holdOut.effect.value),
      ...pointsOf(holdOut.alwaysValid),
    });
  }

  get verdictClass(): string {
    return this.holdOut.status === 'mismatch' ? 'warning' : 'verdict';
  }

  get verdictRole(): string | undefined {
    return this.holdOut.status === 'mismatch' ? 'alert' : undefined;
  }

  get effects(): NamedInterval[] {
    const { effect, unadjusted, alwaysValid } = this.estimated!;
    return [
      {
        key: 'always',
        label: labels.outcomesWorthAlwaysValid,
        value: effect.value,
        interval: alwaysValid,
      },
      { key: 'adjusted', label: labels.outcomesWorthAdjusted, ...effect },
      { key: 'unadjusted', label: labels.outcomesWorthUnadjusted, ...unadjusted },
    ];
  }

  get effectRows(): TableRow[] {
    return this.effects.map(({ key, label, value, interval }) => ({
      key,
      cells: { how: label, value: pointsText(value), interval: pointsBetween(interval) },
    }));
  }

  get remarks(): string[] {
    const { evidence, detectable, moreCalls } = this.estimated!;
    return [
      ...(moreCalls === undefined
        ? []
        : [fill(labels.outcomesWorthNeedsMore, { calls: countText(moreCalls) })]),
      ...(detectable === undefined
        ? []
        : [fill(labels.outcomesWorthDetectable, { value: pointsText(detectable) })]),
      fill(labels.outcomesWorthEvidence, { e: digitsText(evidence) }),
    ];
  }

  get armRows(): TableRow[] {
    const { holdOut } = this;
    if (holdOut.status === 'none') return [];
    const row = (key: string, arm: string, { drawn, n, events }: Arm): TableRow => ({
      key,
      cells: {
        arm,
        drawn: { text: countText(drawn), opens: drawn > 0 },
        known: countText(n),
        // No shares for arms that cannot be compared, because readers would compare them anyway.
        well:
          n > 0 && holdOut.status === 'estimated'
            ? fill(this.words.well, {
                rate: percentText(events / n),
                events: countText(events),
                n: countText(n),
              })
            : labels.outcomesNotKnown,
      },
    });
    return [
      row('shown', labels.outcomesWorthShown, holdOut.shown),
      row('held', labels.outcomesWorthHeldOut, holdOut.heldOut),
    ];
  }

  handleArm(event: CustomEvent<CellOpened>): void {
    const isHeld = event.detail.row === 'held';
    this.dispatchEvent(
      drillEvent({
        what: isHeld ? labels.outcomesWorthHeldOut : labels.outcomesWorthShown,
        behind: {
          arm: isHeld ? 'held_out' : 'shown',
          ...(this.holdOut.since && { from: this.holdOut.since }),
        },
        ofAllReasons: true,
      }),
    );
  }
}
