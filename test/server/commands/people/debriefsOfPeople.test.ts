import assert from 'node:assert/strict';
import {
  erasePerson,
  exportPerson,
  type PersonalDataDeps,
} from '../../../../server/commands/people/exportAndErase.ts';
import type { Actor } from '../../../../server/domain/audit/entries.ts';
import type { DebriefProgress } from '../../../../server/domain/supervision/debrief.ts';
import { createPersonalData } from '../../../../server/store/people/personalData.ts';
import { createDebriefs } from '../../../../server/store/supervision/debriefs.ts';
import { startAuditStage, type AuditStage } from '../../../support/auditStage.ts';
import { at } from '../../../support/builders.ts';
import { endedCall } from './endedCall.ts';

const ADMIN: Actor = { kind: 'person', userId: 'ada', role: 'admin' };
const PRIYA = { name: 'Priya Raman', phone: '+14155550142', contactId: '003P' };
const CUSTOMER = { kind: 'customer', contactId: PRIYA.contactId, phone: PRIYA.phone } as const;

describe('a person’s data in debriefs', () => {
  let stage: AuditStage;
  let deps: PersonalDataDeps;
  let orgId: string;
  let org = 0;
  let ids = 0;
  /** What stands in the tables of debriefs and their calls. */
  async function written(): Promise<string> {
    const { rows } = await stage.owner.query(
      `select to_jsonb(p) from "PlannedDebrief" p where "orgId" = $1
       union all select to_jsonb(d) from "Debrief" d where "orgId" = $1
       union all select to_jsonb(c) from "Call" c where "orgId" = $1`,
      [orgId],
    );
    return JSON.stringify(rows);
  }
  const CLOSED = {
    selfScore: {
      byUserId: 'ravi',
      at: at(200),
      answers: [{ item: 'opening', value: 1, comment: 'Secret comment.' }],
      percent: 50,
      failed: [],
    },
    acknowledged: { at: at(210), answer: 'Secret answer.' },
    notes: { nextTime: 'Secret notes.' },
    ratings: { rep: { value: 4, comment: 'Secret rating.', at: at(230) } },
    closedAt: at(220),
  };
  const LEFT = {
    closedAt: CLOSED.closedAt,
    acknowledged: { at: CLOSED.acknowledged.at },
    ratings: { rep: { value: 4, at: at(230) } },
  };
  const debriefs = () => createDebriefs(stage.store.pool);
  const change = (debriefId: string, progress: DebriefProgress) =>
    debriefs().change(orgId, debriefId, { decide: () => ({ progress }), auditOf: () => [] });
  const progressOf = async (debriefId: string) =>
    (await debriefs().find(orgId, debriefId))!.progress;
  /** Of Priya's call, by a supervisor who was on none of the org's calls. */
  const plan = () =>
    debriefs().plan(
      {
        debriefId: `${orgId}-planned`,
        orgId,
        callId: `${orgId}-planned-call`,
        rep: { userId: 'ravi', name: 'Ravi Patel' },
        supervisor: { userId: 'quinn', name: 'Quinn Adler' },
        source: { kind: 'flag' },
        note: 'Secret plan.',
        dueOn: '2026-11-09',
        plannedAt: at(190),
      },
      { messages: [], audit: [] },
    );
  before(async () => {
    stage = await startAuditStage();
    deps = {
      people: createPersonalData(stage.store.pool),
      store: stage.store,
      clock: { now: () => at(3600) },
      ids: { next: () => `id-${(ids += 1)}` },
    };
  });
  after(() => stage?.stop());
  beforeEach(async () => {
    orgId = `org-${(org += 1)}`;
    await stage.store.createCall(endedCall(orgId, 'a', PRIYA), [], []);
    await stage.store.createCall(
      {
        ...endedCall(orgId, 'planned-call', PRIYA),
        interventions: [],
        help: undefined,
        pastHelp: [],
      },
      [],
      [],
    );
    assert.equal(await plan(), 'planned');
  });

  it('leaves closed ones closed, with their times and ratings and no words or scores', async () => {
    for (const debriefId of [`${orgId}-planned`, `${orgId}-a-i`]) await change(debriefId, CLOSED);
    assert.ok('ok' in (await erasePerson(deps, ADMIN, { orgId, ref: CUSTOMER })));
    for (const debriefId of [`${orgId}-planned`, `${orgId}-a-i`])
      assert.deepEqual(await progressOf(debriefId), LEFT);
    assert.deepEqual(await debriefs().ofCalls(orgId, 'quinn'), []);
    assert.ok(!(await written()).includes('Secret'));
  });

  it('leaves who closed one alone, and not why', async () => {
    const closedAlone = { by: 'supervisor', reason: 'Secret reason.' } as const;
    await change(`${orgId}-planned`, { closedAt: at(220), closedAlone });
    await erasePerson(deps, ADMIN, { orgId, ref: CUSTOMER });
    assert.deepEqual(await progressOf(`${orgId}-planned`), {
      closedAt: at(220),
      closedAlone: { by: 'supervisor', reason: 'Erased' },
    });
  });

  it('begins open ones anew', async () => {
    const { selfScore } = CLOSED;
    await change(`${orgId}-planned`, { selfScore });
    await erasePerson(deps, ADMIN, { orgId, ref: CUSTOMER });
    assert.deepEqual(await progressOf(`${orgId}-planned`), {});
  });

  it('finds those of a supervisor who was not on the call', async () => {
    const ref = { kind: 'user', userId: 'quinn' } as const;
    await change(`${orgId}-planned`, CLOSED);
    const told = await exportPerson(deps, ADMIN, { orgId, ref });
    const [call] = told.calls as { callId: string; debriefs: unknown }[];
    assert.equal(told.calls.length, 1);
    assert.deepEqual(call!.debriefs, [
      {
        debriefId: `${orgId}-planned`,
        dueOn: '2026-11-09',
        note: 'Secret plan.',
        progress: CLOSED,
      },
    ]);
    await erasePerson(deps, ADMIN, { orgId, ref });
    assert.deepEqual(await progressOf(`${orgId}-planned`), LEFT);
    const left = await written();
    assert.ok(!left.includes('Secret') && !left.includes('Quinn Adler'));
  });

  it('tells customers what was noted of their calls, and not how people were scored', async () => {
    await change(`${orgId}-planned`, CLOSED);
    const told = await exportPerson(deps, ADMIN, { orgId, ref: CUSTOMER });
    const calls = told.calls as { callId: string; debriefs: unknown }[];
    assert.deepEqual(calls.find(({ callId }) => callId.endsWith('planned-call'))!.debriefs, [
      { note: 'Secret plan.', notes: { nextTime: 'Secret notes.' } },
    ]);
  });
});
