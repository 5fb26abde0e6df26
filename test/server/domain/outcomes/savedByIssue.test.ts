import assert from 'node:assert/strict';
import { savedByIssue } from '../../../../server/domain/outcomes/savedByIssue.ts';
import { wilsonInterval } from '../../../../server/domain/statistics/proportions.ts';

describe('customers who were kept', () => {
  it('are a share of the calls of those who wanted to cancel, barged and not, with its interval (P28)', () => {
    const [retention] = savedByIssue([
      { issue: 'retention', calls: 240, saved: 96 },
      { issue: 'retention', mode: 'barge', calls: 40, saved: 24 },
    ]);
    assert.deepEqual(retention, {
      issue: 'retention',
      groups: [
        {
          calls: 240,
          saved: { events: 96, n: 240, interval: wilsonInterval({ events: 96, n: 240 }) },
        },
        {
          mode: 'barge',
          calls: 40,
          saved: { events: 24, n: 40, interval: wilsonInterval({ events: 24, n: 40 }) },
        },
      ],
    });
  });

  it('are no share of calls about something else, which are counted beside them', () => {
    assert.deepEqual(
      savedByIssue([
        { calls: 50, saved: 0 },
        { issue: 'service', mode: 'whisper', calls: 3, saved: 0 },
        { issue: 'progress', calls: 9, saved: 0 },
        { issue: 'retention', calls: 1, saved: 0 },
      ]).map(({ issue, groups }) => [issue, groups.map(({ calls, saved }) => [calls, saved?.n])]),
      [
        ['retention', [[1, 1]]],
        ['progress', [[9, undefined]]],
        ['service', [[3, undefined]]],
        [undefined, [[50, undefined]]],
      ],
    );
  });
});
