import type { OutcomeRefusals } from '../types.ts';

export const outcomeRefusals: OutcomeRefusals = {
  outcomes_not_permitted: {
    message: "You can't see the outcomes of other people's calls.",
    hint: 'Supervisors see those of their reps, RevOps those of everyone. Ask your administrator.',
  },
  program_starts_not_permitted: {
    message: "You can't set when a team's program started.",
    hint: 'RevOps and administrators can. Ask one of them.',
  },
  team_not_found: { message: "No one on this manager's team has taken calls in the last year." },
  program_start_invalid: { message: 'Pick a day from {from} to {to}.' },
};
