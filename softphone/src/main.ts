import { keptList } from './callList.ts';
import { showDurations } from './callMeters.ts';
import { BROWSER_CLOCK } from './clock.ts';
import { createConnect } from './connectCall.ts';
import { openPhone, type Phone } from './device.ts';
import { deviceCheck } from './deviceCheck.ts';
import { h } from './dom.ts';
import { createFallSilent } from './fallSilent.ts';
import { openFrame, type FrameCommand } from './frame.ts';
import { followGuidance } from './guidance.ts';
import { announceHangUp } from './hangUp.ts';
import { sendHeartbeats } from './heartbeat.ts';
import { followKeys } from './keys.ts';
import { rememberLeft } from './leftCall.ts';
import { followLevels } from './levels.ts';
import { isEngaged, supervisedLine } from './line.ts';
import { followMessages } from './messages.ts';
import { followDevices, followPermission, microphoneOrSilence } from './microphone.ts';
import { openMicrophoneAgain } from './microphoneAgain.ts';
import { isSilent } from './modes.ts';
import { createNetworkTest } from './networkTest.ts';
import { watchOwnPath } from './ownPath.ts';
import { reportToPage } from './pageReport.ts';
import type { ChoiceParts } from './panels/actions.ts';
import { choosingAfter } from './panels/choosing.ts';
import { sections } from './panels/sections.ts';
import { request } from './panels/supervisionPanel.ts';
import { createActions } from './personActions.ts';
import { isPracticing } from './practice.ts';
import { redraw } from './redraw.ts';
import { clickRedrawnButtons } from './redrawnButtons.ts';
import { followRep } from './repReports.ts';
import { followReturns } from './returns.ts';
import { ringsInVain } from './ringsInVain.ts';
import { createServer, shownProblem } from './server.ts';
import { createSessions } from './sessions.ts';
import { speakRings } from './speakRings.ts';
import {
  currentCall,
  INITIAL,
  isMicrophoneOff,
  ownIntervention,
  reduce,
  type SoftphoneEvent,
  type SoftphoneState,
} from './state.ts';
import { languageOf, TEXTS, type Language, type Texts } from './strings.ts';
import type { SoftphoneToken } from './tokens.ts';
import { createTwilioDevice, startTestCall } from './twilioDevice.ts';
import type { Mode } from './types.ts';
import { createVocabularyCache } from './vocabulary.ts';
import { createWaiting } from './waiting.ts';
import { whyNotHeard } from './whyNotHeard.ts';

const { parentOrigins } = JSON.parse(document.querySelector('#config')!.textContent) as {
  parentOrigins: string[];
};
const root = document.querySelector<HTMLElement>('#softphone')!;

/** Until the person is known, the language is the browser's. */
let state: SoftphoneState = { ...INITIAL, language: languageOf(navigator.language) };
let choosing: ChoiceParts = {};
let phone: Phone | undefined;
const shown = new Map<string, { key: string; place: HTMLElement }>();
const texts = (): Texts => TEXTS[state.language];
const speak = speakRings(root);

const sessions = createSessions({
  requestSession: () => frame.post({ type: 'session-needed' }),
  onFirst: () => void start(),
});
const server = createServer(sessions, texts);
const frame = openFrame(parentOrigins, handleCommand);
const leftCall = rememberLeft({
  window,
  storage: window.sessionStorage,
  now: () => Date.now(),
});
const heartbeats = sendHeartbeats({
  send: (interventionId) =>
    server.askOwn(interventionId, 'presence', { quietMs: guidance.quietMs() }),
  onSilence: (isSilent) => dispatch({ type: 'server', isSilent }),
  clock: BROWSER_CLOCK,
});

const networkTest = createNetworkTest({
  start: startTestCall,
  getToken: () => server.ask<SoftphoneToken>('POST', '/api/softphone/token', { forTest: true }),
  onRunning: (isRunning) => dispatch({ type: 'network-test', isRunning }),
  // A call's own measurements take precedence over an earlier test.
  onVerdict: (connection) => isEngaged(state.call) || dispatch({ type: 'connection', connection }),
  clock: BROWSER_CLOCK,
  storage: window.sessionStorage,
});

const current = { state: () => state, phone: () => phone };
const guidance = followGuidance({ ...current, dispatch, clock: BROWSER_CLOCK });
const waiting = createWaiting({ ...current, clock: BROWSER_CLOCK });
const vocabulary = createVocabularyCache({ server, onRenewed: () => render() });
const messages = followMessages({
  server,
  onKnown: (known) => dispatch({ type: 'messages', messages: known }),
});
const microphoneAgain = openMicrophoneAgain({
  ...current,
  open: () => actions.checkMicrophone(),
  clock: BROWSER_CLOCK,
});
const path = watchOwnPath({ ...current, server });
const connect = createConnect({ ...current, server, texts });
const rep = followRep({ server, page: window, clock: BROWSER_CLOCK, dispatch });
const silence = createFallSilent({ ...current, dispatch, clock: BROWSER_CLOCK });

function dispatch(event: SoftphoneEvent): void {
  const before = state;
  state = reduce(state, event);
  // A line that has just opened must be muted if the person clicked so before.
  if (isMicrophoneOff(before) !== isMicrophoneOff(state) || isNewlyOpen(before))
    phone?.mute(isMicrophoneOff(state));
  choosing = choosingAfter(choosing, before.call, state.call);
  for (const lineId of ringsInVain(state)) phone?.decline(lineId);
  if (before.call !== state.call) heartbeats.follow(supervisedLine(state.call));
  rep(state);
  path.follow(before);
  messages(state);
  if (state.isTestingNetwork && isEngaged(state.call)) networkTest.stop();
  reportToPage(frame, before, state);
  leftCall.follow(state);
  // The server may learn later than this phone that a practice call has ended.
  const hasPracticed = isPracticing(before.calls) && !isPracticing(state.calls);
  if (hasPracticed || (before.call.status !== 'idle' && state.call.status === 'idle'))
    loadPractice();
  if (before.list !== state.list) keptList.write(state.list);
  render();
  waiting.look();
  microphoneAgain.look();
}

const isNewlyOpen = ({ call: before }: SoftphoneState): boolean =>
  state.call.status === 'open' && before.status !== 'open' && isMicrophoneOff(state);

function render(focusOn?: string): void {
  const choose = (mode?: ChoiceParts['mode']): void => {
    choosing = { mode };
    render('#reason');
  };
  for (const [name, { shows, make }] of Object.entries(
    sections(state, { choosing, choose, words: vocabulary.current(), actions }),
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
  speak(state, texts());
  showDurations(root);
  if (focusOn) root.querySelector<HTMLElement>(focusOn)?.focus();
}

const attempt = (act: () => Promise<unknown>): void =>
  void act().catch((problem: unknown) => {
    dispatch({ type: 'problem', problem: shownProblem(problem, texts()) });
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

const intervention = (): string | undefined => ownIntervention(state)?.interventionId;

const actions = createActions({
  server,
  getSession: sessions.get,
  ...current,
  dispatch,
  connect,
  openMicrophone,
  attempt,
  choose: (next) => {
    choosing = next;
  },
  render,
  silence,
  texts,
  reconnect,
  until: waiting.until,
  tellPage: frame.post,
  tellHangUp: (callId) => announceHangUp({ server, clock: BROWSER_CLOCK }, callId),
});

function loadPractice(): void {
  if (state.me?.takesCalls) actions.loadPractice();
}

/** Reconnects to the phone service, or connects for the first time. */
function reconnect(): void {
  if (phone) phone.retry();
  else void start();
}

function handleCommand(command: FrameCommand): void {
  switch (command.type) {
    case 'session':
      sessions.arrived(command);
      return;
    case 'session-refused':
      return sessions.refused(command.problem);
    case 'feed':
      dispatch({
        type: 'snapshot',
        feed: command.status === 'refused' ? 'lost' : command.status,
        calls: command.calls,
        notices: command.notices,
        asOf: command.asOf,
        grantsUntil: command.grantsUntil,
        staleSince: command.staleSince,
        whileAway: command.whileAway,
        hasCallBar: command.hasCallBar,
        timeZone: command.timeZone,
        locale: command.locale,
      });
      if (command.policyVersion !== undefined) void vocabulary.renew(command.policyVersion);
      return;
    case 'look':
      document.documentElement.dataset.look = command.isDark ? 'dark' : 'light';
      return;
    case 'dial':
      return attempt(() => connect(command.params, { callId: command.callId }));
    case 'join':
      if (command.key) server.rememberKey(command.interventionId, command.key);
      return attempt(() =>
        connect(command.params, { callId: command.callId, interventionId: command.interventionId }),
      );
    case 'silence':
      return silence(command.interventionId, command.mode);
    case 'voice-asked':
    case 'voice-answered':
      return dispatch(command);
    case 'retry':
      return reconnect();
    case 'call-list':
      return dispatch({ type: 'list-given', entries: command.entries });
    case 'hangup':
      actions.hangUp();
  }
}

let starting: Promise<void> | undefined;

/** Starts once. If starting fails, retries until it succeeds. */
function start(): Promise<void> {
  starting ??= startOnce().finally(() => (starting = undefined));
  return starting;
}

const START_AGAIN_MS = 10_000;

async function startOnce(): Promise<void> {
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
    dispatch({ type: 'left', left: leftCall.left() });
    const list = keptList.read();
    if (list) dispatch({ type: 'list-kept', list });
    phone ??= await openPhone({
      createDevice: createTwilioDevice((microphone) =>
        dispatch({ type: 'microphone', microphone }),
      ),
      getToken: () => server.ask<SoftphoneToken>('POST', '/api/softphone/token'),
      dispatch,
      onLevels: followLevels({ ...current, root, guidance, server }),
      onSample: (sample) => path.sampled(sample),
      clock: BROWSER_CLOCK,
      texts,
    });
    dispatch({ type: 'reach', reach: await server.ask('GET', '/api/me/reach') });
    loadPractice();
    await vocabulary.load();
    if (modes.length > 0 && !isEngaged(state.call)) networkTest.run();
  } catch (problem) {
    if (!phone) {
      const { message: what, hint } = shownProblem(problem, texts());
      const message = [what, hint].filter(Boolean).join(' ');
      dispatch({ type: 'device', device: { status: 'failed', message } });
    }
    BROWSER_CLOCK.after(START_AGAIN_MS, () => !vocabulary.current() && void start());
  }
}

/** Recreated only if the language changes. */
let check: HTMLElement | undefined;

function useLanguage(language: Language): void {
  dispatch({ type: 'language', language });
  document.documentElement.lang = language;
  document.title = texts().title;
  const made = deviceCheck(
    { openMicrophone, chooseMicrophone, microphone: () => state.microphone },
    texts(),
  );
  if (check) check.replaceWith(made);
  else root.append(made);
  check = made;
}

followKeys({
  pass: (key) => {
    if (!state.hasCallBar) return false;
    frame.post({ type: 'key', key });
    return true;
  },
  mode: (mode) => {
    const own = ownIntervention(state);
    const allowed = currentCall(state)?.you.modes.find((one) => one.mode === mode)?.allowed;
    if (!own?.mode || !allowed) return;
    const why = isSilent(mode)
      ? undefined
      : whyNotHeard(state.microphone, state.connection, texts());
    if (why) return dispatch({ type: 'problem', problem: { message: why, isAboutVoice: true } });
    request(mode, own, {
      choose: (chosen) => {
        choosing = { mode: chosen };
        render();
      },
      actions,
    });
  },
  leave: () => intervention() && actions.leave(),
});
/** Called after a change of network, which may be better or worse for calls. */
function useOtherNetwork(): void {
  if (isEngaged(state.call)) return;
  dispatch({ type: 'connection', connection: { status: 'unknown' } });
  if (phone && navigator.onLine && (state.me?.modes.length ?? 0) > 0) networkTest.runAgain();
}

setInterval(() => {
  showDurations(root);
  guidance.look();
}, 1000);
window.addEventListener('online', () => {
  phone?.retry();
  useOtherNetwork();
});
(navigator as { connection?: EventTarget }).connection?.addEventListener('change', useOtherNetwork);
clickRedrawnButtons(root, () => (isEngaged(state.call) ? state.call.lineId : undefined));
followReturns({ window, document }, () => phone?.wake());
void followPermission((isAllowed) => {
  if (isAllowed && state.microphone === 'denied') actions.checkMicrophone();
  else if (!isAllowed) dispatch({ type: 'microphone', microphone: 'denied' });
});
followDevices(() => state.microphone === 'missing' && actions.checkMicrophone());
new ResizeObserver(() =>
  frame.post({ type: 'height', px: Math.ceil(root.getBoundingClientRect().height) }),
).observe(root);

if (window.parent === window)
  root.append(h('p', { class: 'phone-idle' }, texts().openFromSalesforce));
else {
  useLanguage(state.language);
  frame.post({ type: 'ready' });
}
