import { showDurations, showLevel } from './callMeters.ts';
import { deviceCheck } from './deviceCheck.ts';
import { openPhone, type Phone, type SoftphoneToken } from './device.ts';
import { h } from './dom.ts';
import { openFrame, type FrameCommand } from './frame.ts';
import { microphoneOrSilence } from './microphone.ts';
import { redraw } from './redraw.ts';
import { createServer, Problem } from './server.ts';
import { createActions } from './personActions.ts';
import { createSessions } from './sessions.ts';
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
import type { Mode, Vocabulary } from './types.ts';
import { sections } from './panels/sections.ts';
import { request } from './panels/supervisionPanel.ts';
import type { Choosing } from './panels/actions.ts';

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

const sessions = createSessions({
  requestSession: () => frame.post({ type: 'session-needed' }),
  onFirst: () => void start(),
});
const server = createServer(sessions.get, texts);
const frame = openFrame(parentOrigins, handleCommand);
const heartbeats = sendHeartbeats((interventionId) => server.askOwn(interventionId, 'presence'));

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

function render(focusOn?: string): void {
  const choose = (mode?: Choosing['mode']): void => {
    choosing = { mode };
    render('#reason');
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
  showDurations(root);
  if (focusOn) root.querySelector<HTMLElement>(focusOn)?.focus();
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

const intervention = (): string | undefined => ownIntervention(state)?.interventionId;

const actions = createActions({
  server,
  getSession: sessions.get,
  state: () => state,
  dispatch,
  phone: () => phone,
  connect,
  openMicrophone,
  attempt,
  choose: (next) => {
    choosing = next;
  },
  render,
});

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
        staleSince: command.staleSince,
        whileAway: command.whileAway,
      });
      return;
    case 'dial':
      return attempt(() => connect(command.params, { callId: command.callId }));
    case 'join':
      if (command.key) server.keep(command.interventionId, command.key);
      return attempt(() =>
        connect(command.params, { callId: command.callId, interventionId: command.interventionId }),
      );
    case 'hangup':
      phone?.hangUp();
  }
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
  showLevel(root, input);
  const joined = state.call.status === 'open' ? state.call.interventionId : undefined;
  if (!joined || output === 0 || heardInterventionId === joined) return;
  heardInterventionId = joined;
  server.ask('POST', `/api/interventions/${joined}/heard`, {}).catch(() => undefined);
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
setInterval(() => showDurations(root), 1000);
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
