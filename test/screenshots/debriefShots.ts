import { ALL_SIZES, data, type Answer, type Shot } from './shot.ts';

const TIMES = 'GET /api/debriefs/i1/times';
const PARTS = {
  debriefId: 'i1',
  you: 'rep',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
};
const ZONES = { rep: 'America/New_York', supervisor: 'Europe/Berlin' };
const slot = (startsAt: string, more: object = {}) => ({
  startsAt,
  isAfterDue: false,
  isOutsideHours: false,
  ...more,
});
const PROPOSED = {
  status: 'proposed',
  slots: [
    slot('2026-11-20T14:30:00Z'),
    slot('2026-11-23T14:00:00Z'),
    slot('2026-11-24T14:00:00Z', { isAfterDue: true, isOutsideHours: true }),
  ],
  areMore: true,
  zones: ZONES,
};
const BOOKED = {
  startsAt: '2026-11-23T14:00:00Z',
  endsAt: '2026-11-23T14:15:00Z',
  by: 'supervisor',
};

const picking = (name: string, answer: Answer, more: Partial<Shot> = {}): Shot => ({
  name: `debrief-time-${name}`,
  tag: 'c-coaching-times',
  properties: PARTS,
  click: '[data-action="pick-time"]',
  answers: { [TIMES]: answer },
  sizes: ALL_SIZES,
  ...more,
});

/** When a debrief is held: chosen, booked, moved, and where calendars cannot be read. */
export const DEBRIEF_SHOTS: readonly Shot[] = [
  {
    name: 'debrief-time-open',
    tag: 'c-coaching-times',
    properties: PARTS,
  },
  picking('proposed', data(PROPOSED), { shows: 'More times' }),
  picking('moving', data(PROPOSED), {
    properties: { ...PARTS, booked: BOOKED, zones: ZONES },
    shows: 'More times',
  }),
  {
    name: 'debrief-time-booked',
    tag: 'c-coaching-times',
    properties: { ...PARTS, booked: BOOKED, zones: ZONES },
    sizes: ALL_SIZES,
  },
  picking('looking', 'never', { sizes: ['wide'] }),
  picking('unreachable', data({ status: 'unreachable' }), { shows: 'Try again' }),
  picking('not-allowed', data({ status: 'not_allowed' }), {
    shows: 'may not read calendars',
    sizes: ['wide'],
  }),
  picking('none', data({ ...PROPOSED, slots: [], areMore: false }), {
    shows: 'No time is free',
    sizes: ['wide'],
  }),
  {
    name: 'debrief-escalated',
    tag: 'c-coaching-scores',
    properties: { debriefId: 'i1' },
    answers: {
      'GET /api/debriefs/i1/details': data({
        ...PARTS,
        stage: 'supervisor_scores',
        items: [],
        isOverdue: true,
        isEscalated: true,
        booking: BOOKED,
        zones: ZONES,
      }),
    },
    shows: "The supervisor's manager was notified",
    sizes: ALL_SIZES,
  },
  {
    name: 'debriefs-below',
    tag: 'c-coaching-list',
    properties: {},
    as: 'maya',
    answers: {
      'GET /api/debriefs/escalated': data({
        debriefs: [
          {
            interventionId: 'i9',
            rep: 'Ravi Patel',
            supervisor: 'Lena Brandt',
            customerName: 'Priya Raman',
            dueOn: '2026-11-16',
          },
        ],
      }),
    },
    shows: 'Overdue below you',
    sizes: ALL_SIZES,
  },
];
