import { beginPracticeTurn, type PracticeTurnDeps } from '../commands/calls/practice.ts';
import type { RateCallDeps } from '../commands/calls/rateCall.ts';
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
import type { Language } from '../domain/call/language.ts';
import { refusal } from '../domain/call/refusals.ts';
import { chooseLanguage } from '../domain/notices/language.ts';
import { announcementText } from '../domain/notices/playAnnouncements.ts';
import { placeOfNumber } from '../domain/numbers/whereabouts.ts';
import { refusalText } from '../domain/texts/render.ts';
import { fill, TEXTS } from '../domain/texts/texts.ts';
import type { Texts } from '../domain/texts/types.ts';
import { unreachable } from '../domain/unreachable.ts';
import type {
  CarrierWebhooks,
  Clock,
  Ids,
  RungOwnDevice,
  Store,
  VoiceRequest,
} from '../ports/index.ts';
import {
  afterwards,
  callerWords,
  playWhileHeld,
  playWhileWaiting,
  languageFor,
  orgWordings,
  type CallerInstructionsDeps,
} from './callerInstructions.ts';
import { acknowledgeRating } from './ratingInstructions.ts';

export interface InstructionsDeps extends CallerInstructionsDeps, RateCallDeps {
  readonly admission: AdmitDeps;
  readonly inbound: ReceiveCallDeps;
  readonly practice: PracticeTurnDeps;
  /** The org that a phone number in E.164 belongs to. */
  readonly orgOfNumber: (number: string) => string | undefined;
  readonly store: Pick<Store, 'loadCall' | 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * The carrier's instructions for a connection that asks for them. A connection that is not admitted
 * is told so and hung up, and the refusal is audited.
 */
export async function instructionsFor(
  deps: InstructionsDeps,
  request: VoiceRequest,
): Promise<string> {
  const { webhooks } = deps;
  switch (request.kind) {
    case 'rep-dials':
      return repDials(deps, request);
    case 'supervisor-joins':
      return supervisorJoins(deps, request);
    case 'supervisor-answers':
      return supervisorAnswers(deps, request);
    case 'own-device-answers':
      return ownDeviceAnswers(deps, request);
    case 'announcement':
      return announce(deps, request);
    case 'network-test':
      return webhooks.echo();
    case 'caller-waits': {
      const call = await deps.store.loadCall(request.callId);
      return playWhileWaiting(deps, request.callId, { call, announcedStep: request.announcedStep });
    }
    case 'customer-held': {
      const call = await deps.store.loadCall(request.callId);
      return playWhileHeld(deps, request.callId, { call, announcedStep: request.announcedStep });
    }
    case 'customer-on-hold': {
      const call = await deps.store.loadCall(request.callId);
      if (!call) return webhooks.hangUp();
      const words = await callerWords(deps, call, 'onHold');
      return webhooks.playOnHold(call.callId, words, languageFor(call));
    }
    case 'caller-stays': {
      const call = await deps.store.loadCall(request.callId);
      if (!call) return webhooks.hangUp();
      return request.hasLeftMessage
        ? webhooks.sayAndHangUp(await callerWords(deps, call, 'messageLeft'), languageFor(call))
        : afterwards(deps, call);
    }
    case 'caller-rates':
      return acknowledgeRating(deps, request);
    case 'practice-customer':
      return practiceTurn(deps, request);
    case 'audio-check-participant':
      return webhooks.admitAudioCheck(request.key);
    case 'inbound':
      return receive(deps, request);
    default:
      return unreachable(request);
  }
}

type RequestOf<Kind extends VoiceRequest['kind']> = Extract<VoiceRequest, { kind: Kind }>;

async function repDials(deps: InstructionsDeps, request: RequestOf<'rep-dials'>): Promise<string> {
  const { caller, callId, changesDevice } = request;
  return admitOrHangUp(deps, await admitRep(deps.admission, caller, callId), {
    asking: { ...caller, callId },
    admit: (call) =>
      deps.webhooks.admitRep(call.callId, {
        ...recordingFrom(call),
        // The carrier refuses a label that is in use, and a softphone may replace another device.
        ...(changesDevice &&
          connectedParticipant(call, 'rep')?.device !== 'softphone' && { device: 'softphone' }),
        isSilenced: changesDevice === true && isRepSilenced(call),
      }),
    otherwise: 'notYourCall',
  });
}

async function supervisorJoins(
  deps: InstructionsDeps,
  { caller, interventionId, changesDevice }: RequestOf<'supervisor-joins'>,
): Promise<string> {
  const admitted = await admitSupervisor(deps.admission, caller, { interventionId, changesDevice });
  return admitOrHangUp(deps, admitted, {
    asking: { ...caller, interventionId },
    admit: (call) =>
      changesDevice
        ? deps.webhooks.admitSupervisor(call.callId, interventionId, 'softphone')
        : admitOrWait(deps, call, interventionId),
    otherwise: 'cannotBeJoined',
  });
}

async function supervisorAnswers(
  deps: InstructionsDeps,
  { interventionId, hasPressed }: RequestOf<'supervisor-answers'>,
): Promise<string> {
  const admitted = await admitSupervisorPhone(deps.admission, interventionId);
  const listen = (call: Call): string => fill(TEXTS.en.ownDevice.listen, { rep: call.rep.name });
  return admitOrHangUp(deps, admitted, {
    asking: { orgId: UNKNOWN_ORG, interventionId },
    admit: (call) =>
      hasPressed
        ? admitOrWait(deps, call, interventionId)
        : deps.webhooks.askForKey(interventionId, listen(call), 'en'),
    otherwise: 'noLongerJoinable',
  });
}

async function ownDeviceAnswers(
  deps: InstructionsDeps,
  request: RequestOf<'own-device-answers'>,
): Promise<string> {
  const { webhooks } = deps;
  const { userId, callId, language } = request;
  return admitOrHangUp(deps, await admitOwnDevice(deps.admission, request), {
    asking: { orgId: UNKNOWN_ORG, userId, callId },
    admit: (call) =>
      request.hasPressed
        ? admitDevice(webhooks, call, request)
        : webhooks.askOwnDeviceForKey(request, keyWords(call, request)),
    otherwise: 'noLongerJoinable',
    language,
  });
}

const admitOrWait = ({ webhooks }: InstructionsDeps, call: Call, interventionId: string): string =>
  mustWaitForAnnouncement(call, interventionId)
    ? webhooks.waitInSilence(interventionId)
    : webhooks.admitSupervisor(call.callId, interventionId);

async function announce(
  deps: InstructionsDeps,
  { callId, announcementId }: RequestOf<'announcement'>,
): Promise<string> {
  const call = await deps.store.loadCall(callId);
  const requested = call?.announcements.find((one) => one.announcementId === announcementId);
  if (!call || !requested) return deps.webhooks.sayAndHangUp('', 'en');
  const text = announcementText(requested, call, await orgWordings(deps, call.orgId));
  return deps.webhooks.announcement(text, requested.language);
}

async function practiceTurn(
  { webhooks, practice }: InstructionsDeps,
  { callId, turn: number }: RequestOf<'practice-customer'>,
): Promise<string> {
  const begun = await beginPracticeTurn(practice, { callId, turn: number });
  if (!begun) return webhooks.hangUp();
  const { turn, language, isLast } = begun;
  return webhooks.sayTurn(callId, {
    words: turn.says[language],
    language,
    listensSeconds: turn.listensSeconds,
    ...(!isLast && { next: number + 1 }),
  });
}

async function receive(
  deps: InstructionsDeps,
  { from, to, connectionId }: RequestOf<'inbound'>,
): Promise<string> {
  const { webhooks, inbound } = deps;
  const orgId = deps.orgOfNumber(to);
  const received: ReceivedCall = orgId
    ? await receiveCall(inbound, { orgId, from, connectionId })
    : { refusal: refusal('org_unknown'), language: languageOfCaller(from) };
  return admitOrHangUp(deps, received, {
    asking: { orgId: orgId ?? UNKNOWN_ORG },
    admit: (call) =>
      call.status === 'ended'
        ? afterwards(deps, call)
        : webhooks.admitCustomer(call.callId, recordingFrom(call)),
    otherwise: 'nobodyAvailable',
  });
}

const recordingFrom = ({ records }: Call) => ({ records: records === 'from_start' });

/** The language for a caller of whom only the number is known. */
const languageOfCaller = (number: string): Language =>
  chooseLanguage({ customerNumber: placeOfNumber(number) }).code;

/** What a person who answers their own device hears before being connected to the call. */
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

/** A supervisor whose mode change is pending is admitted once it is done. */
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
        ? webhooks.letOwnDeviceWait(rung)
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

interface Admission {
  readonly asking: AskingConnection;
  readonly admit: (call: Call) => string | Promise<string>;
  /** What is said to a connection that is not admitted. */
  readonly otherwise: keyof Texts['notAdmitted'];
  /** The language of these words if the refusal has none; English by default. */
  readonly language?: Language;
}

/**
 * The instructions for an admitted connection. Others hear why they are refused, which is audited.
 */
async function admitOrHangUp(
  deps: InstructionsDeps,
  result: Result<Call> | ReceivedCall,
  { asking, admit, otherwise, language: spoken = 'en' }: Admission,
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
  // A rep's language is not read from the CRM for this.
  const language = 'language' in result ? result.language : spoken;
  return webhooks.sayAndHangUp(
    result.refusal.code === 'announcement_failed'
      ? refusalText(result.refusal, language).message
      : TEXTS[language].notAdmitted[otherwise],
    language,
  );
}
