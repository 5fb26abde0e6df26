import { auditAct } from '../../domain/audit/entries.ts';
import {
  CarrierProblem,
  type Clock,
  type Ids,
  type Log,
  type OldRecordings,
  type RecordingMedia,
} from '../../ports/index.ts';

const DAY_MS = 86_400_000;
/** The rest waits for the next round: the carrier takes one request per recording. */
const PER_ROUND = 200;

export interface RemoveOldRecordingsDeps {
  readonly oldRecordings: OldRecordings;
  readonly media: Pick<RecordingMedia, 'remove'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

/**
 * One round: has the carrier remove recordings that have been kept for their days, and forgets them;
 * each removal is on the audit. Returns how many. While the carrier does not answer, they are kept.
 */
export async function removeOldRecordings(
  { oldRecordings, media, clock, ids, log }: RemoveOldRecordingsDeps,
  keptDays: number,
): Promise<number> {
  const before = new Date(Date.parse(clock.now()) - keptDays * DAY_MS).toISOString();
  let removed = 0;
  for (const { recordingId, callId, orgId } of await oldRecordings.begunBefore(before, PER_ROUND)) {
    try {
      await media.remove(recordingId);
    } catch (problem) {
      if (!(problem instanceof CarrierProblem)) throw problem;
      log.warn({ recordingId, fault: problem.message }, 'old recordings not removed now');
      break;
    }
    await oldRecordings.forget(
      recordingId,
      auditAct(
        {
          orgId,
          callId,
          at: clock.now(),
          action: 'RecordingRemoved',
          details: { recordingId, keptDays },
        },
        { actor: { kind: 'system' }, nextId: () => ids.next() },
      ),
    );
    removed += 1;
  }
  if (removed > 0) log.info({ removed, before }, 'old recordings removed');
  return removed;
}
