import type { Call, RepOnCall } from './call.ts';
import { guestName } from './guest.ts';

/** Somebody who was on a call beside its rep, its customer and supervisors. */
export interface Other {
  readonly kind: 'colleague' | 'number';
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

/** Third parties and colleagues who were on the call in this time, by when they came. */
export function othersOnCall(call: Call, from: string, until: string): Other[] {
  return [...guestsOf(call), ...colleaguesOf(call)]
    .map((one) => ({
      ...one,
      from: one.from < from ? from : one.from,
      until: one.until && one.until < until ? one.until : until,
    }))
    .filter((one) => one.from < one.until)
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

type Stay = Omit<Other, 'until'> & { readonly until?: string };

const guestsOf = ({ guests = [] }: Call): Stay[] =>
  guests.flatMap((guest): Stay[] =>
    guest.joinedAt
      ? [
          {
            kind: guest.who.kind === 'number' ? 'number' : 'colleague',
            name: guestName(guest),
            from: guest.joinedAt,
            ...(guest.status === 'ended' && { until: guest.at }),
          },
        ]
      : [],
  );

function colleaguesOf(call: Call): Stay[] {
  const names = new Map(peopleOf(call).map(({ userId, name }) => [userId, name]));
  return call.participants.flatMap(({ party, status, joinedAt, leftAt }): Stay[] => {
    const name = party.role === 'colleague' ? names.get(party.userId) : undefined;
    return name && joinedAt && status !== 'ringing'
      ? [{ kind: 'colleague', name, from: joinedAt, ...(leftAt && { until: leftAt }) }]
      : [];
  });
}

/** Everybody of the org who had the call, or was rung for it. */
const peopleOf = ({ rep, pastReps = [], transfer, ringing, repLoss }: Call): RepOnCall[] => [
  rep,
  ...pastReps.map((past) => past.rep),
  ...(transfer ? [transfer.to] : []),
  ...[transfer?.group, ringing, repLoss?.ringing].flatMap((plan) =>
    (plan?.steps ?? []).flatMap(({ reps }) => reps),
  ),
];
