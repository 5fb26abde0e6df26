import { hash } from 'node:crypto';
import type pg from 'pg';
import { among, chances, type Chance } from './chances.ts';
import type { EndedCall, UnansweredCall } from './endedCalls.ts';

/** Something that a person was refused on a call. */
export interface SampleRefusal {
  readonly callId: string;
  readonly orgId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly at: string;
  readonly action: 'StartIntervention' | 'ChangeMode' | 'RequestHelp';
  readonly code: string;
  readonly actor: { readonly userId: string; readonly role: 'manager' | 'rep' };
  readonly interventionId?: string;
  /** For how many refusals the entry stands; it is not a tally if absent. */
  readonly times?: number;
}

/** The share of calls on which something is refused. */
export const REFUSED_SHARE = { notJoined: 0.006, joined: 0.04, notAnswered: 0.02 } as const;
/** Of joining, the most frequent first. */
const JOINS = [
  'consent_missing',
  'consent_missing',
  'consent_missing',
  'out_of_scope',
  'out_of_scope',
  'already_on_another_call',
  'outside_hours',
] as const;
/** Of a mode that goes further. */
const MODES = ['pin_required', 'pin_required', 'floor_taken', 'reason_note_required'] as const;
const TALLY_SHARE = 0.15;
/** The version of the form in which entries of the audit are hashed (docs/AUDIT.md). */
const AUDIT_FORM = 1;

/**
 * Decides what was refused on the calls of a day. The supervisors are those who have joined a call
 * of this day or of one before.
 */
export function createSampleRefusals(seed: number) {
  const chance = chances(seed);
  const supervisors = new Set<string>();
  return (
    calls: readonly EndedCall[],
    unanswered: readonly UnansweredCall[],
  ): readonly SampleRefusal[] => {
    for (const { interventions } of calls)
      for (const { supervisorUserId } of interventions) supervisors.add(supervisorUserId);
    if (supervisors.size === 0) return [];
    const people = [...supervisors];
    return [
      ...calls.flatMap((call) => onAnswered(chance, people, call)),
      ...unanswered.flatMap((call) => onUnanswered(chance, people, call)),
    ].sort((a, b) => (a.at < b.at ? -1 : 1));
  };
}

function onAnswered(
  chance: Chance,
  supervisors: readonly string[],
  call: EndedCall,
): SampleRefusal[] {
  const { callId, orgId, direction, answeredAt, endedAt, askedForHelp } = call;
  const [joined] = call.interventions;
  if (chance() >= REFUSED_SHARE[joined ? 'joined' : 'notJoined']) return [];
  const about = {
    callId,
    orgId,
    direction,
    at: between(chance, answeredAt, endedAt),
    ...(chance() < TALLY_SHARE && { times: 2 + Math.floor(3 * chance()) }),
  };
  if (joined)
    return [
      {
        ...about,
        action: 'ChangeMode',
        code: among(chance, MODES),
        actor: { userId: joined.supervisorUserId, role: 'manager' },
        interventionId: joined.interventionId,
      },
    ];
  if (askedForHelp)
    return [
      {
        ...about,
        action: 'RequestHelp',
        code: 'help_already_asked',
        actor: { userId: call.repUserId, role: 'rep' },
      },
    ];
  const code = among(chance, JOINS);
  return [{ ...about, ...joinBy(chance, { call, supervisors, code }) }];
}

/** A supervisor who wants to join is too early as long as nobody has answered. */
function onUnanswered(
  chance: Chance,
  supervisors: readonly string[],
  call: UnansweredCall,
): SampleRefusal[] {
  if (chance() >= REFUSED_SHARE.notAnswered) return [];
  const { callId, orgId, direction = 'inbound', startedAt, endedAt } = call;
  return [
    {
      callId,
      orgId,
      direction,
      at: between(chance, startedAt, endedAt),
      ...joinBy(chance, { call, supervisors, code: 'call_not_live' }),
    },
  ];
}

/** Those of other teams are refused the rep, and those of the team everything else. */
function joinBy(
  chance: Chance,
  {
    call: { repManagerIds = [] },
    supervisors,
    code,
  }: {
    readonly call: Pick<EndedCall, 'repManagerIds'>;
    readonly supervisors: readonly string[];
    readonly code: string;
  },
) {
  const own = supervisors.filter(
    (userId) => repManagerIds.includes(userId) === (code !== 'out_of_scope'),
  );
  return {
    action: 'StartIntervention' as const,
    code,
    actor: {
      userId: among(chance, own.length > 0 ? own : supervisors),
      role: 'manager' as const,
    },
  };
}

function between(chance: Chance, from: string, to: string): string {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return new Date(first + Math.floor((last - first) * chance())).toISOString();
}

/** Writes refusals into the audit, where their details say that they are a sample. */
export async function insertSampleRefusals(
  pool: Pick<pg.Pool, 'query'>,
  refusals: readonly SampleRefusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  await pool.query(
    `insert into "AuditEntry" ("auditId", "orgId", "at", "actor", "action", "callId",
       "interventionId", "direction", "result", "code", "details", "personal", "contentHash")
     select "auditId", "orgId", "at", "actor", "action", "callId", "interventionId", "direction",
       "result", "code", "details", '{}', "contentHash"
     from jsonb_populate_recordset(null::"AuditEntry", $1::jsonb)`,
    [JSON.stringify(refusals.map(entryOf))],
  );
}

function entryOf({ times, actor, at, ...refusal }: SampleRefusal) {
  const facts = {
    ...refusal,
    auditId: `sample-refusal-${refusal.callId}`,
    at,
    actor: { kind: 'person', ...actor },
    result: 'refused',
    details: { isSample: true, ...(times && { times, since: at, until: at }) },
  };
  const content = canonical({ v: AUDIT_FORM, ...facts, personal: {} });
  return { ...facts, contentHash: hash('sha256', `dealside-audit-content-v1\n${content}`) };
}

/** JSON with its keys in order, as the audit hashes it. */
const canonical = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
