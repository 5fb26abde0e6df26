import {
  aCall,
  anEndedIntervention,
  anIntervention,
  DANA,
  MAYA,
  ownCall,
  WORDS,
} from '../../force-app/test/builders.ts';
import { TEXTS } from '../../server/domain/texts/texts.ts';
import { ADMIN_SHOTS } from './adminShots.ts';
import { COACHING_SHOTS } from './coachingShots.ts';
import { DUTY_SHOTS } from './dutyShots.ts';
import { JOINING_SHOTS } from './joiningShots.ts';
import { ALL_SIZES, refused, type Shot } from './shot.ts';
import { TEAM_SHOTS } from './teamShots.ts';
import { TRANSCRIPT_SHOTS } from './transcriptShots.ts';

const words = {
  ...WORDS,
  helpReasons: [
    { code: 'pricing', label: 'Pricing or discount' },
    { code: 'legal', label: 'Legal or compliance' },
  ],
};
const dana = (more: object) =>
  anIntervention('monitor', {
    interventionId: 'other',
    supervisor: { userId: DANA, name: 'Dana Whitfield' },
    ...more,
  });
const controls = (
  mode: Parameters<typeof anIntervention>[0],
  more: object = {},
  intervention: object = {},
) => {
  const mine = anIntervention(mode, intervention);
  return { call: aCall({ interventions: [mine] }), intervention: mine, vocabulary: words, ...more };
};
const HELP = {
  helpRequestId: 'h',
  status: 'open' as const,
  reasonCode: 'pricing',
  reasonLabel: 'Pricing or discount',
  note: 'Wants 20% off.',
  at: '2026-11-20T10:00:00Z',
};
const LINES = [
  {
    textWhisperId: '1',
    from: { userId: MAYA, name: 'Maya Okafor' },
    text: 'Ask about the term before you talk price.',
    at: '2026-11-20T10:00:00Z',
    seenAt: '2026-11-20T10:01:00Z',
  },
  {
    textWhisperId: '2',
    from: { userId: MAYA, name: 'Maya Okafor' },
    text: 'Offer the second year.',
    at: '2026-11-20T10:02:00Z',
  },
];
const RECEIPT = {
  Id: 'a01',
  Highest_Mode__c: 'Barge',
  Joined_At__c: '2026-11-20T10:00:00Z',
  Duration_Seconds__c: 125,
  Also_On_Call__c:
    'Lena Brandt (colleague): 2026-11-20 10:00:20 UTC to 2026-11-20 10:01:00 UTC\n' +
    '+12065550100 (outside number): 2026-11-20 10:00:10 UTC to 2026-11-20 10:00:40 UTC',
  Reason_Code__c: 'Large deal',
  Outcome__c: 'Deal advanced',
  Rep__c: '005',
  Rep__r: { Name: 'Ravi Patel' },
  Supervisor__r: { Name: 'Maya Okafor' },
};
const DEBRIEF = {
  Id: '1',
  Opportunity__r: { Name: 'Brightwater Foods – warehouse roll-out' },
  Rep__r: { Name: 'Ravi Patel' },
  Supervisor__r: { Name: 'Maya Okafor' },
};
const PROBLEM = {
  code: 'network',
  message: "Can't reach the Dealside server.",
  hint: "Check your network connection. The call isn't affected.",
};
const AUDIT = [
  {
    position: 1042,
    at: '2026-11-20T10:02:00Z',
    actor: { kind: 'person', userId: MAYA, role: 'supervisor' },
    action: 'ModeRequested',
    label: 'Mode requested',
    result: 'refused',
    code: 'reason_required',
  },
  {
    position: 1041,
    at: '2026-11-20T10:01:30Z',
    actor: { kind: 'carrier' },
    action: 'ModeConfirmed',
    label: 'Mode confirmed',
    result: 'done',
  },
  {
    position: 1040,
    at: '2026-11-20T10:01:00Z',
    actor: { kind: 'unknown' },
    action: 'CarrierCallback',
    label: 'Carrier callback',
    result: 'refused',
    code: 'signature_invalid',
  },
];
const stage = (p50: number, p95: number) => ({ p50, p90: p95, p95, p99: p95 });
const LATENCY = [
  ['join', 'monitor', 420, 810],
  ['switch', 'whisper', 110, 180],
  ['switch', 'barge', 118, 205],
].map(([kind, mode, p50, p95]) => ({
  kind,
  mode,
  count: 31,
  stages: {
    clickToRequest: stage(5, 9),
    requestToCarrier: stage(20, 40),
    carrierToConfirmed: stage(80, 120),
    clickToConfirmed: stage(p50 as number, p95 as number),
    clickToHeard: kind === 'join' ? stage(640, 990) : null,
  },
}));
const run = (status: string, more: object = {}) => ({
  runId: status,
  startedAt: '2026-11-20T10:00:00Z',
  progress: 1,
  status,
  ...more,
});

export const SHOTS: readonly Shot[] = [
  {
    name: 'call-card-live',
    tag: 'c-call-card',
    properties: { call: aCall({ interventions: [dana({})] }), showOpportunity: true },
    sizes: ALL_SIZES,
  },
  {
    name: 'call-card-ringing',
    tag: 'c-call-card',
    properties: { call: aCall({ status: 'ringing', answeredAt: undefined }) },
  },
  { name: 'controls-joining', tag: 'c-intervention-controls', properties: controls(undefined) },
  {
    name: 'controls-monitor',
    tag: 'c-intervention-controls',
    properties: controls('monitor'),
    sizes: ALL_SIZES,
  },
  {
    name: 'controls-switching',
    tag: 'c-intervention-controls',
    properties: controls('monitor', {}, { pendingMode: 'whisper' }),
  },
  {
    name: 'controls-barge',
    tag: 'c-intervention-controls',
    properties: controls('barge'),
    sizes: ALL_SIZES,
  },
  {
    name: 'controls-reason',
    tag: 'c-intervention-controls',
    properties: controls(
      'whisper',
      {},
      { modeHistory: [{ mode: 'whisper', at: '2026-11-20T10:00:00Z' }] },
    ),
    click: 'input[value=barge]',
    sizes: ALL_SIZES,
  },
  {
    name: 'controls-whisper-first',
    tag: 'c-intervention-controls',
    properties: controls('monitor'),
    click: 'input[value=barge]',
  },
  {
    name: 'controls-takeover',
    tag: 'c-intervention-controls',
    properties: controls('barge'),
    click: 'input[value=takeover]',
    sizes: ALL_SIZES,
  },
  {
    name: 'controls-no-microphone',
    tag: 'c-intervention-controls',
    properties: controls('monitor', {
      microphoneProblem: { code: 'no_microphone', message: 'You need a microphone for this.' },
    }),
    sizes: ALL_SIZES,
  },
  {
    name: 'controls-refused',
    tag: 'c-intervention-controls',
    properties: controls('monitor', {
      problem: refused('rep_on_hold'),
    }),
  },
  {
    name: 'controls-others',
    tag: 'c-intervention-controls',
    properties: (() => {
      const mine = anIntervention('monitor');
      return {
        call: aCall({ interventions: [mine, dana({ mode: 'whisper' })] }),
        intervention: mine,
        vocabulary: words,
      };
    })(),
  },
  {
    name: 'help-form',
    tag: 'c-call-help-request',
    properties: { reasons: words.helpReasons },
    click: 'button',
    sizes: ALL_SIZES,
  },
  {
    name: 'help-coming',
    tag: 'c-call-help-request',
    properties: {
      help: { ...HELP, status: 'taken', takenBy: { userId: MAYA, name: 'Maya Okafor' } },
    },
    sizes: ALL_SIZES,
  },
  {
    name: 'help-on-the-call',
    tag: 'c-call-panel',
    properties: { call: aCall({ help: HELP }) },
    sizes: ALL_SIZES,
  },
  {
    name: 'text-supervisor',
    tag: 'c-call-text-whispers',
    properties: { lines: LINES, canWrite: true, repName: 'Ravi Patel' },
    sizes: ALL_SIZES,
  },
  {
    name: 'text-rep',
    tag: 'c-call-text-whispers',
    properties: { lines: LINES, repName: 'Ravi Patel' },
    sizes: ALL_SIZES,
  },
  {
    name: 'rep-call',
    tag: 'c-call-panel',
    properties: { call: ownCall({ interventions: [dana({})] }) },
  },
  {
    name: 'rep-unknown-caller',
    tag: 'c-call-panel',
    properties: {
      call: ownCall({ customer: { name: '+15005550123', phone: '+15005550123', onHold: false } }),
    },
    sizes: ALL_SIZES,
  },
  {
    name: 'outcome-form',
    tag: 'c-outcome-form',
    properties: { intervention: anEndedIntervention(), vocabulary: { ...words, tags: ['Pilot'] } },
    sizes: ALL_SIZES,
  },
  {
    name: 'outcome-refused',
    tag: 'c-outcome-form',
    properties: { intervention: anEndedIntervention(), vocabulary: words, problem: PROBLEM },
  },
  {
    name: 'receipt-asks',
    tag: 'c-intervention-receipt',
    properties: { receipt: RECEIPT, isOwn: true },
    sizes: ALL_SIZES,
  },
  {
    name: 'receipt-answered',
    tag: 'c-intervention-receipt',
    properties: {
      receipt: {
        ...RECEIPT,
        Rep_Verdict__c: 'helped',
        Rep_Reply__c: 'The number was what she needed to hear.',
      },
    },
  },
  {
    name: 'debrief-due',
    tag: 'c-coaching-debrief',
    properties: { debrief: { ...DEBRIEF, Coaching_Due_On__c: '2999-11-24' } },
  },
  {
    name: 'debrief-overdue',
    tag: 'c-coaching-debrief',
    properties: { debrief: { ...DEBRIEF, Coaching_Due_On__c: '2026-11-02' } },
  },
  {
    name: 'debrief-writing',
    tag: 'c-coaching-debrief',
    properties: { debrief: DEBRIEF, mayWrite: true },
    click: 'button',
    sizes: ALL_SIZES,
  },
  {
    name: 'connection-lost',
    tag: 'c-live-connection-status',
    properties: { status: 'lost', reason: PROBLEM },
    sizes: ALL_SIZES,
  },
  {
    name: 'connection-refused',
    tag: 'c-live-connection-status',
    properties: {
      status: 'refused',
      reason: refused('user_inactive'),
    },
  },
  {
    name: 'policy-rules',
    tag: 'c-policy-rules',
    properties: {
      rules: [
        {
          name: 'a',
          words:
            "Sales managers can monitor, whisper on, barge into, and take over the calls of their direct and indirect reports, Monday to Friday from 08:00 to 18:00 in the rep's time zone. The rep sees who it is.",
        },
        {
          name: 'b',
          words:
            "Quality analysts can monitor and whisper on everyone's calls. The rep sees who it is.",
        },
      ],
      remark: TEXTS.en.policy.forRep.covertNone,
    },
  },
  {
    name: 'audit-entries',
    tag: 'c-admin-audit-table',
    properties: { entries: AUDIT },
    sizes: ALL_SIZES,
  },
  {
    name: 'latency',
    tag: 'c-admin-latency-table',
    properties: { latencies: LATENCY },
    sizes: ALL_SIZES,
  },
  {
    name: 'audio-check-healthy',
    tag: 'c-admin-audio-check-runs',
    properties: {
      audioCheck: {
        carrier: { status: 'healthy' },
        runs: [
          run('running', { progress: 0.4 }),
          run('passed'),
          run('not_run', { problem: 'There was no number to call.' }),
        ],
      },
    },
    sizes: ALL_SIZES,
  },
  {
    name: 'audio-check-unhealthy',
    tag: 'c-admin-audio-check-runs',
    properties: {
      audioCheck: {
        carrier: {
          status: 'unhealthy',
          since: '2026-11-20T10:00:00Z',
          findings: ['In Whisper, the customer can hear the supervisor.'],
        },
        runs: [
          run('failed', {
            findings: [{ text: 'In Whisper, the customer can hear the supervisor.' }],
          }),
        ],
      },
    },
    sizes: ALL_SIZES,
  },
  ...COACHING_SHOTS,
  ...DUTY_SHOTS,
  ...TEAM_SHOTS,
  ...TRANSCRIPT_SHOTS,
  ...JOINING_SHOTS,
  ...ADMIN_SHOTS,
];
