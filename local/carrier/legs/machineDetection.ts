import { methodOf } from '../rest/parameters.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import { isOver, type Leg } from './leg.ts';

interface DetectionDeps {
  readonly accountSid: string;
  readonly callbacks: Pick<Callbacks, 'send'>;
  /** Adds an entry to the debugger. */
  readonly logError: (leg: Leg, code: number, message: string) => void;
}

/** After this the far end counts as `unknown`. */
const TIMEOUT_SECONDS = 30;

/**
 * Detects who has answered a dialed participant's call, without delaying the call, and reports it
 * once.
 * https://www.twilio.com/docs/voice/answering-machine-detection
 */
export function detectMachine(
  { accountSid, callbacks, logError }: DetectionDeps,
  leg: Leg,
  form: URLSearchParams,
): void {
  const wanted = form.get('MachineDetection');
  if (!wanted) return;
  const url = form.get('AmdStatusCallback');
  if (!url) return logError(leg, 21262, 'No AMD status callback URL provided');
  leg.isDetected = true;
  const timeoutMs = Number(form.get('MachineDetectionTimeout') ?? TIMEOUT_SECONDS) * 1_000;
  const { answeredBy, afterMs } = leg.farEnd.detected ?? { answeredBy: 'human', afterMs: 2_000 };
  const isInTime = afterMs <= timeoutMs;
  // If only its start is asked for, a machine is reported as soon as it is recognized.
  const heard =
    wanted === 'Enable' && answeredBy.startsWith('machine_end') ? 'machine_start' : answeredBy;
  const report = (result: string): void => {
    clearTimeout(timer);
    leg.onEnd.delete(unheard);
    callbacks.send(
      url,
      {
        CallSid: leg.callSid,
        AccountSid: accountSid,
        AnsweredBy: result,
        MachineDetectionDuration: String(Math.min(afterMs, timeoutMs)),
      },
      methodOf(form, 'AmdStatusCallbackMethod'),
    );
  };
  const unheard = (): void => report('unknown');
  const timer = setTimeout(
    () => isOver(leg) || report(isInTime ? heard : 'unknown'),
    Math.min(afterMs, timeoutMs),
  );
  timer.unref();
  leg.onEnd.add(unheard);
}
