import type { Problem } from 'c/callModel';

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
  | { type: 'hangup' };

type Listener = (request: SoftphoneRequest) => void;

let softphone: Listener | undefined;

/**
 * The softphone takes requests from now on; answers how to stop. The page has one softphone: the
 * last one counts.
 */
export function answerRequests(listener: Listener): () => void {
  softphone = listener;
  return () => {
    if (softphone === listener) softphone = undefined;
  };
}

/** Whether a softphone is there to take a request. */
export const softphoneIsThere = (): boolean => softphone !== undefined;

export function askSoftphone(request: SoftphoneRequest): void {
  softphone?.(request);
}

type MicrophoneListener = (problem: Problem | undefined) => void;

const microphoneListeners = new Set<MicrophoneListener>();
let microphoneProblem: Problem | undefined;

/**
 * The softphone says why nobody can be heard through it; nothing when all is well or not known yet.
 */
export function reportMicrophone(problem: Problem | undefined): void {
  microphoneProblem = problem;
  for (const listener of microphoneListeners) listener(problem);
}

/** Tells now and at each change why the person cannot be heard; answers how to stop. */
export function followMicrophone(listener: MicrophoneListener): () => void {
  microphoneListeners.add(listener);
  listener(microphoneProblem);
  return () => {
    microphoneListeners.delete(listener);
  };
}
