import type { ActionDeps } from './actionDeps.ts';
import { isEngaged, type Ring } from './line.ts';
import { isSilent } from './modes.ts';
import { newRequest } from './newRequest.ts';
import type { Actions } from './panels/actions.ts';
import { Problem } from './server.ts';
import { ownIntervention, type SoftphoneState } from './state.ts';
import { fill } from './strings.ts';

const ringOf = ({ rings }: SoftphoneState, lineId: string): Ring | undefined =>
  rings.find((ring) => ring.lineId === lineId);

const withoutBlanks = (more: object): object =>
  Object.fromEntries(
    Object.entries(more).filter(([, value]) => value !== '' && value !== undefined),
  );

/** What a supervisor does on a call. */
export function createInterventionActions(
  deps: ActionDeps & { readonly hangUp: () => void },
): Pick<Actions, 'switchTo' | 'leave' | 'requestFloor' | 'leaveAndAnswer'> {
  const { server, getSession, state, dispatch, phone, attempt, silence, texts, until, hangUp } =
    deps;
  const intervention = (): string | undefined => ownIntervention(state())?.interventionId;

  return {
    switchTo: (mode, more = {}) =>
      attempt(async () => {
        const interventionId = intervention();
        if (!interventionId) return;
        const clickedAt = performance.now();
        const { requestId } = newRequest();
        if (isSilent(mode)) {
          silence(interventionId, mode);
          return server.askOwn(interventionId, 'mode', { requestId, mode });
        }
        dispatch({ type: 'voice-asked', interventionId, requestId, mode });
        const answered = (accepted: boolean): void =>
          dispatch({ type: 'voice-answered', interventionId, requestId, accepted });
        try {
          await getSession();
          const sinceClickMs = Math.round(performance.now() - clickedAt);
          await server.ask('POST', `/api/interventions/${interventionId}/mode`, {
            requestId,
            mode,
            sinceClickMs,
            ...withoutBlanks(more),
          });
          answered(true);
        } catch (fault) {
          answered(false);
          throw fault;
        }
      }),

    leave: () =>
      attempt(async () => {
        const id = intervention();
        if (!id) return hangUp();
        silence(id);
        await server.askOwn(id, 'leave', {});
      }),

    requestFloor: (isRequested) =>
      attempt(() =>
        server.ask(isRequested ? 'PUT' : 'DELETE', `/api/interventions/${intervention()}/floor`),
      ),

    leaveAndAnswer: (lineId) =>
      attempt(async () => {
        const id = intervention();
        const ring = ringOf(state(), lineId);
        if (!id || !ring) return;
        // If the server refuses because the customer would be unattended, the microphone stays on.
        await server.askOwn(id, 'leave', { movingTo: ring.callId ?? lineId });
        silence(id);
        await until(({ call }) => !isEngaged(call));
        if (!ringOf(state(), lineId))
          throw new Problem(fill(texts().ringIsOver, { name: ring.name }));
        phone()?.answer(lineId);
      }),
  };
}
