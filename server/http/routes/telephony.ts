import type Router from '@koa/router';
import type { Context } from 'koa';
import { admitRep, admitSupervisor, admitSupervisorPhone, mustWaitForAnnouncement, type AdmitDeps } from '../../commands/carrier/admitParticipant.ts';
import type { CallDeps } from '../../commands/transact/applyToCall.ts';
import type { Result } from '../../commands/transact/decideOn.ts';
import { receiveCall, type ReceiveCallDeps } from '../../commands/calls/receiveCall.ts';
import { recordFact } from '../../commands/carrier/recordFact.ts';
import { announcementText } from '../../domain/notices/playAnnouncements.ts';
import { auditRefusal, type Actor } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import { refusal } from '../../domain/refusals.ts';
import type { OrgWording } from '../../domain/notices/phrases.ts';
import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { CarrierFact } from '../../domain/carrier/carrierFacts.ts';
import { refusalText } from '../../domain/texts/render.ts';
import type { CallbackForm, CarrierWebhooks, Log, Store, VoiceRequest } from '../../ports/index.ts';
import { UNKNOWN_ORG } from '../authenticate.ts';
import { Refused } from '../errors.ts';

export interface TelephonyRouteDeps extends CallDeps, ReceiveCallDeps, AdmitDeps {
  readonly store: Store;
  readonly webhooks: CarrierWebhooks;
  /** The org that a number of ours belongs to. */
  readonly orgOfNumber: (number: string) => string | undefined;
  readonly log: Log;
  readonly keepReports: (reports: readonly CarrierReport[]) => Promise<void>;
}

/** Where the carrier asks and reports. Every request must bear the carrier's signature. */
export function telephonyRoutes(router: Router, deps: TelephonyRouteDeps): void {
  router.post('/telephony/voice', async (ctx) => answerVoiceRequest(ctx, deps));
  router.post('/telephony/supervisor', async (ctx) => answerVoiceRequest(ctx, deps));
  router.post('/telephony/wait', async (ctx) => answerVoiceRequest(ctx, deps));
  router.get('/telephony/tone.wav', (ctx) => {
    ctx.type = 'audio/wav';
    ctx.body = deps.webhooks.toneWav();
  });
  router.post('/telephony/announce', async (ctx) => answerVoiceRequest(ctx, deps));
  router.post('/telephony/inbound', async (ctx) => answerVoiceRequest(ctx, deps));
  router.post('/telephony/conference', async (ctx) => receiveFact(ctx, deps, (form) => deps.webhooks.conferenceFact(form), (form) => deps.webhooks.report(form)));
  router.post('/telephony/recording', async (ctx) => receiveFact(ctx, deps, (form) => deps.webhooks.recordingFact(form)));
  router.post('/telephony/participant', async (ctx) => receiveFact(ctx, deps, (form) => deps.webhooks.participantStatusFact(form)));
}

type ReadFact = (form: CallbackForm) => { fact: CarrierFact; key: string } | undefined;

async function receiveFact(ctx: Context, deps: TelephonyRouteDeps, read: ReadFact, evidence?: (form: CallbackForm) => CarrierReport | undefined): Promise<void> {
  const form = await signedForm(ctx, deps);
  const report = evidence?.(form);
  // Before anything is made of it: what the audit then tells must have been witnessed.
  if (report) await deps.keepReports([report]);
  const reported = read(form);
  if (reported) {
    const outcome = await recordFact(deps, reported.fact, reported.key);
    if (outcome === 'unknown_call') deps.log.warn({ callId: reported.fact.callId, fact: reported.fact.type }, 'a callback names an unknown call');
  }
  ctx.status = 204;
}

async function answerVoiceRequest(ctx: Context, deps: TelephonyRouteDeps): Promise<void> {
  const request = deps.webhooks.voiceRequest(await signedForm(ctx, deps));
  ctx.type = 'text/xml';
  ctx.body = request ? await instructions(deps, request) : deps.webhooks.sayAndHangUp('This call could not be understood. Good bye.');
}

async function instructions(deps: TelephonyRouteDeps, request: VoiceRequest): Promise<string> {
  const { webhooks } = deps;
  const letIn = (call: Call, interventionId: string): string => (mustWaitForAnnouncement(call, interventionId) ? webhooks.waitInSilence(interventionId) : webhooks.admitSupervisor(call.callId, interventionId));
  switch (request.kind) {
    case 'rep-dials':
      return admitOrHangUp(deps, { ...request.caller, callId: request.callId }, await admitRep(deps, request.caller, request.callId), (call) => webhooks.admitRep(call.callId), 'This call is not yours to take.');
    case 'supervisor-joins':
      return admitOrHangUp(
        deps, { ...request.caller, interventionId: request.interventionId }, await admitSupervisor(deps, request.caller, request.interventionId),
        (call) => letIn(call, request.interventionId), 'This call cannot be joined.',
      );
    case 'supervisor-answers':
      return admitOrHangUp(
        deps, { orgId: UNKNOWN_ORG, interventionId: request.interventionId }, await admitSupervisorPhone(deps, request.interventionId),
        (call) => (request.hasPressed ? letIn(call, request.interventionId) : webhooks.askForKey(request.interventionId, keyWords(call))),
        'This call cannot be joined any more.',
      );
    case 'announcement': {
      const call = await deps.store.loadCall(request.callId);
      const asked = call?.announcements.find(({ announcementId }) => announcementId === request.announcementId);
      return call && asked ? webhooks.announcement(announcementText(asked, call, await orgWordings(deps, call.orgId)), asked.language) : webhooks.sayAndHangUp('');
    }
    case 'audio-check-leg':
      return webhooks.admitAudioCheck(request.key);
    case 'inbound': {
      const orgId = deps.orgOfNumber(request.to);
      const received: Result<Call> = orgId ? await receiveCall(deps, { orgId, from: request.from, connectionId: request.connectionId }) : { refusal: refusal('org_unknown') };
      return admitOrHangUp(deps, { orgId: orgId ?? UNKNOWN_ORG }, received, (call) => webhooks.admitCustomer(call.callId), 'Nobody can take your call right now. Please try again later.');
    }
  }
}

/** The carrier waits for the words, and with it everybody on the call: Salesforce gets this long to answer. */
const WORDS_WITHIN_MS = 1_500;

async function orgWordings({ speech, log }: TelephonyRouteDeps, orgId: string): Promise<readonly OrgWording[]> {
  const tooLate = AbortSignal.timeout(WORDS_WITHIN_MS);
  const late = new Promise<never>((_resolve, reject) => tooLate.addEventListener('abort', () => reject(new Error('Salesforce did not answer in time'))));
  try {
    return (await Promise.race([speech.of(orgId), late])).wordings;
  } catch (fault) {
    log.warn({ orgId, fault: String(fault) }, 'an announcement is said in our words, for the org’s own are not known');
    return [];
  }
}

const keyWords = (call: Call): string => `To listen to the call of ${call.rep.name}, press any key.`;

interface AskingLeg { readonly orgId: string; readonly userId?: string; readonly callId?: string; readonly interventionId?: string }

async function admitOrHangUp(deps: TelephonyRouteDeps, asking: AskingLeg, result: Result<Call>, admit: (call: Call) => string, otherwise: string): Promise<string> {
  if ('ok' in result) return admit(result.ok);
  const { webhooks, log, store, clock, ids } = deps;
  const { userId, ...about } = asking;
  log.warn({ code: result.refusal.code }, 'a leg was turned away');
  const actor: Actor = userId ? { kind: 'person', userId } : { kind: 'carrier' };
  await store.recordAudit([auditRefusal(result.refusal, { ...about, at: clock.now(), action: 'AdmitParticipant' }, { actor, nextId: () => ids.next() })]);
  return webhooks.sayAndHangUp(result.refusal.code === 'announcement_failed' ? refusalText(result.refusal, 'en').message : otherwise);
}

async function signedForm(ctx: Context, { webhooks, store, clock, ids }: TelephonyRouteDeps): Promise<CallbackForm> {
  const form: CallbackForm = {
    path: ctx.url,
    params: (ctx.request.body ?? {}) as Record<string, string>,
    query: Object.fromEntries(new URLSearchParams(ctx.querystring)),
    signature: ctx.get('x-twilio-signature') || undefined,
    idempotencyToken: ctx.get('i-twilio-idempotency-token') || undefined,
  };
  if (webhooks.isSigned(form)) return form;
  const why = refusal('signature_invalid');
  const about = { orgId: UNKNOWN_ORG, at: clock.now(), action: 'CarrierCallback', details: { path: ctx.path } };
  await store.recordAudit([auditRefusal(why, about, { actor: { kind: 'unknown' }, nextId: () => ids.next() })]);
  throw new Refused(why);
}
