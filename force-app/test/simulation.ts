import type { Coverage, SimulationResult, SimulationRun } from 'c/adminApi';

export const RULE = {
  name: 'managers',
  role: 'supervisor',
  modes: ['monitor', 'whisper'],
  reach: { kind: 'own_reports' },
  demands: [],
  noticeKinds: ['banner'],
};
export const WORDS_BEFORE =
  'Sales managers can monitor and whisper on the calls of their direct and indirect reports. The rep sees who it is.';
export const WORDS_AFTER =
  "Sales managers can monitor and whisper on the calls of their direct and indirect reports, Monday to Friday from 08:00 to 18:00 in the rep's time zone. The rep sees who it is.";

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function coverage(version: string, share: (hour: number, day: number) => number): Coverage {
  const hours = DAYS.flatMap((weekday, day) =>
    Array.from({ length: day < 5 ? 12 : 4 }, (_, i) => {
      const calls = 4 + ((i * 3 + day) % 5);
      return { weekday, hour: 8 + i, calls, uncovered: Math.round(calls * share(8 + i, day)) };
    }),
  );
  const uncovered = hours.reduce((sum, one) => sum + one.uncovered, 0);
  const calls = hours.reduce((sum, one) => sum + one.calls, 0);
  return {
    version,
    uncovered,
    hours,
    joinable: {
      monitor: calls - uncovered,
      whisper: calls - uncovered,
      barge: 0,
      takeover: 0,
      covert: 0,
    },
    teams: [
      {
        managerId: '005M',
        manager: 'Maya Okafor',
        calls: Math.round(calls * 0.6),
        uncovered: Math.round(uncovered * 0.3),
      },
      {
        managerId: '005T',
        manager: 'Tomás Rivera',
        calls: Math.round(calls * 0.3),
        uncovered: Math.round(uncovered * 0.5),
      },
      { calls: Math.round(calls * 0.1), uncovered: Math.round(uncovered * 0.2) },
    ],
  };
}

/** Tries office hours: in evenings and on weekends nobody could have listened. */
export function aResult(): SimulationResult {
  const before = coverage('v7', (hour) => (hour > 17 ? 0.3 : 0));
  const after = coverage('draft-1', (hour, day) =>
    day > 4 ? 1 : hour > 17 ? 0.8 : hour === 8 ? 0.2 : 0,
  );
  return {
    calls: 400,
    people: 6,
    before,
    after,
    difference: {
      policy: {
        added: [],
        removed: ['qa-everyone'],
        changed: [{ rule: 'managers', fields: ['hours'] }],
        holidaysAdded: [{ calendar: 'US', date: '2026-12-25' }],
        holidaysRemoved: [],
      },
      callsGained: 0,
      callsLost: after.uncovered - before.uncovered,
      people: [{ userId: '005M', name: 'Maya Okafor', way: 'monitor', before: 240, after: 190 }],
    },
  };
}

export const aRun = (more: Partial<SimulationRun> = {}): SimulationRun => ({
  simulationId: 'run-1',
  status: 'running',
  done: 120,
  total: 400,
  progress: 0.3,
  from: '2026-10-01T00:00:00Z',
  to: '2026-11-01T00:00:00Z',
  askedAt: '2026-11-20T10:00:00Z',
  before: 'v7',
  after: 'draft-1',
  ...more,
});
