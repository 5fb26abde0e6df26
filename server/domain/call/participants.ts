import type { AudibleTo, PartyRole } from './modes.ts';
import type { Device } from './people.ts';

/** Which party of a call a connection belongs to. */
export type Party =
  | { readonly role: 'customer' }
  | { readonly role: 'rep' }
  | { readonly role: 'supervisor'; readonly interventionId: string }
  /** Another rep: one who is to take the call, or who has just handed it over. */
  | { readonly role: 'colleague'; readonly userId: string }
  /** A third party that the rep has added. */
  | { readonly role: 'guest'; readonly guestId: string };

/**
 * One connection of the call. A connection that left never comes back: a returning party gets a new
 * connection.
 */
export interface Participant {
  readonly party: Party;
  readonly connectionId?: string;
  /** The device, if it is not a softphone or was switched to. */
  readonly device?: Device;
  /**
   * One that was dialed rings until the carrier reports that it was answered, also when what it
   * sounds like while it rings is in the conference already.
   */
  readonly status: 'ringing' | 'connected' | 'left';
  /** When a connection that was dialed was answered; the conference may report it later. */
  readonly answeredAt?: string;
  /** Who hears this connection, as the carrier confirmed it. A muted rep is audible to nobody. */
  readonly audibleTo: AudibleTo;
  readonly onHold: boolean;
  /** Of a customer: since when on hold, and for how many milliseconds before. */
  readonly heldSince?: string;
  readonly heldMs?: number;
  /** When it came into the conference: of one that rings, before it was answered. */
  readonly joinedAt?: string;
  readonly leftAt?: string;
}

interface WithParticipants {
  readonly participants: readonly Participant[];
}

/** Whether both are the same person's place on the call. */
export function sameParty(a: Party, b: Party): boolean {
  if (a.role === 'supervisor')
    return b.role === 'supervisor' && a.interventionId === b.interventionId;
  if (a.role === 'colleague') return b.role === 'colleague' && a.userId === b.userId;
  if (a.role === 'guest') return b.role === 'guest' && a.guestId === b.guestId;
  return a.role === b.role;
}

/**
 * The connection of this party that is on the call now, if any: the newest of two, while the party
 * changes from one device to another.
 */
export function connectedParticipant(
  { participants }: WithParticipants,
  role: PartyRole,
  interventionId?: string,
): Participant | undefined {
  return participants.findLast(
    (p) =>
      p.status === 'connected' &&
      p.party.role === role &&
      (p.party.role !== 'supervisor' || p.party.interventionId === interventionId),
  );
}

/** The participant on this connection, whether or not it has left. */
export const participantByConnection = (
  { participants }: WithParticipants,
  connectionId: string,
): Participant | undefined =>
  participants.find((participant) => participant.connectionId === connectionId);

/** The newest connection of exactly this party that is on the call now, but for `except`. */
export const connectionOf = (
  { participants }: WithParticipants,
  party: Party,
  except?: string,
): Participant | undefined =>
  participants.findLast(
    (one) =>
      one.status === 'connected' && one.connectionId !== except && sameParty(one.party, party),
  );

/** All connections of this supervisor that are on the call now: two while they change the device. */
export const supervisorConnections = (
  { participants }: WithParticipants,
  interventionId: string,
): readonly (Participant & { readonly connectionId: string })[] =>
  participants.filter(
    (one): one is Participant & { readonly connectionId: string } =>
      one.status === 'connected' &&
      one.connectionId !== undefined &&
      one.party.role === 'supervisor' &&
      one.party.interventionId === interventionId,
  );

/**
 * The connection that takes the place of this one, because its party has joined with another device
 * since.
 */
export function successorOf(
  { participants }: WithParticipants,
  participant: Participant,
): Participant | undefined {
  if (participant.status !== 'connected' || participant.party.role === 'customer') return undefined;
  const newest = connectionOf({ participants }, participant.party);
  return newest === participant ? undefined : newest;
}
