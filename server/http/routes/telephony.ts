import type { Context } from 'koa';
import { recordFact } from '../../commands/carrier/recordFact.ts';
import type { CallDeps } from '../../commands/carrier/callDeps.ts';
import { auditRefusal, UNKNOWN_ORG } from '../../domain/audit/entries.ts';
import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type {
  CallbackForm,
  CarrierRoute,
  CarrierWebhooks,
  Clock,
  Ids,
  ReportedWords,
  Store,
} from '../../ports/index.ts';
import { MAX_PATH } from '../awayAudit.ts';
import { Refused } from '../errors.ts';
import { keepable } from '../unreadable.ts';
import type { Routes } from '../routes.ts';
import { instructionsFor, type InstructionsDeps } from '../voiceInstructions.ts';

export interface TelephonyRouteDeps {
  readonly webhooks: CarrierWebhooks;
  readonly facts: CallDeps;
  readonly instructions: InstructionsDeps;
  /** Keeps what the carrier reports, as evidence beside the audit. */
  readonly keepReports: (reports: readonly CarrierReport[]) => Promise<void>;
  /** Takes what is said on a call. */
  readonly hear: (said: ReportedWords) => Promise<void>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Where the carrier asks for instructions and reports facts. Every request must bear the carrier's
 * signature, but for the tone.
 */
export const telephonyRoutes =
  (deps: TelephonyRouteDeps): Routes =>
  (router) => {
    const { webhooks } = deps;
    for (const { path, kind } of webhooks.routes) {
      if (kind === 'tone') router.get(path, (ctx) => sendSound(ctx, webhooks.toneWav()));
      else if (kind === 'ringback')
        router.get(path, (ctx) => sendSound(ctx, webhooks.ringbackWav()));
      else if (kind === 'music') router.get(path, (ctx) => sendSound(ctx, webhooks.musicWav()));
      else if (kind === 'instructions')
        router.post(path, async (ctx) => answerVoiceRequest(ctx, deps));
      else if (kind === 'words')
        router.post(path, async (ctx) => {
          const said = webhooks.reportedWords(await signedForm(ctx, deps));
          if (said) await deps.hear(said);
          ctx.status = 204;
        });
      else router.post(path, async (ctx) => receiveFact(ctx, deps, kind));
    }
  };

function sendSound(ctx: Context, wav: Buffer): void {
  ctx.type = 'audio/wav';
  ctx.body = wav;
}

type FactKind = Exclude<
  CarrierRoute['kind'],
  'tone' | 'ringback' | 'music' | 'instructions' | 'words'
>;

async function receiveFact(ctx: Context, deps: TelephonyRouteDeps, kind: FactKind): Promise<void> {
  const { webhooks, keepReports, facts } = deps;
  const form = await signedForm(ctx, deps);
  const report = kind === 'conference' ? webhooks.report(form) : undefined;
  const reported = factIn(webhooks, kind, form);
  if (report && !reported) await keepReports([report]);
  if (reported) {
    // In one transaction: the audit must not say anything that the reports do not.
    const outcome = await recordFact(facts, reported.fact, { callbackKey: reported.key, report });
    if (outcome === 'unknown_call')
      facts.log.warn(
        { callId: reported.fact.callId, fact: reported.fact.type },
        'callback for an unknown call',
      );
  }
  ctx.status = 204;
}

function factIn(webhooks: CarrierWebhooks, kind: FactKind, form: CallbackForm) {
  switch (kind) {
    case 'conference':
      return webhooks.conferenceFact(form);
    case 'recording':
      return webhooks.recordingFact(form);
    case 'transcription':
      return webhooks.transcriptionFact(form);
    case 'participant':
      return webhooks.participantStatusFact(form);
  }
}

async function answerVoiceRequest(ctx: Context, deps: TelephonyRouteDeps): Promise<void> {
  const { webhooks } = deps;
  const request = webhooks.voiceRequest(await signedForm(ctx, deps));
  ctx.type = webhooks.contentType;
  ctx.body = request
    ? await instructionsFor(deps.instructions, request)
    : webhooks.sayAndHangUp('This call could not be understood. Good bye.', 'en');
}

/** The fields of a form that are texts; a signature counts one that is repeated as a list. */
function textsIn(body: unknown): Record<string, string> {
  const fields = (body ?? {}) as Record<string, unknown>;
  return Object.values(fields).every(isTexts)
    ? (fields as Record<string, string>)
    : (Object.fromEntries(Object.entries(fields).filter(([, value]) => isTexts(value))) as Record<
        string,
        string
      >);
}

const isTexts = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/** Nearly always all of it can be kept as it is. */
const kept = (fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  areKept(Object.keys(fields)) && areKept(Object.values(fields))
    ? fields
    : Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          keepable(name),
          keepable([value].flat()[0] ?? ''),
        ]),
      );

function areKept(texts: readonly unknown[]): boolean {
  if (!texts.every((one) => typeof one === 'string')) return false;
  // Something between them, so that two halves of a pair do not count as one.
  const text = texts.join('\n');
  return keepable(text) === text;
}

async function signedForm(
  ctx: Context,
  { webhooks, store, clock, ids }: TelephonyRouteDeps,
): Promise<CallbackForm> {
  const form = webhooks.read({
    path: ctx.url,
    headers: ctx.headers,
    params: textsIn(ctx.request.body),
  });
  // Callers choose some of what is signed, such as the address they call from.
  if (webhooks.isSigned(form))
    return { ...form, params: kept(form.params), query: kept(form.query) };
  const why = refusal('signature_invalid');
  const about = {
    orgId: UNKNOWN_ORG,
    at: clock.now(),
    action: 'CarrierCallback' as const,
    details: { path: ctx.path.slice(0, MAX_PATH) },
  };
  await store.recordAudit([
    auditRefusal(why, about, { actor: { kind: 'unknown' }, nextId: () => ids.next() }),
  ]);
  throw new Refused(why);
}
