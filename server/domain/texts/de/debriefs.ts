import type { DebriefRefusals, Texts } from '../types.ts';

export const debriefNotices: Texts['notifications']['debrief'] = {
  planned: {
    title: 'Nachbesprechung mit {with} fällig am {dueOn}',
    body: 'Zum Anruf mit {customer}. Bewerten Sie den Anruf zuerst.',
  },
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
    body: 'Zum Anruf mit {customer}. Bewerten Sie den Anruf und führen Sie die Nachbesprechung heute durch.',
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
  canceled: 'Abgesagt: {subject}',
  guide:
    'Zwei bis drei Minuten.\n1. {rep}: Was ist passiert, in einem Satz?\n2. {supervisor}: Was lief gut, und die eine Sache, die anders werden soll.\n3. {rep}: Was machen Sie beim nächsten Mal?\nBeide bewerten den Anruf zuvor in Dealside.',
};

export const trainingNotice: Texts['notifications']['training'] = {
  title: 'Schulungshinweis: {reason}',
  body: 'In {calls} Anrufen von {reps} Vertriebsmitarbeitern eines Teams. Entscheiden Sie auf der Startseite, ob eine Schulung geplant wird.',
};

export const debriefRefusals: DebriefRefusals = {
  debrief_not_found: { message: 'An dieser Nachbesprechung sind Sie nicht beteiligt.' },
  debrief_given: { message: 'Das ist schon angegeben und kann nicht geändert werden.' },
  debrief_rep_first: { message: 'Zuerst bewertet {rep} den Anruf.' },
  debrief_not_scored: { message: 'Ihr Supervisor hat den Anruf noch nicht bewertet.' },
  debrief_unfinished: {
    message: '{rep} hat den Anruf noch nicht bewertet.',
    hint: 'Eine Nachbesprechung ist abgeschlossen, sobald beide den Anruf bewertet haben und {rep} Ihre Bewertung gelesen hat.',
  },
  debrief_needs_both: {
    message: '{name} kann den eigenen Teil noch erledigen.',
    hint: 'Allein schließen Sie eine Nachbesprechung erst, wenn die andere Person nicht mehr aktiv ist.',
  },
  debrief_without_cause: {
    message: 'In diesem Anruf ist kein Moment markiert, und er gehört nicht zur Stichprobe.',
    hint: 'Nachbesprechungen werden nach einem Eingriff geplant, zu markierten Momenten und zu Anrufen der Stichprobe.',
  },
  debrief_planned: { message: 'Eine Nachbesprechung dieses Anrufs ist schon geplant.' },
  debrief_closed: { message: 'Diese Nachbesprechung ist abgeschlossen.' },
  debrief_booked_meanwhile: {
    message: 'Inzwischen wurde ein Termin gewählt. Sehen Sie ihn zuerst an.',
  },
  debrief_slot_taken: { message: 'Dieser Termin ist nicht mehr frei. Wählen Sie einen anderen.' },
  debrief_not_held: {
    message: 'Bewerten Sie das Coaching, sobald die Nachbesprechung abgeschlossen ist.',
  },
  debrief_rating_over: { message: 'Diese Nachbesprechung ist zu lange her, um sie zu bewerten.' },
  training_signal_not_found: { message: 'Diesen Schulungshinweis gibt es nicht.' },
  training_signal_decided: { message: 'Über diesen Schulungshinweis wurde schon entschieden.' },
  joint_call_time: { message: 'Wählen Sie einen Zeitpunkt in den nächsten 60 Tagen.' },
  joint_call_with: {
    message:
      'Ein Dreiergespräch können Sie nur mit Vertriebsmitarbeitern planen, in deren Anrufe Sie sich aufschalten dürfen, oder mit Supervisoren, die sich in Ihre aufschalten dürfen.',
  },
  joint_call_not_found: {
    message: 'Dieses Dreiergespräch hat schon begonnen oder wurde abgesagt.',
  },
};
