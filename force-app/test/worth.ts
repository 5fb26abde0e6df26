import type { DealsThen, GroupOfDeals, HoldOut, Worth } from 'c/outcomeApi';

/** A share with an interval. */
export const share = (events: number, n: number) => ({
  events,
  n,
  interval: { low: 0.1, high: 0.9 },
});
const arm = (drawn: number, n: number, events: number) => ({ drawn, n, events });
/** The properties that all states of a hold-out share. */
export const DRAWN = {
  percent: 20,
  reps: 9,
  leftOut: 0,
  since: '2026-09-01',
  shown: arm(800, 700, 350),
  heldOut: arm(200, 180, 72),
};
export const ESTIMATED: HoldOut = {
  ...DRAWN,
  status: 'estimated',
  effect: { value: 0.1, interval: { low: 0.04, high: 0.16 } },
  unadjusted: { value: 0.09, interval: { low: 0.01, high: 0.17 } },
  alwaysValid: { low: 0.01, high: 0.19 },
  evidence: 31.4,
  verdict: 'helped',
  detectable: 0.08,
};
export const WORTH: Worth = {
  mode: 'barge',
  talkShare: [
    { n: 900, share: 0.44, interval: { low: 0.42, high: 0.46 } },
    { mode: 'barge', n: 1, share: 0.3 },
    { mode: 'takeover', n: 0 },
  ],
  savedByIssue: [
    {
      issue: 'retention',
      groups: [
        { calls: 240, saved: share(96, 240) },
        { mode: 'barge', calls: 40, saved: share(24, 40) },
      ],
    },
    { issue: 'progress', groups: [{ calls: 900 }] },
    { groups: [{ calls: 30 }] },
  ],
  holdOut: ESTIMATED,
  comparison: {
    status: 'compared',
    joined: 300,
    others: 9000,
    value: 0.2,
    interval: { low: 0.15, high: 0.25 },
    balance: [{ of: 'onDeal', before: 0.5, after: 0 }],
    isBalanced: true,
    eValue: 2.4,
    eValueOfInterval: 2.1,
  },
  since: {
    reps: 4,
    earlier: 2,
    effects: [
      { since: -1, value: 0, interval: { low: -0.02, high: 0.02 }, n: 4 },
      { since: 0, value: 0.05, interval: { low: 0.01, high: 0.09 }, n: 4 },
    ],
  },
  satisfaction: {
    status: 'answered',
    sources: { survey: 2000, key: 80 },
    groups: [
      { answered: share(2000, 9000), satisfied: share(1300, 2000) },
      {
        mode: 'barge',
        answered: share(80, 300),
        satisfied: share(60, 80),
        comparison: {
          status: 'compared',
          joined: 80,
          others: 2000,
          value: 0.07,
          interval: { low: 0.01, high: 0.13 },
          balance: [],
          isBalanced: true,
          eValue: 1.5,
          eValueOfInterval: 1.2,
        },
      },
      {
        mode: 'takeover',
        answered: share(0, 4),
        satisfied: share(0, 0),
        comparison: { status: 'too_few', joined: 0, others: 2000 },
      },
    ],
    holdOut: ESTIMATED,
    since: {
      reps: 4,
      earlier: 2,
      effects: [{ since: 0, value: 0.02, interval: { low: 0, high: 0.04 }, n: 4 }],
    },
  },
  coverage: share(38, 40),
  ladder: {
    customerHeard: share(20, 50),
    whisperFirst: share(8, 10),
    whisperSkipped: share(1, 20),
    handedBack: share(0, 0),
  },
  trust: { noticesGiven: share(40, 40), acknowledged: share(30, 40) },
  help: { answered: share(5, 6), medianSeconds: 12.5 },
  cost: {
    interventions: 20,
    supervisorMinutes: 90,
    saved: 6,
    minutesPerSaved: 15,
    callBacks: {
      status: 'compared',
      joined: 300,
      others: 9000,
      value: -0.02,
      interval: { low: -0.04, high: 0 },
      balance: [],
      isBalanced: true,
      eValue: 1.2,
      eValueOfInterval: 1,
    },
    talk: { joined: 410, others: 312 },
    hold: { joined: 20, others: 31 },
    afterCall: { joined: 45 },
    handleTime: { joined: 455 },
  },
};

const dealsOf = (known: number, won: number): GroupOfDeals => ({
  known,
  movedOn: won + 2,
  movedBack: 1,
  won,
  lost: won,
  gone: 1,
  newOwner: 3,
  revenue: 1000 * won,
  winRate: { events: won, n: 2 * won, interval: { low: 0.4, high: 0.6 } },
  daysToClose: { n: 2 * won, median: 21, interval: { low: 18, high: 25 } },
  cycleDays: { n: 2 * won, median: 60.5 },
  currencies: [{ currency: 'EUR', won, revenue: 900 * won }],
});
export const LOOKS: DealsThen[] = [7, 14, 30, 90].map((days) => ({
  days,
  joined: dealsOf(100, days === 7 ? 0 : 20),
  others: dealsOf(2000, 300),
  movedOn: {
    status: 'compared',
    joined: 0.4,
    others: 0.3,
    value: 0.1,
    interval: { low: -0.02, high: 0.22 },
  },
  won:
    days === 7
      ? { status: 'too_few' }
      : {
          status: 'compared',
          joined: 0.2,
          others: 0.15,
          value: 0.05,
          interval: { low: -0.03, high: 0.13 },
        },
  revenue: {
    status: 'compared',
    joined: 200,
    others: 150,
    value: 50,
    interval: { low: -20, high: 120 },
  },
  isBalanced: true,
  ...(days !== 7 && { eValue: 2 }),
}));
