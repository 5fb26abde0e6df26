import AdminSimulationResult from 'c/adminSimulationResult';
import { findAll, show, textOf } from 'test/dom';
import { aResult } from 'test/simulation';

const shown = (result = aResult()) =>
  show('c-admin-simulation-result', AdminSimulationResult, { result });

describe('what a simulation found', () => {
  it('is drawn for each team, before and after', async () => {
    const element = await shown();
    const bars = findAll(element, '.bar').map((bar) => [bar.className, bar.style.width]);
    expect(bars).toHaveLength(6);
    expect(bars[2]).toEqual(['bar bar_before', expect.stringMatching(/^\d+%$/)]);
    await expect(element).toBeAccessible();
  });

  it('says so when both policies answer the same, and draws the hours once', async () => {
    const { before, calls, people, difference } = aResult();
    const same = {
      calls,
      people,
      before,
      after: before,
      difference: {
        ...difference,
        policy: { added: [], removed: [], changed: [], holidaysAdded: [], holidaysRemoved: [] },
        callsGained: 0,
        callsLost: 0,
        people: [],
      },
    };
    const element = await shown(same);
    expect(findAll(element, 'c-admin-coverage-heatmap')).toHaveLength(1);
    expect(textOf(element)).toContain('Both policies give the same answer on every call.');
    expect(textOf(element)).toContain('The policies are the same.');
    expect(textOf(element)).toContain('No one gains or loses access.');
    await expect(element).toBeAccessible();
  });

  it('names the laws that kept supervisors out', async () => {
    const result = aResult();
    const element = await shown({
      ...result,
      difference: { ...result.difference, heldBack: 5 },
      after: {
        ...result.after,
        barred: {
          calls: 1_200,
          by: [{ rule: 'California, by the customer’s number', calls: 1_200 }],
        },
      },
    });
    expect(textOf(element)).toContain(
      'Allowed by a rule, but blocked by consent: 1,200 California, by the customer’s number: 1,200',
    );
    expect(textOf(element)).toContain(
      'Calls on which the new policy would allow more, but consent still keeps supervisors out: 5',
    );
  });
});
