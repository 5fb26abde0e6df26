import { leftMessage } from '../domain/call/answering.ts';
import type { Call } from '../domain/call/call.ts';
import type { Language } from '../domain/call/language.ts';
import type { CallerPhrase, OrgWording } from '../domain/notices/phrases.ts';
import { placeOfNumber } from '../domain/numbers/whereabouts.ts';
import { mayAskForRating, NO_RATING_QUESTION } from '../domain/survey/ratingQuestion.ts';
import { TEXTS } from '../domain/texts/texts.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { CarrierWebhooks, Log, Speech, SpeechSource } from '../ports/index.ts';

export interface CallerInstructionsDeps {
  readonly webhooks: CarrierWebhooks;
  readonly speech: SpeechSource;
  readonly log: Log;
}

/** The language in which Dealside speaks on this call. */
export const languageFor = ({ language }: Call): Language => language?.code ?? 'en';

/** What a caller is told: the org's own wording, or else the catalog's. */
export async function callerWords(
  deps: CallerInstructionsDeps,
  call: Call,
  phrase: CallerPhrase,
): Promise<string> {
  const language = languageFor(call);
  const own = (await orgWordings(deps, call.orgId)).find(
    (one) => one.kind === phrase && one.language === language,
  );
  return own?.text ?? TEXTS[language].caller[phrase];
}

/** What a caller hears until somebody answers: the words of each step once, then ringing. */
export async function playWhileWaiting(
  deps: CallerInstructionsDeps,
  callId: string,
  {
    call,
    announcedStep,
  }: { readonly call: Call | undefined; readonly announcedStep: number | undefined },
): Promise<string> {
  const step = call?.ringing?.step ?? 0;
  if (!call) return deps.webhooks.playWhileWaiting(callId, { step, language: 'en' });
  const phrase =
    announcedStep === undefined ? 'welcome' : step > announcedStep ? 'nextStep' : undefined;
  const words = phrase && (await callerWords(deps, call, phrase));
  return deps.webhooks.playWhileWaiting(callId, { step, words, language: languageFor(call) });
}

/** What a customer whose rep was lost hears: the words of each step once, then ringing. */
export async function playWhileHeld(
  deps: CallerInstructionsDeps,
  callId: string,
  {
    call,
    announcedStep,
  }: { readonly call: Call | undefined; readonly announcedStep: number | undefined },
): Promise<string> {
  const step = call?.repLoss?.ringing.step ?? 0;
  if (!call) return deps.webhooks.playWhileHeld(callId, { step, language: 'en' });
  const isFirst = announcedStep === undefined && step === 0;
  const isNext = announcedStep === undefined || step > announcedStep;
  const phrase = isFirst ? 'repLost' : isNext ? 'nextStep' : undefined;
  const words = phrase && (await callerWords(deps, call, phrase));
  return deps.webhooks.playWhileHeld(callId, { step, words, language: languageFor(call) });
}

/** What a caller who has not hung up hears after the call. */
export async function afterwards(deps: CallerInstructionsDeps, call: Call): Promise<string> {
  const { webhooks } = deps;
  if (call.status !== 'ended') return askOrHangUp(deps, call);
  const message = leftMessage(call);
  if (message) return webhooks.sayAndHangUp(message.text, message.language);
  const language = languageFor(call);
  const isClosed = call.ringing?.nobodyBecause === 'closed';
  switch (call.endReason) {
    case 'voicemail':
      return webhooks.recordMessage(
        call.callId,
        await callerWords(deps, call, isClosed ? 'closedMessage' : 'leaveMessage'),
        language,
      );
    case 'not_answered':
    case 'rep_unreachable':
    case 'lost':
      return webhooks.sayAndHangUp(
        isClosed
          ? await callerWords(deps, call, 'closed')
          : TEXTS[language].notAdmitted.nobodyAvailable,
        language,
      );
    case 'hung_up':
      return askOrHangUp(deps, call);
    case 'abandoned':
    case 'customer_unreachable':
      return webhooks.hangUp();
    default:
      return unreachable(call.endReason);
  }
}

/** Asks the caller to rate the call, if the org does so and this caller may be asked. */
async function askOrHangUp(deps: CallerInstructionsDeps, call: Call): Promise<string> {
  const { webhooks } = deps;
  const { ratingQuestion = NO_RATING_QUESTION } = await speechInTime(deps, call.orgId);
  const { place, phone } = call.customer;
  const places = [place, phone ? placeOfNumber(phone) : undefined];
  const countries = places.flatMap((one) => (one ? [one.country] : []));
  if (!mayAskForRating(call, ratingQuestion, countries)) return webhooks.hangUp();
  const words = await callerWords(deps, call, 'askRating');
  return webhooks.askRating(call.callId, { words, language: languageFor(call), isLast: false });
}

/** How long the CRM may take to return the wording, since everybody on the call waits for it. */
const WORDS_WITHIN_MS = 1_500;

/** The org's own wording; none if the CRM does not answer in time. */
export const orgWordings = async (
  deps: CallerInstructionsDeps,
  orgId: string,
): Promise<readonly OrgWording[]> => (await speechInTime(deps, orgId)).wordings;

async function speechInTime(
  { speech, log }: CallerInstructionsDeps,
  orgId: string,
): Promise<Pick<Speech, 'wordings' | 'ratingQuestion'>> {
  const tooLate = AbortSignal.timeout(WORDS_WITHIN_MS);
  const late = new Promise<never>((_resolve, reject) =>
    tooLate.addEventListener('abort', () => reject(new Error('the CRM did not answer in time'))),
  );
  try {
    return await Promise.race([speech.of(orgId), late]);
  } catch (fault) {
    log.warn({ orgId, fault: String(fault) }, 'org wordings not known, default words are said');
    return { wordings: [] };
  }
}
