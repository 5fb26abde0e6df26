import assert from 'node:assert/strict';
import {
  bookDebrief,
  debriefTimes,
  type DebriefTimesDeps,
} from '../../../../server/commands/supervision/debriefTimes.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import type { OutboxMessage } from '../../../../server/domain/outbox/message.ts';
import type { Debrief } from '../../../../server/domain/supervision/debrief.ts';
import type { Busy } from '../../../../server/domain/supervision/debriefSlots.ts';
import { CrmProblem, CrmUnavailable } from '../../../../server/ports/index.ts';

const NOW = '2026-12-01T08:00:00.000Z';
const TEN = '2026-12-01T10:00:00.000Z';
const ELEVEN = '2026-12-01T11:00:00.000Z';
const quarter = (at: string) => new Date(Date.parse(at) + 900_000).toISOString();

describe('a time for a debrief, asked for by one of the two', () => {
  let debrief: Debrief;
  let busy: Busy[];
  let fault: Error | undefined;
  let sent: OutboxMessage[];
  let audited: string[];
  let ids = 0;

  beforeEach(() => {
    debrief = {
      debriefId: 'i1',
      source: { kind: 'intervention', interventionId: 'i1' },
      callId: 'c1',
      orgId: 'o',
      rep: { userId: 'ravi', name: 'Ravi' },
      supervisor: { userId: 'maya', name: 'Maya' },
      customerName: 'Priya',
      dueOn: '2026-12-01',
      plannedAt: NOW,
      notifiedSteps: [],
      progress: {},
    };
    [busy, fault, sent, audited] = [[], undefined, [], []];
  });

  const deps = (): DebriefTimesDeps => ({
    debriefs: {
      find: async (orgId, id) => (orgId === 'o' && id === 'i1' ? debrief : undefined),
      async change(_orgId, _id, { decide, auditOf }) {
        const decided = decide(debrief);
        if ('refusal' in decided) return decided;
        debrief = { ...debrief, progress: decided.progress };
        sent.push(...(decided.messages ?? []));
        audited.push(...auditOf(debrief).map(({ action }) => action));
        return { ok: debrief };
      },
    },
    calendar: {
      async busy() {
        if (fault) throw fault;
        return busy;
      },
    },
    coachingRules: { of: () => DEFAULT_COACHING_RULES },
    directory: {
      person: async (_orgId, userId) =>
        ({ userId, timeZone: userId === 'ravi' ? 'UTC' : 'Europe/London' }) as never,
    },
    store: {
      recordAudit: async (entries) => void audited.push(...entries.map(({ action }) => action)),
    },
    clock: { now: () => NOW },
    ids: { next: () => `id-${(ids += 1)}` },
  });
  const person = (userId: string, orgId = 'o') => ({ userId, orgId, roles: [] }) as never;
  const times = async (userId = 'ravi') => {
    const found = await debriefTimes(deps(), person(userId), { debriefId: 'i1' });
    return 'ok' in found ? found.ok.times : found.refusal.code;
  };
  const book = async (startsAt: string, userId = 'ravi', replaces?: string) => {
    const booked = await bookDebrief(deps(), person(userId), {
      debriefId: 'i1',
      startsAt,
      ...(replaces && { replaces }),
    });
    return 'ok' in booked ? booked.ok.progress.booking?.startsAt : booked.refusal.code;
  };

  it('is proposed with the clocks of both', async () => {
    const found = await times();
    assert.ok(typeof found === 'object' && found.status === 'proposed');
    assert.deepEqual(found.zones, { rep: 'UTC', supervisor: 'Europe/London' });
    assert.equal(found.slots[0]?.startsAt, '2026-12-01T09:00:00.000Z');
  });

  it('is nobody else’s, and of no other org', async () => {
    assert.equal(await times('dana'), 'debrief_not_found');
    assert.equal(await book(TEN, 'dana'), 'debrief_not_found');
    const elsewhere = await debriefTimes(deps(), person('ravi', 'other'), { debriefId: 'i1' });
    assert.equal('refusal' in elsewhere && elsewhere.refusal.code, 'debrief_not_found');
  });

  it('says why there is none where calendars cannot be read, and books nothing then', async () => {
    for (const [why, status] of [
      [new CrmUnavailable('away'), 'unreachable'],
      [new CrmProblem('retry', 'away'), 'unreachable'],
      [new CrmProblem('refused', 'no access'), 'not_allowed'],
    ] as const) {
      fault = why;
      assert.deepEqual(await times(), { status });
      assert.equal(await book(TEN), 'calendar_unreachable');
    }
    assert.deepEqual(sent, []);
  });

  it('is booked where it is still free: audited, with the event and the notice', async () => {
    assert.equal(await book(TEN), TEN);
    assert.deepEqual(
      sent.map(({ topic }) => topic),
      ['crm.debriefEvent', 'crm.debriefNotification'],
    );
    assert.deepEqual(audited, ['DebriefBooked']);
  });

  it('is refused where somebody was faster, and that is audited, too', async () => {
    busy = [{ status: 'times', userId: 'maya', from: TEN, until: quarter(TEN) }];
    assert.equal(await book(TEN), 'debrief_slot_taken');
    assert.deepEqual([sent, audited], [[], ['BookDebrief']]);
  });

  it('is in nobody’s way itself when it is moved, and is not proposed again', async () => {
    await book(TEN);
    busy = ['ravi', 'maya'].map((userId) => ({
      status: 'times',
      userId,
      from: TEN,
      until: quarter(TEN),
    }));
    const found = await times('maya');
    assert.ok(typeof found === 'object' && found.status === 'proposed');
    assert.ok(!found.slots.some(({ startsAt }) => startsAt === TEN));
    assert.equal(await book(ELEVEN, 'maya'), 'debrief_booked_meanwhile');
    assert.equal(await book(ELEVEN, 'maya', TEN), ELEVEN);
    assert.deepEqual(
      sent.slice(2).map(({ key }) => key),
      ['crm.debriefEvent:i1:1', 'crm.debriefNotification:i1:booked:1'],
    );
    assert.equal(sent[3] && 'about' in sent[3].payload && sent[3].payload.about, 'moved');
    assert.equal(debrief.progress.booking?.moves, 1);
  });

  it('that is clicked twice is booked once', async () => {
    await book(TEN);
    assert.equal(await book(TEN), TEN);
    assert.deepEqual([sent.length, audited], [2, ['DebriefBooked']]);
  });
});
