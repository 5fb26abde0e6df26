import { refusalText } from '../domain/texts/render.ts';
import { receiveCall, type ReceiveCallDeps } from '../commands/calls/receiveCall.ts';
import {
  admitRep,
  admitSupervisor,
  admitSupervisorPhone,
  mustWaitForAnnouncement,
  type AdmitDeps,
} from '../commands/carrier/admitParticipant.ts';
import type { Result } from '../commands/transact/result.ts';
import { auditRefusal, type Actor } from '../domain/audit/entries.ts';
import type { Call } from '../domain/call/call.ts';
import type { OrgWording } from '../domain/notices/phrases.ts';
import { announcementText } from '../domain/notices/playAnnouncements.ts';
import { refusal } from '../domain/call/refusals.ts';
import type {
  CarrierWebhooks,
  Clock,
  Ids,
  Log,
  SpeechSource,
  Store,
  VoiceRequest,
} from '../ports/index.ts';
import { UNKNOWN_ORG } from './authenticate.ts';

export interface InstructionsDeps {
  readonly webhooks: CarrierWebhooks;
  readonly admission: AdmitDeps;
  readonly inbound: ReceiveCallDeps;
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
        (call) => webhooks.admitRep(call.callId),
        'This call is not yours to take.',
      );
    case 'supervisor-joins':
      return admitOrHangUp(
        deps,
        { ...request.caller, interventionId: request.interventionId },
        await admitSupervisor(deps.admission, request.caller, request.interventionId),
        (call) => admitOrWait(call, request.interventionId),
        'This call cannot be joined.',
      );
    case 'supervisor-answers':
      return admitOrHangUp(
        deps,
        { orgId: UNKNOWN_ORG, interventionId: request.interventionId },
        await admitSupervisorPhone(deps.admission, request.interventionId),
        (call) =>
          request.hasPressed
            ? admitOrWait(call, request.interventionId)
            : webhooks.askForKey(request.interventionId, keyWords(call)),
        'This call cannot be joined any more.',
      );
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
        : webhooks.sayAndHangUp('');
    }
    case 'audio-check-participant':
      return webhooks.admitAudioCheck(request.key);
    case 'inbound': {
      const orgId = deps.orgOfNumber(request.to);
      const received: Result<Call> = orgId
        ? await receiveCall(deps.inbound, {
            orgId,
            from: request.from,
            connectionId: request.connectionId,
          })
        : { refusal: refusal('org_unknown') };
      return admitOrHangUp(
        deps,
        { orgId: orgId ?? UNKNOWN_ORG },
        received,
        (call) => webhooks.admitCustomer(call.callId),
        'Nobody can take your call right now. Please try again later.',
      );
    }
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

const keyWords = (call: Call): string =>
  `To listen to the call of ${call.rep.name}, press any key.`;

interface AskingConnection {
  readonly orgId: string;
  readonly userId?: string;
  readonly callId?: string;
  readonly interventionId?: string;
}

async function admitOrHangUp(
  deps: InstructionsDeps,
  asking: AskingConnection,
  result: Result<Call>,
  admit: (call: Call) => string,
  otherwise: string,
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
  return webhooks.sayAndHangUp(
    result.refusal.code === 'announcement_failed'
      ? refusalText(result.refusal, 'en').message
      : otherwise,
  );
}
