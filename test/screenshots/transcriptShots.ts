import { ALL_SIZES, data, refused, type Answer, type Shot } from './shot.ts';

const PATH = 'GET /api/calls/call-1/transcript';
const line = (lineId: string, speaker: string, at: string, text: string) => ({
  lineId,
  speaker,
  text,
  startedAt: `2026-11-20T10:00:${at}.000Z`,
  endedAt: `2026-11-20T10:00:${at}.900Z`,
});
const TRANSCRIPT = {
  callId: 'call-1',
  isTranscribed: true,
  startedAt: '2026-11-20T10:00:00.000Z',
  lines: [
    line('1', 'rep', '02', 'Thanks for calling Brightwater. What can I do for you?'),
    line('2', 'customer', '06', 'The October invoice has 40 seats, and we only use 25 of them.'),
    line('3', 'rep', '14', 'Let me look at that. I am not sure that I can change it myself.'),
    line('4', 'customer', '19', 'Then let me speak to your manager, please.'),
    line('5', 'customer', '40', 'As I said, the October invoice has 40 seats, we use 25.'),
    line('6', 'rep', '48', 'We credit the fifteen seats with the next invoice.'),
  ],
  modes: [{ at: '2026-11-20T10:00:31.000Z', mode: 'barge', name: 'Maya Okafor' }],
  moments: [{ momentId: 'm', at: '2026-11-20T10:00:16.000Z', note: 'credit' }],
  repeats: [{ lineId: '5', ofLineId: '2' }],
  alerts: [
    {
      alertId: 'a',
      callId: 'call-1',
      ruleName: 'Asks_For_Manager_en',
      label: 'Asks for a manager',
      family: 'asks_for_manager',
      severity: 'attention',
      raisedAt: '2026-11-20T10:00:21.000Z',
      words: ['your', 'manager'],
    },
  ],
  recording: { recordingId: 'r', startedAt: '2026-11-20T10:00:00.000Z' },
};

const opened = (name: string, answer: Answer, more: Partial<Shot> = {}): Shot => ({
  name: `transcript-${name}`,
  tag: 'c-call-transcript',
  properties: { callId: 'call-1' },
  click: '[data-action="transcript"]',
  answers: { [PATH]: answer },
  ...more,
});

/** What was said on a call, before and after it is opened. */
export const TRANSCRIPT_SHOTS: readonly Shot[] = [
  {
    name: 'transcript-closed',
    tag: 'c-call-transcript',
    properties: { callId: 'call-1' },
    shows: 'is logged',
  },
  opened('whole', data(TRANSCRIPT), { shows: 'Said again', sizes: ALL_SIZES }),
  opened('loading', 'never'),
  opened(
    'empty',
    data({ ...TRANSCRIPT, lines: [], modes: [], moments: [], alerts: [], repeats: [] }),
    { shows: 'no longer kept' },
  ),
  opened('refused', { status: 403, error: refused('words_not_yours') }, { shows: 'Try again' }),
];
