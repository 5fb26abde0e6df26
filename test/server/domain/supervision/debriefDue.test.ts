import assert from 'node:assert/strict';
import { DEFAULT_DEBRIEF_RULES } from '../../../../server/domain/call/debriefRules.ts';
import {
  decideDue,
  dueAtOf,
  dueOnOf,
  type WatchedDebrief,
} from '../../../../server/domain/supervision/debriefDue.ts';

/** Due on a Thursday, at 17:00 in Berlin: 16:00 UTC. */
const debrief = (more: Partial<WatchedDebrief> = {}): WatchedDebrief => ({
  dueOn: '2026-12-03',
  repZone: 'Europe/Berlin',
  plannedAt: '2026-12-01T10:00:00.000Z',
  notifiedSteps: [],
  isClosed: false,
  ...more,
});
const at = (now: string, more: Partial<WatchedDebrief> = {}) =>
  decideDue(debrief(more), DEFAULT_DEBRIEF_RULES, `${now}:00.000Z`);

describe('a debrief with a due day', () => {
  it('is due at the end of the rep’s working day, by their clock', () => {
    assert.equal(dueAtOf(debrief(), DEFAULT_DEBRIEF_RULES), '2026-12-03T16:00:00.000Z');
    assert.equal(
      dueAtOf(debrief({ repZone: 'America/New_York' }), DEFAULT_DEBRIEF_RULES),
      '2026-12-03T22:00:00.000Z',
    );
  });

  it('is due by the org’s rule two working days later, by the calendar of who plans it', () => {
    const on = (now: string, zone: string) => dueOnOf(now, zone, DEFAULT_DEBRIEF_RULES);
    assert.equal(on('2026-12-01T10:00:00Z', 'UTC'), '2026-12-03');
    assert.equal(on('2026-12-04T02:00:00Z', 'America/New_York'), '2026-12-07');
    assert.equal(on('2026-12-04T02:00:00Z', 'UTC'), '2026-12-08');
  });

  it('says nothing at first, and is looked at again when both are to be reminded', () =>
    assert.deepEqual(at('2026-12-01T10:00'), {
      say: [],
      notifiedSteps: [],
      nextAt: '2026-12-02T16:00:00.000Z',
    }));

  it('reminds, says that it is due, and escalates, each once', () => {
    const told: WatchedDebrief['notifiedSteps'][] = [];
    const said = ['2026-12-02T16:00', '2026-12-03T16:00', '2026-12-07T16:00'].map((now) => {
      const decision = at(now, { notifiedSteps: told.at(-1) ?? [] });
      told.push(decision.notifiedSteps);
      return [...decision.say, decision.nextAt];
    });
    assert.deepEqual(said, [
      ['remind', '2026-12-03T16:00:00.000Z'],
      ['due', '2026-12-07T16:00:00.000Z'],
      ['escalate', undefined],
    ]);
    assert.deepEqual(at('2026-12-08T16:00', { notifiedSteps: told.at(-1)! }).say, []);
  });

  it('says only what counts now after nobody looked for days', () => {
    assert.deepEqual(at('2026-12-03T18:00').say, ['due']);
    assert.deepEqual(at('2026-12-10T18:00').say, ['due', 'escalate']);
    assert.deepEqual(at('2026-12-10T18:00').notifiedSteps, ['remind', 'due', 'escalate']);
  });

  it('is not reminded of right after it was planned', () => {
    const planned = { plannedAt: '2026-12-03T09:00:00.000Z' };
    assert.deepEqual(at('2026-12-03T09:00', planned).say, []);
    assert.equal(at('2026-12-03T09:00', planned).nextAt, '2026-12-03T16:00:00.000Z');
  });

  it('is left alone once it is closed', () =>
    assert.deepEqual(at('2026-12-10T18:00', { isClosed: true, notifiedSteps: ['remind'] }), {
      say: [],
      notifiedSteps: ['remind'],
      nextAt: undefined,
    }));
});
