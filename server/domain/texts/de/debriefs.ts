import type { Texts } from '../types.ts';

export const debriefNotices: Texts['notifications']['debrief'] = {
  booked: {
    title: 'Nachbesprechung mit {with}: {time}',
    body: 'Zum Anruf mit {customer}. Der Termin steht in Ihrem Kalender ({zone}).',
  },
  moved: {
    title: 'Nachbesprechung mit {with} verschoben: {time}',
    body: 'Zum Anruf mit {customer}. Ihr Kalender ist geändert ({zone}).',
  },
  remind: {
    title: 'Nachbesprechung mit {with} fällig am {dueOn}',
    body: 'Zum Anruf mit {customer}. {time}',
  },
  due: {
    title: 'Nachbesprechung mit {with} ist fällig',
    body: 'Zum Anruf mit {customer}. Bewerten Sie den Anruf und halten Sie die Nachbesprechung heute.',
  },
  escalate: {
    title: 'Überfällige Nachbesprechung: {rep} und {supervisor}',
    body: 'Zum Anruf mit {customer}. Sie war am {dueOn} fällig.',
  },
  unbooked: 'Es ist noch kein Termin gewählt.',
  bookedFor: 'Termin: {time}.',
};

export const debriefEvent: Texts['debriefEvent'] = {
  subject: 'Nachbesprechung: {rep} und {supervisor} zum Anruf mit {customer}',
  guide:
    'Zwei bis drei Minuten.\n1. {rep}: Was ist passiert, in einem Satz?\n2. {supervisor}: Was lief gut, und die eine Sache, die anders werden soll.\n3. {rep}: Was machen Sie beim nächsten Mal?\nBeide bewerten den Anruf zuvor in Dealside.',
};
