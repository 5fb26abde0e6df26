import type { Participant, Party } from '../../../domain/call/call.ts';
import type { AudibleTo } from '../../../domain/call/modes.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { iso, withoutNulls, type Maybe, type Time } from './columns.ts';

export interface ParticipantRow {
  callId: string;
  position: number;
  role: string;
  interventionId?: Maybe<string>;
  colleagueUserId?: Maybe<string>;
  guestId?: Maybe<string>;
  connectionId?: Maybe<string>;
  device?: Maybe<string>;
  status: string;
  audibleTo: string;
  onHold: boolean;
  heldSince?: Maybe<Time>;
  heldMs?: Maybe<number>;
  answeredAt?: Maybe<Time>;
  joinedAt?: Maybe<Time>;
  leftAt?: Maybe<Time>;
}

/** The row of a participant. */
export const participantRow = (
  callId: string,
  { party, ...participant }: Participant,
  position: number,
): ParticipantRow => ({
  callId,
  position,
  role: party.role,
  interventionId: party.role === 'supervisor' ? party.interventionId : null,
  colleagueUserId: party.role === 'colleague' ? party.userId : null,
  guestId: party.role === 'guest' ? party.guestId : null,
  connectionId: participant.connectionId,
  device: participant.device,
  status: participant.status,
  audibleTo: participant.audibleTo,
  onHold: participant.onHold,
  heldSince: participant.heldSince,
  heldMs: participant.heldMs,
  answeredAt: participant.answeredAt,
  joinedAt: participant.joinedAt,
  leftAt: participant.leftAt,
});

/** Builds a participant from its row. */
export function participantOf(row: ParticipantRow): Participant {
  return withoutNulls({
    party: partyIn(row),
    connectionId: row.connectionId,
    device: row.device as Participant['device'],
    status: row.status as Participant['status'],
    audibleTo: row.audibleTo as AudibleTo,
    onHold: row.onHold,
    heldSince: row.heldSince && iso(row.heldSince),
    heldMs: row.heldMs,
    answeredAt: row.answeredAt && iso(row.answeredAt),
    joinedAt: row.joinedAt && iso(row.joinedAt),
    leftAt: row.leftAt && iso(row.leftAt),
  });
}

function partyIn({
  role: storedRole,
  interventionId,
  colleagueUserId,
  guestId,
}: ParticipantRow): Party {
  const role = storedRole as Party['role'];
  switch (role) {
    case 'customer':
    case 'rep':
      return { role };
    case 'supervisor':
      return { role, interventionId: interventionId! };
    case 'colleague':
      return { role, userId: colleagueUserId! };
    case 'guest':
      return { role, guestId: guestId! };
    default:
      return unreachable(role);
  }
}
