import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { loadLabels } from '../../../local/org/deploy/labels.ts';
import { simulationTable } from '../../../server/cli/policyTable.ts';
import type { Coverage, SimulationResult } from '../../../server/domain/policy/simulationResult.ts';

const NONE = { monitor: 0, whisper: 0, barge: 0, takeover: 0, covert: 0 };
const NO_CAUSES = { policy: 0, consent: 0, both: 0 };

/** What a simulation says when so many laws, teams and people are concerned. */
function printed(count: number): string[] {
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
      policy: { added: [], removed: [], changed: [] },
      callsGained: 0,
      callsLost: 0,
      madeBy: { gained: NO_CAUSES, lost: NO_CAUSES },
      heldBack: 0,
      people: many.map((name) => ({ name, way: 'barge', before: 1, after: 0 })),
    } as never,
  };
  return simulationTable(result);
}

describe('the table of a simulated policy', () => {
  it('has the words of the simulator’s page', () => {
    const said = printed(1).join('\n');
    const labels = loadLabels(fileURLToPath(new URL('../../../force-app', import.meta.url)));
    for (const name of ['SimCovert', 'SimUncovered', 'SimBefore', 'SimSame', 'SimPeople'])
      assert.ok(said.includes(labels.get(`Dealside_${name}`)!), name);
    assert.doesNotMatch(said, /somebody|nobody/);
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
