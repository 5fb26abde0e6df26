import type { Call } from '../../domain/call/call.ts';
import type { PrismaClient } from '../generated/client.ts';
import { callOf } from './rows/callRows.ts';

/** So that a statement stays well below PostgreSQL's limit of parameters, and an answer in memory. */
const MAX_IDS = 500;

/** The calls that exist, by id: one query for every 500. */
export async function loadCalls(
  prisma: PrismaClient,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, Call>> {
  const ids = [...new Set(callIds)];
  const calls = new Map<string, Call>();
  for (let start = 0; start < ids.length; start += MAX_IDS) {
    const found = await prisma.call.findMany({
      where: { callId: { in: ids.slice(start, start + MAX_IDS) } },
      include: { participants: true, interventions: true, notices: true, recordings: true },
    });
    for (const { participants, interventions, notices, recordings, ...call } of found)
      calls.set(call.callId, callOf({ call, participants, interventions, notices, recordings }));
  }
  return calls;
}
