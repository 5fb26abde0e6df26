import type { ConnectionSample } from './connection.ts';
import { isConnected } from './line.ts';
import { watchPath } from './pathWatch.ts';
import type { Server } from './server.ts';
import { currentCall, type SoftphoneState } from './state.ts';

/**
 * Reports to the server how a supervisor's joining affects the network figures of the rep's own
 * call.
 */
export function watchOwnPath({
  server,
  state,
}: {
  server: Pick<Server, 'ask'>;
  state(): SoftphoneState;
}): {
  /** Must be called whenever the state has changed. */
  follow(before: SoftphoneState): void;
  sampled(sample: ConnectionSample): void;
} {
  const path = watchPath((change) => {
    const callId = currentCall(state())?.callId;
    if (callId) server.ask('POST', `/api/calls/${callId}/rep-path`, change).catch(() => undefined);
  });
  return {
    follow(before) {
      const now = state();
      if (before.call === now.call && before.calls === now.calls) return;
      const call = currentCall(now);
      const isOwn = call !== undefined && call.rep.userId === now.me?.userId;
      if (!isOwn || !isConnected(now.call)) return path.closed();
      path.supervised(
        call.interventions
          .filter(({ status }) => status === 'active')
          .map(({ interventionId }) => interventionId),
      );
    },
    sampled: (sample) => path.sampled(sample),
  };
}
