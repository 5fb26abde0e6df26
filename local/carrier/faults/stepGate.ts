/** A request that changes a participant, as it stands before the gate. */
export interface WaitingStep { readonly method: string; readonly path: string; readonly form: Readonly<Record<string, string>> }

/** Lets requests that change participants through one by one, so that what is between two of them can be measured. */
export interface StepGate {
  /** Resolves when the request may be processed: at once while the gate is open. */
  pass(step: WaitingStep): Promise<void>;
  /** Closing keeps steps waiting; opening lets all of them through. */
  set(closed: boolean): void;
  /** Lets the first one through. */
  next(): void;
  waiting(): readonly WaitingStep[];
}

const CHANGES_PARTICIPANT = /\/Participants\/[^/]+\.json$/;

export function createStepGate(): StepGate {
  let isClosed = false;
  const waiting: (WaitingStep & { go(): void })[] = [];
  return {
    async pass(step) {
      if (!isClosed || step.method === 'GET' || !CHANGES_PARTICIPANT.test(step.path)) return;
      await new Promise<void>((resolve) => waiting.push({ ...step, go: resolve }));
    },
    set(closed) {
      isClosed = closed;
      if (!closed) for (const step of waiting.splice(0)) step.go();
    },
    next: () => waiting.shift()?.go(),
    waiting: () => waiting.map(({ method, path, form }) => ({ method, path, form })),
  };
}
