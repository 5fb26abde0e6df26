import type { DebriefRefusals, Texts } from '../types.ts';

export const debriefNotices: Texts['notifications']['debrief'] = {
  planned: {
    title: 'Debrief with {with} due {dueOn}',
    body: 'About the call with {customer}. Score the call first.',
  },
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
  canceled: 'Canceled: {subject}',
  guide:
    'Two to three minutes.\n1. {rep}: what happened, in one sentence?\n2. {supervisor}: what went well, and the one thing to change.\n3. {rep}: what will you do next time?\nBoth score the call in Dealside first.',
};

export const trainingNotice: Texts['notifications']['training'] = {
  title: 'Training signal: {reason}',
  body: 'On {calls} calls of {reps} reps of one team. Decide on Home whether a training is planned.',
};

export const debriefRefusals: DebriefRefusals = {
  debrief_not_found: { message: "This debrief isn't yours." },
  debrief_given: { message: "This was already given and can't be changed." },
  debrief_rep_first: { message: '{rep} scores the call first.' },
  debrief_not_scored: { message: "Your supervisor hasn't scored the call yet." },
  debrief_unfinished: {
    message: "{rep} hasn't scored the call yet.",
    hint: 'A debrief is complete once both have scored the call and {rep} has read your score.',
  },
  debrief_needs_both: {
    message: '{name} can still do their part.',
    hint: 'You can close a debrief alone only once the other person is no longer active.',
  },
  debrief_without_cause: {
    message: "The rep flagged no moment on this call, and it isn't in the sample.",
    hint: 'Debriefs are planned after an intervention, for flagged moments, and for sampled calls.',
  },
  debrief_planned: { message: 'A debrief of this call is planned already.' },
  debrief_closed: { message: 'This debrief is complete.' },
  debrief_booked_meanwhile: { message: 'A time was picked in the meantime. Look at it first.' },
  debrief_slot_taken: { message: "This time isn't free anymore. Pick another one." },
  debrief_not_held: { message: 'Rate the coaching once the debrief is complete.' },
  debrief_rating_over: { message: 'This debrief is too long ago to be rated.' },
  training_signal_not_found: { message: "There's no such training signal." },
  training_signal_decided: { message: 'This training signal was decided already.' },
  joint_call_time: { message: 'Pick a time in the next 60 days.' },
  joint_call_with: {
    message:
      'You can plan a three-way call only with reps whose calls you can barge into, or with supervisors who can barge into yours.',
  },
  joint_call_not_found: { message: 'This three-way call has begun already, or was canceled.' },
};
