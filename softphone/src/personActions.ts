import type { Phone } from './device.ts';
import type { Frame } from './frame.ts';
import type { Actions, Choosing } from './panels/actions.ts';
import type { FoundColleagues, TransferChoice } from './panels/transfers.ts';
import type { Reach } from './reach.ts';
import { Problem, type Server } from './server.ts';
import { fill, type Texts } from './strings.ts';
import { isConnected, isEngaged, type LineSubject, type Ring } from './line.ts';
import { createPracticeActions } from './practiceActions.ts';
import { createListActions } from './listActions.ts';
import { currentCall, ownIntervention, type SoftphoneEvent, type SoftphoneState } from './state.ts';
import { isSilent } from './modes.ts';
import type { CallView, Connect, Mode, Session } from './types.ts';

export interface ActionDeps {
  readonly server: Server;
  /** A session that is not about to expire. */
  getSession(): Promise<Session>;
  state(): SoftphoneState;
  dispatch(event: SoftphoneEvent): void;
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  /** Connects the phone to a call; one that is new is given up at the server if that fails. */
  connect(
    params: Record<string, string>,
    subject: LineSubject,
    how?: { isNew: boolean },
  ): Promise<void>;
  openMicrophone(): Promise<MediaStream>;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which is shown at the next rendering. */
  choose(choosing: Choosing): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
  /** In the language of the moment. */
  texts(): Texts;
  /** Connects to the phone service anew. */
  reconnect(): void;
  /** Resolves once this holds, or after 10 s. */
  until(holds: (state: SoftphoneState) => boolean): Promise<void>;
  /** Tells the server that this rep hangs up; resolves after a moment in any case. */
  tellHangUp(callId: string): Promise<void>;
  /** Sends a message to the Salesforce page around this one. */
  tellPage: Frame['post'];
  /** Mutes the microphone at a click that leads to this silent mode, or out of the call. */
  silence(interventionId: string, mode?: Mode): void;
}

/** What the buttons and keys of the softphone do: on the phone, or by asking the server. */
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
    choose,
    render,
    silence,
    texts,
    reconnect,
    until,
    tellHangUp,
    tellPage,
  } = deps;
  const intervention = (): string | undefined => ownIntervention(state())?.interventionId;

  /** A rep's hanging up is told to the server first: a rep who only vanishes is waited for. */
  const hangUp = (): void => {
    const { call: line } = state();
    const callId = isConnected(line) && !line.interventionId ? line.callId : undefined;
    phone()?.hangUp(callId === undefined ? undefined : tellHangUp(callId));
  };

  const findColleagues = (search: string, from: number): Promise<FoundColleagues> =>
    server.ask(
      'GET',
      `/api/colleagues?${new URLSearchParams({ search, from: String(from) }).toString()}`,
    );
  /** The call that this softphone is in, also before the live view has it. */
  const ownCallId = (): string | undefined => {
    const { call: line } = state();
    return (isEngaged(line) ? line.callId : undefined) ?? currentCall(state())?.callId;
  };
  const ownCall = (more: string): string => `/api/calls/${ownCallId()}/${more}`;

  return {
    ...createListActions(deps),
    ...createPracticeActions(deps),
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
        // Refused where the customer would have nobody: only then does the microphone stay on.
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
    joinByPhone: () =>
      attempt(async () => {
        const call = currentCall(state());
        const interventionId = intervention();
        if (!call || !interventionId) return;
        silence(interventionId);
        await server.ask('POST', `/api/interventions/${interventionId}/leave`, {});
        // The server takes the next join once it knows that this one has ended.
        await until(({ call: line, calls }) => !isEngaged(line) && !isOn(calls, interventionId));
        await server.ask('POST', `/api/calls/${call.callId}/interventions`, {
          ...newRequest(),
          device: 'phone',
        });
      }),
    returnTo: (left) =>
      attempt(async () => {
        // Rung back meanwhile: answering is the way back.
        const ring = state().rings.find(({ callId }) => callId === left.callId);
        if (ring) return phone()?.answer(ring.lineId);
        // The customer is on the call: whatever fails here, it goes on.
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
      }),
    forgetLeft: () => dispatch({ type: 'left' }),
    chooseColleague: () =>
      attempt(async () => {
        const callId = ownCallId();
        const [found, targets] = await Promise.all([
          findColleagues('', 0),
          server.ask<Pick<TransferChoice, 'managers' | 'groups'>>('GET', '/api/transfer-targets'),
        ]);
        // By now it may be another customer's call.
        if (ownCallId() !== callId) return;
        choose({ ...targets, found });
        render('#colleague');
      }),
    findColleagues,
    stopChoosing: () => {
      choose({});
      render();
    },
    transfer: (to, way, holdCustomer) =>
      attempt(async () => {
        choose({});
        const isAtOnce = way === 'at_once';
        // Outside numbers are never reps, so a call is left to them instead of handed over.
        const isGuest = 'toNumber' in to || way === 'together';
        await server.ask('POST', ownCall(isGuest ? 'guests' : 'transfer'), {
          ...newRequest(),
          ...to,
          holdCustomer,
          ...(isGuest ? { leave: isAtOnce } : { complete: isAtOnce }),
        });
      }),
    handOver: () => attempt(() => server.ask('POST', ownCall('transfer/complete'))),
    takeBack: () => attempt(() => server.ask('POST', ownCall('transfer/cancel'))),
    removeGuest: (guestId) => attempt(() => server.ask('DELETE', ownCall(`guests/${guestId}`))),
    leaveToGuest: (guestId) =>
      attempt(() => server.ask('POST', ownCall(`guests/${guestId}/leave`))),
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
        // The loss of the other window was noticed meanwhile: answering is the way back.
        const ring = state().rings.find((one) => callId !== undefined && one.callId === callId);
        if (to === 'softphone' && ring) return phone()?.answer(ring.lineId);
        const path = interventionId ? `interventions/${interventionId}` : `calls/${callId}`;
        const { connect: how } = await server.ask<{ connect: Connect }>(
          'POST',
          `/api/${path}/device`,
          { device: to },
        );
        // The other device has the call: whatever fails here, it goes on.
        if (how.params) await connect(how.params, { callId, interventionId }, { isNew: false });
        else {
          dispatch({ type: 'changing-device', to });
          // It has not been answered by then.
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
    dismissProblem: () => dispatch({ type: 'problem' }),
  };
}

const ringOf = ({ rings }: SoftphoneState, lineId: string): Ring | undefined =>
  rings.find((ring) => ring.lineId === lineId);

const isOn = (calls: readonly CallView[], interventionId: string): boolean =>
  calls.some(({ interventions }) =>
    interventions.some((one) => one.interventionId === interventionId && one.status !== 'ended'),
  );

/** A little longer than a phone rings. */
const RINGS_FOR_MS = 45_000;

const newRequest = () => ({ requestId: crypto.randomUUID() });

const withoutBlanks = (more: object): object =>
  Object.fromEntries(
    Object.entries(more).filter(([, value]) => value !== '' && value !== undefined),
  );
