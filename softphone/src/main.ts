import { deviceCheck } from './deviceCheck.ts';
import { openPhone, type Phone, type SoftphoneToken } from './device.ts';
import { h } from './dom.ts';
import { openFrame, type FrameCommand } from './frame.ts';
import { microphoneOrSilence } from './microphone.ts';
import { redraw } from './redraw.ts';
import { createServer, Problem } from './server.ts';
import { followKeys } from './keys.ts';
import { sendHeartbeats } from './heartbeat.ts';
import {
  currentCall,
  INITIAL,
  isEngaged,
  ownIntervention,
  reduce,
  type SoftphoneEvent,
  type SoftphoneState,
} from './state.ts';
import { isSilent } from './modes.ts';
import { languageOf, TEXTS, type Language, type Texts } from './strings.ts';
import type { Colleague } from './transferPanel.ts';
import type { CallView, Mode, Session, Vocabulary } from './types.ts';
import { request, sections, type Actions, type Choosing } from './view.ts';

const { parentOrigins } = JSON.parse(document.querySelector('#config')!.textContent) as {
  parentOrigins: string[];
};
const root = document.querySelector<HTMLElement>('#softphone')!;

/** Before the person is known: the language of the browser. */
let state: SoftphoneState = { ...INITIAL, language: languageOf(navigator.language) };
let choosing: Choosing = {};
let vocabulary: Vocabulary | undefined;
let phone: Phone | undefined;
const shown = new Map<string, { key: string; place: HTMLElement }>();
const texts = (): Texts => TEXTS[state.language];

const sessions = sessionSource();
const server = createServer(sessions.get, texts);
const frame = openFrame(parentOrigins, handleCommand);
const heartbeats = sendHeartbeats((interventionId) =>
  server.ask('POST', `/api/interventions/${interventionId}/presence`),
);

function dispatch(event: SoftphoneEvent): void {
  const before = state;
  state = reduce(state, event);
  if (before.device !== state.device)
    frame.post({
      type: 'device',
      status: state.device.status,
      message: state.device.status === 'failed' ? state.device.message : undefined,
    });
  if (before.microphone !== state.microphone)
    frame.post({ type: 'microphone', available: state.microphone === 'ready' });
  if (before.call !== state.call) {
    const line = state.call;
    heartbeats.follow(line.status === 'open' ? line.interventionId : undefined);
    const engaged = isEngaged(line)
      ? { callId: line.callId, interventionId: line.interventionId }
      : {};
    frame.post({
      type: 'call',
      status:
        line.status === 'idle' ? 'ended' : line.status === 'incoming' ? 'ringing' : line.status,
      direction: line.status === 'incoming' ? 'inbound' : 'outbound',
      ...engaged,
    });
  }
  render();
}

function render(): void {
  const choose = (mode?: Choosing['mode']): void => {
    choosing = { mode };
    render();
    root.querySelector<HTMLElement>('#reason')?.focus();
  };
  for (const [name, { shows, make }] of Object.entries(
    sections(state, choosing, choose, vocabulary, actions),
  )) {
    const key = JSON.stringify([state.language, shows]);
    const section = shown.get(name);
    if (section?.key === key) continue;
    const place =
      section?.place ??
      root.appendChild(h('div', { class: `phone-section phone-section_${name}` }));
    redraw(place, make());
    shown.set(name, { key, place });
  }
  tick();
}

const attempt = (act: () => Promise<unknown>): void =>
  void act().catch((problem: unknown) => {
    const known =
      problem instanceof Problem
        ? { message: problem.message, hint: problem.hint }
        : { message: texts().failed, hint: (problem as Error).message };
    dispatch({ type: 'problem', problem: known });
  });

let chosenMicrophone: string | undefined;

const openMicrophone = (): Promise<MediaStream> =>
  microphoneOrSilence((microphone) => dispatch({ type: 'microphone', microphone }))({
    audio: chosenMicrophone ? { deviceId: { exact: chosenMicrophone } } : true,
  });

async function chooseMicrophone(deviceId: string): Promise<void> {
  chosenMicrophone = deviceId;
  await phone?.chooseMicrophone(deviceId);
}

const newRequest = () => ({ requestId: crypto.randomUUID() });

async function connect(
  params: Record<string, string>,
  call: { callId?: string; interventionId?: string },
): Promise<void> {
  if (!phone) throw new Problem(texts().notConnected, texts().waitAndRetry);
  dispatch({ type: 'call-connecting', ...call, at: new Date().toISOString() });
  await phone.connect(params).catch((error: Error) => {
    dispatch({ type: 'call-ended' });
    throw new Problem(texts().callNotConnected, error.message);
  });
}

const findColleagues = async (search: string): Promise<Colleague[]> =>
  (
    await server.ask<{ colleagues: Colleague[] }>(
      'GET',
      `/api/colleagues?${new URLSearchParams({ search }).toString()}`,
    )
  ).colleagues;

const intervention = (): string | undefined => ownIntervention(state)?.interventionId;

const actions: Actions = {
  dial: (number) =>
    attempt(async () => {
      const { call, connect: how } = await server.ask<{
        call: CallView;
        connect: { params: Record<string, string> };
      }>('POST', '/api/calls', { ...newRequest(), to: number });
      await connect(how.params, { callId: call.callId });
    }),
  answer: () => {
    const line = state.call;
    if (line.status !== 'incoming') return;
    dispatch({ type: 'call-connecting', callId: line.callId, at: new Date().toISOString() });
    phone?.answer();
  },
  decline: () => phone?.decline(),
  hangUp: () => phone?.hangUp(),
  mute: (muted) => phone?.mute(muted),
  hold: (onHold) =>
    attempt(() => server.ask('POST', `/api/calls/${currentCall(state)?.callId}/hold`, { onHold })),
  press: (digit) => phone?.press(digit),
  switchTo: (mode, more = {}) =>
    attempt(async () => {
      const clickedAt = performance.now();
      await sessions.get();
      const sinceClickMs = Math.round(performance.now() - clickedAt);
      await server.ask('POST', `/api/interventions/${intervention()}/mode`, {
        ...newRequest(),
        mode,
        sinceClickMs,
        ...withoutBlanks(more),
      });
    }),
  leave: () =>
    attempt(async () => {
      const id = intervention();
      if (id) await server.ask('POST', `/api/interventions/${id}/leave`, {});
      else phone?.hangUp();
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
      choosing = { colleagues: await findColleagues('') };
      render();
      root.querySelector<HTMLElement>('#colleague')?.focus();
    }),
  findColleagues,
  stopChoosing: () => {
    choosing = {};
    render();
  },
  transfer: (toUserId, when) =>
    attempt(async () => {
      choosing = {};
      await server.ask('POST', `/api/calls/${currentCall(state)?.callId}/transfer`, {
        ...newRequest(),
        toUserId,
        complete: when === 'at_once',
      });
    }),
  handOver: () =>
    attempt(() => server.ask('POST', `/api/calls/${currentCall(state)?.callId}/transfer/complete`)),
  takeBack: () =>
    attempt(() => server.ask('POST', `/api/calls/${currentCall(state)?.callId}/transfer/cancel`)),
  dismissProblem: () => dispatch({ type: 'problem' }),
};

const withoutBlanks = (more: object): object =>
  Object.fromEntries(
    Object.entries(more).filter(([, value]) => value !== '' && value !== undefined),
  );

function handleCommand(command: FrameCommand): void {
  switch (command.type) {
    case 'session':
      sessions.arrived(command);
      return;
    case 'feed':
      dispatch({
        type: 'snapshot',
        feed: command.status === 'refused' ? 'lost' : command.status,
        calls: command.calls,
        notices: command.notices,
      });
      return;
    case 'dial':
      return attempt(() => connect(command.params, { callId: command.callId }));
    case 'join':
      return attempt(() =>
        connect(command.params, { callId: command.callId, interventionId: command.interventionId }),
      );
    case 'hangup':
      phone?.hangUp();
  }
}

/** Has the session of the Salesforce page, and requests another when it is about to expire. */
function sessionSource() {
  let current: Session | undefined;
  let waiting: ((session: Session) => void)[] = [];
  const isFresh = (session: Session): boolean =>
    Date.parse(session.expiresAt) - Date.now() > 30_000;
  return {
    arrived(session: Session): void {
      const first = current === undefined;
      current = session;
      for (const resolve of waiting) resolve(session);
      waiting = [];
      if (first) void start();
    },
    get(): Promise<Session> {
      if (current && isFresh(current)) return Promise.resolve(current);
      frame.post({ type: 'session-needed' });
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}

async function start(): Promise<void> {
  dispatch({ type: 'session-arrived' });
  try {
    const { user, modes, language } = await server.ask<{
      user: { userId: string; roles: string[] };
      modes: Mode[];
      language: string;
    }>('GET', '/api/me');
    useLanguage(languageOf(language));
    dispatch({
      type: 'me-known',
      me: { userId: user.userId, modes, takesCalls: user.roles.includes('rep') },
    });
    phone = await openPhone({
      getToken: () => server.ask<SoftphoneToken>('POST', '/api/softphone/token'),
      dispatch,
      onLevels,
      texts,
    });
    vocabulary = await server.ask<Vocabulary>('GET', '/api/vocabulary');
  } catch (problem) {
    dispatch({ type: 'device', device: { status: 'failed', message: (problem as Error).message } });
  }
}

/** Made anew only in another language. */
let check: HTMLElement | undefined;

function useLanguage(language: Language): void {
  dispatch({ type: 'language', language });
  document.documentElement.lang = language;
  document.title = texts().title;
  const made = deviceCheck({ openMicrophone, chooseMicrophone }, texts());
  if (check) check.replaceWith(made);
  else root.append(made);
  check = made;
}

let heardInterventionId: string | undefined;

/**
 * Shows the microphone's level, and reports the first sound of a joined call to the server once.
 */
function onLevels(input: number, output: number): void {
  showLevel(input);
  const joined = state.call.status === 'open' ? state.call.interventionId : undefined;
  if (!joined || output === 0 || heardInterventionId === joined) return;
  heardInterventionId = joined;
  server.ask('POST', `/api/interventions/${joined}/heard`, {}).catch(() => undefined);
}

function showLevel(input: number): void {
  root
    .querySelector<HTMLElement>('.phone-meter-bar')
    ?.style.setProperty('width', `${Math.min(100, Math.round(input * 140))}%`);
}

function tick(): void {
  for (const timer of root.querySelectorAll<HTMLElement>('[data-since]')) {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since!)) / 1000));
    timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
}

followKeys({
  mode: (mode) => {
    const own = ownIntervention(state);
    const allowed = currentCall(state)?.you.modes.find((one) => one.mode === mode)?.allowed;
    const hasVoice = isSilent(mode) || state.microphone !== 'missing';
    if (own?.mode && allowed && hasVoice)
      request(
        mode,
        own,
        (chosen) => {
          choosing = { mode: chosen };
          render();
        },
        actions,
      );
  },
  leave: () => intervention() && actions.leave(),
});
setInterval(tick, 1000);
window.addEventListener('pagehide', () => phone?.close());
new ResizeObserver(() =>
  frame.post({ type: 'height', px: Math.ceil(root.getBoundingClientRect().height) }),
).observe(root);

if (window.parent === window)
  root.append(h('p', { class: 'phone-idle' }, texts().openFromSalesforce));
else {
  useLanguage(state.language);
  frame.post({ type: 'ready' });
}
