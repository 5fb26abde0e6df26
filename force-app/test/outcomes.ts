import type { Outcomes } from 'c/outcomeApi';

const limits = { limits95: { low: 0.004, high: 0.03 }, limits998: { low: 0, high: 0.04 } };
/** Of two reps, one of whom has been here for three weeks. */
export const OUTCOMES: Outcomes = {
  from: '2026-11-01',
  to: '2026-11-28',
  mode: 'barge',
  by: 'day',
  scope: 'reps',
  daysDue: 0,
  totals: {
    answered: 1200,
    monitor: 60,
    whisper: 30,
    barge: 18,
    takeover: 2,
    talkSeconds: 9000,
    helpRequested: 12,
    transferred: 4,
  },
  norm: { low: 0.005, high: 0.02 },
  chart: {
    center: 0.015,
    points: [
      { from: '2026-11-02', n: 600, events: 6, rate: 0.01, low: 0, high: 0.03 },
      {
        from: '2026-11-03',
        n: 600,
        events: 12,
        rate: 0.02,
        low: 0,
        high: 0.019,
        signal: 'beyond_limit',
      },
    ],
  },
  reps: {
    target: 0.015,
    points: [
      {
        userId: 'r',
        name: 'Ravi',
        n: 400,
        events: 3,
        rate: 0.0075,
        shrunkRate: 0.01,
        verdict: 'usual',
        ...limits,
      },
      {
        userId: 'j',
        name: 'Jo',
        n: 800,
        events: 40,
        rate: 0.05,
        shrunkRate: 0.045,
        verdict: 'outlier_high',
        ...limits,
      },
    ],
  },
  supervisors: {
    target: 0.2,
    points: [
      {
        userId: 'm',
        name: 'Maya',
        n: 90,
        events: 18,
        rate: 0.2,
        shrunkRate: 0.2,
        verdict: 'usual',
        ...limits,
      },
    ],
  },
  otherSupervisors: 2,
  repsByTenure: {
    status: 'adjusted',
    target: 0.015,
    points: [
      {
        userId: 'j',
        name: 'Jo',
        n: 800,
        events: 40,
        rate: 0.031,
        shrunkRate: 0.03,
        verdict: 'usual',
        weeks: 3,
        isAtLeast: false,
        ...limits,
      },
      {
        userId: 'r',
        name: 'Ravi',
        n: 400,
        events: 3,
        rate: 0.009,
        shrunkRate: 0.01,
        verdict: 'usual',
        weeks: 104,
        isAtLeast: true,
        ...limits,
      },
    ],
  },
  supervisorsByTenure: { status: 'too_few' },
  byMode: [
    { mode: 'monitor', interventions: 60, given: 0, saved: 0, interval: { low: 0, high: 1 } },
    { mode: 'barge', interventions: 18, given: 10, saved: 6, interval: { low: 0.31, high: 0.83 } },
  ],
  byReason: [
    {
      reasonCode: 'close_assist',
      label: 'Help to close',
      interventions: 12,
      given: 10,
      saved: 6,
      interval: { low: 0.31, high: 0.83 },
    },
    { interventions: 6, given: 0, saved: 0, interval: { low: 0, high: 1 } },
  ],
};
/** The same without calls. */
export const EMPTY: Outcomes = {
  ...OUTCOMES,
  totals: { ...OUTCOMES.totals, answered: 0, monitor: 0, whisper: 0, barge: 0, takeover: 0 },
  chart: { center: 0, points: [] },
  reps: { target: 0, points: [] },
  supervisors: { target: 0, points: [] },
  byMode: [],
  byReason: [],
};
