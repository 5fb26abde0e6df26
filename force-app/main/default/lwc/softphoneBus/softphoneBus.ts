import type { Mode, Problem } from 'c/callModel';

/** A person to call, with numbers as written in the record. */
export interface ListEntry {
  recordId: string;
  name: string;
  detail?: string;
  numbers: readonly string[];
}

/** Requests of other components on the page to the softphone in the utility bar. */
export type SoftphoneRequest =
  | {
      type: 'join';
      interventionId: string;
      callId: string;
      params: Record<string, string>;
      /** With this key the intervention can be kept alive, silenced and ended without a session. */
      key?: string;
    }
  | { type: 'dial'; callId: string; params: Record<string, string> }
  /** People to call one after another. Those who are already waiting are not added again. */
  | { type: 'call-list'; entries: readonly ListEntry[] }
  | { type: 'hangup' }
  /** The person clicked to fall silent: to a silent mode, or without a mode to leave. */
  | { type: 'silence'; interventionId: string; mode?: Mode }
  /** The person clicked to be heard, or the server answered that request. */
  | { type: 'voice-asked'; interventionId: string; requestId: string; mode: Mode }
  | { type: 'voice-answered'; interventionId: string; requestId: string; accepted: boolean };

type Listener = (request: SoftphoneRequest) => void;

let softphone: Listener | undefined;

const presenceListeners = new Set<(isThere: boolean) => void>();

function setSoftphone(listener: Listener | undefined): void {
  softphone = listener;
  for (const tell of presenceListeners) tell(softphoneIsThere());
}

/**
 * Registers the softphone that handles requests. A page has one; the latest is used. Returns how to
 * stop.
 */
export function answerRequests(listener: Listener): () => void {
  setSoftphone(listener);
  return () => {
    if (softphone === listener) setSoftphone(undefined);
  };
}

/** Whether there is a softphone to handle requests. */
export const softphoneIsThere = (): boolean => softphone !== undefined;

/**
 * Calls the listener now and at each change with whether there is a softphone. Returns how to stop.
 */
export function followSoftphone(listener: (isThere: boolean) => void): () => void {
  presenceListeners.add(listener);
  listener(softphoneIsThere());
  return () => {
    presenceListeners.delete(listener);
  };
}

export function askSoftphone(request: SoftphoneRequest): void {
  softphone?.(request);
}

type MicrophoneListener = (problem: Problem | undefined) => void;

const microphoneListeners = new Set<MicrophoneListener>();
let microphoneProblem: Problem | undefined;
let connectionProblem: Problem | undefined;

const whyNotHeard = (): Problem | undefined => microphoneProblem ?? connectionProblem;

function tellMicrophone(): void {
  for (const listener of microphoneListeners) listener(whyNotHeard());
}

/**
 * Called by the softphone with why nobody can be heard through it; undefined if there is no known
 * problem.
 */
export function reportMicrophone(problem: Problem | undefined): void {
  microphoneProblem = problem;
  tellMicrophone();
}

/**
 * Calls the listener now and at each change with why the person cannot be heard: no microphone, or
 * a network too poor to talk over. Returns how to stop.
 */
export function followMicrophone(listener: MicrophoneListener): () => void {
  microphoneListeners.add(listener);
  listener(whyNotHeard());
  return () => {
    microphoneListeners.delete(listener);
  };
}

type VoiceListener = (isOff: boolean) => void;

const voiceListeners = new Set<VoiceListener>();
let isVoiceOff = false;

/** Called by the softphone when it turns a supervisor's microphone off or on. */
export function reportVoice(isOff: boolean): void {
  isVoiceOff = isOff;
  for (const listener of voiceListeners) listener(isOff);
}

/**
 * Calls the listener now and at each change with whether the microphone is off. Returns how to
 * stop.
 */
export function followVoice(listener: VoiceListener): () => void {
  voiceListeners.add(listener);
  listener(isVoiceOff);
  return () => {
    voiceListeners.delete(listener);
  };
}

/**
 * Called by the softphone with why the network is too poor to talk over; undefined if it is not.
 */
export function reportConnection(problem: Problem | undefined): void {
  connectionProblem = problem;
  tellMicrophone();
}

/** Why the network was too poor to talk over in the last call or test. */
export const poorConnection = (): Problem | undefined => connectionProblem;

let isTesting = false;
const onTested: (() => void)[] = [];

/** Called by the softphone when a network test starts or ends. */
export function reportConnectionTest(isRunning: boolean): void {
  isTesting = isRunning;
  if (isRunning) return;
  for (const act of onTested.splice(0)) act();
}

/** Whether a network test is running. */
export const connectionIsTested = (): boolean => isTesting;

/** Resolves when the network test is over, or after this time. */
export const connectionTestOver = (withinMs: number): Promise<void> =>
  new Promise((resolve) => {
    if (!isTesting) return resolve();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared once the test is over
    const timer = setTimeout(resolve, withinMs);
    onTested.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });

type BarListener = (isDocked: boolean) => void;

const barListeners = new Set<BarListener>();
let openBar: (() => void) | undefined;

function setCallBar(open: (() => void) | undefined): void {
  openBar = open;
  for (const listener of barListeners) listener(open !== undefined);
}

/**
 * Registers the softphone as the place of the controls of a supervised call; `open` brings them
 * into view. Returns how to stop.
 */
export function dockCallBar(open: () => void): () => void {
  setCallBar(open);
  return () => {
    if (openBar === open) setCallBar(undefined);
  };
}

/**
 * Calls the listener now and at each change with whether the controls are docked. Returns how to
 * stop.
 */
export function followCallBar(listener: BarListener): () => void {
  barListeners.add(listener);
  listener(openBar !== undefined);
  return () => {
    barListeners.delete(listener);
  };
}

/** Brings the controls into view. */
export const showCallBar = (): void => openBar?.();
