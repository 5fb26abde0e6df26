import type { Person } from '../../domain/call/people.ts';
import { addressOf } from '../../domain/call/reach.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { supervisesByThisSoftphone } from '../../domain/supervision/moveToCall.ts';
import type { Reaches, Store } from '../../ports/index.ts';
import { ring } from '../carrier/ring.ts';
import type { LeaveCallDeps } from '../supervision/leaveCall.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';

export interface RepCallDeps extends LeaveCallDeps {
  readonly store: LeaveCallDeps['store'] & Pick<Store, 'createCall' | 'findCalls'>;
  readonly reaches: Pick<Reaches, 'of'>;
}

/**
 * Why a rep cannot begin a call now: they are connected to another one, or supervise one with this
 * softphone. `moveFrom` is the intervention that they would leave for it.
 */
export async function refuseBusyRep(
  { store }: Pick<RepCallDeps, 'store'>,
  rep: Person,
  { moveFrom }: { readonly moveFrom?: string },
): Promise<Refusal | undefined> {
  const { orgId, userId } = rep;
  const own = await store.findCalls({ orgId, repUserId: userId, status: ['ringing', 'live'] });
  const isConnected = own.some((call) =>
    call.participants.some((p) => p.status === 'connected' && p.party.role === 'rep'),
  );
  if (isConnected) return refusal('rep_busy');
  return supervisesElsewhere({ store }, rep, moveFrom);
}

/** Whether this person supervises a call with this softphone. */
export const supervises = async (
  deps: Pick<RepCallDeps, 'store'>,
  person: Person,
): Promise<boolean> => (await supervisesElsewhere(deps, person)) !== undefined;

const supervisesElsewhere = async (
  { store }: Pick<RepCallDeps, 'store'>,
  person: Person,
  moveFrom?: string,
): Promise<Refusal | undefined> =>
  supervisesByThisSoftphone(
    await store.findCalls({
      orgId: person.orgId,
      supervisedBy: person.userId,
      status: ['live'],
    }),
    person,
    moveFrom,
  );

/** A rep who is reached on an own device is rung there first; a softphone connects by itself. */
export async function ringOwnDevice(
  deps: RepCallDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<void> {
  if (!addressOf(rep, await deps.reaches.of(rep))) return;
  const party = { role: 'rep' } as const;
  const dialed = await applyEvents(deps, { callId, actor: actorOf(rep) }, (_call, at) => [
    { type: 'ParticipantDialled', party, at },
  ]);
  if (dialed.status === 'applied') await ring(deps, dialed.call, party);
}
