import { DEBRIEF_SHOTS } from './debriefShots.ts';
import { ALL_SIZES, AWAY, data, refused, type Answer, type Shot } from './shot.ts';

const WORDS = 'GET /api/calls/call-1/words';
const line = (lineId: string, speaker: string, at: string, text: string) => ({
  lineId,
  speaker,
  text,
  startedAt: `2026-11-20T10:03:${at}.000Z`,
  endedAt: `2026-11-20T10:03:${at}.900Z`,
});
const alert = (more: object = {}) => ({
  alertId: 'a1',
  callId: 'call-1',
  ruleName: 'Asks_For_Manager_en',
  label: 'Asks for a manager',
  family: 'asks_for_manager',
  severity: 'attention',
  raisedAt: '2026-11-20T10:03:21.000Z',
  lineId: '4',
  words: ['your', 'manager'],
  ...more,
});
const SAID = {
  isTranscribed: true,
  talk: { customer: 62, rep: 38 },
  lines: [
    line('2', 'customer', '06', 'The October invoice has 40 seats, and we only use 25 of them.'),
    line('3', 'rep', '14', 'Let me look at that. I am not sure that I can change it myself.'),
    line('4', 'customer', '19', 'Then let me speak to your manager, please.'),
  ],
  alerts: [
    alert({
      alertId: 'a0',
      ruleName: 'Beyond_Authority_en',
      label: 'Exception beyond authority',
      family: 'beyond_authority',
      severity: 'info',
      lineId: '3',
      words: ['not', 'sure', 'can', 'change'],
      mark: 'useful',
    }),
    alert(),
  ],
};
const MUTED = [{ ruleName: 'Dead_Air_en', label: 'Long silence' }];

const words = (name: string, answer: Answer, more: Partial<Shot> = {}): Shot => ({
  name: `words-${name}`,
  tag: 'c-call-words',
  as: 'maya',
  properties: { callId: 'call-1', showsAlerts: true },
  answers: {
    [WORDS]: answer,
    'GET /api/attention': data({ calls: [], mutes: MUTED, follows: [] }),
    'POST /api/alerts/a1/mark': 'never',
    'PUT /api/alert-mutes': AWAY,
  },
  ...more,
});

/** What is being said on a live call, and what it raises. */
const WORDS_SHOTS: readonly Shot[] = [
  words('live', data(SAID), { shows: 'Marked', sizes: ALL_SIZES }),
  words('loading', 'never', { sizes: ALL_SIZES }),
  words('empty', data({ ...SAID, lines: [], alerts: [], talk: undefined }), {
    shows: 'Nothing was transcribed',
    sizes: ALL_SIZES,
  }),
  words(
    'refused',
    { status: 403, error: refused('words_not_yours') },
    { shows: 'Try Again', sizes: ALL_SIZES },
  ),
  words('alert-waits', data(SAID), {
    click: '[data-action="useful"]',
    shows: 'Saving',
    sizes: ALL_SIZES,
  }),
  words('alert-failed', data(SAID), {
    click: '[data-action="snooze"]',
    shows: 'What to do',
    sizes: ALL_SIZES,
  }),
];

const CHECKLIST = [
  { name: 'Introduced', text: 'Gave name and company', at: '2026-11-20T10:00:05.000Z' },
  { name: 'Disclosed', text: 'Said that the call is recorded or transcribed', mark: 'compliance' },
  { name: 'Asked_Needs', text: 'Asked what the customer needs', mark: 'critical' },
  { name: 'Next_Step', text: 'Agreed on a next step with a date', mark: 'critical' },
];
const CARD = {
  name: 'Card_Price_Objection_EN',
  title: 'Price objection',
  text: 'Do not discount yet. Ask compared to what, and what the problem costs them today.',
  link: 'https://example.com/prices',
  words: ['price', 'too', 'high'],
  at: '2026-11-20T10:04:00.000Z',
  until: '2026-11-20T10:04:45.000Z',
};
const cues = (name: string, shown: object | undefined, more: Partial<Shot> = {}): Shot => ({
  name: `cues-${name}`,
  tag: 'c-call-cues',
  as: 'lena',
  properties: { callId: 'call-1' },
  answers: {
    [WORDS]: shown ? data({ ...SAID, cues: { callId: 'call-1', ...shown } }) : 'never',
  },
  sizes: ALL_SIZES,
  ...more,
});

/** The card and the checklist in front of the rep. */
const CUES_SHOTS: readonly Shot[] = [
  cues('card', { card: CARD, checklist: CHECKLIST }, { shows: 'Price objection' }),
  cues('checklist', { checklist: CHECKLIST }, { shows: 'Gave name and company' }),
  cues(
    'brief',
    { card: CARD, checklist: CHECKLIST },
    { properties: { callId: 'call-1', isBrief: true }, shows: 'Price objection' },
  ),
  cues('loading', undefined, { sizes: ['wide'] }),
];

const JOINT = 'GET /api/joint-calls';
const PLANNED = {
  jointCallId: 'j1',
  you: 'supervisor',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
  startsAt: '2026-11-20T15:00:00.000Z',
  status: 'planned',
};
const PARTNERS = [
  { userId: 'u1', name: 'Ravi Patel', as: 'supervisor' },
  { userId: 'u2', name: 'Dana Whitfield', as: 'rep' },
];
const joint = (name: string, answer: Answer, more: Partial<Shot> = {}): Shot => ({
  name: `joint-${name}`,
  tag: 'c-call-joint',
  as: 'maya',
  properties: {},
  answers: { [JOINT]: answer },
  sizes: ALL_SIZES,
  ...more,
});

/** Three-way calls, planned and begun. */
const JOINT_SHOTS: readonly Shot[] = [
  joint('planned', data({ jointCalls: [PLANNED], partners: PARTNERS }), { shows: 'Ravi Patel' }),
  joint(
    'begun',
    data({
      jointCalls: [
        { ...PLANNED, status: 'begun', callId: 'call-1', reasonCode: 'planned_three_way' },
      ],
      partners: PARTNERS,
    }),
    { shows: 'Ravi Patel' },
  ),
  joint('none', data({ jointCalls: [], partners: PARTNERS }), { sizes: ['wide'] }),
  joint('unreachable', AWAY, { sizes: ['wide'], shows: 'Try Again' }),
];

const ITEMS = [
  ['Listening', 'Let the customer finish before answering?', { guide: '1 seldom, 5 always' }],
  ['Discovery', 'Asked what the seats are used for?', { mayNotApply: true }],
  ['Truth', 'Promised only what can be kept?', { kind: 'yes_no', isCritical: true }],
].map(([name, label, more]) => ({
  name,
  label,
  kind: 'scale',
  choices: [],
  isCritical: false,
  mayNotApply: false,
  needsComment: false,
  ...(more as object),
}));
const score = (listening: number, truth: boolean, percent: number) => ({
  answers: [
    { item: 'Listening', value: listening, comment: 'Twice over the invoice.' },
    { item: 'Discovery', value: 3 },
    { item: 'Truth', value: truth },
  ],
  percent,
  failed: truth ? [] : ['Truth'],
});
const DEBRIEF = {
  debriefId: 'i1',
  stage: 'rep_scores',
  you: 'rep',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
  customerName: 'Priya Raman',
  items: ITEMS,
};
const scores = (name: string, more: object, click?: string): Shot => ({
  name: `scores-${name}`,
  tag: 'c-coaching-scores',
  as: 'lena',
  properties: { debriefId: 'i1' },
  answers: { 'GET /api/debriefs/i1/details': data({ ...DEBRIEF, ...more }) },
  ...(click && { click }),
  sizes: ALL_SIZES,
});

/** The scorecard of a call: asked of the rep, and both side by side. */
const SCORES_SHOTS: readonly Shot[] = [
  scores('asked', {}, '[data-action="score"]'),
  scores('side-by-side', {
    stage: 'rep_reads',
    selfScore: score(4, true, 80),
    supervisorScore: score(3, false, 40),
  }),
];

const request = (name: string, properties: object): Shot => ({
  name: `help-${name}`,
  tag: 'c-call-help-request',
  properties: { ...properties },
  sizes: ALL_SIZES,
});
/** A request for help, before it is made and while it waits. */
const HELP_SHOTS: readonly Shot[] = [
  request('idle', { reasons: [{ code: 'pricing', label: 'Pricing or discount' }] }),
  request('waiting', {
    help: {
      helpRequestId: 'h',
      status: 'open',
      reasonCode: 'pricing',
      reasonLabel: 'Pricing or discount',
      at: '2026-11-20T10:00:00Z',
    },
  }),
];

/** A text field that is near its limit. */
const LIMIT_SHOTS: readonly Shot[] = [
  {
    name: 'text-limit',
    tag: 'c-call-text-whispers',
    properties: {
      lines: [],
      phrases: [],
      canWrite: true,
      repName: 'Ravi Patel',
    },
    type: ['input[type="text"]', 'Ask about the term first. '.repeat(18)],
    shows: 'characters left',
    sizes: ALL_SIZES,
  },
];

export const COACHING_SHOTS: readonly Shot[] = [
  ...DEBRIEF_SHOTS,
  ...WORDS_SHOTS,
  ...CUES_SHOTS,
  ...JOINT_SHOTS,
  ...SCORES_SHOTS,
  ...HELP_SHOTS,
  ...LIMIT_SHOTS,
];
