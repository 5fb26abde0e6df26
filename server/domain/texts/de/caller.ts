import type { Texts } from '../types.ts';

/** What a caller hears. */
export const caller: Texts['caller'] = {
  welcome: 'Danke für Ihren Anruf. Bitte bleiben Sie dran, wir verbinden Sie.',
  onHold:
    'Bitte bleiben Sie kurz am Apparat, wir klären das für Sie. Wir sind gleich wieder für Sie da.',
  repLost:
    'Die Verbindung zu Ihrer Gesprächspartnerin oder Ihrem Gesprächspartner ist abgebrochen. Bitte bleiben Sie dran, wir verbinden Sie wieder.',
  nextStep:
    'Noch hat niemand abgenommen. Wir versuchen es bei jemand anderem. Bitte bleiben Sie dran.',
  leaveMessage:
    'Zurzeit kann niemand Ihren Anruf annehmen. Bitte sprechen Sie nach dem Ton eine Nachricht, sie wird aufgezeichnet, und wir rufen Sie zurück. Drücken Sie die Rautetaste, wenn Sie fertig sind.',
  closedMessage:
    'Sie rufen außerhalb unserer Geschäftszeiten an. Bitte sprechen Sie nach dem Ton eine Nachricht, sie wird aufgezeichnet, und wir rufen Sie zurück. Drücken Sie die Rautetaste, wenn Sie fertig sind.',
  closed:
    'Sie rufen außerhalb unserer Geschäftszeiten an. Bitte rufen Sie später noch einmal an. Auf Wiederhören.',
  messageLeft: 'Vielen Dank. Wir rufen Sie zurück. Auf Wiederhören.',
  askRating:
    'Eine Frage, wenn Sie möchten: Wie zufrieden sind Sie mit diesem Gespräch? Drücken Sie eine Taste von 1, gar nicht, bis 5, sehr zufrieden. Sonst legen Sie einfach auf.',
  rated: 'Vielen Dank. Auf Wiederhören.',
};
