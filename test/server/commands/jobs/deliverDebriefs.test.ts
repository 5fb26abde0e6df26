import assert from 'node:assert/strict';
import { debriefHandlers } from '../../../../server/commands/jobs/deliverDebriefs.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { Debrief } from '../../../../server/domain/supervision/debrief.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type DebriefOfCall,
  type DebriefNotification,
} from '../../../../server/ports/index.ts';
import { at, liveCall } from '../../../support/builders.ts';

const ORG = 'o';
const callOf = (callId: string): Call => ({
  ...liveCall({ callId }),
  purpose:
    callId === 'call-practice'
      ? { kind: 'practice', scenario: 'angry', language: 'en' }
      : { kind: 'customer' },
});
const debriefOf = (debriefId: string, progress: Debrief['progress'] = {}): Debrief => ({
  debriefId,
  source: { kind: 'intervention', interventionId: debriefId },
  callId: `call-${debriefId}`,
  orgId: ORG,
  rep: { userId: 'ravi', name: 'Ravi' },
  supervisor: { userId: 'maya', name: 'Maya' },
  customerName: 'Priya',
  dueOn: '2026-12-03',
  plannedAt: at(0),
  notifiedSteps: [],
  progress,
});

describe('what is delivered of debriefs', () => {
  let known: Map<string, Debrief>;
  let booked: DebriefOfCall[];
  let sent: DebriefNotification[];
  let written: string[];
  let isAway: boolean;
  let rated: string[];
  let recorded: string[];
  const problem = new CrmProblem('refused', 'no');

  beforeEach(() => {
    known = new Map([['i1', debriefOf('i1')]]);
    [booked, sent, written, isAway, rated, recorded] = [[], [], [], false, [], []];
  });

  const handlers = () =>
    debriefHandlers({
      debriefs: { find: async (_orgId, id) => known.get(id) },
      store: {
        loadCalls: async (ids) =>
          new Map(ids.filter((id) => id !== 'call-gone').map((id) => [id, callOf(id)])),
      },
      calendar: {
        async book(bookings) {
          booked.push(...bookings);
          return bookings.map(({ debrief }) => (debrief.debriefId === 'bad' ? problem : undefined));
        },
      },
      records: {
        async recordDebriefs(debriefs) {
          recorded.push(...debriefs.map(({ debrief }) => debrief.debriefId));
          return debriefs.map(() => undefined);
        },
      },
      notifications: {
        closed: async () => new Set(),
        async notifyOfDebriefs(notifications) {
          sent.push(...notifications);
          return notifications.map(() => undefined);
        },
      },
      ratings: {
        async recordRatings(debriefs) {
          rated.push(...debriefs.map(({ debriefId }) => debriefId));
          return debriefs.map(() => undefined);
        },
      },
      directory: {
        async person(_orgId, userId) {
          if (isAway) throw new CrmUnavailable('away');
          return userId === 'nobody'
            ? undefined
            : ({ userId, timeZone: 'Europe/Berlin', locale: 'de' } as never);
        },
      },
      onWritten: (callIds) => written.push(...callIds),
    });
  const event = (id: string) => ({
    key: id,
    orgId: ORG,
    topic: 'crm.debriefEvent' as const,
    payload: { callId: `call-${id}`, interventionId: id },
  });
  const notification = (
    id: string,
    more: { toUserId?: string; about?: 'booked' | 'escalate' } = {},
  ) => ({
    key: id,
    orgId: ORG,
    topic: 'crm.debriefNotification' as const,
    payload: {
      callId: `call-${id}`,
      interventionId: id,
      about: more.about ?? ('booked' as const),
      ...(more.toUserId && { toUserId: more.toUserId }),
    },
  });

  it('is the time as it is now, each with its own result, and pages are told of what is there', async () => {
    known.set('bad', debriefOf('bad'));
    const results = await handlers()['crm.debriefEvent']([
      event('i1'),
      event('gone'),
      event('bad'),
    ]);
    assert.deepEqual(results, [undefined, undefined, problem]);
    assert.deepEqual(
      booked.map(({ debrief }) => debrief.debriefId),
      ['i1', 'bad'],
    );
    assert.ok(written.includes('call-i1') && !written.includes('call-bad'));
  });

  it('rings for both, by their clocks, or for whom it is escalated to', async () => {
    await handlers()['crm.debriefNotification']([
      notification('i1'),
      notification('i1', { about: 'escalate', toUserId: 'vera' }),
    ]);
    assert.deepEqual(
      sent.map(({ about, recipients }) => [about, recipients.map(({ userId }) => userId)]),
      [
        ['booked', ['ravi', 'maya']],
        ['escalate', ['vera']],
      ],
    );
    assert.deepEqual(sent[0]?.recipients[0], {
      userId: 'ravi',
      timeZone: 'Europe/Berlin',
      locale: 'de',
    });
  });

  it('rings for nobody once it is closed, or who is not in the org any more', async () => {
    known.set('i1', debriefOf('i1', { closedAt: at(1) }));
    await handlers()['crm.debriefNotification']([notification('i1')]);
    known.set('i1', debriefOf('i1'));
    await handlers()['crm.debriefNotification']([notification('i1', { toUserId: 'nobody' })]);
    assert.deepEqual(
      sent.map(({ recipients }) => recipients),
      [[], []],
    );
  });

  it('is what both think of it, of those that still exist', async () => {
    const ratings = (id: string) => ({
      ...event(id),
      topic: 'crm.coachingRatings' as const,
    });
    const results = await handlers()['crm.coachingRatings']([ratings('i1'), ratings('gone')]);
    assert.deepEqual([results, rated], [[undefined, undefined], ['i1']]);
  });

  it('is how far it is, once for two messages, and nothing of practice', async () => {
    known.set('practice', debriefOf('practice'));
    const record = (id: string) => ({ ...event(id), topic: 'crm.debriefRecord' as const });
    const results = await handlers()['crm.debriefRecord']([
      record('i1'),
      record('i1'),
      record('practice'),
    ]);
    assert.deepEqual([results, recorded], [[undefined, undefined, undefined], ['i1']]);
  });

  it('is tried again while the org does not answer', async () => {
    isAway = true;
    const [result] = await handlers()['crm.debriefNotification']([notification('i1')]);
    assert.deepEqual([result?.kind, result?.isAway, sent.length], ['retry', true, 0]);
  });
});
