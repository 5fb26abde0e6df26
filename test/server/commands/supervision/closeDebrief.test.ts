import assert from 'node:assert/strict';
import {
  closeDebrief,
  closeDebriefAlone,
  type CloseDebriefDeps,
} from '../../../../server/commands/supervision/closeDebrief.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { Debrief, DebriefNotes } from '../../../../server/domain/supervision/debrief.ts';
import { CrmUnavailable } from '../../../../server/ports/index.ts';
import { at } from '../../../support/builders.ts';

const score = { byUserId: 'ravi', at: at(1), answers: [], percent: 50, failed: [] };
const held: Debrief['progress'] = {
  selfScore: score,
  supervisorScore: { ...score, byUserId: 'maya' },
  acknowledged: { at: at(2) },
};
const NOTES = { nextTime: 'Name the price first.' };
const AFTER_INTERVENTION = { kind: 'intervention', interventionId: 'd1' } as const;
const FLAGGED = { kind: 'flag' } as const;

describe('a debrief that is closed', () => {
  let debrief: Debrief;
  let audited: AuditEntry[];
  let sent: string[];
  let active: boolean | undefined;
  let isAway: boolean;

  beforeEach(() => {
    [audited, sent, active, isAway] = [[], [], true, false];
    debrief = {
      debriefId: 'd1',
      source: AFTER_INTERVENTION,
      callId: 'c1',
      orgId: 'o',
      rep: { userId: 'ravi', name: 'Ravi' },
      supervisor: { userId: 'maya', name: 'Maya' },
      customerName: 'Priya',
      dueOn: '2026-12-01',
      plannedAt: at(0),
      notifiedSteps: [],
      progress: held,
    };
  });

  const deps = (): CloseDebriefDeps => ({
    debriefs: {
      find: async (orgId) => (orgId === 'o' ? debrief : undefined),
      async change(orgId, _id, { decide, auditOf }) {
        if (orgId !== 'o') return undefined;
        const decided = decide(debrief);
        if ('refusal' in decided) return decided;
        debrief = { ...debrief, progress: decided.progress };
        sent.push(...(decided.messages ?? []).map(({ key }) => key));
        audited.push(...auditOf(debrief));
        return { ok: debrief };
      },
    },
    directory: {
      async refresh() {
        if (isAway) throw new CrmUnavailable('away');
      },
      person: async () => (active === undefined ? undefined : ({ active } as never)),
    },
    store: { recordAudit: async (entries) => void audited.push(...entries) },
    clock: { now: () => at(9) },
    ids: { next: () => 'audit-1' },
  });
  const person = (userId: string, orgId = 'o') => ({ userId, orgId, roles: [] }) as never;
  const close = async (userId = 'maya', orgId = 'o', notes?: DebriefNotes) => {
    const closed = await closeDebrief(deps(), person(userId, orgId), {
      debriefId: 'd1',
      ...(notes && { notes }),
    });
    return 'refusal' in closed ? closed.refusal.code : closed.ok.progress.closedAt;
  };
  const closeAlone = async (userId: string, orgId = 'o') => {
    const closed = await closeDebriefAlone(deps(), person(userId, orgId), {
      debriefId: 'd1',
      reason: 'Ravi left in November.',
    });
    return 'refusal' in closed ? closed.refusal.code : closed.ok.progress.closedAt;
  };

  describe('by its supervisor', () => {
    it('is closed in the CRM, too, once both did their part; closed again, it is written again, once a minute', async () => {
      assert.equal(await close(), at(9));
      assert.equal(await close(), at(9));
      assert.deepEqual(sent, [
        'crm.debriefRecord:d1:closed',
        `crm.debriefRecord:d1:closed:${at(9).slice(0, 16)}`,
      ]);
      assert.deepEqual(
        audited.map(({ action, interventionId }) => [action, interventionId]),
        [['DebriefClosed', 'd1']],
      );
    });

    it('stays open while a score or the rep’s reading is missing, which is on the audit', async () => {
      const { acknowledged, ...unread } = held;
      assert.ok(acknowledged);
      for (const progress of [{}, { selfScore: score }, unread]) {
        debrief = { ...debrief, progress };
        audited = [];
        assert.equal(await close(), 'debrief_unfinished');
        assert.deepEqual([debrief.progress, sent], [progress, []]);
        assert.equal(audited[0]?.action, 'CloseDebrief');
      }
    });

    it('says what to do next time where the CRM has no record for it', async () => {
      debrief = { ...debrief, source: FLAGGED };
      assert.equal(await close(), 'debrief_unfinished');
      assert.equal(await close('maya', 'o', NOTES), at(9));
      assert.deepEqual(debrief.progress.notes, NOTES);
      assert.deepEqual(
        audited.map(({ callId, details }) => [callId, details?.debriefId]),
        [
          ['c1', 'd1'],
          ['c1', 'd1'],
        ],
      );
    });

    it('is closed neither by the rep nor from another org', async () => {
      assert.equal(await close('ravi'), 'debrief_not_found');
      assert.equal(await close('maya', 'other'), 'debrief_not_found');
    });
  });

  describe('by one of the two alone, because the other has left', () => {
    beforeEach(() => {
      debrief = { ...debrief, progress: { selfScore: score } };
    });

    for (const [who, has] of [
      ['inactive', false],
      ['not in the org', undefined],
    ] as const)
      it(`is closed while the other is ${who}, with the reason, which is on the audit`, async () => {
        active = has;
        assert.equal(await closeAlone('maya'), at(9));
        assert.deepEqual(debrief.progress.closedAlone, {
          by: 'supervisor',
          reason: 'Ravi left in November.',
        });
        assert.deepEqual(sent, ['crm.debriefRecord:d1:closed']);
        const [entry] = audited;
        assert.deepEqual(
          [entry?.action, entry?.details, entry?.personal?.[0]],
          [
            'DebriefClosed',
            { alone: 'supervisor' },
            {
              name: 'debrief.closedAlone',
              value: 'Ravi left in November.',
              subjects: ['user:ravi', 'user:maya'],
            },
          ],
        );
      });

    for (const [booked, startsAt, messages] of [
      ['a time that is still to come', at(3600), ['crm.debriefEvent:d1:closed']],
      ['a time that has passed', at(1), []],
    ] as const)
      it(`has the calendars look again where it was booked for ${booked}`, async () => {
        active = false;
        const booking = { startsAt, endsAt: at(4000), by: 'rep', at: at(1), moves: 0 } as const;
        debrief = { ...debrief, progress: { ...debrief.progress, booking } };
        await closeAlone('maya');
        assert.deepEqual(sent, ['crm.debriefRecord:d1:closed', ...messages]);
      });

    it('is closed by the rep where the supervisor has left', async () => {
      active = false;
      assert.equal(await closeAlone('ravi'), at(9));
      assert.equal(debrief.progress.closedAlone?.by, 'rep');
    });

    it('stays open while the other is active, which is refused on the audit', async () => {
      assert.equal(await closeAlone('maya'), 'debrief_needs_both');
      assert.equal(debrief.progress.closedAt, undefined);
      assert.equal(audited[0]?.action, 'CloseDebrief');
    });

    it('stays open for everybody else, and for other orgs, even while one is away', async () => {
      active = false;
      assert.equal(await closeAlone('dana'), 'debrief_not_found');
      assert.equal(await closeAlone('maya', 'other'), 'debrief_not_found');
      assert.deepEqual([debrief.progress.closedAt, sent], [undefined, []]);
    });

    it('is not decided while the CRM does not say who is there', async () => {
      isAway = true;
      await assert.rejects(closeAlone('maya'), CrmUnavailable);
      assert.equal(debrief.progress.closedAt, undefined);
    });
  });
});
