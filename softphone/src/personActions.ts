import type { ActionDeps } from './actionDeps.ts';
import { createInterventionActions } from './interventionActions.ts';
import { isConnected, isEngaged } from './line.ts';
import { createListActions } from './listActions.ts';
import { ownCallIdOf } from './ownCall.ts';
import { createOwnCallActions } from './ownCallActions.ts';
import type { Actions } from './panels/actions.ts';
import { createPracticeActions } from './practiceActions.ts';
import { createReachActions } from './reachActions.ts';
import { createReturnActions } from './returnActions.ts';
import { createTransferActions } from './transferActions.ts';

/** What the softphone's buttons and keys do, on the phone or by asking the server. */
export function createActions(deps: ActionDeps): Actions {
  const { server, state, dispatch, phone, openMicrophone, attempt, reconnect, tellHangUp } = deps;

  /** The server is told first that a rep hangs up, because it waits for a rep who disappears. */
  const hangUp = (): void => {
    const { call: line } = state();
    const callId = isConnected(line) && !line.interventionId ? line.callId : undefined;
    phone()?.hangUp(callId === undefined ? undefined : tellHangUp(callId));
  };

  const ownCallId = (): string | undefined => ownCallIdOf(state());

  return {
    ...createListActions(deps),
    ...createPracticeActions(deps),
    ...createReachActions(deps),
    ...createTransferActions({ ...deps, ownCallId }),
    ...createOwnCallActions(deps),
    hangUp,
    ...createInterventionActions({ ...deps, hangUp }),
    acknowledge: (noticeId) =>
      attempt(() => server.ask('POST', `/api/notices/${noticeId}/acknowledge`, {})),
    checkMicrophone: () =>
      attempt(async () => {
        const stream = await openMicrophone();
        const deviceId = stream.getAudioTracks()[0]?.getSettings().deviceId;
        for (const track of stream.getTracks()) track.stop();
        if (state().microphone === 'ready' && deviceId && isEngaged(state().call))
          await phone()?.chooseMicrophone(deviceId);
      }),
    reconnect: () => reconnect(),
    ...createReturnActions(deps),
    dismissProblem: () => dispatch({ type: 'problem' }),
  };
}
