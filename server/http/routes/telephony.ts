import type { Context } from 'koa';
import { auditRefusal, UNKNOWN_ORG } from '../../domain/audit/entries.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { TEXTS } from '../../domain/texts/texts.ts';
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
import { receiveFact, storableForm, type CarrierFactDeps, type FactKind } from '../carrierFacts.ts';
import { Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { MAX_PATH } from '../session/awayAudit.ts';
import { instructionsFor, type InstructionsDeps } from '../voiceInstructions.ts';

export interface TelephonyRouteDeps extends CarrierFactDeps {
  readonly instructions: InstructionsDeps;
  /** Receives words that were said on a call. */
  readonly hear: (said: ReportedWords) => Promise<void>;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Where the carrier asks for instructions and reports facts. Every request except the one for the
 * tone must bear the carrier's signature.
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
          router.post(path, (ctx) => answerFact(ctx, deps, kind));
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

async function answerFact(ctx: Context, deps: TelephonyRouteDeps, kind: FactKind): Promise<void> {
  await receiveFact(deps, kind, await signedForm(ctx, deps));
  ctx.status = 204;
}

async function answerVoiceRequest(ctx: Context, deps: TelephonyRouteDeps): Promise<void> {
  const { webhooks } = deps;
  const request = webhooks.voiceRequest(await signedForm(ctx, deps));
  ctx.type = webhooks.contentType;
  ctx.body = request
    ? await instructionsFor(deps.instructions, request)
    : webhooks.sayAndHangUp(TEXTS.en.notAdmitted.notUnderstood, 'en');
}

/**
 * The fields of a form that are strings, or lists of strings where a field is repeated, which the
 * signature covers. Copies the form only if it has other fields.
 */
function textsIn(body: unknown): Record<string, string> {
  const fields = (body ?? {}) as Record<string, string>;
  if (Object.values(fields).every(isTexts)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isTexts(value)));
}

const isTexts = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

async function signedForm(
  ctx: Context,
  { webhooks, store, clock, ids }: TelephonyRouteDeps,
): Promise<CallbackForm> {
  const form = webhooks.read({
    path: ctx.url,
    headers: ctx.headers,
    params: textsIn(ctx.request.body),
  });
  // Signed values can still be unstorable: callers choose some, such as the address they call from.
  if (webhooks.isSigned(form)) return storableForm(form);
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
