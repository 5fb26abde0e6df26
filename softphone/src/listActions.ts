import { callOf, isDone } from './callList.ts';
import type { LineSubject } from './line.ts';
import type { Actions } from './panels/actions.ts';
import { Problem, type Server } from './server.ts';
import type { SoftphoneEvent, SoftphoneState } from './state.ts';
import { TEXTS } from './strings.ts';
import type { CallView } from './types.ts';

type ListActions = Pick<
  Actions,
  'seenBy' | 'callFromList' | 'chooseListNumber' | 'nextInList' | 'skipInList' | 'closeList'
>;

interface ListActionDeps {
  readonly server: Pick<Server, 'ask'>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Connects the phone to a call. If that fails, the server is asked to give the call up. */
  connect(params: Record<string, string>, subject: LineSubject): Promise<void>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Resolves once this holds, or after 10 s. */
  until(holds: (state: SoftphoneState) => boolean): Promise<void>;
}

/** Calling people one after another. The server places each call, and may refuse it. */
export function createListActions({
  server,
  state,
  dispatch,
  connect,
  attempt,
  until,
}: ListActionDeps): ListActions {
  /** Refusals are ignored here, because placing the call shows them. */
  const seenBy = async (to: string): Promise<string | undefined> => {
    try {
      const query = new URLSearchParams({ to }).toString();
      const { callerId } = await server.ask<{ callerId: { number: string } }>(
        'GET',
        `/api/caller-id?${query}`,
      );
      return callerId.number;
    } catch {
      return undefined;
    }
  };

  /** Waits for a call that is still ending, and requires its wrap-up before the next call. */
  async function requireFinished(callId: string): Promise<void> {
    await until(({ calls }) => !calls.some((one) => one.callId === callId));
    const { calls } = await server.ask<{ calls: readonly { callId: string }[] }>(
      'GET',
      '/api/wrap-ups',
    );
    const { finishFirst, finishFirstHint } = TEXTS[state().language].callList;
    if (calls.some((one) => one.callId === callId)) throw new Problem(finishFirst, finishFirstHint);
  }

  return {
    seenBy,
    callFromList: () =>
      attempt(async () => {
        const { list } = state();
        if (!list || list.callId || isDone(list)) return;
        dispatch({ type: 'problem' });
        const { call, connect: how } = await server.ask<{
          call: CallView;
          connect: { params?: Record<string, string> };
        }>('POST', '/api/calls', { ...callOf(list), requestId: crypto.randomUUID() });
        dispatch({ type: 'list-placed', callId: call.callId });
        if (how.params) await connect(how.params, { callId: call.callId });
      }),
    chooseListNumber: (index) => dispatch({ type: 'list-number', index }),
    nextInList: () =>
      attempt(async () => {
        const callId = state().list?.callId;
        if (!callId) return;
        await requireFinished(callId);
        dispatch({ type: 'problem' });
        dispatch({ type: 'list-next' });
      }),
    skipInList: () => dispatch({ type: 'list-skipped' }),
    closeList: () => dispatch({ type: 'list-closed' }),
  };
}
