import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  alertsOf,
  betweenText,
  columnsOf,
  dayOfYearText,
  decimalsText,
  measuredText,
  type AlertOutcome,
  type AlertUse,
  type OutcomesQuestion,
} from 'c/outcomeApi';
import type { DrawnShare } from 'c/outcomeShares';
import type { TableRow } from 'c/uiDataTable';
import { familyText } from 'c/wordsApi';
import { LightningElement, api } from 'lwc';

type Row = AlertUse & { key: string; name: string };

const NUMBERS = {
  shown: labels.outcomesAlertsShown,
  heldOut: labels.outcomesAlertsHeldOut,
  limited: labels.outcomesAlertsLimited,
  useful: labels.outcomesAlertsUseful,
  marked: labels.outcomesAlertsMarked,
  precision: labels.outcomesAlertsPrecision,
  interval: labels.outcomesInterval,
  ofShown: labels.outcomesAlertsOfShown,
};

/**
 * How alerts were used: shown, held out, limited and marked, by family and by rule, and how many a
 * manager was shown in an hour.
 */
export default class OutcomeAlerts extends LightningElement {
  labels = labels;
  read: Loaded<AlertOutcome> = NOT_LOADED;
  familyColumns = columnsOf({ name: labels.outcomesAlertsFamily, ...NUMBERS });
  ruleColumns = columnsOf({ name: labels.outcomesAlertsRule, ...NUMBERS });
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => alertsOf(question),
    (state) => {
      this.read = state;
    },
  );

  @api
  get question(): OutcomesQuestion | undefined {
    return this.asked.question;
  }
  set question(question: OutcomesQuestion | undefined) {
    this.asked.question = question;
  }

  get hasAlerts(): boolean {
    return (this.read.value?.rules.length ?? 0) > 0;
  }

  get isNone(): boolean {
    return this.read.value !== undefined && !this.hasAlerts;
  }

  /** Said where alerts of the period are no longer kept. */
  get sinceText(): string | undefined {
    const { since, from } = this.read.value!;
    return since > from
      ? fill(labels.outcomesAlertsSince, { day: dayOfYearText(since) })
      : undefined;
  }

  get hoursText(): string {
    const { all, managerHours, perManagerHour } = this.read.value!;
    return perManagerHour === undefined
      ? labels.outcomesAlertsNoHours
      : fill(labels.outcomesAlertsPerHour, {
          alerts: decimalsText(perManagerHour),
          shown: countText(all.shown),
          hours: countText(managerHours),
        });
  }

  private get families(): Row[] {
    const { all, families } = this.read.value!;
    return [
      { ...all, key: 'all', name: labels.outcomesAll },
      ...families.map((one) => ({ ...one, key: one.family, name: familyText(one.family) })),
    ];
  }

  get shares(): DrawnShare[] {
    return this.families.map(({ key, name, precision: { events, n, interval } }) => ({
      key,
      label: name,
      n,
      ...(n > 0 && { value: events / n, interval }),
    }));
  }

  get familyRows(): TableRow[] {
    return this.families.map(rowOf);
  }

  get ruleRows(): TableRow[] {
    return this.read.value!.rules.map((one) =>
      rowOf({ ...one, key: one.ruleName, name: one.label }),
    );
  }
}

const rowOf = ({
  key,
  name,
  shown,
  heldOut,
  limited,
  precision: { events, n, interval },
}: Row): TableRow => ({
  key,
  cells: {
    name,
    shown: countText(shown),
    heldOut: countText(heldOut),
    limited: countText(limited),
    useful: countText(events),
    marked: countText(n),
    precision: measuredText(n > 0 ? events / n : undefined),
    interval: betweenText(n > 0 ? interval : undefined),
    ofShown: measuredText(shown > 0 ? events / shown : undefined),
  },
});
