import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { loadLabels } from '../../../local/org/deploy/labels.ts';
import { simulationTable } from '../../../server/cli/policyTable.ts';
import type { PolicyDifference } from '../../../server/domain/policy/difference.ts';
import type { Rule } from '../../../server/domain/policy/policy.ts';
import type { Coverage, SimulationResult } from '../../../server/domain/policy/simulationResult.ts';

const NONE = { monitor: 0, whisper: 0, barge: 0, takeover: 0, covert: 0 };
const NO_CAUSES = { policy: 0, consent: 0, both: 0 };

const NO_DIFFERENCE: PolicyDifference = {
  added: [],
  removed: [],
  changed: [],
  holidaysAdded: [],
  holidaysRemoved: [],
};

/** What a simulation says when so many laws, teams and people are concerned. */
function printed(count: number, policy: PolicyDifference = NO_DIFFERENCE): string[] {
  const many = Array.from({ length: count }, (_, n) => `number ${n}`);
  const coverage = (version: string): Coverage => ({
    version,
    joinable: NONE,
    byPolicy: NONE,
    barred: { calls: count, by: many.map((rule) => ({ rule, calls: 1 })) } as never,
    uncovered: count,
    hours: [],
    teams: many.map((manager) => ({ managerId: manager, manager, calls: 1, uncovered: 1 })),
  });
  const result: SimulationResult = {
    calls: count,
    people: count,
    before: coverage('a'),
    after: coverage('b'),
    difference: {
      policy,
      callsGained: 0,
      callsLost: 0,
      madeBy: { gained: NO_CAUSES, lost: NO_CAUSES },
      heldBack: 0,
      people: many.map((name) => ({ name, way: 'barge', before: 1, after: 0 })),
    } as never,
  };
  return simulationTable(result);
}

/** The fields of a rule, by the label that the simulator's page has for each. */
const FIELD_LABELS: Record<keyof Rule, string> = {
  name: 'FieldName',
  role: 'RuleFieldRole',
  modes: 'FieldModes',
  reach: 'FieldReach',
  deals: 'RuleFieldDeals',
  hours: 'RuleFieldHours',
  demands: 'FieldDemands',
  noticeKinds: 'FieldNotices',
  toneAt: 'FieldToneAt',
  atOnce: 'FieldAtOnce',
  covert: 'RuleFieldCovert',
};

describe('the table of a simulated policy', () => {
  const labels = loadLabels(fileURLToPath(new URL('../../../force-app', import.meta.url)));

  it('has the words of the simulator’s page', () => {
    const said = printed(1).join('\n');
    for (const name of ['SimCovert', 'SimUncovered', 'SimBefore', 'SimSame', 'SimPeople'])
      assert.ok(said.includes(labels.get(`Dealside_${name}`)!), name);
    assert.doesNotMatch(said, /somebody|nobody/);
  });

  it('names changed fields of a rule and holidays as the simulator’s page does', () => {
    const holiday = { date: '2026-12-24', calendar: 'US' };
    const said = printed(1, {
      ...NO_DIFFERENCE,
      changed: Object.keys(FIELD_LABELS).map((field) => ({
        rule: `has another ${field}`,
        fields: [field as keyof Rule],
      })),
      holidaysAdded: [holiday],
    }).map((line) => line.replace(/ {2,}/g, '  ').trim());
    const words = (name: string): string => labels.get(`Dealside_${name}`)!;
    for (const [field, label] of Object.entries(FIELD_LABELS))
      assert.ok(
        said.includes(
          `has another ${field}  ${words('SimRuleChanged').replace('{fields}', words(label))}`,
        ),
        field,
      );
    const named = words('SimHoliday').replace('{date}', '2026-12-24').replace('{calendar}', 'US');
    assert.ok(said.includes(`${named}  ${words('SimRuleAdded')}`));
  });

  it('says of each list how many rows it leaves out', () => {
    const more = printed(20).filter((line) => line.includes('more'));
    assert.deepEqual(
      more.filter((line) => line.startsWith('  and')),
      ['  and 5 more', '  and 5 more', '  and 5 more'],
    );
  });
  it('leaves nothing out of a short one', () =>
    assert.ok(!printed(15).some((line) => line.startsWith('  and'))));
  it('has no heading over nothing', () =>
    assert.ok(!printed(0).includes('Who gains or loses access')));
});
