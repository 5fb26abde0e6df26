import type { Server } from './server.ts';
import { currentCall, type SoftphoneState } from './state.ts';
import type { KnownMessages, Message } from './types.ts';

/** The person's own call, if a machine has answered and a message can be left. */
function callForMessage(state: SoftphoneState): string | undefined {
  const current = state.call.status === 'open' ? currentCall(state) : undefined;
  return current?.answering?.canLeaveMessage && current.rep.userId === state.me?.userId
    ? current.callId
    : undefined;
}

/** Loads the messages as soon as one can be left. */
export function followMessages({
  server,
  onKnown,
}: {
  server: Pick<Server, 'ask'>;
  onKnown(known: KnownMessages): void;
}): (state: SoftphoneState) => void {
  let asked: string | undefined;
  return (state) => {
    const callId = callForMessage(state);
    if (!callId || callId === asked) return;
    asked = callId;
    server.ask<{ messages: readonly Message[] }>('GET', `/api/calls/${callId}/messages`).then(
      ({ messages }) => onKnown({ callId, messages }),
      () => (asked = undefined),
    );
  };
}
