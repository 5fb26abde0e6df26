import { ALL_SIZES, AWAY, data, refused, type Answer, type Shot } from './shot.ts';

const SIGNALS = 'GET /api/training-signals';
const DAYS = 'GET /api/coaching/first-days';
const call = (n: number, rep: string, customer: string, opportunityId?: string) => ({
  callId: `c${n}`,
  repName: rep,
  customerName: customer,
  opportunityId,
  startedAt: `2026-11-${String(20 - n).padStart(2, '0')}T10:00:00Z`,
});
const SIGNAL = {
  signalId: 's1',
  reason: 'Rep does not know the answer',
  raisedAt: '2026-11-19T10:00:00Z',
  manager: 'Maya Okafor',
  reps: ['Jonas Weber', 'Lena Brandt', 'Ravi Patel'],
  calls: [
    call(1, 'Ravi Patel', 'Priya Raman', '006000000000001AAA'),
    call(2, 'Lena Brandt', 'Jo Park', '006000000000002AAA'),
    call(3, 'Jonas Weber', 'An unknown caller'),
  ],
  total: 7,
};
const DECIDED = {
  ...SIGNAL,
  signalId: 's2',
  reason: 'Negotiation help',
  decision: {
    status: 'planned',
    note: 'Workshop on the new price list, December 3.',
    by: 'Dana Whitfield',
    at: '2026-11-19T15:00:00Z',
  },
};
const share = (value: number, n: number, low: number, high: number) => ({
  n,
  value,
  interval: { low, high },
});
const REPS = {
  reps: [
    {
      userId: 'ravi',
      name: 'Ravi Patel',
      since: '2026-06-01',
      barges: {
        first: share(0.15, 200, 0.107, 0.206),
        later: share(0.02, 300, 0.009, 0.043),
        changed: true,
      },
      alerts: {
        first: share(0.22, 180, 0.165, 0.286),
        later: share(0.19, 260, 0.147, 0.242),
        changed: false,
      },
      scores: {
        first: share(0.61, 9, 0.5, 0.72),
        later: share(0.84, 7, 0.77, 0.91),
        changed: true,
      },
    },
    {
      userId: 'lena',
      name: 'Lena Brandt',
      since: '2026-03-02',
      barges: { first: share(0.01, 210, 0.003, 0.034), later: { n: 0 }, changed: false },
      scores: { first: { n: 0 }, later: { n: 1, value: 0.9 }, changed: false },
    },
  ],
  total: 2,
  waiting: [{ userId: 'jonas', name: 'Jonas Weber', completeOn: '2027-01-10' }],
};
const NOBODY = { reps: [], total: 0, waiting: [] };

const team = (name: string, signals: Answer, days: Answer, more: Partial<Shot> = {}): Shot => ({
  name: `team-${name}`,
  tag: 'c-coaching-team',
  properties: {},
  as: 'maya',
  answers: { [SIGNALS]: signals, [DAYS]: days },
  sizes: ALL_SIZES,
  ...more,
});
const rating = (name: string, more: object, shot: Partial<Shot> = {}): Shot => ({
  name: `coaching-rating-${name}`,
  tag: 'c-coaching-rating',
  properties: {
    interventionId: 'i1',
    you: 'rep',
    rep: 'Ravi Patel',
    supervisor: 'Maya Okafor',
    ...more,
  },
  sizes: ALL_SIZES,
  ...shot,
});

/** What follows debriefs: ratings, what teams lack, and how new reps get on. */
export const TEAM_SHOTS: readonly Shot[] = [
  team('live', data({ mayReadFirstDays: true, signals: [SIGNAL, DECIDED] }), data(REPS), {
    shows: 'Days 61 to 90',
  }),
  team('deciding', data({ mayReadFirstDays: true, signals: [SIGNAL] }), data(NOBODY), {
    click: ['[data-action="decide-signal"]', '[data-action="save-decision"]'],
    shows: 'Say which training',
  }),
  team('empty', data({ mayReadFirstDays: true, signals: [] }), data(NOBODY), {
    shows: 'No training signals',
  }),
  team('loading', 'never', 'never'),
  team('refused', AWAY, 'never', { shows: refused('crm_unavailable').message }),
  { ...team('not-allowed', 'never', 'never', { sizes: ['wide'] }), as: 'ada' },
  rating('asked', { mayRate: true }),
  rating('none-chosen', { mayRate: true }, { click: '[data-action="rate"]', sizes: ['wide'] }),
  rating('waits', { ratings: { yours: { value: 4, comment: 'Clear' } } }, { sizes: ['wide'] }),
  rating('both', {
    ratings: { yours: { value: 4, comment: 'Clear' }, others: { value: 5 } },
  }),
  {
    name: 'coaching-to-rate',
    tag: 'c-coaching-list',
    properties: {},
    as: 'maya',
    answers: {
      'GET /api/debriefs/to-rate': data({
        debriefs: [
          {
            interventionId: 'i7',
            you: 'supervisor',
            rep: 'Ravi Patel',
            supervisor: 'Maya Okafor',
            customerName: 'Priya Raman',
            closedAt: '2026-11-19T10:00:00Z',
            ratings: {},
          },
        ],
      }),
    },
    shows: 'Rate the coaching',
    sizes: ALL_SIZES,
  },
  {
    name: 'coaching-outcomes',
    tag: 'c-outcome-coaching',
    properties: { question: { from: '2026-11-01', to: '2026-11-20', mode: 'barge' } },
    answers: {
      'GET /api/outcomes/coaching': data({
        held: 12,
        onTime: { events: 9, n: 13, interval: { low: 0.42, high: 0.87 } },
        rep: { n: 8, mean: 4.25, counts: [0, 0, 1, 4, 3] },
        supervisor: { n: 8, mean: 3.5, counts: [0, 1, 3, 3, 1] },
        recurrence: {
          of: 10,
          all: { again: { events: 2, n: 9, interval: { low: 0.06, high: 0.55 } }, watching: 3 },
          reasons: [
            {
              reasonCode: 'pricing',
              label: 'Pricing authority',
              again: { events: 2, n: 9, interval: { low: 0.06, high: 0.55 } },
              watching: 3,
            },
          ],
        },
        calibration: {
          n: 4,
          scores: 11,
          mean: 0.14,
          interval: { low: 0.05, high: 0.23 },
          median: 0.15,
          widest: 0.2,
          months: [{ from: '2026-11-01', n: 4, mean: 0.14, interval: { low: 0.05, high: 0.23 } }],
        },
      }),
    },
    shows: 'Debriefs held: 12',
    sizes: ALL_SIZES,
  },
  {
    name: 'course-first',
    tag: 'c-ui-problem-message',
    properties: { problem: refused('course_first') },
    sizes: ALL_SIZES,
  },
];
