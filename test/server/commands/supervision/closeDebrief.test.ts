import assert from 'node:assert/strict';
import {
  closeDebrief,
  type DebriefDeps,
} from '../../../../server/commands/supervision/debriefs.ts';
import type { Debrief } from '../../../../server/domain/supervision/debrief.ts';
import { at, liveCall } from '../../../support/builders.ts';

const score = { byUserId: 'ravi', at: at(1), answers: [], percent: 50, failed: [] };
const held: Debrief['progress'] = {
  selfScore: score,
  supervisorScore: { ...score, byUserId: 'maya' },
  acknowledged: { at: at(2) },
};

describe('a debrief that its supervisor closes', () => {
  let debrief: Debrief;
  let audited: (string | undefined)[];
  let written: number;

  const close = async (progress: Debrief['progress'], userId = 'maya', orgId = 'o') => {
    [audited, written] = [[], 0];
    debrief = {
      interventionId: 'i1',
      callId: 'c1',
      orgId: 'o',
      rep: { userId: 'ravi', name: 'Ravi' },
      supervisor: { userId: 'maya', name: 'Maya' },
      customerName: 'Priya',
      dueOn: '2026-12-01',
      plannedAt: at(0),
      notifiedSteps: [],
      progress,
    };
    const deps = {
      debriefs: {
        async change(org, _id, { decide }) {
          if (org !== 'o') return undefined;
          const decided = decide(debrief);
          if ('refusal' in decided) return decided;
          debrief = { ...debrief, progress: decided.progress };
          return { ok: debrief };
        },
      },
      store: {
        changeCall: async (_callId: string, change: (call: unknown) => unknown) => {
          change(liveCall());
          written += 1;
        },
        recordAudit: async (entries) => void audited.push(...entries.map(({ action }) => action)),
      },
      clock: { now: () => at(9) },
      ids: { next: () => 'audit-1' },
    } as Partial<DebriefDeps> as DebriefDeps;
    const person = { userId, orgId, roles: [] } as never;
    const closed = await closeDebrief(deps, person, { interventionId: 'i1' });
    return 'refusal' in closed ? closed.refusal.code : debrief.progress.closedAt;
  };

  it('is closed, and its tasks with it, once both did their part', async () => {
    assert.equal(await close(held), at(9));
    assert.deepEqual([written, audited], [1, []]);
  });

  it('stays open while a score or the rep’s reading is missing, which is on the audit', async () => {
    const { acknowledged, ...unread } = held;
    assert.ok(acknowledged);
    for (const progress of [{}, { selfScore: score }, unread]) {
      assert.equal(await close(progress), 'debrief_unfinished');
      assert.deepEqual([debrief.progress, written, audited], [progress, 0, ['CloseDebrief']]);
    }
  });

  it('is closed neither by the rep nor from another org', async () => {
    assert.equal(await close(held, 'ravi'), 'debrief_not_found');
    assert.equal(await close(held, 'maya', 'other'), 'debrief_not_found');
  });
});
