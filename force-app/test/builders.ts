import type {
  CallView,
  InterventionView,
  Mode,
  NoticeView,
  ScriptsView,
  SteppedDownView,
  TakenOffView,
  Vocabulary,
} from 'c/callModel';
import { MODES } from '../main/default/lwc/callModel/views.ts';

export const MAYA = '005Dn000000000bIAQ';
const RAVI = '005Dn000000000cIAQ';
export const DANA = '005Dn000000000aIAQ';
export const OPPORTUNITY = '006Dn000000000vIAA';
const AT = '2026-11-20T10:00:00.000Z';

/** A live call of Ravi with Marcus, as Ravi's manager Maya sees it. */
export function aCall(more: Partial<CallView> = {}): CallView {
  return {
    callId: 'call-1',
    status: 'live',
    direction: 'outbound',
    startedAt: AT,
    answeredAt: AT,
    rep: { userId: RAVI, name: 'Ravi Patel', present: true, onHold: false },
    customer: { name: 'Marcus Hale', accountName: 'Brightwater Foods' },
    opportunity: { opportunityId: OPPORTUNITY, name: 'Brightwater roll-out', amount: 96500 },
    interventions: [],
    you: {
      relation: 'supervisor',
      scripts: SCRIPTS,
      modes: MODES.map((mode) => ({ mode, allowed: true })),
    },
    ...more,
  };
}

/** What Maya can say to Marcus. */
const SCRIPTS: ScriptsView = {
  modes: [
    {
      mode: 'barge',
      opening: [
        'Hi, this is Maya Okafor. I lead the team Ravi Patel works in. May I join you?',
        'Ravi Patel stays your main contact.',
      ],
      closing: ['I will leave you with Ravi Patel now.'],
    },
    {
      mode: 'takeover',
      opening: ['Hi, this is Maya Okafor. I am taking this call from here.'],
      closing: ['I will leave you with Ravi Patel now.'],
    },
  ],
  phrases: [
    { avoid: 'I am sorry about my colleague.', instead: 'Thank you both.', reasons: [] },
    {
      avoid: 'I decide here.',
      instead: 'I can approve this.',
      why: 'Say what you bring.',
      reasons: ['customer_asks_manager'],
    },
  ],
};

/** Why Maya was taken off a call of Ravi. */
export const aTakenOff = (more: object = {}): TakenOffView => ({
  interventionId: 'intervention-1',
  at: '2026-11-20T10:05:00.000Z',
  repName: 'Ravi Patel',
  opportunityId: OPPORTUNITY,
  message: 'The permission to monitor covertly has ended.',
  hint: 'Join as usual.',
  ...more,
});

/** Why Maya was moved from a barge to whispering. */
export const aSteppedDown = (more: object = {}): SteppedDownView => ({
  interventionId: 'intervention-1',
  at: '2026-11-20T10:05:00.000Z',
  mode: 'whisper',
  message: "Your permissions or your company's policy no longer allow Barge on this call.",
  hint: 'The modes that you can still use here: Monitor, Whisper.',
  ...more,
});

/** The same call as Ravi sees it. */
export const ownCall = (more: Partial<CallView> = {}): CallView =>
  aCall({
    you: { relation: 'rep', modes: MODES.map((mode) => ({ mode, allowed: false })) },
    ...more,
  });

/** Maya on the call. */
export function anIntervention(
  mode?: Mode,
  more: Partial<InterventionView> = {},
): InterventionView {
  return {
    interventionId: 'intervention-1',
    callId: 'call-1',
    supervisor: { userId: MAYA, name: 'Maya Okafor', role: 'Sales manager' },
    status: mode ? 'active' : 'joining',
    mode,
    modeHistory: mode ? [{ mode: 'monitor', at: AT }] : [],
    repName: 'Ravi Patel',
    customerName: 'Marcus Hale',
    opportunity: { opportunityId: OPPORTUNITY, name: 'Brightwater roll-out' },
    ...more,
  };
}

export const anEndedIntervention = (more: Partial<InterventionView> = {}): InterventionView =>
  anIntervention(undefined, { status: 'ended', leftAt: AT, outcome: { status: 'due' }, ...more });

export function aNotice(more: Partial<NoticeView> = {}): NoticeView {
  return {
    noticeId: 'notice-1',
    callId: 'call-1',
    interventionId: 'intervention-1',
    supervisor: { userId: MAYA, name: 'Maya Okafor', role: 'Sales manager' },
    mode: 'monitor',
    at: AT,
    text: "Maya Okafor is listening. Maya Okafor can't be heard.",
    isOwn: true,
    ...more,
  };
}

export const WORDS: Vocabulary = {
  reasons: [
    {
      code: 'customer_asks_manager',
      family: 'escalation',
      label: 'Customer asks for a manager',
      noteRequired: false,
    },
    {
      code: 'cancellation_threat',
      family: 'escalation',
      label: 'Customer threatens to cancel',
      noteRequired: false,
    },
    {
      code: 'negotiation_help',
      family: 'opportunity',
      label: 'Help in negotiation',
      noteRequired: false,
    },
    { code: 'other', family: 'other', label: 'Other', noteRequired: true },
  ],
  outcomes: [
    { code: 'advanced', label: 'Deal advanced' },
    { code: 'lost', label: 'Lost' },
  ],
  criteria: [
    { verdict: 'barge', text: 'Only you can approve, decide, or say what is needed.' },
    { verdict: 'do_not_barge', text: 'A whisper or a text message would be enough.' },
  ],
  modes: [],
};
