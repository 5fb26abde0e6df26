import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { maySee } from '../../domain/policy/decide.ts';
import { mayKnowScore, type GivenScore } from '../../domain/supervision/givenScores.ts';
import { mayReadWords } from '../../domain/supervision/transcriptReaders.ts';
import type { TranscriptLine } from '../../domain/transcript/line.ts';
import type {
  Calibrations,
  FeedPlace,
  Policies,
  QualityFeed,
  Store,
  Transcripts,
} from '../../ports/index.ts';
import { actEntry, type AuditDeps } from '../transact/auditEntries.ts';
import { readingEntry } from './readTranscript.ts';

export interface QualityFeedDeps extends AuditDeps {
  readonly qualityFeed: QualityFeed;
  readonly transcripts: Pick<Transcripts, 'ofEach'>;
  readonly calibrations: Pick<Calibrations, 'ofEach'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'recordAudit' | 'loadCall'>;
}

export interface FeedPage<Item> {
  readonly items: readonly Item[];
  /** Where the next page begins; unchanged while there is nothing new. */
  readonly next: FeedPlace;
  /** Whether there is more now. */
  readonly areMore: boolean;
}

export interface TranscribedCall {
  readonly call: Call;
  readonly lines: readonly TranscriptLine[];
}

/** Another instance may still write newer rows with an earlier time. */
const SETTLED_MS = 60_000;

/**
 * Ended calls whose words this person may read, with what was said, the oldest first. Each call whose words
 * are given is on the audit, as one that is opened on a page (P17, P24).
 */
export async function transcribedCalls(
  deps: QualityFeedDeps,
  person: Person,
  { after, limit }: { readonly after: FeedPlace; readonly limit: number },
): Promise<FeedPage<TranscribedCall>> {
  const { orgId } = person;
  const found = await deps.qualityFeed.calls(orgId, {
    after,
    before: settledBefore(deps),
    limit,
  });
  const rights = { policy: await deps.policies.inForce(orgId), now: deps.clock.now() };
  const seen = (await seenOf(deps, person, found)).filter((call) =>
    mayReadWords(call, person, rights),
  );
  const lines = await deps.transcripts.ofEach(seen.map(({ callId }) => callId));
  const items = seen.map((call) => ({ call, lines: lines.get(call.callId) ?? [] }));
  const read = items.filter((one) => one.lines.length > 0);
  if (read.length > 0)
    await deps.store.recordAudit(
      read.map((one) => readingEntry(deps, person, { call: one.call, lines: one.lines.length })),
    );
  const last = found.at(-1);
  return {
    items,
    next: last?.status === 'ended' ? { at: last.endedAt, id: last.callId } : after,
    areMore: found.length === limit,
  };
}

/** Scores of calls that this person may see, once they are complete, the oldest first; audited. */
export async function givenScores(
  deps: QualityFeedDeps,
  person: Person,
  { after, limit }: { readonly after: FeedPlace; readonly limit: number },
): Promise<FeedPage<GivenScore>> {
  const { orgId } = person;
  const found = await deps.qualityFeed.scores(orgId, {
    after,
    before: settledBefore(deps),
    limit,
  });
  const callIds = [...new Set(found.map(({ callId }) => callId))];
  const [calls, calibrated] = await Promise.all([
    Promise.all(callIds.map((callId) => deps.store.loadCall(callId))),
    deps.calibrations.ofEach(orgId, callIds),
  ]);
  const seen = await seenOf(
    deps,
    person,
    calls.filter((call) => call !== undefined),
  );
  const scorersOf = (callId: string) =>
    (calibrated.get(callId) ?? []).map(({ scorer }) => scorer.userId);
  const items = found.filter(
    (given) =>
      seen.some(({ callId }) => callId === given.callId) && mayKnowScore(given, person, scorersOf),
  );
  if (items.length > 0)
    await deps.store.recordAudit([
      actEntry(deps, person, {
        action: 'ScoresRead',
        details: { scores: items.length, calls: [...new Set(items.map(({ callId }) => callId))] },
      }),
    ]);
  const last = found.at(-1);
  return {
    items,
    next: last ? { at: last.at, id: last.scoreId } : after,
    areMore: found.length === limit,
  };
}

const settledBefore = ({ clock }: Pick<QualityFeedDeps, 'clock'>): string =>
  new Date(Date.parse(clock.now()) - SETTLED_MS).toISOString();

async function seenOf(
  { policies, clock }: Pick<QualityFeedDeps, 'policies' | 'clock'>,
  person: Person,
  calls: readonly Call[],
): Promise<Call[]> {
  const policy = await policies.inForce(person.orgId);
  const now = clock.now();
  return calls.filter(
    (call) => call.orgId === person.orgId && maySee(policy, person, { call, now }),
  );
}
