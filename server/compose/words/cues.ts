import { createCueBoards, type CueBoards } from '../../commands/alerts/cueBoards.ts';
import { createCueSource } from '../../crm/policy/cueRecords.ts';
import type { Call } from '../../domain/call/call.ts';
import { mayReadWords } from '../../domain/supervision/transcriptReaders.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import { warning } from '../../everyMs.ts';
import { cuesView } from '../../http/views/cueViews.ts';
import type { LiveFeed } from '../liveFeed.ts';
import type { Shared } from '../shared.ts';

export interface Cues {
  readonly source: ReturnType<typeof createCueSource>;
  readonly boards: CueBoards;
  /** Shows the cards that a new line triggers on the consoles of this instance. */
  show(call: Call, line: TranscriptLine): Promise<void>;
}

/** Cards and checklists: read from the CRM, tracked on each call, and shown on consoles. */
export function composeCues(
  shared: Shared,
  { hub, viewing }: LiveFeed,
  linesOf: (call: Call) => Promise<readonly TranscriptLine[]>,
): Cues {
  const { clock } = shared;
  const source = readCueRecords(shared);
  const boards = createCueBoards({ cuesOf: (orgId) => source.of(orgId).cues, linesOf });
  return {
    source,
    boards,
    async show(call, line) {
      if (!(await boards.follow(call, line))) return;
      const board = await boards.of(call);
      const { orgId, callId } = call;
      const shown = { ...board, reader: boards.readerOf(orgId), now: clock.now() };
      let view: ReturnType<typeof cuesView> | undefined;
      hub.notifyReaders({ orgId, callId }, 'cues', (current, person) =>
        mayReadWords(current, person, viewing(person))
          ? (view ??= cuesView(current, shown))
          : undefined,
      );
    },
  };
}

/** Reads the cards now and in the rounds of the CRM. No card is shown before the first reading. */
function readCueRecords({ config, crm, crmRounds, noteRecordChanges, clock, log }: Shared) {
  const source = createCueSource(crm.connectionTo);
  const readCues = async (orgId: string): Promise<void> => {
    const askedAt = clock.now();
    const { cues } = await source.renew(orgId);
    const records = cues.map((cue) => ({ ...cue }));
    await noteRecordChanges(orgId, 'cues', { records, askedAt });
  };
  crmRounds.join(readCues);
  for (const { orgId } of config.orgs)
    void readCues(orgId).catch(warning(log, 'cards and checklists not read'));
  return source;
}
