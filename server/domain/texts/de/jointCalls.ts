import type { Texts } from '../types.ts';

export const jointCallNotices: Texts['notifications']['jointCall'] = {
  planned: {
    title: 'Geplantes Dreiergespräch mit {with}: {time}',
    body: 'Vertriebsmitarbeiter: {rep}. Supervisor: {supervisor}. Der Supervisor erfährt, wenn der Anruf beginnt, und tritt mit einem Klick bei.',
  },
  moved: {
    title: 'Dreiergespräch mit {with} verschoben: {time}',
    body: 'Mit dem Vertriebsmitarbeiter {rep} und dem Supervisor {supervisor}.',
  },
  soon: {
    title: 'Bald: Dreiergespräch mit {with}',
    body: 'Geplant für {time}. Vertriebsmitarbeiter: {rep}. Supervisor: {supervisor}.',
  },
  begun: {
    title: 'Das Dreiergespräch mit {with} hat begonnen',
    body: '{rep} telefoniert mit dem Kunden. {supervisor} tritt wie bei jedem Anruf zuerst stumm bei.',
  },
  missed: {
    title: 'Ihr Dreiergespräch mit {with} fand nicht statt',
    body: 'Es war für {time} geplant. Planen Sie ein neues, wenn es noch gebraucht wird.',
  },
  cancelled: {
    title: 'Dreiergespräch mit {with} abgesagt',
    body: 'Es war für {time} geplant.',
  },
};

export const jointCallEvent: Texts['jointCallEvent'] = {
  subject: 'Dreiergespräch: {rep} und {supervisor}',
  canceled: 'Abgesagt: Dreiergespräch von {rep} und {supervisor}',
  description:
    '{rep} ruft den Kunden an. {supervisor} erfährt, wenn der Anruf beginnt, und tritt in Dealside mit einem Klick bei.',
};
