import type { Clock } from './clock.ts';
import type { Server } from './server.ts';
import type { SoftphoneEvent, SoftphoneState } from './state.ts';

/** The server may know a moment later than its own time that after-call is over. */
const ASK_AGAIN_MS = 500;
const RETRY_MS = 5_000;
/** It may end on another page: by Ready there, or because the rep goes away. */
const LOOK_AGAIN_MS = 15_000;

/** Whether this person has an own call now, with whatever device; a caller may wait for them. */
const hasOwnCall = ({ calls, me }: SoftphoneState): boolean =>
  calls.some(
    ({ rep, status }) =>
      rep.userId === me?.userId && (status !== 'ringing' || rep.present || rep.ringing === true),
  );

/**
 * Asks the server how long after-call lasts once this person is known, when a call of theirs has
 * ended, when the live feed is back, at the end of that time, and every few seconds until then.
 * Called with each state.
 */
export function followAfterCall({
  server,
  clock,
  dispatch,
}: {
  readonly server: Pick<Server, 'ask'>;
  readonly clock: Clock;
  readonly dispatch: (event: SoftphoneEvent) => void;
}): (state: SoftphoneState) => void {
  let before: Pick<SoftphoneState, 'feed'> & {
    hasCall: boolean;
    takesCalls: boolean;
    isShown: boolean;
  } = { feed: 'connecting', hasCall: false, takesCalls: false, isShown: false };
  let asked = 0;
  let cancel = (): void => undefined;

  function ask(): void {
    cancel();
    const id = (asked += 1);
    const again = (ms: number): void => {
      if (id === asked) cancel = clock.after(ms, ask);
    };
    server.ask<{ msLeft?: number }>('GET', '/api/me/after-call').then(
      ({ msLeft }) => {
        if (id !== asked) return;
        dispatch({
          type: 'after-call',
          ...(msLeft !== undefined && { endsAt: clock.now() + msLeft }),
        });
        if (msLeft !== undefined) again(Math.min(msLeft + ASK_AGAIN_MS, LOOK_AGAIN_MS));
      },
      () => again(RETRY_MS),
    );
  }

  /** An answer that is under way does not count any more. */
  function stop(): void {
    cancel();
    asked += 1;
  }

  return (state) => {
    const now = {
      feed: state.feed,
      hasCall: hasOwnCall(state),
      takesCalls: state.me?.takesCalls === true,
      isShown: state.afterCallEndsAt !== undefined,
    };
    const was = before;
    before = now;
    if (!now.takesCalls) return;
    if (now.hasCall) {
      if (!was.hasCall) stop();
      if (now.isShown) dispatch({ type: 'after-call' });
    } else if (was.isShown && !now.isShown) stop();
    else if (!was.takesCalls || was.hasCall || (was.feed === 'lost' && now.feed === 'live')) ask();
  };
}
