import type { Context } from 'koa';
import type { CallDeps } from '../../commands/carrier/callDeps.ts';
import { recordFact } from '../../commands/carrier/recordFact.ts';
import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import { auditRefusal, UNKNOWN_ORG } from '../../domain/audit/entries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type {
  CallbackForm,
  CarrierRoute,
  CarrierWebhooks,
  Clock,
  Ids,
  ReportedWords,
  Store,
} from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { MAX_PATH } from '../session/awayAudit.ts';
import { keepable } from '../unreadable.ts';
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
    for (const { path, kind } of deps.webhooks.routes) {
      switch (kind) {
        case 'tone':
        case 'ringback':
        case 'music':
          router.get(path, (ctx) => sendSound(ctx, deps.webhooks, kind));
          break;
        case 'instructions':
          router.post(path, (ctx) => answerVoiceRequest(ctx, deps));
          break;
        case 'words':
          router.post(path, (ctx) => receiveWords(ctx, deps));
          break;
        case 'conference':
        case 'recording':
        case 'transcription':
        case 'participant':
          router.post(path, (ctx) => receiveFact(ctx, deps, kind));
          break;
        default:
          unreachable(kind);
      }
    }
  };

type SoundKind = Extract<CarrierRoute['kind'], 'tone' | 'ringback' | 'music'>;

function sendSound(ctx: Context, webhooks: CarrierWebhooks, kind: SoundKind): void {
  const sounds: Record<SoundKind, () => Buffer> = {
    tone: webhooks.toneWav,
    ringback: webhooks.ringbackWav,
    music: webhooks.musicWav,
  };
  ctx.type = 'audio/wav';
  ctx.body = sounds[kind]();
}

async function receiveWords(ctx: Context, deps: TelephonyRouteDeps): Promise<void> {
  const said = deps.webhooks.reportedWords(await signedForm(ctx, deps));
  if (said) await deps.hear(said);
  ctx.status = 204;
}

type FactKind = Extract<
  CarrierRoute['kind'],
  'conference' | 'recording' | 'transcription' | 'participant'
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
    default:
      return unreachable(kind);
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

/**
 * The fields of a form that are texts; a signature counts one that is repeated as a list. A copy only
 * where a form has others.
 */
function textsIn(body: unknown): Record<string, string> {
  const fields = (body ?? {}) as Record<string, string>;
  if (Object.values(fields).every(isTexts)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isTexts(value)));
}

const isTexts = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

/**
 * The fields as the database can store them, and of one that is repeated the first. A copy only where
 * that changes something.
 */
function storable(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (areStorable(Object.keys(fields)) && areStorable(Object.values(fields))) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      keepable(name),
      keepable([value].flat()[0] ?? ''),
    ]),
  );
}

function areStorable(values: readonly unknown[]): boolean {
  if (!values.every((value) => typeof value === 'string')) return false;
  // A line break between them, so that the halves of a surrogate pair do not count as one.
  const text = values.join('\n');
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
    return { ...form, params: storable(form.params), query: storable(form.query) };
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
