import { aPermissionExplanation } from '../../force-app/test/permissions.ts';
import { aResult, aRun, RULE, WORDS_AFTER, WORDS_BEFORE } from '../../force-app/test/simulation.ts';
import { ALL_SIZES, AWAY, data, refused, type Shot } from './shot.ts';

const RUNS = 'GET /api/policy/simulations';
const RUN = `${RUNS}/run-1`;
const NIGHT = {
  ...RULE,
  name: 'night',
  hours: { days: ['Mon', 'Tue'], from: '8 o’clock', to: '18:00' },
  demands: ['reason', 'pin'],
};
const FAULTS = [
  {
    rule: 'night',
    field: 'hours.from',
    code: 'not_a_time',
    message: "8 o’clock isn't a time such as 08:00.",
  },
  { rule: 'night', field: 'hours.clock', code: 'missing', message: 'This field is missing.' },
];
const DRAFT = { rules: [NIGHT, RULE], holidays: [] };
const QUESTIONS = {
  people: [
    { userId: '005M', name: 'Maya Okafor', roles: ['supervisor'] },
    { userId: '005Q', name: 'Quinn Adler', roles: ['qa'] },
  ],
  calls: [
    {
      callId: 'call-1',
      status: 'live',
      startedAt: '2026-11-20T10:00:00Z',
      rep: { userId: '005R', name: 'Ravi Patel' },
    },
  ],
};
const simulator = {
  'GET /api/policy': data({
    version: 'v7',
    since: '2026-11-01T00:00:00Z',
    rules: [{ ...RULE, words: WORDS_BEFORE }],
    holidays: [],
  }),
  'GET /api/policy/versions': data({
    versions: [{ version: 'v7', since: '2026-11-01T00:00:00Z' }],
  }),
  'GET /api/policy/versions/v7': data({
    rules: [
      { ...RULE, words: WORDS_BEFORE },
      {
        name: 'qa-everyone',
        words: "Quality analysts can monitor everyone's calls. The rep sees who it is.",
      },
    ],
    holidays: [],
  }),
  [RUNS]: data({ simulations: [] }),
};
const run = (name: string, answer: Shot['answers'], more: Partial<Shot> = {}): Shot => ({
  name: `simulation-${name}`,
  tag: 'c-admin-simulation-run',
  properties: { simulationId: 'run-1', draftRules: [{ name: 'managers', words: WORDS_AFTER }] },
  answers: { 'GET /api/policy/versions/v7': simulator['GET /api/policy/versions/v7'], ...answer },
  ...more,
});
const DONE = data(aRun({ status: 'done', done: 400, progress: 1, result: aResult() }));
const CALLS = data({
  calls: [
    {
      callId: 'c1',
      answeredAt: '2026-10-02T10:00:00Z',
      repName: 'Ravi Patel',
      who: [
        { userId: '005M', name: 'Maya Okafor', before: ['monitor', 'whisper'], after: ['monitor'] },
        { userId: '005Q', name: 'Quinn Adler', before: ['monitor'], after: ['monitor'] },
      ],
    },
    {
      callId: 'c2',
      answeredAt: '2026-10-02T19:00:00Z',
      repName: 'Lena Brandt',
      who: [{ userId: '005M', name: 'Maya Okafor', before: ['monitor'], after: [] }],
    },
    { callId: 'c3', answeredAt: '2026-10-03T09:00:00Z', repName: 'Lena Brandt', who: [] },
  ],
});
const STRANGER = {
  incidentId: 'stranger_leg:CA1',
  kind: 'stranger_leg',
  message:
    'A participant that Dealside did not put there was on the call at 2026-11-20T10:00:00Z. Someone with access to the carrier account added it.',
  callId: '0f3c9a',
  callSid: 'CA5f0c…',
  raisedAt: '2026-11-20T10:00:00Z',
};
const BROKEN = {
  incidentId: 'chain_broken:7',
  kind: 'chain_broken',
  message: 'Entry 7 was changed: what it says does not match its hash.',
  position: 7,
  raisedAt: '2026-11-20T11:00:00Z',
};
const incidents = (
  name: string,
  answer: NonNullable<Shot['answers']>[string],
  more: Partial<Shot> = {},
): Shot => ({
  name: `incidents-${name}`,
  tag: 'c-admin-incidents',
  properties: {},
  answers: { 'GET /api/incidents': answer },
  ...more,
});
const checkpoint = (number: number, position: number, more: object) => ({
  number,
  statement: JSON.stringify({ position }),
  keyId: '9f2ab81c04d7e35b',
  takenAt: `2026-11-${17 + number}T02:00:00Z`,
  inSalesforce: 'written',
  verification: 'good',
  ...more,
});
const checkpoints = (
  name: string,
  answer: NonNullable<Shot['answers']>[string],
  more: Partial<Shot> = {},
): Shot => ({
  name: `checkpoints-${name}`,
  tag: 'c-admin-checkpoints',
  properties: {},
  answers: { 'GET /api/audit/checkpoints': answer },
  ...more,
});

const REJECTED = {
  messageId: '7',
  topic: 'crm.intervention',
  payload: { callId: '0198c2c4-9a51-7f3e-8d10-6c1f2f7e5a11' },
  deadLetteredAt: '2026-11-20T09:12:00Z',
  problem:
    "The server may not edit Call Intervention. In Setup, Permission Sets, Dealside Integration, assign it to the server's user.",
};
const sync = (
  name: string,
  backlog: object,
  messages: readonly object[],
  more: Partial<Shot> = {},
): Shot => ({
  name: `sync-${name}`,
  tag: 'c-admin-salesforce-sync',
  properties: {},
  answers: {
    'GET /api/crm/backlog': data(backlog),
    'GET /api/crm/dead-letters': data({ messages }),
  },
  ...more,
});

/**
 * What administrators see besides the pages themselves: the simulator, why, incidents and
 * checkpoints in all their states.
 */
export const ADMIN_SHOTS: readonly Shot[] = [
  sync('nothing', { waiting: 0, deadLetters: 0 }, [], { shows: 'Nothing waits' }),
  sync(
    'rejected',
    {
      waiting: 1_204,
      deadLetters: 2,
      oldestAt: '2026-11-20T09:58:00Z',
      apiLimit: { used: 86_400, limit: 100_000, held: ['crm.checkpoint', 'crm.acknowledgement'] },
    },
    [REJECTED, { ...REJECTED, messageId: '8', topic: 'crm.checkpoint', payload: { number: 12 } }],
    { shows: 'Try Again', sizes: ALL_SIZES },
  ),
  {
    name: 'simulator-start',
    tag: 'c-admin-simulator',
    properties: {},
    answers: simulator,
    shows: 'Policy to test',
    sizes: ALL_SIZES,
  },
  {
    name: 'simulator-loading',
    tag: 'c-admin-simulator',
    properties: {},
    answers: { ...simulator, 'GET /api/policy': 'never' },
  },
  {
    name: 'simulator-error',
    tag: 'c-admin-simulator',
    properties: {},
    answers: { ...simulator, 'GET /api/policy': AWAY },
    shows: "didn't respond",
  },
  {
    name: 'simulator-refused',
    tag: 'c-admin-simulator',
    properties: {},
    as: 'maya',
    shows: 'for Dealside administrators',
  },
  {
    name: 'draft-faults',
    tag: 'c-admin-policy-draft',
    properties: { draft: DRAFT, isChanged: true, faults: FAULTS },
    sizes: ALL_SIZES,
  },
  {
    name: 'draft-valid',
    tag: 'c-admin-policy-draft',
    properties: { draft: { rules: [RULE], holidays: [] }, isChanged: true, faults: [] },
  },
  {
    name: 'draft-text',
    tag: 'c-admin-policy-draft',
    properties: { draft: { rules: [RULE], holidays: [] } },
    click: '[data-action=kind] button',
    sizes: ALL_SIZES,
  },
  {
    name: 'draft-empty',
    tag: 'c-admin-policy-draft',
    properties: { draft: { rules: [], holidays: [] }, isChanged: true },
  },
  {
    name: 'policy-rule-announced',
    tag: 'c-admin-policy-rule-form',
    properties: {
      rule: {
        ...RULE,
        modes: ['monitor', 'whisper', 'barge'],
        demands: ['reason', 'recorded', 'notice_first'],
        noticeKinds: ['banner', 'spoken_to_everyone'],
      },
      faults: [],
    },
    sizes: ALL_SIZES,
  },
  run(
    'running',
    { [RUN]: data(aRun({ done: 20_600, total: 50_000, progress: 0.412 })) },
    { shows: '20600 of 50000', sizes: ALL_SIZES },
  ),
  run('done', { [RUN]: DONE }, { shows: "Tomás Rivera's team", sizes: ALL_SIZES }),
  run(
    'calls',
    { [RUN]: DONE, [`${RUN}/calls`]: CALLS },
    {
      tag: 'c-admin-simulated-calls',
      properties: { calls: (CALLS as { data: { calls: unknown[] } }).data.calls, hasMore: true },
    },
  ),
  run(
    'no-calls',
    { [RUN]: data(aRun({ status: 'done', result: { ...aResult(), calls: 0 } })) },
    { shows: 'No calls were answered' },
  ),
  run('cancelled', { [RUN]: data(aRun({ status: 'cancelled' })) }, { shows: 'was canceled' }),
  run(
    'failed',
    {
      [RUN]: data(
        aRun({
          status: 'failed',
          problem: `${refused('crm_unavailable').message} Try again in a moment.`,
        }),
      ),
    },
    { shows: 'The run failed' },
  ),
  run('error', { [RUN]: AWAY }, { shows: "didn't respond" }),
  {
    name: 'admin-why',
    tag: 'c-admin-permission-check',
    properties: {},
    answers: { 'GET /api/policy/questions': data(QUESTIONS) },
    shows: 'Show decision',
    sizes: ALL_SIZES,
  },
  {
    name: 'admin-why-missing',
    tag: 'c-admin-permission-check',
    properties: {},
    answers: { 'GET /api/policy/questions': data(QUESTIONS) },
    click: '[data-action=ask-why] button',
    shows: 'Select a person.',
  },
  {
    name: 'why-answer',
    tag: 'c-policy-permission-answer',
    properties: { why: aPermissionExplanation() },
    click: '[data-mode=barge] summary',
    sizes: ALL_SIZES,
  },
  incidents('open', data({ incidents: [BROKEN, STRANGER] }), {
    shows: 'Entry 7',
    sizes: ALL_SIZES,
  }),
  incidents('acknowledging', data({ incidents: [STRANGER] }), {
    click: ['[data-action=acknowledge] button', '[data-action=resolve] button'],
    shows: 'Enter what you found',
    sizes: ALL_SIZES,
  }),
  incidents(
    'settled',
    data({
      incidents: [
        { ...STRANGER, resolvedAt: '2026-11-20T12:00:00Z', resolvedBy: 'system' },
        {
          ...BROKEN,
          resolvedAt: '2026-11-20T12:00:00Z',
          resolvedBy: '005Dn000000000eIAQ',
          resolutionNote: 'A restored backup; exported, compared with Salesforce and reported.',
        },
      ],
    }),
    { choose: ['select', 'resolved'], shows: 'A restored backup' },
  ),
  incidents('none', data({ incidents: [] }), { shows: 'No open incidents' }),
  incidents('loading', 'never'),
  incidents('error', AWAY, { shows: "didn't respond" }),
  checkpoints(
    'some',
    data({
      checkpoints: [
        checkpoint(1, 812, {}),
        checkpoint(2, 1590, { verification: 'entry_differs', inSalesforce: 'failed' }),
        checkpoint(3, 2204, { inSalesforce: 'waiting' }),
      ],
      uncovered: { entries: 41, since: '2026-11-20T02:10:00Z' },
    }),
    { shows: 'not signed yet', sizes: ALL_SIZES },
  ),
  checkpoints('none', data({ checkpoints: [] }), { shows: 'No checkpoints yet' }),
  checkpoints('loading', 'never'),
  checkpoints('error', AWAY, { shows: "didn't respond" }),
];
