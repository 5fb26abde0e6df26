import type { Intervention } from '../../../domain/call/call.ts';

/** The supervisor, from the columns that interventions and notices have in common. */
export const supervisorOf = (row: {
  supervisorUserId: string;
  supervisorName: string;
  supervisorRole: string;
}): Intervention['supervisor'] => ({
  userId: row.supervisorUserId,
  name: row.supervisorName,
  role: row.supervisorRole,
});
