import type { Phone } from './device.ts';
import type { Actions, Choosing } from './panels/actions.ts';
import type { Colleague } from './panels/transferPanel.ts';
import { isSilent } from './modes.ts';
import type { Server } from './server.ts';
import { currentCall, ownIntervention, type SoftphoneEvent, type SoftphoneState } from './state.ts';
import type { CallView, Session } from './types.ts';

export interface ActionDeps {
  readonly server: Server;
  /** A session that is not about to expire. */
  getSession(): Promise<Session>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  /** Connects the phone to a call. */
  connect(params: Record<string, string>, call: { callId?: string }): Promise<void>;
  openMicrophone(): Promise<MediaStream>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which is shown at the next rendering. */
  choose(choosing: Choosing): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
}

/** What the buttons and keys of the softphone do: on the phone, or by asking the server. */
export function createActions({
  server,
  getSession,
  state,
  dispatch,
  phone,
  connect,
  openMicrophone,
  attempt,
  choose,
  render,
}: ActionDeps): Actions {
  const intervention = (): string | undefined => ownIntervention(state())?.interventionId;

  const findColleagues = async (search: string): Promise<Colleague[]> =>
    (
      await server.ask<{ colleagues: Colleague[] }>(
        'GET',
        `/api/colleagues?${new URLSearchParams({ search }).toString()}`,
      )
    ).colleagues;

  return {
    dial: (number) =>
      attempt(async () => {
        const { call, connect: how } = await server.ask<{
          call: CallView;
          connect: { params: Record<string, string> };
        }>('POST', '/api/calls', { ...newRequest(), to: number });
        await connect(how.params, { callId: call.callId });
      }),
    answer: () => {
      const line = state().call;
      if (line.status !== 'incoming') return;
      dispatch({ type: 'call-connecting', callId: line.callId, at: new Date().toISOString() });
      phone()?.answer();
    },
    decline: () => phone()?.decline(),
    hangUp: () => phone()?.hangUp(),
    mute: (muted) => phone()?.mute(muted),
    hold: (onHold) =>
      attempt(() =>
        server.ask('POST', `/api/calls/${currentCall(state())?.callId}/hold`, { onHold }),
      ),
    press: (digit) => phone()?.press(digit),
    switchTo: (mode, more = {}) =>
      attempt(async () => {
        const id = intervention();
        if (id && isSilent(mode)) return server.askOwn(id, 'mode', { ...newRequest(), mode });
        const clickedAt = performance.now();
        await getSession();
        const sinceClickMs = Math.round(performance.now() - clickedAt);
        return server.ask('POST', `/api/interventions/${id}/mode`, {
          ...newRequest(),
          mode,
          sinceClickMs,
          ...withoutBlanks(more),
        });
      }),
    leave: () =>
      attempt(async () => {
        const id = intervention();
        if (id) await server.askOwn(id, 'leave', {});
        else phone()?.hangUp();
      }),
    requestFloor: (isRequested) =>
      attempt(() =>
        server.ask(isRequested ? 'PUT' : 'DELETE', `/api/interventions/${intervention()}/floor`),
      ),
    acknowledge: (noticeId) =>
      attempt(() => server.ask('POST', `/api/notices/${noticeId}/acknowledge`, {})),
    checkMicrophone: () =>
      attempt(async () => {
        const stream = await openMicrophone();
        for (const track of stream.getTracks()) track.stop();
      }),
    chooseColleague: () =>
      attempt(async () => {
        choose({ colleagues: await findColleagues('') });
        render('#colleague');
      }),
    findColleagues,
    stopChoosing: () => {
      choose({});
      render();
    },
    transfer: (toUserId, when) =>
      attempt(async () => {
        choose({});
        await server.ask('POST', `/api/calls/${currentCall(state())?.callId}/transfer`, {
          ...newRequest(),
          toUserId,
          complete: when === 'at_once',
        });
      }),
    handOver: () =>
      attempt(() =>
        server.ask('POST', `/api/calls/${currentCall(state())?.callId}/transfer/complete`),
      ),
    takeBack: () =>
      attempt(() =>
        server.ask('POST', `/api/calls/${currentCall(state())?.callId}/transfer/cancel`),
      ),
    dismissProblem: () => dispatch({ type: 'problem' }),
  };
}

const newRequest = () => ({ requestId: crypto.randomUUID() });

const withoutBlanks = (more: object): object =>
  Object.fromEntries(
    Object.entries(more).filter(([, value]) => value !== '' && value !== undefined),
  );
