import type { ActionDeps } from './actionDeps.ts';
import { isConnected, isEngaged } from './line.ts';
import { newRequest } from './newRequest.ts';
import { ownCallIdOf } from './ownCall.ts';
import type { Actions } from './panels/actions.ts';
import { currentCall, ownIntervention, type LeftCall } from './state.ts';
import type { CallView } from './types.ts';

const isOn = (calls: readonly CallView[], interventionId: string): boolean =>
  calls.some(({ interventions }) =>
    interventions.some((one) => one.interventionId === interventionId && one.status !== 'ended'),
  );

/** Going on with a call: with a new connection, with another device, or after leaving it. */
export function createReturnActions(
  deps: ActionDeps,
): Pick<Actions, 'connectAgain' | 'joinByPhone' | 'returnTo' | 'forgetLeft'> {
  const { server, state, dispatch, phone, connect, attempt, silence, until } = deps;
  async function returnTo(left: Pick<LeftCall, 'callId' | 'role'>): Promise<void> {
    // If this softphone is being rung back for the call, answering returns to it.
    const ring = state().rings.find(({ callId }) => callId === left.callId);
    if (ring) return phone()?.answer(ring.lineId);
    // The customer is on the call, so it must continue even if this connection fails.
    if (left.role === 'rep')
      return connect({ callId: left.callId }, { callId: left.callId }, { isNew: false });
    dispatch({ type: 'left' });
    const { intervention: joined, connect: how } = await server.ask<{
      intervention: { interventionId: string };
      connect: { params: Record<string, string> };
    }>('POST', `/api/calls/${left.callId}/interventions`, {
      ...newRequest(),
      device: 'softphone',
    });
    await connect(how.params, {
      callId: left.callId,
      interventionId: joined.interventionId,
    });
  }

  /** The server accepts the next join only after this intervention has ended. */
  async function leaveToJoin(interventionId: string): Promise<void> {
    silence(interventionId);
    await server.askOwn(interventionId, 'leave', {});
    await until(({ call: line, calls }) => !isEngaged(line) && !isOn(calls, interventionId));
  }

  return {
    connectAgain: () =>
      attempt(async () => {
        const { call: line } = state();
        const callId = ownCallIdOf(state());
        if (!callId || !isConnected(line)) return;
        const { interventionId } = line;
        if (interventionId) {
          await leaveToJoin(interventionId);
          return returnTo({ callId, role: 'supervisor' });
        }
        // The server is not told of a hang-up, so that it keeps the customer for the rep's return.
        phone()?.hangUp();
        await until(({ call }) => !isEngaged(call));
        await returnTo({ callId, role: 'rep' });
      }),

    joinByPhone: () =>
      attempt(async () => {
        const call = currentCall(state());
        const interventionId = ownIntervention(state())?.interventionId;
        if (!call || !interventionId) return;
        await leaveToJoin(interventionId);
        await server.ask('POST', `/api/calls/${call.callId}/interventions`, {
          ...newRequest(),
          device: 'phone',
        });
      }),

    returnTo: (left) =>
      attempt(async () => {
        try {
          await returnTo(left);
        } catch (fault) {
          // It is offered again: the server may not know yet that this person has left.
          if (left.role === 'supervisor') dispatch({ type: 'left', left });
          throw fault;
        }
      }),

    forgetLeft: () => dispatch({ type: 'left' }),
  };
}
