import type { Phone } from './device.ts';
import type { Frame } from './frame.ts';
import { isConnected, isEngaged, type LineSubject, type Ring } from './line.ts';
import { createListActions } from './listActions.ts';
import { isSilent } from './modes.ts';
import { newRequest } from './newRequest.ts';
import type { Actions, ChoiceParts } from './panels/actions.ts';
import { createPracticeActions } from './practiceActions.ts';
import { createReachActions } from './reachActions.ts';
import { Problem, type Server } from './server.ts';
import {
  currentCall,
  ownIntervention,
  type LeftCall,
  type SoftphoneEvent,
  type SoftphoneState,
} from './state.ts';
import { fill, type Texts } from './strings.ts';
import { createTransferActions } from './transferActions.ts';
import type { CallView, Connect, Mode, Session } from './types.ts';

export interface ActionDeps {
  readonly server: Server;
  /** Returns a session that is not about to expire. */
  getSession(): Promise<Session>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  /** Connects the phone to a call. If the call is new and that fails, the server gives it up. */
  connect(
    params: Record<string, string>,
    subject: LineSubject,
    how?: { isNew: boolean },
  ): Promise<void>;
  openMicrophone(): Promise<MediaStream>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which the next rendering shows. */
  choose(choosing: ChoiceParts): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
  /** In the current language. */
  texts(): Texts;
  /** Reconnects to the phone service. */
  reconnect(): void;
  /** Resolves once this holds, or after 10 s. */
  until(holds: (state: SoftphoneState) => boolean): Promise<void>;
  /** Tells the server that this rep hangs up. Resolves after a moment in any case. */
  tellHangUp(callId: string): Promise<void>;
  /** Sends a message to the surrounding Salesforce page. */
  tellPage: Frame['post'];
  /** Mutes the microphone when a click leads to this silent mode or, without a mode, to leaving. */
  silence(interventionId: string, mode?: Mode): void;
}

/** What the softphone's buttons and keys do, on the phone or by asking the server. */
export function createActions(deps: ActionDeps): Actions {
  const {
    server,
    getSession,
    state,
    dispatch,
    phone,
    connect,
    openMicrophone,
    attempt,
    silence,
    texts,
    reconnect,
    until,
    tellHangUp,
    tellPage,
  } = deps;
  const intervention = (): string | undefined => ownIntervention(state())?.interventionId;

  /** The server is told first that a rep hangs up, because it waits for a rep who disappears. */
  const hangUp = (): void => {
    const { call: line } = state();
    const callId = isConnected(line) && !line.interventionId ? line.callId : undefined;
    phone()?.hangUp(callId === undefined ? undefined : tellHangUp(callId));
  };

  /** The call that this softphone is in, even before the live feed has it. */
  const ownCallId = (): string | undefined => {
    const { call: line } = state();
    return (isEngaged(line) ? line.callId : undefined) ?? currentCall(state())?.callId;
  };
  const ownCall = (more: string): string => `/api/calls/${ownCallId()}/${more}`;

  async function returnTo(left: Pick<LeftCall, 'callId' | 'role'>): Promise<void> {
    // If this softphone is being rung back for the call, answering returns to it.
    const ring = state().rings.find(({ callId }) => callId === left.callId);
    if (ring) return phone()?.answer(ring.lineId);
    // The customer is on the call, so it must continue even if this connection fails.
    if (left.role === 'rep')
      return connect({ callId: left.callId }, { callId: left.callId }, { isNew: false });
    dispatch({ type: 'left' });
    const { intervention: joined, connect: how } = await server.ask<{
      intervention: { interventionId: string };
      connect: { params: Record<string, string> };
    }>('POST', `/api/calls/${left.callId}/interventions`, {
      ...newRequest(),
      device: 'softphone',
    });
    await connect(how.params, {
      callId: left.callId,
      interventionId: joined.interventionId,
    });
  }

  /** The server accepts the next join only after this intervention has ended. */
  async function leaveToJoin(interventionId: string): Promise<void> {
    silence(interventionId);
    await server.askOwn(interventionId, 'leave', {});
    await until(({ call: line, calls }) => !isEngaged(line) && !isOn(calls, interventionId));
  }

  return {
    ...createListActions(deps),
    ...createPracticeActions(deps),
    ...createReachActions(deps),
    ...createTransferActions({ ...deps, ownCallId }),
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
    leaveAndAnswer: (lineId) =>
      attempt(async () => {
        const id = intervention();
        const ring = ringOf(state(), lineId);
        if (!id || !ring) return;
        // If the server refuses because the customer would be unattended, the microphone stays on.
        await server.askOwn(id, 'leave', { movingTo: ring.callId ?? lineId });
        silence(id);
        await until(({ call }) => !isEngaged(call));
        if (!ringOf(state(), lineId))
          throw new Problem(fill(texts().ringIsOver, { name: ring.name }));
        phone()?.answer(lineId);
      }),
    hangUp,
    mute: (muted) => dispatch({ type: 'call-muted', muted }),
    hold: (onHold) => attempt(() => server.ask('POST', ownCall('hold'), { onHold })),
    press: (digit) => phone()?.press(digit),
    leaveMessage: (messageId) =>
      attempt(() => server.ask('POST', ownCall('message'), { messageId })),
    createLead: () => tellPage({ type: 'create-lead', callId: ownCallId() }),
    switchTo: (mode, more = {}) =>
      attempt(async () => {
        const interventionId = intervention();
        if (!interventionId) return;
        const clickedAt = performance.now();
        const { requestId } = newRequest();
        if (isSilent(mode)) {
          silence(interventionId, mode);
          return server.askOwn(interventionId, 'mode', { requestId, mode });
        }
        dispatch({ type: 'voice-asked', interventionId, requestId, mode });
        const answered = (accepted: boolean): void =>
          dispatch({ type: 'voice-answered', interventionId, requestId, accepted });
        try {
          await getSession();
          const sinceClickMs = Math.round(performance.now() - clickedAt);
          await server.ask('POST', `/api/interventions/${interventionId}/mode`, {
            requestId,
            mode,
            sinceClickMs,
            ...withoutBlanks(more),
          });
          answered(true);
        } catch (fault) {
          answered(false);
          throw fault;
        }
      }),
    leave: () =>
      attempt(async () => {
        const id = intervention();
        if (!id) return hangUp();
        silence(id);
        await server.askOwn(id, 'leave', {});
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
        const deviceId = stream.getAudioTracks()[0]?.getSettings().deviceId;
        for (const track of stream.getTracks()) track.stop();
        if (state().microphone === 'ready' && deviceId && isEngaged(state().call))
          await phone()?.chooseMicrophone(deviceId);
      }),
    reconnect: () => reconnect(),
    connectAgain: () =>
      attempt(async () => {
        const { call: line } = state();
        const callId = ownCallId();
        if (!callId || !isConnected(line)) return;
        const { interventionId } = line;
        if (interventionId) {
          await leaveToJoin(interventionId);
          return returnTo({ callId, role: 'supervisor' });
        }
        // The server is not told of a hang-up, so that it keeps the customer for the rep's return.
        phone()?.hangUp();
        await until(({ call }) => !isEngaged(call));
        await returnTo({ callId, role: 'rep' });
      }),
    joinByPhone: () =>
      attempt(async () => {
        const call = currentCall(state());
        const interventionId = intervention();
        if (!call || !interventionId) return;
        await leaveToJoin(interventionId);
        await server.ask('POST', `/api/calls/${call.callId}/interventions`, {
          ...newRequest(),
          device: 'phone',
        });
      }),
    returnTo: (left) => attempt(() => returnTo(left)),
    forgetLeft: () => dispatch({ type: 'left' }),
    dismissProblem: () => dispatch({ type: 'problem' }),
  };
}

const ringOf = ({ rings }: SoftphoneState, lineId: string): Ring | undefined =>
  rings.find((ring) => ring.lineId === lineId);

const isOn = (calls: readonly CallView[], interventionId: string): boolean =>
  calls.some(({ interventions }) =>
    interventions.some((one) => one.interventionId === interventionId && one.status !== 'ended'),
  );

const withoutBlanks = (more: object): object =>
  Object.fromEntries(
    Object.entries(more).filter(([, value]) => value !== '' && value !== undefined),
  );
