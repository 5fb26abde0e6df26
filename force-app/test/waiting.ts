import type { Callers, Waiting } from 'c/outcomeApi';

/** Callers of a queue or period, with plausible ranges around their shares. */
export const callers = (
  answered: number,
  missed: number,
  abandoned: number,
  more: Partial<Callers> = {},
): Callers => {
  const n = answered + missed + abandoned;
  const interval = { low: 0.05, high: 0.15 };
  return {
    callers: n,
    answered,
    missed,
    abandoned,
    unanswered: { events: missed + abandoned, n, interval },
    soon: { events: Math.round(0.8 * answered), n, interval },
    ...(answered > 0 && { waitSeconds: 12.5 }),
    supervisedMinutes: 90,
    ...more,
  };
};

export const WAITING: Waiting = {
  from: '2026-11-02',
  to: '2026-11-12',
  by: 'week',
  totals: callers(900, 60, 40, { supervisedMinutes: 321.4 }),
  periods: [
    { from: '2026-11-02', ...callers(500, 40, 20) },
    { from: '2026-11-09', ...callers(400, 20, 20) },
  ],
  queues: [
    { queueId: '00Grenewals', label: 'Renewals', ...callers(800, 50, 40) },
    callers(100, 10, 0),
  ],
  comparison: {
    status: 'compared',
    much: 28,
    little: 30,
    callers: 1000,
    value: 0.012,
    interval: { low: -0.01, high: 0.034 },
    isBalanced: true,
  },
};
