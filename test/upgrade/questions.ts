import { createPostgresStore } from '../../server/store/calls/postgresStore.ts';
import type { Console } from '../support/console.ts';
import { quietLog } from '../support/quietLog.ts';
import type { World } from '../support/world.ts';
import type { Dump } from './dump.ts';
import { pathToday } from './renamed.ts';

/** Two managers, one above both, an analyst, three reps and the administrator of the sample org. */
export const ASKING = ['maya', 'tomas', 'dana', 'quinn', 'lena', 'ravi', 'jo', 'ada'] as const;

const MOST_PAGES = 20;

/**
 * Everything that a person can read of what is in the dump; by the question, in the words of the
 * dump's day.
 */
export async function answersTo(
  world: World,
  alias: (typeof ASKING)[number],
  dump: Dump,
): Promise<Record<string, unknown>> {
  const console = world.as(alias);
  const answers: Record<string, unknown> = {};
  for (const path of pathsOf(alias, dump)) {
    const { status, body } = await console.ask('GET', pathToday(path));
    answers[`${alias} ${path}`] =
      status === 200
        ? withoutWording(ofThatDay(path, body, dump, alias === 'ada'))
        : { status, code: body.error.code };
  }
  if (alias === 'ada')
    answers['ada /api/audit'] = (await wholeAudit(console))
      .filter(({ orgId, position }) => position <= lastPosition(dump, orgId))
      .map(inShort);
  answers[`${alias} /api/live`] = await liveAnswer(console, alias === 'ada');
  console.close();
  return answers;
}

/** The newest audit entry of the dump: the words of the policy are part of it since. */
const lastPosition = (dump: Dump, orgId: string): number =>
  Math.max(
    ...dump
      .get('AuditEntry')!
      .filter((row) => row.orgId === orgId)
      .map(({ position }) => Number(position)),
  );

/** Reasons that came later. */
const ADDED_REASONS = [
  'crisis_communication',
  'language_support',
  'sales_opportunity',
  'stumped_rep',
  'knowledge_transfer',
  'model_response',
  'rep_mistake',
  'methodology_deviation',
];

/** Who reaches calls since: the administrator; a coach and a specialist who are new in the org. */
const REACHING_SINCE = ['Ada Novak', 'Cora Lim', 'Sven Holt'];

interface ShownCall {
  readonly callId: string;
  readonly you: {
    readonly relation: string;
    readonly modes: readonly { readonly code?: string }[];
  };
}

/**
 * A supervisor who is on a call without the right to it is shown the call since, until they are taken
 * off it.
 */
const isInScope = ({ you }: ShownCall): boolean =>
  you.relation !== 'viewer' || you.modes.some(({ code }) => code !== 'out_of_scope');

/** A replay asks about everybody of today. */
const ofPeopleOfThatDay = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
    Array.isArray(value)
      ? value.filter(
          (one) => !REACHING_SINCE.includes(String((one as { name?: unknown } | null)?.name)),
        )
      : value,
  );

/**
 * The answer without the policy version and the reasons that came with an upgrade, and without what
 * administrators may since.
 */
function ofThatDay(path: string, body: unknown, dump: Dump, isAdmin: boolean): unknown {
  const { versions, reasons, ...more } = body as {
    versions?: { version: string; since: string }[];
    reasons?: { code: string }[];
  };
  if (path === '/api/audit/checkpoints') {
    // One of the entries says that the policy changed.
    const { uncovered } = body as { uncovered: { entries: number } };
    return { ...more, uncovered: { ...uncovered, entries: uncovered.entries - 1 } };
  }
  if (path === '/api/crm/set-aside') {
    // What was written down of a problem is among its details since; calls are named beside them.
    const { messages } = body as { messages: { problem: string; details?: string }[] };
    return {
      messages: messages.map(({ details, problem, ...message }) => ({
        ...message,
        problem: details ?? problem,
      })),
    };
  }
  if (path === '/api/incidents') {
    const { calls: _named, ...incidents } = body as { calls?: unknown };
    return incidents;
  }
  if (path === '/api/policy/versions') {
    const newest = Math.max(
      ...dump.get('PolicyInForce')!.map(({ since }) => Date.parse(String(since))),
    );
    return { ...more, versions: versions!.filter(({ since }) => Date.parse(since) <= newest) };
  }
  // Administrators reach calls by passkey since; what is in these is asked of the others.
  if (path === '/api/me' && isAdmin) return { ...more, modes: [] };
  if (path === '/api/calls' && isAdmin) return { ...more, calls: [] };
  if (path === '/api/calls')
    return { ...more, calls: (body as { calls: ShownCall[] }).calls.filter(isInScope) };
  if (/^\/api\/policy\/simulations\/.*\/calls$/.test(path)) return ofPeopleOfThatDay(body);
  return path === '/api/vocabulary'
    ? { ...more, reasons: reasons!.filter(({ code }) => !ADDED_REASONS.includes(code)) }
    : body;
}

/**
 * Every call as the rest of Dealside is given it: much of one that is over is on no screen any
 * more.
 */
export async function callsRead(databaseUrl: string, dump: Dump): Promise<unknown[]> {
  const store = createPostgresStore(databaseUrl, quietLog);
  try {
    const calls = await Promise.all(
      dump.get('Call')!.map(({ callId }) => store.loadCall(callId as string)),
    );
    return JSON.parse(JSON.stringify(calls)) as unknown[];
  } finally {
    await store.close();
  }
}

function pathsOf(alias: (typeof ASKING)[number], dump: Dump): string[] {
  const each = (table: string, id: string, path: (id: string) => string): string[] =>
    [...new Set(dump.get(table)!.map((row) => String(row[id])))].map(path);
  const everyones = ['/api/me', '/api/calls', '/api/interventions', '/api/step-up'];
  switch (alias) {
    case 'dana':
      return [
        ...everyones,
        ...each('Call', 'callId', (id) => `/api/calls/${id}`),
        ...each('Intervention', 'interventionId', (id) => `/api/interventions/${id}/recordings`),
      ];
    case 'lena':
    case 'ravi':
    case 'jo':
      return [...everyones, '/api/policy/mine'];
    case 'ada':
      return [
        ...everyones,
        '/api/vocabulary',
        '/api/audit/checkpoints',
        '/api/crm/set-aside',
        '/api/canary',
        '/api/incidents',
        '/api/policy/versions',
        '/api/policy/simulations',
        ...each('PolicyInForce', 'version', (version) => `/api/policy/versions/${version}`),
        ...each('PolicySimulation', 'simulationId', (id) => `/api/policy/simulations/${id}`),
        ...dump
          .get('PolicySimulation')!
          .filter(({ status }) => status === 'done')
          .map(({ simulationId }) => `/api/policy/simulations/${String(simulationId)}/calls`),
      ];
    default:
      return everyones;
  }
}

interface Entry {
  readonly orgId: string;
  readonly position: number;
  readonly at: string;
  readonly action: string;
  readonly result: string;
  readonly code?: string;
  readonly hash: string;
}

/** The rest of an entry is in its hash. */
const inShort = ({ position, at, action, result, code, hash }: Entry): string =>
  [position, at, action, result, code ?? '', hash].join(' ');

/** Oldest first. */
async function wholeAudit(console: Console): Promise<Entry[]> {
  const entries: Entry[] = [];
  let before: number | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { body } = await console.ask<{ entries: Entry[]; next?: number }>(
      'GET',
      pathToday(`/api/audit?limit=500${before ? `&before=${before}` : ''}`),
    );
    entries.push(...body.entries);
    before = body.next;
    if (before === undefined) break;
  }
  return entries.toReversed();
}

/** The snapshot with which the live feed begins; the calls in it are those of /api/calls. */
async function liveAnswer(console: Console, isAdmin: boolean): Promise<unknown> {
  const feed = await console.watch();
  feed.close();
  const userId = await console.userId();
  return withoutWording({
    calls: isAdmin
      ? []
      : ([...feed.calls.values()] as unknown as ShownCall[])
          .filter(isInScope)
          .map(({ callId }) => callId),
    // A former rep keeps what they were told: that came later.
    notices: [...feed.notices.values()].filter(
      ({ callId }) => feed.calls.get(callId)?.rep.userId === userId,
    ),
    interventionsDue: [...feed.outcomesDue.keys()],
  });
}

/** Of the moment, or Dealside's own words and no data of anybody's. */
const LEFT_OUT = new Set([
  'asOf',
  'ageSeconds',
  'readAt',
  'hint',
  'label',
  'reasonLabel',
  'introduction',
  'words',
  'heardBy',
  'scripts',
  'unseen',
  'lockedUntil',
]);

function isWording(key: string, value: unknown, holder: object): boolean {
  if (LEFT_OUT.has(key)) return true;
  // Of the person who asks; it came later.
  if (key === 'language') return 'modes' in holder && 'user' in holder;
  // What reps can choose from, beside the outcomes; it came later.
  if (key === 'dispositions') return 'outcomes' in holder;
  // The words of the policy, which are a part of it since.
  if (key === 'vocabulary') return 'rules' in holder;
  if (key === 'policyVersion') return 'rules' in holder;
  if (['version', 'criteria', 'debriefDueDays'].includes(key))
    return 'reasons' in holder && 'outcomes' in holder;
  // Beside the code of a reason or an outcome; it came later.
  if (key === 'familyLabel' || key === 'countsAsSaved') return 'code' in holder;
  // How many dead letters there are in all; it came later.
  if (key === 'total') return 'messages' in holder;
  // Each notice has an end of its own, and says whose it is: they came later.
  if (key === 'isOwn' || key === 'endedAt') return 'noticeId' in holder;
  // Flags of the rep, and whom a help request is offered to: they came later.
  if (key === 'moments') return Array.isArray(value) && value.length === 0;
  if (key === 'isOffered' || key === 'asked' || key === 'widensAt')
    return 'helpRequestId' in holder;
  // What a barge is to add, when an outcome is due, and the policy's text by version: they came later.
  if (key === 'point' && 'passkey' in holder) return true;
  if (key === 'outcomeDueAt' && 'outcome' in holder) return true;
  if (key === 'text' && 'rules' in holder) return true;
  if (key === 'helpCame' || key === 'guide') return 'callId' in holder || 'relation' in holder;
  // Third parties, devices, and what a supervisor came for: they came later.
  if (key === 'guests') return Array.isArray(value) && value.length === 0;
  if (key === 'device' || key === 'ringing') return 'present' in holder;
  if (key === 'byTakeover') return 'requestedAt' in holder && 'to' in holder;
  if (key === 'answers') return 'supervisor' in holder;
  // Whether a call is recorded now: it came later, and the recordings are asked about by themselves.
  if (key === 'recording') return 'rep' in holder && 'customer' in holder;
  // The law that decided, in words; its codes stand beside it.
  if (key === 'rule') return 'jurisdictions' in holder;
  // Called `unseen` in the answers that were kept: the sentence for reps, and counts of simulations
  // beside those of modes.
  if (key === 'covert') return typeof value === 'string' || 'monitor' in holder;
  // That of an incident was written down when it came up.
  if (key === 'message') return !('incidentId' in holder);
  if (key === 'text') return 'noticeId' in holder || 'listener' in holder;
  // What a supervisor is called on screens; the role itself is in the audit.
  if (key === 'role') return 'userId' in holder && 'name' in holder;
  return key === 'findings' && Array.isArray(value) && typeof value[0] === 'string';
}

/** An answer without Dealside's own words. */
export function withoutWording(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWording);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, one]) => !isWording(key, one, value))
      .map(([key, one]) => [key, withoutWording(one)]),
  );
}

/**
 * An analyst neither wrote a text nor was it for them: then nobody reads it any more. Every call of
 * that day was with a customer, no org had tags, and incidents and audio checks were listed without
 * their number.
 */
export const asReadSince = (alias: (typeof ASKING)[number], answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
    if (key === 'textWhispers' && alias === 'quinn') return [];
    if (isCallView(value)) return { ...value, isPractice: false };
    if (isIncidents(value)) return { ...value, total: value.incidents.length };
    if (isAudioChecks(value)) return { ...value, total: value.runs.length };
    return isVocabulary(value) ? { ...value, tags: [] } : value;
  });

const isIncidents = (value: unknown): value is { incidents: unknown[] } =>
  typeof value === 'object' && value !== null && 'incidents' in value;

const isAudioChecks = (value: unknown): value is { runs: unknown[] } =>
  typeof value === 'object' && value !== null && 'carrier' in value && 'runs' in value;

const isVocabulary = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && 'helpReasons' in value && 'outcomes' in value;

const isCallView = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  ['callId', 'direction', 'customer', 'interventions'].every((key) => key in value);
