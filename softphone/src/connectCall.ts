import type { ActionDeps } from './actionDeps.ts';
import { OnACallError, type Phone } from './device.ts';
import type { LineSubject } from './line.ts';
import { Problem, type Server } from './server.ts';
import type { Texts } from './strings.ts';

/**
 * Connects to a call. If a new call cannot be connected, the server is asked to give it up. Rejects
 * with Problem.
 */
export function createConnect({
  phone,
  server,
  texts,
}: {
  /** Undefined until the softphone is connected. */
  phone(): Phone | undefined;
  server: Pick<Server, 'ask'>;
  texts(): Texts;
}): ActionDeps['connect'] {
  return async (
    params: Record<string, string>,
    subject: LineSubject,
    { isNew } = { isNew: true },
  ): Promise<void> => {
    const connected = phone();
    if (!connected) throw new Problem(texts().notConnected, texts().waitAndRetry);
    try {
      await connected.connect(params, subject);
    } catch (fault) {
      const path = subject.interventionId
        ? `/api/interventions/${subject.interventionId}/leave`
        : `/api/calls/${subject.callId}/hangup`;
      if (isNew) void server.ask('POST', path, {}).catch(() => undefined);
      if (fault instanceof OnACallError)
        throw new Problem(texts().onAnotherCall, texts().onAnotherCallHint);
      throw new Problem(texts().callNotConnected, texts().checkNetwork);
    }
  };
}
