import type { CallbackForm, PersonKey, VoiceRequest } from '../../ports/index.ts';
import { deviceOf, partyOf } from '../conference/labels.ts';
import { isTestIdentity, personOf } from '../softphone/identity.ts';
import { PATHS } from './paths.ts';

/** Undefined if the request cannot be understood. */
type Read = (form: CallbackForm) => VoiceRequest | undefined;

/** Paths for one kind of request each. Other paths are for new connections. */
const READ_AT: Readonly<Record<string, Read>> = {
  [PATHS.supervisor]: supervisorAnswers,
  [PATHS.ownDevice]: ownDeviceAnswers,
  [PATHS.wait]: supervisorWaits,
  [PATHS.announce]: ({ query: { callId, announcementId } }) =>
    callId && announcementId ? { kind: 'announcement', callId, announcementId } : undefined,
  [PATHS.waiting]: ({ query: { callId, toldStep } }) =>
    callId ? { kind: 'caller-waits', callId, ...announcedStepOf(toldStep) } : undefined,
  [PATHS.held]: ({ query: { callId, toldStep } }) =>
    callId ? { kind: 'customer-held', callId, ...announcedStepOf(toldStep) } : undefined,
  [PATHS.onHold]: ({ query: { callId } }) =>
    callId ? { kind: 'customer-on-hold', callId } : undefined,
  [PATHS.afterwards]: ({ query: { callId, message } }) =>
    callId ? { kind: 'caller-stays', callId, hasLeftMessage: message === 'left' } : undefined,
  [PATHS.rated]: ({ params, query: { callId, again } }) =>
    callId
      ? { kind: 'caller-rates', callId, key: params.Digits, isLast: again === 'true' }
      : undefined,
  [PATHS.practice]: ({ query: { callId, turn } }) =>
    callId ? { kind: 'practice-customer', callId, turn: Number(turn) || 0 } : undefined,
};

/** Reads what Twilio requests TwiML for; undefined if the request cannot be understood. */
export function voiceRequest(form: CallbackForm): VoiceRequest | undefined {
  const [pathname = ''] = form.path.split('?');
  const read = READ_AT[pathname] ?? newConnection;
  return read(form);
}

function supervisorAnswers({ params, query }: CallbackForm): VoiceRequest | undefined {
  const { interventionId } = query;
  return interventionId
    ? { kind: 'supervisor-answers', interventionId, hasPressed: hasPressedKey(params) }
    : undefined;
}

function ownDeviceAnswers({ params, query }: CallbackForm): VoiceRequest | undefined {
  const { callId, userId, party: label, change, language, pressed } = query;
  const party = partyOf(label);
  const device = deviceOf(label);
  if (!callId || !userId || !party || !device || device === 'softphone') return undefined;
  return {
    kind: 'own-device-answers',
    callId,
    userId,
    party,
    device,
    changesDevice: change === 'true',
    language: language === 'de' ? 'de' : 'en',
    hasPressed: hasPressedKey(params) || pressed === 'true',
  };
}

/** The repeated request of a supervisor whose announcement is being played. */
function supervisorWaits({ params, query }: CallbackForm): VoiceRequest | undefined {
  const { interventionId } = query;
  if (!interventionId) return undefined;
  const caller = personOf(params.From ?? '');
  // A phone only waits after its key was pressed.
  return caller
    ? { kind: 'supervisor-joins', caller, interventionId }
    : { kind: 'supervisor-answers', interventionId, hasPressed: true };
}

/** The first request of a softphone, a caller, a scripted customer or a part of an audio check. */
function newConnection({ params }: CallbackForm): VoiceRequest | undefined {
  const { From: from = '', To: to, CallSid: connectionId } = params;
  if (isTestIdentity(from)) return { kind: 'network-test' };
  if (params.audioCheck) return { kind: 'audio-check-participant', key: params.audioCheck };
  const caller = personOf(from);
  if (caller) return softphoneRequest(params, caller);
  // A softphone chooses its own parameters, so it is never treated as a scripted customer.
  if (params.practice) return { kind: 'practice-customer', callId: params.practice, turn: 0 };
  return from && to && connectionId ? { kind: 'inbound', from, to, connectionId } : undefined;
}

function softphoneRequest(
  { interventionId, callId, change }: CallbackForm['params'],
  caller: PersonKey,
): VoiceRequest | undefined {
  const changesDevice = change === 'true' ? { changesDevice: true as const } : {};
  if (interventionId) return { kind: 'supervisor-joins', caller, interventionId, ...changesDevice };
  return callId ? { kind: 'rep-dials', caller, callId, ...changesDevice } : undefined;
}

const hasPressedKey = ({ Digits = '' }: CallbackForm['params']): boolean => Digits !== '';

const announcedStepOf = (toldStep: string | undefined): { announcedStep?: number } =>
  toldStep ? { announcedStep: Number(toldStep) } : {};
