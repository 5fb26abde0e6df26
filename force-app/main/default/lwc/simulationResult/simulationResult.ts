import { LightningElement, api } from 'lwc';
import { WAYS, type Coverage, type RuleInWords, type SimulationResult as Result, type TeamCount, type Way } from 'c/adminApi';
import { MODE_LABEL } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

const LABEL: Record<Way, string> = { ...MODE_LABEL, covert: labels.simUnseen };

/** What two policies would have made of the same calls: numbers, hours, teams, people, and what differs between the policies. */
export default class SimulationResult extends LightningElement {
  labels = labels;
  @api result!: Result;
  /** The rules of both policies in words, where they are known. */
  @api beforeRules: readonly RuleInWords[] = [];
  @api afterRules: readonly RuleInWords[] = [];

  get isEmpty(): boolean {
    return this.result.calls === 0;
  }

  get summary(): string {
    const { calls, people } = this.result;
    return fill(labels.simResult, { calls, people });
  }

  get verdict(): string {
    const { callsGained, callsLost } = this.result.difference;
    return callsGained + callsLost === 0 ? labels.simSame : fill(labels.simGainedLost, { gained: callsGained, lost: callsLost });
  }

  get heldBack(): string | undefined {
    const { heldBack } = this.result.difference;
    return heldBack ? fill(labels.simHeldBack, { calls: heldBack }) : undefined;
  }

  get numbers() {
    const { before, after } = this.result;
    const row = (key: string, name: string, then: number, now: number) => ({ key, name, then, now, change: signed(now - then) });
    return [
      ...WAYS.map((way) => row(way, LABEL[way], before.joinable[way] ?? 0, after.joinable[way] ?? 0)),
      row('uncovered', labels.simUncovered, before.uncovered, after.uncovered),
    ];
  }

  get consent(): { text: string; rules: { key: string; text: string }[] } | undefined {
    const { barred } = this.result.after;
    if (!barred?.calls) return undefined;
    return {
      text: fill(labels.simConsent, { calls: barred.calls }),
      rules: barred.by.map(({ rule, calls }) => ({ key: rule, text: fill(labels.simConsentRule, { rule, calls }) })),
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
        name: team.managerId ? fill(labels.simTeam, { manager: team.manager ?? team.managerId }) : labels.simNoTeam,
        bars: [bar('before', labels.simTeamBefore, then), bar('after', labels.simTeamAfter, team)],
      };
    });
  }

  get people() {
    return this.result.difference.people.map(({ userId, name, way, before, after }) => ({
      key: `${userId} ${way}`, name, way: LABEL[way], then: before, now: after, change: signed(after - before),
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

const signed = (change: number): string => (change === 0 ? '0' : change > 0 ? `+${change}` : `−${-change}`);

function bar(key: string, text: string, { uncovered, calls }: TeamCount) {
  const share = calls === 0 ? 0 : Math.round((uncovered / calls) * 100);
  return { key, text: fill(text, { uncovered, calls }), className: `bar bar_${key}`, style: `width: ${share}%` };
}
