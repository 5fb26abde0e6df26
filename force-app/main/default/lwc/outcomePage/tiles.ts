import { MODE_NAME, MODES, countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { percentText, type Outcomes } from 'c/outcomeApi';

export interface Tile {
  key: string;
  number: string;
  label: string;
  /** The label of the button. */
  name: string;
  className: string;
}

/** How many calls there were, and in which mode a supervisor was on them. */
export function tilesOf({ totals }: Pick<Outcomes, 'totals'>): Tile[] {
  const tiles = [
    { key: 'answered', number: countText(totals.answered), label: labels.outcomesAnswered },
    ...MODES.map((mode) => ({
      key: mode,
      number: countText(totals[mode]),
      label: fill(labels.outcomesTile, {
        mode: MODE_NAME[mode],
        share: percentText(totals[mode] / totals.answered),
      }),
    })),
    { key: 'help', number: countText(totals.helpRequested), label: labels.outcomesHelp },
  ];
  return tiles.map((tile) => ({
    ...tile,
    name: `${tile.number} ${tile.label}`,
    className: `tile mode-look_${tile.key}`,
  }));
}
