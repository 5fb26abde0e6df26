import type { OutcomeRefusals } from '../types.ts';

export const outcomeRefusals: OutcomeRefusals = {
  outcomes_not_permitted: {
    message: 'Sie können die Ergebnisse der Anrufe anderer nicht sehen.',
    hint: 'Supervisoren sehen die ihrer Vertriebsmitarbeiter, RevOps die von allen. Wenden Sie sich an Ihren Administrator.',
  },
  program_starts_not_permitted: {
    message: 'Sie können nicht festlegen, wann das Programm eines Teams begann.',
    hint: 'RevOps und Administratoren können es. Bitten Sie eine dieser Personen.',
  },
  team_not_found: {
    message: 'Niemand, der diesem Manager unterstellt ist, hat im letzten Jahr telefoniert.',
  },
  program_start_invalid: { message: 'Wählen Sie einen Tag vom {from} bis zum {to}.' },
};
