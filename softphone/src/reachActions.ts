import type { Phone } from './device.ts';
import type { LineSubject } from './line.ts';
import { newRequest } from './newRequest.ts';
import type { ChoiceParts } from './panels/actions.ts';
import type { DeviceActions } from './panels/elsewhereCard.ts';
import type { ReachActions } from './panels/reachPanel.ts';
import type { Reach } from './reach.ts';
import type { Server } from './server.ts';
import type { SoftphoneEvent, SoftphoneState } from './state.ts';
import type { Connect } from './types.ts';

interface ReachActionDeps {
  readonly server: Pick<Server, 'ask' | 'askOwn'>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Pick<Phone, 'answer'> | undefined;
  /** Connects the phone to a call. If the call is new and that fails, the server gives it up. */
  connect(
    params: Record<string, string>,
    subject: LineSubject,
    how?: { isNew: boolean },
  ): Promise<void>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which the next rendering shows. */
  choose(choosing: ChoiceParts): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
}

/** Slightly longer than a phone rings. */
const RINGS_FOR_MS = 45_000;

/** Choosing the device on which calls reach this person, and moving a call to another device. */
export function createReachActions({
  server,
  state,
  dispatch,
  phone,
  connect,
  attempt,
  choose,
  render,
}: ReachActionDeps): ReachActions & DeviceActions {
  return {
    openReach: () => {
      choose({ reach: 'open' });
      render();
    },
    closeReach: () => {
      choose({});
      render();
    },
    chooseReach: (device, number) =>
      attempt(async () =>
        dispatch({
          type: 'reach',
          reach: await server.ask('PUT', '/api/me/reach', { device, ...(number && { number }) }),
        }),
      ),
    askReachCode: (number) =>
      attempt(async () => {
        const asked = await server.ask<{ number: string }>('POST', '/api/me/reach/code', {
          ...newRequest(),
          number,
        });
        choose({ reach: 'open', codeFor: asked.number });
        render('#reach-code');
      }),
    confirmReach: (code) =>
      attempt(async () => {
        const reach = await server.ask<Reach>('POST', '/api/me/reach/confirm', { code });
        choose({ reach: 'open' });
        dispatch({ type: 'reach', reach });
      }),
    changeDevice: (to, { callId, interventionId }) =>
      attempt(async () => {
        // If the loss of the other window was noticed, this softphone is rung back: answer that.
        const ring = state().rings.find((one) => callId !== undefined && one.callId === callId);
        if (to === 'softphone' && ring) return phone()?.answer(ring.lineId);
        const path = interventionId ? `interventions/${interventionId}` : `calls/${callId}`;
        const { connect: how } = await server.ask<{ connect: Connect }>(
          'POST',
          `/api/${path}/device`,
          { device: to },
        );
        // The call is on the other device, so it must continue even if this connection fails.
        if (how.params) await connect(how.params, { callId, interventionId }, { isNew: false });
        else {
          dispatch({ type: 'changing-device', to });
          // By then the device has not been answered.
          setTimeout(() => dispatch({ type: 'changing-device' }), RINGS_FOR_MS);
        }
      }),
    hangUpElsewhere: ({ callId, interventionId }) =>
      attempt(() =>
        interventionId
          ? server.askOwn(interventionId, 'leave', {})
          : server.ask('POST', `/api/calls/${callId}/hangup`, {}),
      ),
    holdElsewhere: ({ callId }, onHold) =>
      attempt(() => server.ask('POST', `/api/calls/${callId}/hold`, { onHold })),
  };
}
