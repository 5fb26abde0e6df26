import { MODE_NAME, MODES } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { Choice, OutcomeChoices } from 'c/outcomeApi';
import { COMPARED_BY, DIRECTIONS, PERIODS, type Filters } from './address';

const DIRECTION_LABEL: Record<Filters['direction'], string> = {
  both: labels.outcomesBothDirections,
  inbound: labels.outcomesInbound,
  outbound: labels.outcomesOutbound,
};

const COMPARED_BY_LABEL: Record<Filters['comparedBy'], string> = {
  rate: labels.outcomesComparedByRate,
  tenure: labels.outcomesComparedByTenure,
};

export interface Filter {
  name: keyof Filters;
  label: string;
  options: { value: string; label: string; selected: boolean }[];
}

/** The filters of the page, with their choices. */
export function filtersOf(chosen: Filters, choices: Partial<OutcomeChoices> = {}): Filter[] {
  const { days, mode, direction, comparedBy } = chosen;
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
  const among = (
    name: 'team' | 'queueId' | 'reasonCode',
    label: string,
    those: readonly Choice[] | undefined,
  ): Filter => {
    const own = chosen[name];
    const known = (those ?? []).some(({ value }) => value === own);
    const all = [
      { value: '', label: labels.outcomesAll },
      ...(own && !known ? [{ value: own, label: own }] : []),
      ...(those ?? []),
    ];
    return {
      name,
      label,
      options: all.map((one) => ({ ...one, selected: one.value === own })),
    };
  };
  const { teams, queues, reasons } = choices;
  return [
    {
      name: 'days',
      label: labels.resultPeriod,
      options: options(PERIODS, days, (one) => fill(labels.resultDays, { days: one })),
    },
    {
      name: 'mode',
      label: labels.outcomesMode,
      options: options(MODES, mode, (one) => MODE_NAME[one]),
    },
    {
      name: 'direction',
      label: labels.outcomesDirection,
      options: options(DIRECTIONS, direction, (one) => DIRECTION_LABEL[one]),
    },
    among(
      'team',
      labels.outcomesTeam,
      teams?.map(({ value, label }) => ({
        value,
        label: fill(labels.outcomesTeamOf, { name: label }),
      })),
    ),
    among('queueId', labels.outcomesQueue, queues),
    among('reasonCode', labels.outcomesReason, reasons),
    {
      name: 'comparedBy',
      label: labels.outcomesComparedBy,
      options: options(COMPARED_BY, comparedBy, (one) => COMPARED_BY_LABEL[one]),
    },
  ];
}
