import type { Call } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { practiceOf } from '../../domain/call/purpose.ts';
import { decideReview } from '../../domain/practice/review.ts';
import { scenarioOf, type Turn } from '../../domain/practice/scenarios.ts';
import { requestPracticeWhisper } from '../../domain/practice/whisper.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

/** Keeps what the rep ticked of the checklist of their own practice call. */
export const reviewPractice = async (
  deps: DecideOnDeps,
  rep: Person,
  { callId, ticked }: { readonly callId: string; readonly ticked: readonly string[] },
): Promise<Result<Call>> =>
  callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'ReviewPractice', actor: actorOf(rep) },
      (call, now) => decideReview(call, { rep, ticked }, now),
    ),
  );

interface BegunTurn {
  readonly turn: Turn;
  readonly language: Language;
  readonly isLast: boolean;
}

export type PracticeTurnDeps = Omit<CallDeps, 'locks'>;

/**
 * The scripted customer's next words, and the whisper to the rep during them. Undefined after the
 * call or the script has ended.
 */
export async function beginPracticeTurn(
  deps: PracticeTurnDeps,
  { callId, turn }: { readonly callId: string; readonly turn: number },
): Promise<BegunTurn | undefined> {
  const call = await deps.store.loadCall(callId);
  const practice = call && practiceOf(call);
  const turns = scenarioOf(practice?.scenario ?? '')?.turns ?? [];
  const now = turns[turn];
  if (!call || !practice || call.status === 'ended' || !now) return undefined;
  const asked = await applyEvents(deps, { callId }, (current, at) =>
    requestPracticeWhisper(current, turn, at),
  );
  // The customer does not wait for it.
  if (asked.status === 'applied' && asked.events.length > 0)
    void performEffects(deps, asked).catch((fault: unknown) =>
      deps.log.warn({ callId, fault: String(fault) }, 'practice whisper not played'),
    );
  return { turn: now, language: practice.language, isLast: turn === turns.length - 1 };
}
