/** A request that changes a participant and waits at the gate. */
interface WaitingStep {
  readonly method: string;
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/**
 * Lets participant changes through one at a time, so that tests can measure the state between two
 * of them.
 */
export interface StepGate {
  /** Resolves when the request may be processed; immediately while the gate is open. */
  pass(step: WaitingStep): Promise<void>;
  /** While closed, changes wait; opening lets all of them through. */
  set(closed: boolean): void;
  /** Lets the first waiting change through. */
  next(): void;
  waiting(): readonly WaitingStep[];
}

const CHANGES_PARTICIPANT = /\/Participants\/[^/]+\.json$/;

/** An open gate. */
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
