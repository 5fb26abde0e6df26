import { newRequest } from './newRequest.ts';
import type { ChoiceParts } from './panels/actions.ts';
import type { FoundColleagues, TransferActions, TransferChoice } from './panels/transfers.ts';
import type { Server } from './server.ts';

interface TransferActionDeps {
  readonly server: Pick<Server, 'ask'>;
  /** The call that this softphone is in. */
  ownCallId(): string | undefined;
  /** Runs an action and shows the problem if it fails. */
  attempt(act: () => Promise<unknown>): void;
  /** Sets the open choice, which the next rendering shows. */
  choose(choosing: ChoiceParts): void;
  /** Renders the page, with the focus on this element. */
  render(focusOn?: string): void;
}

/** Transferring the rep's call, and third parties on it. */
export function createTransferActions({
  server,
  ownCallId,
  attempt,
  choose,
  render,
}: TransferActionDeps): TransferActions {
  const ownCall = (more: string): string => `/api/calls/${ownCallId()}/${more}`;
  const findColleagues = (search: string, from: number): Promise<FoundColleagues> =>
    server.ask(
      'GET',
      `/api/colleagues?${new URLSearchParams({ search, from: String(from) }).toString()}`,
    );

  return {
    chooseColleague: () =>
      attempt(async () => {
        const callId = ownCallId();
        const [found, targets] = await Promise.all([
          findColleagues('', 0),
          server.ask<Pick<TransferChoice, 'managers' | 'groups'>>('GET', '/api/transfer-targets'),
        ]);
        // By now this softphone may be on another customer's call.
        if (ownCallId() !== callId) return;
        choose({ ...targets, found });
        render('#colleague');
      }),
    findColleagues,
    stopChoosing: () => {
      choose({});
      render();
    },
    transfer: (to, way, holdCustomer) =>
      attempt(async () => {
        choose({});
        const isAtOnce = way === 'at_once';
        // Outside numbers are never reps, so they are added and the call is left to them.
        const isGuest = 'toNumber' in to || way === 'together';
        await server.ask('POST', ownCall(isGuest ? 'guests' : 'transfer'), {
          ...newRequest(),
          ...to,
          holdCustomer,
          ...(isGuest ? { leave: isAtOnce } : { complete: isAtOnce }),
        });
      }),
    handOver: () => attempt(() => server.ask('POST', ownCall('transfer/complete'))),
    withdraw: () => attempt(() => server.ask('POST', ownCall('transfer/cancel'))),
    removeGuest: (guestId) => attempt(() => server.ask('DELETE', ownCall(`guests/${guestId}`))),
    leaveToGuest: (guestId) =>
      attempt(() => server.ask('POST', ownCall(`guests/${guestId}/leave`))),
  };
}
