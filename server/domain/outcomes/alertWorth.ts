import { shareOf, type Share } from './share.ts';

/** The alerts of a rule by what became of them. Marks are of those that were shown. */
export interface AlertCount {
  readonly ruleName: string;
  /** As it was called last. */
  readonly label: string;
  /** Of rules that watch for the same, such as a threat to cancel. */
  readonly family: string;
  readonly shown: number;
  readonly heldOut: number;
  /** Not shown because the team had as many in that hour as the rule allows. */
  readonly limited: number;
  readonly useful: number;
  readonly notUseful: number;
}

export interface CountedAlerts {
  readonly counts: readonly AlertCount[];
  /** Hours in which a manager's reps were on calls that could raise alerts. */
  readonly managerHours: number;
}

/** How alerts were used. */
interface AlertUse {
  readonly shown: number;
  readonly heldOut: number;
  readonly limited: number;
  /** Useful among those that somebody marked. */
  readonly precision: Share;
  /** Useful among all that were shown: what is not marked counts as not useful. */
  readonly usefulOfShown: Share;
}

export interface AlertReport {
  /** From this day on alerts are still kept: earlier ones are in no number. YYYY-MM-DD. */
  readonly since: string;
  readonly all: AlertUse;
  readonly managerHours: number;
  /** Shown in a manager-hour; undefined without such hours. */
  readonly perManagerHour?: number;
  readonly families: readonly (AlertUse & { readonly family: string })[];
  readonly rules: readonly (AlertUse & Pick<AlertCount, 'ruleName' | 'label' | 'family'>)[];
}

/** How alerts were used, by rule and by family; those that were raised most first. */
export function alertReport({ counts, managerHours }: CountedAlerts, since: string): AlertReport {
  const all = useOf(counts);
  return {
    since,
    all,
    managerHours,
    ...(managerHours > 0 && { perManagerHour: all.shown / managerHours }),
    families: [...Map.groupBy(counts, ({ family }) => family)]
      .map(([family, those]) => ({ family, ...useOf(those) }))
      .sort(mostFirst),
    rules: counts
      .map(({ ruleName, label, family, ...one }) => ({
        ruleName,
        label,
        family,
        ...useOf([{ ruleName, label, family, ...one }]),
      }))
      .sort((a, b) => mostFirst(a, b) || a.ruleName.localeCompare(b.ruleName)),
  };
}

const raised = ({ shown, heldOut, limited }: AlertUse): number => shown + heldOut + limited;
const mostFirst = (a: AlertUse, b: AlertUse): number => raised(b) - raised(a);

function useOf(counts: readonly AlertCount[]): AlertUse {
  const sum = (read: (one: AlertCount) => number): number =>
    counts.reduce((all, one) => all + read(one), 0);
  const [shown, useful] = [sum((one) => one.shown), sum((one) => one.useful)];
  return {
    shown,
    heldOut: sum((one) => one.heldOut),
    limited: sum((one) => one.limited),
    precision: shareOf(useful, useful + sum((one) => one.notUseful)),
    usefulOfShown: shareOf(useful, shown),
  };
}
