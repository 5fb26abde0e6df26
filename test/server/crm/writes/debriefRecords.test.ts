import assert from 'node:assert/strict';
import { createOrgCalendar, type OrgCalendar } from '../../../../server/crm/calendar/calendar.ts';
import type { Debrief } from '../../../../server/domain/supervision/debrief.ts';
import type { DebriefOfCall } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { supervisedCall } from '../../../support/supervisedCall.ts';

const AT = '2026-12-01T12:00:00.000Z';
const score = { byUserId: 'u', at: AT, answers: [], percent: 50, failed: [] };
const READY: Debrief['progress'] = {
  selfScore: score,
  supervisorScore: score,
  acknowledged: { at: AT },
};

describe('how far a debrief is, in the org', () => {
  let org: OrgStage;
  let calendar: OrgCalendar;
  let ravi: OrgRecord;
  let maya: OrgRecord;
  let deal: OrgRecord;
  let serial = 0;

  before(async () => {
    org = await startOrgStage();
    calendar = createOrgCalendar(org.crm);
    [ravi, maya, deal] = await Promise.all([
      org.find('User', 'Ravi'),
      org.find('User', 'Maya'),
      org.find('Opportunity', 'Halcyon'),
    ]);
  });
  after(() => org?.stop());
  beforeEach(() => {
    serial += 1;
  });

  const debriefOf = (
    progress: Debrief['progress'],
    source: Debrief['source'] = { kind: 'flag' },
  ): DebriefOfCall => ({
    call: supervisedCall({
      rep: { userId: ravi.Id, name: 'Ravi Patel', managerIds: [maya.Id] },
      customer: { name: 'Priya Raman' },
      opportunity: { opportunityId: deal.Id, name: 'Halcyon' },
      interventions: [],
      moments: [
        { momentId: 'm1', at: '2026-11-20T16:58:00.000Z', byUserId: ravi.Id, note: 'Lost her.' },
      ],
    }),
    debrief: {
      debriefId: `d-${serial}`,
      source,
      callId: 'call-1',
      orgId: org.orgId,
      rep: { userId: ravi.Id, name: 'Ravi Patel' },
      supervisor: { userId: maya.Id, name: 'Maya Okafor' },
      customerName: 'Priya Raman',
      dueOn: '2026-12-03',
      plannedAt: AT,
      note: 'The price.',
      notifiedSteps: [],
      progress,
    },
  });
  const write = async (one: DebriefOfCall) => {
    const [problem] = await calendar.recordDebriefs([one]);
    return problem;
  };
  const tasks = async () =>
    (await org.records('Task')).filter(({ Dealside_Key__c: key }) =>
      String(key).startsWith(`d-${serial}:`),
    );

  describe('of a call that nobody had to join', () => {
    it('is an open task for each of the two on the deal, once', async () => {
      assert.equal(await write(debriefOf({})), undefined);
      assert.equal(await write(debriefOf({ selfScore: score })), undefined);
      const written = await tasks();
      assert.deepEqual(
        written.map((one) => [one.OwnerId, one.WhatId, one.ActivityDate, one.IsClosed]),
        [
          [ravi.Id, deal.Id, '2026-12-03', false],
          [maya.Id, deal.Id, '2026-12-03', false],
        ],
      );
      const description = String(written[0]!.Description);
      assert.match(description, /^The price\.\nRavi Patel flagged a moment on this call\./);
      assert.match(description, /Ravi Patel scores the call first, on Home\./);
      assert.match(description, /Lost her\./);
      assert.equal(written[0]!.Subject, 'Debrief: call with Priya Raman');
    });

    it('says why the call is in the sample', async () => {
      await write(debriefOf({}, { kind: 'sample', because: 'new_rep' }));
      assert.match(String((await tasks())[0]!.Description), /all calls of new reps are/);
    });

    it('is closed for both, without the words of the debrief, which all who read the deal would read', async () => {
      await write(debriefOf({}));
      const notes = { whatHappened: 'Price came early.', nextTime: 'Name the price first.' };
      await write(debriefOf({ ...READY, notes, closedAt: AT }));
      const written = await tasks();
      assert.deepEqual(
        written.map(({ IsClosed }) => IsClosed),
        [true, true],
      );
      for (const { Description } of written) {
        assert.doesNotMatch(String(Description), /Price came early|Name the price first/);
        assert.match(String(Description), /\nThe notes on it are in Dealside\.$/);
      }
    });

    it('is not closed by a task that one of the two closes in the org', async () => {
      await write(debriefOf({}));
      const [own] = await tasks();
      await org.update('Task', own!.Id, { Status: 'Completed' });
      await write(debriefOf({ selfScore: score }));
      assert.deepEqual(
        (await tasks()).map(({ IsClosed }) => IsClosed),
        [true, false],
      );
    });

    it('says who closed it alone, and not why', async () => {
      await write(debriefOf({}));
      const closedAlone = { by: 'supervisor', reason: 'Ravi left.' } as const;
      await write(debriefOf({ closedAlone, closedAt: AT }));
      const written = await tasks();
      assert.ok(written.every(({ IsClosed }) => IsClosed === true));
      assert.match(
        String(written[1]!.Description),
        /Closed by Maya Okafor, because Ravi Patel has left\.$/,
      );
    });

    describe('of a rep who has left', () => {
      beforeEach(() => org.update('User', ravi.Id, { IsActive: false }));
      afterEach(() => org.update('User', ravi.Id, { IsActive: true }));

      it('is a task for the supervisor alone', async () => {
        assert.equal(await write(debriefOf({})), undefined);
        assert.deepEqual(
          (await tasks()).map(({ OwnerId }) => OwnerId),
          [maya.Id],
        );
      });
    });

    it('is the task of one where that of the other fails, and of both with the next try', async () => {
      await org.fault({ lockedId: maya.Id, lockNext: 1 });
      assert.equal((await write(debriefOf({})))?.kind, 'retry');
      await org.restore();
      assert.deepEqual(
        (await tasks()).map(({ OwnerId }) => OwnerId),
        [ravi.Id],
      );
      assert.equal(await write(debriefOf({})), undefined);
      assert.deepEqual(
        (await tasks()).map(({ OwnerId }) => OwnerId),
        [ravi.Id, maya.Id],
      );
    });

    it('stays one task where somebody gave it to another person', async () => {
      const dana = await org.find('User', 'Dana');
      await write(debriefOf({}));
      const [own] = await tasks();
      await org.update('Task', own!.Id, { OwnerId: dana.Id });
      assert.equal(await write(debriefOf({ selfScore: score })), undefined);
      assert.deepEqual(
        (await tasks()).map(({ OwnerId }) => OwnerId),
        [dana.Id, maya.Id],
      );
    });

    it('is where notifications lead: each to the own task, and others to the supervisor’s', async () => {
      await write(debriefOf({}));
      const [own, supervisors] = await tasks();
      const dana = await org.find('User', 'Dana');
      const already = (await org.notifications()).length;
      const recipients = [ravi, maya, dana].map(({ Id }) => ({ userId: Id, timeZone: 'UTC' }));
      const [problem] = await calendar.notifyOfDebriefs([
        { ...debriefOf({}), about: 'planned', recipients },
      ]);
      assert.equal(problem, undefined);
      assert.deepEqual(
        (await org.notifications()).slice(already).map(({ targetId }) => targetId),
        [own!.Id, supervisors!.Id, supervisors!.Id],
      );
    });

    it('rings later where the tasks are not there yet', async () => {
      const [problem] = await calendar.notifyOfDebriefs([
        { ...debriefOf({}), about: 'planned', recipients: [{ userId: ravi.Id, timeZone: 'UTC' }] },
      ]);
      assert.equal(problem?.kind, 'retry');
    });

    it('leads to the task that is left, and to Home where none is', async () => {
      await write(debriefOf({}));
      const [own, supervisors] = await tasks();
      const remind = async () => {
        const already = (await org.notifications()).length;
        const [problem] = await calendar.notifyOfDebriefs([
          {
            ...debriefOf({}),
            about: 'remind',
            recipients: [ravi, maya].map(({ Id }) => ({ userId: Id, timeZone: 'UTC' })),
          },
        ]);
        assert.equal(problem, undefined);
        return (await org.notifications())
          .slice(already)
          .map(({ targetId, targetPageRef }) => targetId ?? targetPageRef);
      };
      await org.remove('Task', own!.Id);
      assert.deepEqual(await remind(), [supervisors!.Id, supervisors!.Id]);
      await org.remove('Task', supervisors!.Id);
      assert.ok((await remind()).every((target) => String(target).includes('"home"')));
    });
  });

  describe('after an intervention', () => {
    const source = () => ({ kind: 'intervention', interventionId: `d-${serial}` }) as const;
    const record = async (more: object = {}) =>
      org.insert('Call_Intervention__c', {
        External_Id__c: `d-${serial}`,
        Coaching_State__c: 'planned',
        Coaching_Due_On__c: '2026-12-03',
        Rep__c: ravi.Id,
        Supervisor__c: maya.Id,
        OwnerId: maya.Id,
        ...more,
      });
    const task = () =>
      org.insert('Task', {
        Subject: 'Debrief',
        Status: 'Not Started',
        OwnerId: ravi.Id,
        Dealside_Key__c: `d-${serial}:coaching`,
      });
    const now = async (id: string) =>
      (await org.records('Call_Intervention__c')).find(({ Id }) => Id === id)!;

    it('is the stage on its record, by which the package knows whose part is next', async () => {
      const { Id } = await record();
      for (const [progress, stage] of [
        [{ selfScore: score }, 'supervisor_scores'],
        [{ selfScore: score, supervisorScore: score }, 'rep_reads'],
        [READY, 'ready'],
      ] as const) {
        assert.equal(await write(debriefOf(progress, source())), undefined);
        assert.equal((await now(Id)).Coaching_Stage__c, stage);
      }
      assert.equal((await now(Id)).Coaching_State__c, 'planned');
      assert.equal((await tasks()).length, 0);
    });

    it('has its task closed once the org has it as done, and not before', async () => {
      const { Id } = await record();
      await task();
      const closed = { ...READY, closedAt: AT };
      await write(debriefOf(closed, source()));
      assert.equal((await tasks())[0]!.IsClosed, false);
      await org.update('Call_Intervention__c', Id, { Coaching_State__c: 'done' });
      await write(debriefOf(closed, source()));
      assert.equal((await tasks())[0]!.IsClosed, true);
    });

    it('is skipped, with the reason, where one closed it alone', async () => {
      const { Id } = await record();
      await task();
      const closedAlone = { by: 'supervisor', reason: 'Ravi left.' } as const;
      assert.equal(await write(debriefOf({ closedAlone, closedAt: AT }, source())), undefined);
      const { Coaching_State__c: state, Coaching_Closed_Alone__c: reason } = await now(Id);
      assert.deepEqual([state, reason], ['skipped', 'Ravi left.']);
      assert.equal((await tasks())[0]!.IsClosed, true);
    });

    it('stays done where the org has it as done, though one closed it alone', async () => {
      const { Id } = await record({ Coaching_State__c: 'done' });
      const closedAlone = { by: 'supervisor', reason: 'Ravi left.' } as const;
      assert.equal(await write(debriefOf({ closedAlone, closedAt: AT }, source())), undefined);
      assert.equal((await now(Id)).Coaching_State__c, 'done');
    });

    it('is tried again while the record is not there', async () => {
      assert.equal((await write(debriefOf(READY, source())))?.kind, 'retry');
    });
  });
});
