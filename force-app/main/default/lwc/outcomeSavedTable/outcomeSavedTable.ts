import { countText, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { drillEvent, percentText, type Behind, type SavedShare } from 'c/outcomeApi';
import type { CellOpened, TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

export interface NamedShare extends SavedShare {
  key: string;
  name: string;
  /** Shown with its color and icon instead of the name. */
  mode?: Mode;
  /** Selects the interventions of the row. */
  behind: Behind;
}

/** The interventions that each number of the table counts. */
const OUTCOME: Readonly<Record<string, Behind>> = {
  interventions: { ofInterventions: 'true' },
  given: { outcome: 'given' },
  saved: { outcome: 'saved' },
};

/**
 * How interventions ended, by mode or reason: how many of those with an outcome were saved, and the
 * interval of that share. Fires `drill`.
 */
export default class OutcomeSavedTable extends LightningElement {
  @api heading = '';
  /** The label of the first column. */
  @api nameLabel = '';
  @api shares: readonly NamedShare[] = [];

  get columns(): readonly TableColumn[] {
    return [
      { key: 'name', label: this.nameLabel },
      { key: 'interventions', label: labels.outcomesInterventions },
      { key: 'given', label: labels.outcomesGiven },
      { key: 'saved', label: labels.outcomesSaved },
      { key: 'interval', label: labels.outcomesInterval },
    ];
  }

  get rows(): TableRow[] {
    return this.shares.map(({ key, name, mode, interventions, given, saved, interval }) => ({
      key,
      cells: {
        name: mode ? { mode } : name,
        interventions: { text: countText(interventions), opens: interventions > 0 },
        given: { text: countText(given), opens: given > 0 },
        saved: {
          text:
            given > 0
              ? fill(labels.outcomesSavedShare, {
                  saved: countText(saved),
                  share: percentText(saved / given),
                })
              : labels.outcomesNotKnown,
          opens: saved > 0,
        },
        interval:
          given > 0
            ? `${percentText(interval.low)} – ${percentText(interval.high)}`
            : labels.outcomesNotKnown,
      },
    }));
  }

  handleOpen(event: CustomEvent<CellOpened>): void {
    const { row, column } = event.detail;
    const { name, behind } = this.shares.find(({ key }) => key === row)!;
    const { label } = this.columns.find(({ key }) => key === column)!;
    this.dispatchEvent(
      drillEvent({ what: `${name}, ${label}`, behind: { ...behind, ...OUTCOME[column] } }),
    );
  }
}
