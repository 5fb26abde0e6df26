import { AUDIBLE_TO, type Mode } from '../../server/domain/call/modes.ts';
import { active, liveCall, participant } from './builders.ts';
import type { FakeConferenceControl } from './fakeConferenceControl.ts';
import type { createMemoryStore } from './memoryStore.ts';

interface Parties {
  readonly orgId: string;
  readonly mayaId: string;
  /** Maya's manager, who is on no call. */
  readonly danaId: string;
  readonly raviId: string;
  /** Maya's: barge unless it says otherwise. In a takeover Ravi listens. */
  readonly mode?: Mode;
}

/** Maya supervises Ravi's call c1, at the carrier as in the store; his call c2 has no supervisor. */
export async function putOnCall(
  { store }: Pick<ReturnType<typeof createMemoryStore>, 'store'>,
  control: FakeConferenceControl,
  { orgId, mayaId, danaId, raviId, mode = 'barge' }: Parties,
): Promise<void> {
  const rep = { userId: raviId, name: 'Ravi Patel', managerIds: [mayaId, danaId] };
  const [customer, repLeg, leg] = (
    [{ role: 'customer' }, { role: 'rep' }, { role: 'supervisor', interventionId: 'i1' }] as const
  ).map((party) => control.admit('c1', party));
  const isTaken = mode === 'takeover';
  const repsAudience = isTaken ? 'nobody' : 'everyone';
  await control.set(leg!, {
    audibleTo: AUDIBLE_TO[mode],
    whispersToConnectionId: repLeg!.connectionId,
    endsCall: false,
  });
  await control.set(repLeg!, { audibleTo: repsAudience, endsCall: false });
  const { supervisor, ...intervention } = active({
    mode,
    ...(isTaken && { repAfterTakeover: 'listens' }),
  });
  await store.createCall(
    liveCall({
      orgId,
      rep: { ...liveCall().rep, ...rep },
      conferenceId: customer!.conferenceId,
      participants: [
        participant('customer', { connectionId: customer!.connectionId }),
        participant('rep', { connectionId: repLeg!.connectionId, audibleTo: repsAudience }),
        participant('supervisor', {
          connectionId: leg!.connectionId,
          audibleTo: AUDIBLE_TO[mode],
        }),
      ],
      interventions: [{ ...intervention, supervisor: { ...supervisor, userId: mayaId } }],
    }),
    [],
    [],
  );
  await store.createCall(
    liveCall({ orgId, callId: 'c2', rep: { ...liveCall().rep, ...rep } }),
    [],
    [],
  );
}
