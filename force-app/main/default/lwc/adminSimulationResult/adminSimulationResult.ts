import {
  WAY_LABEL,
  WAYS,
  type Coverage,
  type RuleInWords,
  type SimulationResult as Result,
  type TeamCount,
} from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import type { TableColumn, TableRow } from 'c/uiDataTable';
import { LightningElement, api } from 'lwc';

const COMPARED: readonly TableColumn[] = [
  { key: 'before', label: labels.simBefore },
  { key: 'after', label: labels.simAfter },
  { key: 'change', label: labels.simChange },
];

/**
 * The results of two policies for the same calls: numbers, hours, teams, people, and the
 * differences between the policies.
 */
export default class AdminSimulationResult extends LightningElement {
  labels = labels;
  joinableColumns: readonly TableColumn[] = [{ key: 'way', label: labels.simWay }, ...COMPARED];
  peopleColumns: readonly TableColumn[] = [
    { key: 'name', label: labels.simPerson },
    { key: 'way', label: labels.simWay },
    ...COMPARED,
  ];

  @api result!: Result;
  /** The rules of both policies in words, if known. */
  @api beforeRules: readonly RuleInWords[] = [];
  @api afterRules: readonly RuleInWords[] = [];

  get isEmpty(): boolean {
    return this.result.calls === 0;
  }

  get summary(): string {
    const { calls, people } = this.result;
    return fill(labels.simResult, { calls: countText(calls), people: countText(people) });
  }

  get verdict(): string {
    const { callsGained, callsLost } = this.result.difference;
    return callsGained + callsLost === 0
      ? labels.simSame
      : fill(labels.simGainedLost, {
          gained: countText(callsGained),
          lost: countText(callsLost),
        });
  }

  get heldBack(): string | undefined {
    const { heldBack } = this.result.difference;
    return heldBack ? fill(labels.simHeldBack, { calls: countText(heldBack) }) : undefined;
  }

  get joinable(): TableRow[] {
    const { before, after } = this.result;
    const row = (
      key: string,
      { way, then, now }: { readonly way: string; readonly then: number; readonly now: number },
    ): TableRow => ({
      key,
      cells: {
        way,
        before: countText(then),
        after: countText(now),
        change: signed(now - then),
      },
    });
    return [
      ...WAYS.map((way) =>
        row(way, {
          way: WAY_LABEL[way],
          then: before.joinable[way] ?? 0,
          now: after.joinable[way] ?? 0,
        }),
      ),
      row('uncovered', { way: labels.simUncovered, then: before.uncovered, now: after.uncovered }),
    ];
  }

  get consent(): { text: string; rules: { key: string; text: string }[] } | undefined {
    const { barred } = this.result.after;
    if (!barred?.calls) return undefined;
    return {
      text: fill(labels.simConsent, { calls: countText(barred.calls) }),
      rules: barred.by.map(({ rule, calls }) => ({
        key: rule,
        text: fill(labels.simConsentRule, { rule, calls: countText(calls) }),
      })),
    };
  }

  get isDifferent(): boolean {
    return JSON.stringify(this.result.before.hours) !== JSON.stringify(this.result.after.hours);
  }

  get firstHours(): string {
    return this.isDifferent ? labels.simHoursBefore : labels.simHours;
  }

  get teams() {
    const { before, after } = this.result;
    return after.teams.map((team) => {
      const then = before.teams.find(({ managerId }) => managerId === team.managerId) ?? team;
      return {
        key: team.managerId ?? '',
        name: team.managerId
          ? fill(labels.simTeam, { manager: team.manager ?? team.managerId })
          : labels.simNoTeam,
        bars: [bar('before', labels.simTeamBefore, then), bar('after', labels.simTeamAfter, team)],
      };
    });
  }

  get people(): TableRow[] {
    return this.result.difference.people.map(({ userId, name, way, before, after }) => ({
      key: `${userId} ${way}`,
      cells: {
        name,
        way: WAY_LABEL[way],
        before: countText(before),
        after: countText(after),
        change: signed(after - before),
      },
    }));
  }

  get hasPeople(): boolean {
    return this.people.length > 0;
  }

  get before(): Coverage {
    return this.result.before;
  }

  get after(): Coverage {
    return this.result.after;
  }
}

const signed = (change: number): string =>
  change > 0 ? `+${countText(change)}` : countText(change);

function bar(key: string, text: string, { uncovered, calls }: TeamCount) {
  const share = calls === 0 ? 0 : Math.round((uncovered / calls) * 100);
  return {
    key,
    text: fill(text, { uncovered: countText(uncovered), calls: countText(calls) }),
    className: `bar bar_${key}`,
    style: `width: ${share}%`,
  };
}
