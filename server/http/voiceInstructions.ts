import { leftMessage } from '../domain/call/answering.ts';
import { placeOfNumber } from '../domain/numbers/whereabouts.ts';
import { chooseLanguage } from '../domain/notices/language.ts';
import { refusalText } from '../domain/texts/render.ts';
import { fill, TEXTS } from '../domain/texts/texts.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Texts } from '../domain/texts/types.ts';
import type { Language } from '../domain/call/language.ts';
import { beginPracticeTurn, type PracticeTurnDeps } from '../commands/calls/practice.ts';
import {
  receiveCall,
  type ReceiveCallDeps,
  type ReceivedCall,
} from '../commands/calls/receiveCall.ts';
import {
  admitOwnDevice,
  admitRep,
  admitSupervisor,
  admitSupervisorPhone,
  mustWaitForAnnouncement,
  type AdmitDeps,
} from '../commands/carrier/admitParticipant.ts';
import type { Result } from '../commands/transact/result.ts';
import { auditRefusal, UNKNOWN_ORG, type Actor } from '../domain/audit/entries.ts';
import { activeIntervention, connectedParticipant, type Call } from '../domain/call/call.ts';
import type { CallerPhrase, OrgWording } from '../domain/notices/phrases.ts';
import { announcementText } from '../domain/notices/playAnnouncements.ts';
import { refusal } from '../domain/call/refusals.ts';
import type {
  CarrierWebhooks,
  Clock,
  Ids,
  Log,
  RungOwnDevice,
  SpeechSource,
  Store,
  VoiceRequest,
} from '../ports/index.ts';

export interface InstructionsDeps {
  readonly webhooks: CarrierWebhooks;
  readonly admission: AdmitDeps;
  readonly inbound: ReceiveCallDeps;
  readonly practice: PracticeTurnDeps;
  /** The org that a phone number in E.164 belongs to. */
  readonly orgOfNumber: (number: string) => string | undefined;
  readonly speech: SpeechSource;
  readonly store: Pick<Store, 'loadCall' | 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * What the carrier is to do with the asking connection. One that is not admitted is told so and
 * hung up, and the refusal is in the audit.
 */
export async function instructionsFor(
  deps: InstructionsDeps,
  request: VoiceRequest,
): Promise<string> {
  const { webhooks } = deps;
  const admitOrWait = (call: Call, interventionId: string): string =>
    mustWaitForAnnouncement(call, interventionId)
      ? webhooks.waitInSilence(interventionId)
      : webhooks.admitSupervisor(call.callId, interventionId);
  switch (request.kind) {
    case 'rep-dials':
      return admitOrHangUp(
        deps,
        { ...request.caller, callId: request.callId },
        await admitRep(deps.admission, request.caller, request.callId),
        (call) =>
          webhooks.admitRep(call.callId, {
            ...recordingFrom(call),
            // The carrier takes no label twice, and a softphone may take the place of another.
            ...(request.changesDevice &&
              connectedParticipant(call, 'rep')?.device !== 'softphone' && { device: 'softphone' }),
            isSilenced: request.changesDevice === true && isRepSilenced(call),
          }),
        'notYourCall',
      );
    case 'supervisor-joins':
      return admitOrHangUp(
        deps,
        { ...request.caller, interventionId: request.interventionId },
        await admitSupervisor(
          deps.admission,
          request.caller,
          request.interventionId,
          request.changesDevice,
        ),
        (call) =>
          request.changesDevice
            ? webhooks.admitSupervisor(call.callId, request.interventionId, 'softphone')
            : admitOrWait(call, request.interventionId),
        'cannotBeJoined',
      );
    case 'supervisor-answers':
      return admitOrHangUp(
        deps,
        { orgId: UNKNOWN_ORG, interventionId: request.interventionId },
        await admitSupervisorPhone(deps.admission, request.interventionId),
        (call) =>
          request.hasPressed
            ? admitOrWait(call, request.interventionId)
            : webhooks.askForKey(
                request.interventionId,
                fill(TEXTS.en.ownDevice.listen, { rep: call.rep.name }),
                'en',
              ),
        'noLongerJoinable',
      );
    case 'own-device-answers': {
      const { userId, callId } = request;
      return admitOrHangUp(
        deps,
        { orgId: UNKNOWN_ORG, userId, callId },
        await admitOwnDevice(deps.admission, request),
        (call) =>
          request.hasPressed
            ? admitDevice(webhooks, call, request)
            : webhooks.askOwnDeviceForKey(request, keyWords(call, request)),
        'noLongerJoinable',
        request.language,
      );
    }
    case 'announcement': {
      const call = await deps.store.loadCall(request.callId);
      const asked = call?.announcements.find(
        ({ announcementId }) => announcementId === request.announcementId,
      );
      return call && asked
        ? webhooks.announcement(
            announcementText(asked, call, await orgWordings(deps, call.orgId)),
            asked.language,
          )
        : webhooks.sayAndHangUp('', 'en');
    }
    case 'network-test':
      return webhooks.echo();
    case 'caller-waits': {
      const call = await deps.store.loadCall(request.callId);
      return keepWaiting(deps, request.callId, call, request.toldStep);
    }
    case 'customer-held': {
      const call = await deps.store.loadCall(request.callId);
      return keepHeld(deps, request.callId, call, request.toldStep);
    }
    case 'customer-on-hold': {
      const call = await deps.store.loadCall(request.callId);
      return call
        ? webhooks.keepOnHold(
            call.callId,
            await callerWords(deps, call, 'onHold'),
            languageFor(call),
          )
        : webhooks.hangUp();
    }
    case 'caller-stays': {
      const call = await deps.store.loadCall(request.callId);
      if (!call) return webhooks.hangUp();
      return request.hasLeftMessage
        ? webhooks.sayAndHangUp(await callerWords(deps, call, 'messageLeft'), languageFor(call))
        : afterwards(deps, call);
    }
    case 'practice-customer': {
      const { callId } = request;
      const begun = await beginPracticeTurn(deps.practice, callId, request.turn);
      if (!begun) return webhooks.hangUp();
      const { turn, language, isLast } = begun;
      return webhooks.sayTurn(callId, {
        words: turn.says[language],
        language,
        listensSeconds: turn.listensSeconds,
        ...(!isLast && { next: request.turn + 1 }),
      });
    }
    case 'audio-check-participant':
      return webhooks.admitAudioCheck(request.key);
    case 'inbound': {
      const orgId = deps.orgOfNumber(request.to);
      const received: ReceivedCall = orgId
        ? await receiveCall(deps.inbound, {
            orgId,
            from: request.from,
            connectionId: request.connectionId,
          })
        : { refusal: refusal('org_unknown'), language: languageOfCaller(request.from) };
      return admitOrHangUp(
        deps,
        { orgId: orgId ?? UNKNOWN_ORG },
        received,
        (call) =>
          call.status === 'ended'
            ? afterwards(deps, call)
            : webhooks.admitCustomer(call.callId, recordingFrom(call)),
        'nobodyAvailable',
      );
    }
  }
}

const languageFor = ({ language }: Call): Language => language?.code ?? 'en';

/** The org's own words for a caller, or the catalogue's. */
async function callerWords(
  deps: InstructionsDeps,
  call: Call,
  phrase: CallerPhrase,
): Promise<string> {
  const language = languageFor(call);
  const own = (await orgWordings(deps, call.orgId)).find(
    (one) => one.kind === phrase && one.language === language,
  );
  return own?.text ?? TEXTS[language].caller[phrase];
}

/** What a caller hears until somebody answers: the words of each step once, and ringing. */
async function keepWaiting(
  deps: InstructionsDeps,
  callId: string,
  call: Call | undefined,
  toldStep: number | undefined,
): Promise<string> {
  const step = call?.ringing?.step ?? 0;
  if (!call) return deps.webhooks.keepWaiting(callId, step, undefined, 'en');
  const phrase = toldStep === undefined ? 'welcome' : step > toldStep ? 'nextStep' : undefined;
  const words = phrase && (await callerWords(deps, call, phrase));
  return deps.webhooks.keepWaiting(callId, step, words, languageFor(call));
}

/** What a customer hears whose rep was lost: the words of each step once, and ringing. */
async function keepHeld(
  deps: InstructionsDeps,
  callId: string,
  call: Call | undefined,
  toldStep: number | undefined,
): Promise<string> {
  const step = call?.repLoss?.ringing.step ?? 0;
  if (!call) return deps.webhooks.keepHeld(callId, step, undefined, 'en');
  const phrase =
    toldStep === undefined && step === 0
      ? 'repLost'
      : toldStep === undefined || step > toldStep
        ? 'nextStep'
        : undefined;
  const words = phrase && (await callerWords(deps, call, phrase));
  return deps.webhooks.keepHeld(callId, step, words, languageFor(call));
}

/** What a caller hears whose call is over and who has not hung up. */
async function afterwards(deps: InstructionsDeps, call: Call): Promise<string> {
  const { webhooks } = deps;
  if (call.status !== 'ended') return webhooks.hangUp();
  const message = leftMessage(call);
  if (message) return webhooks.sayAndHangUp(message.text, message.language);
  const language = languageFor(call);
  const isClosed = call.ringing?.nobodyBecause === 'closed';
  switch (call.endReason) {
    case 'voicemail':
      return webhooks.takeMessage(
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
    case 'abandoned':
    case 'customer_unreachable':
      return webhooks.hangUp();
    default:
      return unreachable(call.endReason);
  }
}

/** Everybody on the call waits for the words: the CRM has this long to answer. */
const WORDS_WITHIN_MS = 1_500;

async function orgWordings(
  { speech, log }: InstructionsDeps,
  orgId: string,
): Promise<readonly OrgWording[]> {
  const tooLate = AbortSignal.timeout(WORDS_WITHIN_MS);
  const late = new Promise<never>((_resolve, reject) =>
    tooLate.addEventListener('abort', () => reject(new Error('the CRM did not answer in time'))),
  );
  try {
    return (await Promise.race([speech.of(orgId), late])).wordings;
  } catch (fault) {
    log.warn({ orgId, fault: String(fault) }, 'org wordings not known, default words are said');
    return [];
  }
}

const recordingFrom = ({ records }: Call) => ({ records: records === 'from_start' });

/** The language of a caller of whom no more is known than the number. */
const languageOfCaller = (number: string): Language =>
  chooseLanguage({ customerNumber: placeOfNumber(number) }).code;

/** What somebody hears who answers an own device, before anything of the call. */
function keyWords(call: Call, { changesDevice, language }: RungOwnDevice): string {
  const { ownDevice } = TEXTS[language];
  const text = changesDevice
    ? ownDevice.change
    : call.direction === 'outbound' && call.status === 'ringing'
      ? ownDevice.place
      : ownDevice.take;
  return fill(text, { customer: call.customer.name });
}

const isRepSilenced = (call: Call): boolean =>
  connectedParticipant(call, 'rep')?.audibleTo === 'nobody';

/** A supervisor who is changing the mode comes once that is done. */
function admitDevice(webhooks: CarrierWebhooks, call: Call, rung: RungOwnDevice): string {
  const { party, device, changesDevice } = rung;
  switch (party.role) {
    case 'rep':
      return webhooks.admitRep(call.callId, {
        ...recordingFrom(call),
        device,
        isSilenced: changesDevice && isRepSilenced(call),
      });
    case 'colleague':
      return webhooks.admitColleague(call.callId, party.userId, device);
    case 'supervisor':
      return activeIntervention(call, party.interventionId)?.pending
        ? webhooks.keepOwnDeviceWaiting(rung)
        : webhooks.admitSupervisor(call.callId, party.interventionId, device);
    case 'guest':
    case 'customer':
      return webhooks.hangUp();
    default:
      return unreachable(party);
  }
}

interface AskingConnection {
  readonly orgId: string;
  readonly userId?: string;
  readonly callId?: string;
  readonly interventionId?: string;
}

async function admitOrHangUp(
  deps: InstructionsDeps,
  asking: AskingConnection,
  result: Result<Call> | ReceivedCall,
  admit: (call: Call) => string | Promise<string>,
  otherwise: keyof Texts['notAdmitted'],
  spoken: Language = 'en',
): Promise<string> {
  if ('ok' in result) return admit(result.ok);
  const { webhooks, log, store, clock, ids } = deps;
  const { userId, ...about } = asking;
  log.warn({ code: result.refusal.code }, 'participant not admitted');
  const actor: Actor = userId ? { kind: 'person', userId } : { kind: 'carrier' };
  await store.recordAudit([
    auditRefusal(
      result.refusal,
      { ...about, at: clock.now(), action: 'AdmitParticipant' },
      { actor, nextId: () => ids.next() },
    ),
  ]);
  // The language of a rep's own record is not looked up for this.
  const language = 'language' in result ? result.language : spoken;
  return webhooks.sayAndHangUp(
    result.refusal.code === 'announcement_failed'
      ? refusalText(result.refusal, language).message
      : TEXTS[language].notAdmitted[otherwise],
    language,
  );
}
