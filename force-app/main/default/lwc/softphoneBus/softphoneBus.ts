import type { Mode, Problem } from 'c/callModel';

/** Somebody to call; the numbers as they are written in the record. */
export interface ListEntry {
  recordId: string;
  name: string;
  detail?: string;
  numbers: readonly string[];
}

/** What other components on the page ask of the softphone in the utility bar. */
export type SoftphoneRequest =
  | {
      type: 'join';
      interventionId: string;
      callId: string;
      params: Record<string, string>;
      /** Keeps the intervention alive, silences and ends it, also without a session. */
      key?: string;
    }
  | { type: 'dial'; callId: string; params: Record<string, string> }
  /** People to call one after the other; those who wait already are not added twice. */
  | { type: 'call-list'; entries: readonly ListEntry[] }
  | { type: 'hangup' }
  /** The person clicked to fall silent: a silent mode, or leaving where there is none. */
  | { type: 'silence'; interventionId: string; mode?: Mode }
  /** The person clicked to be heard, and what the server answered to it. */
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
 * The softphone takes requests from now on; answers how to stop. The page has one softphone: the
 * last one counts.
 */
export function answerRequests(listener: Listener): () => void {
  setSoftphone(listener);
  return () => {
    if (softphone === listener) setSoftphone(undefined);
  };
}

/** Whether a softphone is there to take a request. */
export const softphoneIsThere = (): boolean => softphone !== undefined;

/** Tells now and at each change whether a softphone is there; answers how to stop. */
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
 * The softphone says why nobody can be heard through it; nothing when all is well or not known yet.
 */
export function reportMicrophone(problem: Problem | undefined): void {
  microphoneProblem = problem;
  tellMicrophone();
}

/**
 * Tells now and at each change why the person cannot be heard, for want of a microphone or of a
 * network that is fit to talk over; answers how to stop.
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

/** The softphone says whether it has turned off a supervisor's microphone. */
export function reportVoice(isOff: boolean): void {
  isVoiceOff = isOff;
  for (const listener of voiceListeners) listener(isOff);
}

/** Tells now and at each change whether the softphone has turned off this supervisor's microphone. */
export function followVoice(listener: VoiceListener): () => void {
  voiceListeners.add(listener);
  listener(isVoiceOff);
  return () => {
    voiceListeners.delete(listener);
  };
}

/** The softphone says why the network is not fit to talk over; nothing when it is, or is not known. */
export function reportConnection(problem: Problem | undefined): void {
  connectionProblem = problem;
  tellMicrophone();
}

/** Why the network of the last call was not fit to talk over. */
export const poorConnection = (): Problem | undefined => connectionProblem;

let isTesting = false;
const onTested: (() => void)[] = [];

/** The softphone says whether it is testing its network. */
export function reportConnectionTest(isRunning: boolean): void {
  isTesting = isRunning;
  if (isRunning) return;
  for (const act of onTested.splice(0)) act();
}

/** Whether a test of the network is under way. */
export const connectionIsTested = (): boolean => isTesting;

/** Resolves when the test of the network is over, or after this time. */
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
 * The softphone has the controls of a supervised call from now on, and opens itself when somebody
 * asks for them; answers how to stop.
 */
export function dockCallBar(open: () => void): () => void {
  setCallBar(open);
  return () => {
    if (openBar === open) setCallBar(undefined);
  };
}

/** Tells now and at each change whether the softphone has the controls; answers how to stop. */
export function followCallBar(listener: BarListener): () => void {
  barListeners.add(listener);
  listener(openBar !== undefined);
  return () => {
    barListeners.delete(listener);
  };
}

/** Brings the controls into view. */
export const showCallBar = (): void => openBar?.();
