import type { Call, Intervention } from '../domain/call/call.ts';
import {
  allHelpRequests,
  openHelpRequest,
  REASON_FOR_HELP,
  type HelpRequest,
  type TextWhisper,
} from '../domain/call/helpRequest.ts';
import type { Language } from '../domain/call/language.ts';
import type { Person } from '../domain/call/people.ts';
import { readsTextWhisper } from '../domain/supervision/help.ts';
import { TEXTS } from '../domain/texts/texts.ts';

/** The open help request of a call, in the reader's language. */
export function helpView(call: Call, language: Language) {
  const help = openHelpRequest(call);
  if (!help) return undefined;
  const { helpRequestId, status, at, reach } = help;
  return {
    helpRequestId,
    status,
    ...whatItSays(help, language),
    at,
    reach,
    takenBy: help.status === 'taken' ? help.takenBy : undefined,
  };
}

/** The help request that brought this supervisor, with the reason it gives for a barge. */
export function helpAnsweredBy(
  call: Call,
  { interventionId, supervisor }: Intervention,
  language: Language,
) {
  const help = allHelpRequests(call).findLast((one) =>
    one.status === 'closed'
      ? one.answer?.interventionId === interventionId
      : one.status === 'taken' && one.takenBy.userId === supervisor.userId,
  );
  return (
    help && {
      helpRequestId: help.helpRequestId,
      ...whatItSays(help, language),
      bargeReasonCode: REASON_FOR_HELP[help.reasonCode],
    }
  );
}

const whatItSays = ({ reasonCode, skill, note }: HelpRequest, language: Language) => ({
  reasonCode,
  reasonLabel: TEXTS[language].helpReasons[reasonCode],
  skill,
  note,
});

/** The lines that this person wrote, or that were written to this person. */
export const textWhispersFor = (call: Call, person: Person): readonly TextWhisper[] =>
  (call.textWhispers ?? []).filter((line) => readsTextWhisper(call, line, person.userId));
