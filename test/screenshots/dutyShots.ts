import {
  aCall,
  anEndedIntervention,
  anIntervention,
  WORDS,
} from '../../force-app/test/builders.ts';
import { ALL_SIZES, AWAY, data, refused, type Shot } from './shot.ts';

const VOCABULARY = { 'GET /api/vocabulary': data(WORDS) };
const EXPORT = 'POST /api/recording-exports';
const PROGRESS = 'GET /api/recording-exports/x1';
/** The browser stays where it is, as with a file that it saves. */
const ARCHIVE = {
  'GET /api/recording-exports/x1/archive': { status: 204, error: { code: '', message: '' } },
};
const PEOPLE = { '005M': 'Maya Okafor', '005R': 'Ravi Patel' };
const BEGUN = {
  exportId: 'x1',
  recordings: 3,
  calls: 2,
  seconds: 125,
  unfinished: 1,
  link: '/api/recording-exports/x1/archive',
  since: 7,
};
const LATE = {
  interventionId: 'intervention-1',
  callId: 'call-1',
  supervisor: { userId: '005M', name: 'Maya Okafor' },
  repName: 'Ravi Patel',
  customerName: 'Priya Raman',
  leftAt: '2026-11-19T15:04:00.000Z',
};
const MINE = 'GET /api/policy/mine';
const RULES = {
  policyVersion: '7f3a90c1d2e4',
  covert: 'No one can monitor your calls covertly.',
  rules: [
    { rule: 'managers', words: 'Your managers can monitor, whisper, barge and take over.' },
    { rule: 'analysts', words: 'Quality analysts can monitor and whisper.' },
  ],
};
const REP = { ...aCall().you, isRep: true };

const exporting = (name: string, more: Partial<Shot> = {}): Shot => ({
  name: `export-${name}`,
  tag: 'c-admin-recording-export',
  properties: { people: PEOPLE, callId: 'c1' },
  click: '[data-action=export] button',
  ...more,
});
const policy = (name: string, answer: object, more: Partial<Shot> = {}): Shot => ({
  name: `policy-text-${name}`,
  tag: 'c-rep-policy',
  properties: {},
  as: 'lena',
  answers: { [MINE]: data({ ...RULES, ...answer }) },
  shows: 'Quality analysts',
  ...more,
});
const covert = (name: string, view: object, more: Partial<Shot> = {}): Shot => ({
  name: `covert-${name}`,
  tag: 'c-call-covert',
  properties: { call: aCall({ you: { ...aCall().you, covert: view as never } }) },
  sizes: ALL_SIZES,
  ...more,
});

/** What people owe: outcomes, confirmations, agreements, and what administrators hand over. */
export const DUTY_SHOTS: readonly Shot[] = [
  {
    name: 'outcome-due',
    tag: 'c-outcome-due-list',
    properties: {
      interventions: [anEndedIntervention({ outcomeDueAt: '2026-11-20T18:00:00Z' })],
    },
    answers: VOCABULARY,
    sizes: ALL_SIZES,
  },
  {
    name: 'outcome-put-off',
    tag: 'c-outcome-due-list',
    properties: {
      interventions: [anEndedIntervention({ outcomeDueAt: '2026-11-20T18:00:00Z' })],
      isStrip: true,
    },
    answers: VOCABULARY,
    sizes: ALL_SIZES,
  },
  {
    name: 'outcome-late',
    tag: 'c-outcome-late-list',
    properties: {},
    as: 'maya',
    answers: { 'GET /api/interventions/late': data({ outcomes: [LATE, LATE], total: 120 }) },
    shows: 'Ravi Patel',
    sizes: ALL_SIZES,
  },
  {
    name: 'point-asked',
    tag: 'c-intervention-controls',
    properties: {
      call: aCall({
        you: {
          ...aCall().you,
          modes: aCall().you.modes.map((one) =>
            one.mode === 'barge'
              ? { ...one, needs: { reason: true, ...one.needs, point: true } }
              : one,
          ),
        },
      }),
      intervention: anIntervention('whisper', {
        modeHistory: [{ mode: 'whisper', at: '2026-11-20T10:00:00Z' }],
      }),
      vocabulary: WORDS,
    },
    click: ['input[value=barge]', '[data-action=confirm] button'],
    sizes: ALL_SIZES,
  },
  exporting('asked', { click: [], properties: { people: PEOPLE }, sizes: ALL_SIZES }),
  exporting('of-nobody', { properties: { people: PEOPLE }, sizes: ['wide'] }),
  exporting('under-way', {
    answers: { ...ARCHIVE, [EXPORT]: data(BEGUN), [PROGRESS]: data({ opened: 2 }) },
    shows: 'Length: 2:05',
    sizes: ALL_SIZES,
  }),
  exporting('refused', {
    answers: { [EXPORT]: { status: 422, error: refused('export_too_large') } },
    shows: 'An archive holds',
    sizes: ALL_SIZES,
  }),
  exporting('away', { answers: { [EXPORT]: AWAY } }),
  covert('offered', {
    allowed: true,
    purpose: 'Case 42: suspected fraud',
    owner: 'Head of Compliance',
    endsOn: '2026-12-31',
  }),
  covert(
    'asked',
    {
      allowed: true,
      purpose: 'Case 42: suspected fraud',
      owner: 'Head of Compliance',
      endsOn: '2026-12-31',
    },
    { click: '[data-action=covert] button' },
  ),
  covert('refused', { allowed: false, ...refused('covert_rule_ended') }),
  policy('asked', { text: { version: 't2' } }, { sizes: ALL_SIZES }),
  policy(
    'changed',
    { text: { version: 't2', formerAt: '2026-10-01T12:00:00Z' } },
    { sizes: ALL_SIZES },
  ),
  policy('confirmed', { text: { version: 't2', acknowledgedAt: '2026-11-20T12:00:00Z' } }),
  {
    name: 'agreement-asked',
    tag: 'c-call-assistance',
    properties: { call: aCall({ disclosure: 'played', you: REP } as never) },
    sizes: ALL_SIZES,
  },
  {
    name: 'agreement-and-help-form',
    tag: 'c-call-assistance',
    properties: { call: aCall({ disclosure: 'played', you: REP } as never) },
    as: 'lena',
    click: '[data-action="help"]',
    shows: 'Note',
    sizes: ALL_SIZES,
  },
  {
    name: 'agreement-given',
    tag: 'c-call-assistance',
    properties: {
      call: aCall({
        disclosure: 'played',
        monitoringAgreedAt: '2026-11-20T10:03:00.000Z',
        you: REP,
      } as never),
    },
  },
];
