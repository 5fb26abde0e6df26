import type { Conference, Participant } from '../../../local/carrier/conference/conference.ts';
import { hasTakenOver, type Call } from '../../../server/domain/call/call.ts';
import { currentGuests, guestOf } from '../../../server/domain/call/guest.ts';
import type { Mode } from '../../../server/domain/call/modes.ts';
import { holdOwed } from '../../../server/domain/carrier/followGuests.ts';
import type { Stage } from './stage.ts';

/**
 * Who hears a supervisor in each mode, independent of the product's table so that a mistake in it
 * is found.
 */
export const HEARD_IN: Record<Mode, { readonly customer: boolean; readonly rep: boolean }> = {
  monitor: { customer: false, rep: false },
  whisper: { customer: false, rep: true },
  barge: { customer: true, rep: true },
  takeover: { customer: true, rep: true },
};

export const guestsIn = (room: Conference | undefined): Participant[] =>
  [...(room?.participants.values() ?? [])].filter(({ label }) => label?.startsWith('guest-'));

/** On the call to which supervisors move, nobody but its rep hears a coach. */
export function checkOtherCall(stage: Stage): void {
  const people = [...(stage.otherRoom?.participants.values() ?? [])];
  for (const coach of people) {
    if (!coach.label?.startsWith('supervisor-')) continue;
    const between = coach.between && { ...coach, ...coach.between };
    coach.between = undefined;
    for (const listener of people)
      if (
        listener.label === 'customer' &&
        ((coach.coaching && stage.hears(listener, coach)) ||
          (between && stage.hears(listener, between)))
      )
        stage.violate('the customer of the other call hears a coach');
  }
}

/** The other call goes on with its rep and customer, or was ended by whoever had taken it over. */
export async function otherCallIsAtRest(stage: Stage): Promise<void> {
  const { otherRoom, otherCallId } = stage;
  if (!otherCallId) return;
  const call = (await stage.dealside.call(otherCallId))!;
  const isOver = !otherRoom || otherRoom.status === 'completed';
  if (isOver !== (call.status === 'ended'))
    return stage.violate(`the other call is ${call.status}, its conference is not`);
  if (isOver) {
    const wasTaken = call.interventions.some(({ modeHistory }) =>
      modeHistory.some(({ mode }) => mode === 'takeover'),
    );
    if (!wasTaken) stage.violate('the other call ended, and nobody had taken it over');
    return;
  }
  for (const intervention of call.interventions) {
    if (intervention.status === 'ended') continue;
    const { name } = intervention.supervisor;
    if (intervention.status === 'joining' || intervention.pending || intervention.leaving)
      stage.violate(`${name} is not at rest on the other call`);
    const leg = [...otherRoom.participants.values()].find(
      ({ label }) => label === `supervisor-${intervention.interventionId}`,
    );
    const customer = [...otherRoom.participants.values()].find(({ label }) => label === 'customer');
    if (!leg) stage.violate(`${name} is shown on the other call and is not there`);
    else if (
      customer &&
      intervention.status === 'active' &&
      stage.hears(customer, leg) !== HEARD_IN[intervention.mode].customer
    )
      stage.violate(`${name} is in ${intervention.mode} on the other call, and is heard otherwise`);
  }
  const userIds = [...call.interventions, ...((await stage.call())?.interventions ?? [])].flatMap(
    ({ status, supervisor }) => (status === 'active' ? [supervisor.userId] : []),
  );
  if (new Set(userIds).size < userIds.length) stage.violate('a supervisor is on two calls');
}

/** Third parties are there, or have ended; the customer is on hold for no talk that is over. */
export function guestsAreAtRest(stage: Stage, call: Call): void {
  for (const { guestId, status } of currentGuests(call)) {
    if (status === 'ringing') stage.violate('a third party is still rung');
    else if (!stage.member(`guest-${guestId}`))
      stage.violate('a third party is shown on the call and is not there');
    if (status === 'has_call' && stage.rep && !call.interventions.some(hasTakenOver))
      stage.violate('the rep has left the call to a third party, and is still there');
  }
  for (const guest of guestsIn(stage.room)) {
    const known = guestOf(call, guest.label!.slice('guest-'.length));
    if (!known || known.status === 'ended')
      stage.violate('a third party is on the call, and no screen says so');
    if (guest.muted) stage.violate('the third party is silent');
    if (guest.endConferenceOnExit) stage.violate('the third party’s leaving would end the call');
  }
  if (holdOwed(call) !== undefined)
    stage.violate('the customer’s hold for a talk is not as it was asked');
}
