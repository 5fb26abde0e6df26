import { LightningElement, api } from 'lwc';
import { countText, type Mode } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { percentText, type SavedShare } from 'c/outcomeApi';
import type { TableColumn, TableRow } from 'c/uiDataTable';

export interface NamedShare extends SavedShare {
  key: string;
  name: string;
  /** Shown by its look in place of the name. */
  mode?: Mode;
}

/**
 * How interventions ended, by mode or reason: of those with an outcome how many were saved, and
 * between which shares the truth may lie.
 */
export default class OutcomeSavedTable extends LightningElement {
  @api heading = '';
  /** What the first column names. */
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
        interventions: countText(interventions),
        given: countText(given),
        saved:
          given > 0
            ? fill(labels.outcomesSavedShare, {
                saved: countText(saved),
                share: percentText(saved / given),
              })
            : labels.outcomesNotKnown,
        interval:
          given > 0
            ? `${percentText(interval.low)} – ${percentText(interval.high)}`
            : labels.outcomesNotKnown,
      },
    }));
  }
}
