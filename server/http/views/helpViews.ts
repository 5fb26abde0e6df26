import type { Call, Intervention } from '../../domain/call/call.ts';
import { helpWidensAt } from '../../domain/call/evolveHelp.ts';
import {
  allHelpRequests,
  openHelpRequest,
  waitedMs,
  REASON_FOR_HELP,
  type HelpRequest,
  type TextWhisper,
} from '../../domain/call/helpRequest.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { isSummoned } from '../../domain/call/summons.ts';
import { isOfferedTo } from '../../domain/supervision/helpOffers.ts';
import { readsTextWhisper } from '../../domain/supervision/textWhispers.ts';
import { roleLabel } from '../../domain/texts/labels.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';

/** The open help request of a call, as this person reads it. */
export function helpView(call: Call, { userId, locale }: Person) {
  const help = openHelpRequest(call);
  if (!help) return undefined;
  const language = languageOf(locale);
  const { helpRequestId, status, at, reach, offer } = help;
  return {
    helpRequestId,
    status,
    ...whatItSays(help, language),
    at,
    reach,
    /** Whether it is offered to this person now, or to others first. */
    isOffered: isOfferedTo(help, userId),
    /** How many people were asked so far, and when more are asked. */
    asked: offer?.steps.slice(0, offer.step + 1).flat().length,
    widensAt: helpWidensAt(call),
    takenBy: help.status === 'taken' ? help.takenBy : undefined,
    /** Who accepted it last and did not come, until the next one accepts. */
    givenBackBy: help.status === 'open' ? help.givenBackBy?.at(-1) : undefined,
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
      waitedMs: waitedMs(help),
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

/**
 * Flagged moments, for the rep and for supervisors who are or were on the call; once it is over for
 * everybody who may see it.
 */
export const momentsFor = (call: Call, { userId }: Person) =>
  call.status === 'ended' ||
  call.rep.userId === userId ||
  call.interventions.some(({ supervisor }) => supervisor.userId === userId)
    ? (call.moments ?? []).map(({ momentId, at, note }) => ({ momentId, at, note }))
    : [];

/** Compliance alerts that are open or answered, for people who may see alerts. */
export const summonsesFor = (call: Call, { userId, locale }: Person) =>
  call.status !== 'live'
    ? []
    : (call.summonses ?? []).map((one) => ({
        alertId: one.alertId,
        label: one.label,
        family: one.family,
        at: one.at,
        status: one.status,
        /** Whether this person was summoned. */
        isForYou: one.status === 'open' && isSummoned(one, userId),
        answeredBy:
          one.status === 'answered'
            ? {
                userId: one.by.userId,
                name: one.by.name,
                role: roleLabel(one.by.role, languageOf(locale)),
              }
            : undefined,
      }));

/** Who answered the help request and after how long, while that supervisor is on the call. */
export function helpCame(call: Call) {
  const { help } = call;
  const ms = help && waitedMs(help);
  if (help?.status !== 'closed' || ms === undefined) return undefined;
  const by = call.interventions.find(
    ({ interventionId, status }) =>
      interventionId === help.answer?.interventionId && status !== 'ended',
  );
  return by && { name: by.supervisor.name, waitedMs: ms };
}
