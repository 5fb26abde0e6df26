import type { ActionDeps } from './actionDeps.ts';
import { isFocusFree } from './focus.ts';
import { newRequest } from './newRequest.ts';
import { ownCallIdOf } from './ownCall.ts';
import type { Actions } from './panels/actions.ts';
import type { CallView, Connect } from './types.ts';

/** What a rep does on a call of their own. */
export function createOwnCallActions({
  server,
  state,
  dispatch,
  phone,
  connect,
  attempt,
  render,
  tellPage,
}: ActionDeps): Pick<
  Actions,
  | 'dial'
  | 'answer'
  | 'decline'
  | 'mute'
  | 'hold'
  | 'press'
  | 'leaveMessage'
  | 'createLead'
  | 'sayReady'
> {
  const ownCall = (more: string): string => `/api/calls/${ownCallIdOf(state())}/${more}`;

  return {
    dial: (number) =>
      attempt(async () => {
        const { call, connect: how } = await server.ask<{
          call: CallView;
          connect: Connect;
        }>('POST', '/api/calls', { ...newRequest(), to: number });
        if (how.params) await connect(how.params, { callId: call.callId });
      }),

    answer: (lineId) => phone()?.answer(lineId),

    decline: (lineId) => phone()?.decline(lineId),

    mute: (muted) => dispatch({ type: 'call-muted', muted }),

    hold: (onHold) => attempt(() => server.ask('POST', ownCall('hold'), { onHold })),

    sayReady: () =>
      attempt(async () => {
        await server.ask('POST', '/api/me/ready', {});
        dispatch({ type: 'after-call' });
        // The button is gone. A field of the page, or of another panel, keeps the focus.
        render(isFocusFree() ? '#number' : undefined);
      }),

    press: (digit) => phone()?.press(digit),

    leaveMessage: (messageId) =>
      attempt(() => server.ask('POST', ownCall('message'), { messageId })),

    createLead: () => tellPage({ type: 'create-lead', callId: ownCallIdOf(state()) }),
  };
}
