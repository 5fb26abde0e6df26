import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { askWhenSet, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import {
  percentText,
  proficiency,
  type OutcomesQuestion,
  type Proficiency,
  type ProficiencyGroup,
} from 'c/outcomeApi';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

/**
 * How long new reps took until their calls went as well as those of experienced reps, before and
 * after supervision began.
 */
export default class OutcomeProficiency extends LightningElement {
  labels = labels;
  read: Loaded<Proficiency> = NOT_LOADED;
  columns: readonly TableColumn[] = [
    { key: 'group', label: labels.outcomesProficiencyGroup },
    { key: 'reps', label: labels.outcomesProficiencyReps },
    { key: 'reached', label: labels.outcomesProficiencyReached },
    { key: 'weeks', label: labels.outcomesProficiencyWeeks },
  ];
  private readonly asked = askWhenSet(
    (question: OutcomesQuestion) => proficiency(question),
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

  get isTeamUnknown(): boolean {
    return this.read.value?.teamsUnknown === true;
  }

  get isTooFew(): boolean {
    return this.read.value?.status === 'too_few';
  }

  get isMeasured(): boolean {
    return this.read.value?.status === 'measured';
  }

  get experiencedText(): string {
    const { value } = this.read;
    if (value?.status !== 'measured') return '';
    const { share, n } = value.experienced;
    return fill(labels.outcomesProficiencyExperienced, {
      share: percentText(share),
      n: countText(n),
    });
  }

  get rows(): TableRow[] {
    const { value } = this.read;
    if (value?.status !== 'measured') return [];
    const row = (key: string, group: string, of: ProficiencyGroup): TableRow => ({
      key,
      cells: {
        group,
        reps: countText(of.reps),
        reached: countText(of.reached),
        weeks: of.medianWeeks === undefined ? labels.outcomesNotKnown : countText(of.medianWeeks),
      },
    });
    return [
      row('before', labels.outcomesProficiencyBefore, value.before),
      row('since', labels.outcomesProficiencySince, value.since),
    ];
  }
}
