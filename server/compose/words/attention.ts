import type { IsRepNew } from '../../commands/alerts/newReps.ts';
import type { AlertRaiser } from '../../commands/alerts/raiseAlerts.ts';
import { forgetOthers } from '../../commands/words/forgetOthers.ts';
import type { Call } from '../../domain/call/call.ts';
import { maySeeAlerts } from '../../domain/supervision/transcriptReaders.ts';
import { attentionView } from '../../http/views/wordsViews.ts';
import { createYield } from '../../live/createYield.ts';
import type { CallClaim, CallClaims, Clock, Log } from '../../ports/index.ts';
import type { LiveFeed } from '../liveFeed.ts';

export interface AttentionDeps extends Pick<LiveFeed, 'hub' | 'viewing'> {
  readonly orgIds: readonly string[];
  readonly claims: CallClaims;
  readonly alertsOf: AlertRaiser['of'];
  readonly loadAlerts: AlertRaiser['load'];
  readonly isRepNew: IsRepNew;
  readonly clock: Clock;
  readonly log: Log;
}

/** Sends consoles the attention that a call needs, after a change and when its score has moved. */
export interface Attention {
  /** Sends alerts, claim and score of a call to the consoles that may see them. */
  send(call: Pick<Call, 'orgId' | 'callId'>): Promise<void>;
  /** Sends the scores that differ from those last sent, since scores fall with time. */
  sendMovedScores(): Promise<void>;
  forget(callId: string): void;
  retainOnly(isOpen: (callId: string) => boolean): void;
}

export function createAttention(deps: AttentionDeps): Attention {
  const { hub, orgIds, claims, alertsOf, clock } = deps;
  const lastScores = new Map<string, number>();

  async function sendIfMoved(call: Call, claimed: readonly CallClaim[]): Promise<void> {
    const claim = claimed.find(({ callId }) => callId === call.callId);
    const [alerts, isRepNew] = await Promise.all([alertsOf(call.callId), deps.isRepNew(call)]);
    const facts = { alerts, claim, isRepNew, now: clock.now() };
    const { score } = attentionView(call, { userId: '' }, facts);
    if (lastScores.get(call.callId) === score) return;
    lastScores.set(call.callId, score);
    await sendAttention(deps, call, claimed);
  }

  return {
    send: (call) => sendAttention(deps, call),
    async sendMovedScores() {
      if (hub.consoles() === 0) return;
      const letOthers = createYield();
      const claimed = new Map(
        await Promise.all(
          orgIds.map(async (orgId) => [orgId, await claims.ofOrg(orgId, clock.now())] as const),
        ),
      );
      const open = [...hub.openCalls()];
      await deps.loadAlerts(open.map(({ callId }) => callId));
      await Promise.all(open.map(deps.isRepNew));
      for (const call of hub.openCalls()) {
        if (call.status !== 'live') continue;
        await sendIfMoved(call, claimed.get(call.orgId) ?? []);
        await letOthers();
      }
    },
    forget: (callId) => void lastScores.delete(callId),
    retainOnly: (isOpen) => forgetOthers(lastScores, isOpen),
  };
}

async function sendAttention(
  { hub, viewing, claims, alertsOf, isRepNew, clock, log }: AttentionDeps,
  { orgId, callId }: Pick<Call, 'orgId' | 'callId'>,
  known?: readonly CallClaim[],
): Promise<void> {
  const open = hub.openCall(orgId, callId);
  if (!open) return;
  const [alerts, claimed, isNew] = await Promise.all([
    alertsOf(callId),
    known ?? claims.ofOrg(orgId, clock.now()),
    isRepNew(open),
  ]).catch((fault: Error) => {
    log.warn({ callId, fault: fault.message }, 'attention not sent');
    return [undefined, [], false] as const;
  });
  if (!alerts) return;
  const claim = claimed.find((one) => one.callId === callId);
  hub.notifyReaders({ orgId, callId }, 'attention', (call, person) =>
    maySeeAlerts(call, person, viewing(person))
      ? attentionView(call, person, { alerts, claim, isRepNew: isNew, now: clock.now() })
      : undefined,
  );
}
