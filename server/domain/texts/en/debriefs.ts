import type { Texts } from '../types.ts';

export const debriefNotices: Texts['notifications']['debrief'] = {
  booked: {
    title: 'Debrief with {with}: {time}',
    body: 'About the call with {customer}. It is in your calendar ({zone}).',
  },
  moved: {
    title: 'Debrief with {with} moved: {time}',
    body: 'About the call with {customer}. Your calendar is changed ({zone}).',
  },
  remind: {
    title: 'Debrief with {with} due {dueOn}',
    body: 'About the call with {customer}. {time}',
  },
  due: {
    title: 'Debrief with {with} is due',
    body: 'About the call with {customer}. Score the call and hold the debrief today.',
  },
  escalate: {
    title: 'Overdue debrief: {rep} and {supervisor}',
    body: 'About the call with {customer}. It was due {dueOn}.',
  },
  unbooked: 'No time is picked yet.',
  bookedFor: 'Picked: {time}.',
};

export const debriefEvent: Texts['debriefEvent'] = {
  subject: 'Debrief: {rep} and {supervisor} on the call with {customer}',
  guide:
    'Two to three minutes.\n1. {rep}: what happened, in one sentence?\n2. {supervisor}: what went well, and the one thing to change.\n3. {rep}: what will you do next time?\nBoth score the call in Dealside first.',
};
