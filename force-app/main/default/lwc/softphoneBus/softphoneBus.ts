/** What other components on the page ask of the softphone in the utility bar. */
export type SoftphoneRequest =
  | { type: 'join'; interventionId: string; callId: string; params: Record<string, string> }
  | { type: 'dial'; callId: string; params: Record<string, string> }
  | { type: 'hangup' };

type Listener = (request: SoftphoneRequest) => void;

let softphone: Listener | undefined;

/** The softphone takes requests from now on; answers how to stop. The page has one softphone: the last one counts. */
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
