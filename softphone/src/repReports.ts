import { followAfterCall } from './afterCall.ts';
import type { Clock } from './clock.ts';
import { tellOfPhone } from './phoneReport.ts';
import { sendRepHeartbeats } from './repHeartbeat.ts';
import type { Server } from './server.ts';
import type { SoftphoneEvent, SoftphoneState } from './state.ts';

/** What the server is told and asked of this person as a rep. Called with each state. */
export function followRep(deps: {
  readonly server: Pick<Server, 'ask' | 'tell'>;
  readonly page: Pick<EventTarget, 'addEventListener'>;
  readonly clock: Clock;
  readonly dispatch: (event: SoftphoneEvent) => void;
}): (state: SoftphoneState) => void {
  const { server, clock } = deps;
  const heartbeats = sendRepHeartbeats({
    send: () => server.ask('POST', '/api/me/heartbeat', {}),
    clock,
  });
  const tellPhone = tellOfPhone(server, clock, deps.page);
  const afterCall = followAfterCall(deps);
  return (state) => {
    heartbeats.follow(state.call.status === 'open' && state.call.interventionId === undefined);
    tellPhone(state);
    afterCall(state);
  };
}
