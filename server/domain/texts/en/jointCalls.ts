import type { Texts } from '../types.ts';

export const jointCallNotices: Texts['notifications']['jointCall'] = {
  planned: {
    title: 'Planned three-way call with {with}: {time}',
    body: 'Rep: {rep}. Supervisor: {supervisor}. The supervisor is notified when the call begins, and joins with one click.',
  },
  moved: {
    title: 'Three-way call with {with} moved: {time}',
    body: 'With the rep {rep} and the supervisor {supervisor}.',
  },
  soon: {
    title: 'Soon: three-way call with {with}',
    body: 'Planned for {time}. Rep: {rep}. Supervisor: {supervisor}.',
  },
  begun: {
    title: 'The three-way call with {with} has begun',
    body: '{rep} is on the phone with the customer. {supervisor} joins silently first, as on any call.',
  },
  missed: {
    title: "Your three-way call with {with} didn't take place",
    body: 'It was planned for {time}. Plan another one if it is still needed.',
  },
  cancelled: {
    title: 'Three-way call with {with} canceled',
    body: 'It was planned for {time}.',
  },
};

export const jointCallEvent: Texts['jointCallEvent'] = {
  subject: 'Three-way call: {rep} and {supervisor}',
  canceled: 'Canceled: three-way call of {rep} and {supervisor}',
  description:
    '{rep} calls the customer. {supervisor} is notified when the call begins, and joins with one click in Dealside.',
};
