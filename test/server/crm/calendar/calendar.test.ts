import assert from 'node:assert/strict';
import { createOrgCalendar, type OrgCalendar } from '../../../../server/crm/calendar/calendar.ts';
import { readCalendarAccess } from '../../../../server/crm/setup/calendarAccess.ts';
import type { Debrief } from '../../../../server/domain/supervision/debrief.ts';
import { TEXTS } from '../../../../server/domain/texts/texts.ts';
import { CrmProblem, type DebriefOfCall } from '../../../../server/ports/index.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { supervisedCall } from '../../../support/supervisedCall.ts';

const FROM = '2026-12-01T08:00:00.000Z';
const UNTIL = '2026-12-18T00:00:00.000Z';

describe('the calendars of two people in the org', () => {
  let org: OrgStage;
  let calendar: OrgCalendar;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  let dealId = '';
  let serial = 0;

  before(async () => {
    org = await startOrgStage();
    calendar = createOrgCalendar(org.crm);
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
    dealId = (await org.records('Opportunity'))[0]!.Id;
  });
  after(() => org.stop());
  beforeEach(() => {
    serial += 1;
  });
  afterEach(async () => {
    await org.restore();
    for (const { Id, IsChild } of await org.records('Event'))
      if (!IsChild) await org.remove('Event', Id);
  });

  const busy = async () =>
    (await calendar.busy([ravi.Id, maya.Id], FROM, UNTIL)).map((one) => ({
      who: one.userId === ravi.Id ? 'rep' : 'supervisor',
      ...(one.status === 'times'
        ? { from: one.from.slice(0, 16), until: one.until.slice(0, 16) }
        : { day: one.firstDay, days: one.days }),
    }));
  const event = (values: object) => org.insert('Event', { Subject: 'Planning', ...values });
  const at = (time: string) => ({
    StartDateTime: `2026-12-02T${time}:00.000Z`,
    DurationInMinutes: 30,
  });

  it('have what either has, not what is shown as free, past, or another’s', async () => {
    const lena = await org.find('User', 'Lena');
    await event({ OwnerId: ravi.Id, ...at('10:00') });
    await event({ OwnerId: maya.Id, ...at('11:00'), ShowAs: 'OutOfOffice' });
    await event({ OwnerId: maya.Id, ...at('12:00'), ShowAs: 'Free' });
    await event({ OwnerId: lena.Id, ...at('13:00') });
    await event({ OwnerId: ravi.Id, ...at('14:00'), IsRecurrence: true });
    await event({
      OwnerId: ravi.Id,
      StartDateTime: '2026-11-02T10:00:00.000Z',
      DurationInMinutes: 30,
    });
    assert.deepEqual(await busy(), [
      { who: 'rep', from: '2026-12-02T10:00', until: '2026-12-02T10:30' },
      { who: 'supervisor', from: '2026-12-02T11:00', until: '2026-12-02T11:30' },
    ]);
  });

  it('have whole days as days, and what somebody is invited to', async () => {
    await event({ OwnerId: maya.Id, IsAllDayEvent: true, ActivityDate: '2026-12-03' });
    await event({
      OwnerId: ravi.Id,
      IsAllDayEvent: true,
      StartDateTime: '2026-11-30T00:00:00.000Z',
      EndDateTime: '2026-12-01T00:00:00.000Z',
    });
    const lena = await org.find('User', 'Lena');
    const { Id } = await event({ OwnerId: lena.Id, ...at('10:00') });
    await org.insert('EventRelation', { EventId: Id, RelationId: ravi.Id });
    assert.deepEqual(await busy(), [
      { who: 'supervisor', day: '2026-12-03', days: 1 },
      { who: 'rep', day: '2026-11-30', days: 2 },
      { who: 'rep', from: '2026-12-02T10:00', until: '2026-12-02T10:30' },
    ]);
  });

  it('are read by one request for both', async () => {
    const before = await org.used();
    await busy();
    assert.equal((await org.used()).requests - before.requests, 1);
  });

  it('are not to be read where Dealside may not, and unreachable where the org is', async () => {
    const problemOf = (work: Promise<unknown>) =>
      work.then(
        () => assert.fail('no problem'),
        (error: unknown) => (error instanceof CrmProblem ? error : assert.fail(String(error))),
      );
    await org.fault({ withheld: ['ActivitiesAccess'] });
    assert.equal((await problemOf(busy())).kind, 'refused');
    await org.restore();
    await org.breakDown();
    assert.deepEqual((await problemOf(busy())).kind, 'retry');
  });

  const booked = (startsAt: string, moves = 0): DebriefOfCall => ({
    call: supervisedCall({
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
      customer: { name: 'Priya Raman' },
      opportunity: { opportunityId: dealId, name: 'Halcyon' },
      interventions: [],
    }),
    debrief: {
      debriefId: `debriefed-${serial}`,
      source: { kind: 'intervention', interventionId: `debriefed-${serial}` },
      callId: 'c1',
      orgId: org.orgId,
      rep: { userId: ravi.Id, name: ravi.Name },
      supervisor: { userId: maya.Id, name: maya.Name },
      customerName: 'Priya Raman',
      dueOn: '2026-12-03',
      plannedAt: FROM,
      notifiedSteps: [],
      progress: {
        booking: {
          startsAt,
          endsAt: new Date(Date.parse(startsAt) + 900_000).toISOString(),
          by: 'rep',
          at: FROM,
          moves,
        },
      },
    } satisfies Debrief,
  });
  const book = async (one: DebriefOfCall) => {
    const [problem] = await calendar.book([one]);
    assert.equal(problem, undefined);
  };
  const events = async () =>
    (await org.records('Event'))
      .filter((row) => row.Intervention_Id__c === `debriefed-${serial}`)
      .map(({ OwnerId, IsChild, StartDateTime, DurationInMinutes, WhatId }) => ({
        OwnerId,
        IsChild,
        StartDateTime,
        DurationInMinutes,
        WhatId,
      }));

  it('get a booked debrief: the supervisor’s event on the deal, and the rep’s copy', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    const both = {
      StartDateTime: '2026-12-02T15:00:00.000Z',
      DurationInMinutes: 15,
      WhatId: dealId,
    };
    assert.deepEqual(await events(), [
      { OwnerId: maya.Id, IsChild: false, ...both },
      { OwnerId: ravi.Id, IsChild: true, ...both },
    ]);
    const [first] = (await org.records('Event')).filter(({ IsChild }) => !IsChild);
    assert.match(String(first!.Subject), /^Debrief: Ravi Patel and Maya Okafor/);
    assert.equal(first!.WhoId ?? null, null);
  });

  it('get it once, however often it is written', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    await book(booked('2026-12-02T15:00:00.000Z'));
    await createOrgCalendar(org.crm).book([booked('2026-12-02T15:00:00.000Z')]);
    assert.equal((await events()).length, 2);
  });

  it('have it moved for both when another time is chosen', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    await book(booked('2026-12-03T09:15:00.000Z', 1));
    assert.deepEqual(
      (await events()).map(({ StartDateTime, DurationInMinutes }) => [
        StartDateTime,
        DurationInMinutes,
      ]),
      [
        ['2026-12-03T09:15:00.000Z', 15],
        ['2026-12-03T09:15:00.000Z', 15],
      ],
    );
  });

  const closedAloneAt = (closedAt: string): DebriefOfCall => {
    const { call, debrief } = booked('2026-12-02T15:00:00.000Z');
    const closedAlone = { by: 'supervisor', reason: 'Ravi left.' } as const;
    return {
      call,
      debrief: { ...debrief, progress: { ...debrief.progress, closedAlone, closedAt } },
    };
  };
  const shownAs = async () =>
    (await org.records('Event'))
      .filter(({ IsChild, Intervention_Id__c: id }) => !IsChild && id === `debriefed-${serial}`)
      .map(({ ShowAs, Subject }) => [ShowAs, Subject]);

  it('have the time free again where one of the two closed the debrief alone, and the event says that it is canceled', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    await book(closedAloneAt('2026-12-01T15:00:00.000Z'));
    assert.deepEqual(await shownAs(), [
      ['Free', 'Canceled: Debrief: Ravi Patel and Maya Okafor on the call with Priya Raman'],
    ]);
    assert.deepEqual(await busy(), []);
  });

  it('keep the event of a debrief that was closed alone after its time', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    await book(closedAloneAt('2026-12-04T15:00:00.000Z'));
    assert.notEqual((await shownAs())[0]![0], 'Free');
  });

  it('get no event of a debrief that was closed alone before the event was written', async () => {
    await book(closedAloneAt('2026-12-01T15:00:00.000Z'));
    assert.deepEqual(await shownAs(), []);
  });

  it('get the rep’s invitation where the answer to the first write was lost half way', async () => {
    await book(booked('2026-12-02T15:00:00.000Z'));
    const [relation] = await org.records('EventRelation');
    await org.remove('EventRelation', relation!.Id);
    assert.equal((await events()).length, 1);
    await book(booked('2026-12-02T15:00:00.000Z'));
    assert.equal((await events()).length, 2);
  });

  it('say what an administrator has to do where the event may not be written', async () => {
    await org.fault({ withheld: ['EditEvent'] });
    const [problem] = await calendar.book([booked('2026-12-02T15:00:00.000Z')]);
    assert.equal(problem?.kind, 'refused');
    const advice = TEXTS.en.writeFaults[problem.fault!.code];
    assert.match(advice.hint ?? '', /Permission Sets, Dealside Integration/);
  });

  describe('and what is said of a debrief', () => {
    const record = async (state: string) =>
      org.insert('Call_Intervention__c', {
        External_Id__c: `debriefed-${serial}`,
        Coaching_State__c: state,
        OwnerId: maya.Id,
      });
    const ring = async (
      about: 'booked' | 'remind' | 'escalate',
      one = booked('2026-12-02T15:00:00.000Z'),
    ) => {
      const already = (await org.notifications()).length;
      const [problem] = await calendar.notifyOfDebriefs([
        {
          ...one,
          about,
          recipients: [
            { userId: ravi.Id, timeZone: 'America/New_York' },
            { userId: maya.Id, timeZone: 'Europe/Berlin', locale: 'de' },
          ],
        },
      ]);
      return { problem, rung: (await org.notifications()).slice(already) };
    };

    it('is in each one’s language and time, and leads to the intervention', async () => {
      const { Id } = await record('planned');
      const { rung } = await ring('booked');
      assert.deepEqual(
        rung.map(({ type, recipientIds, title, targetId }) => [
          type,
          recipientIds,
          title,
          targetId,
        ]),
        [
          ['Dealside_Coaching', [ravi.Id], 'Debrief with Maya Okafor: Wed, Dec 2, 10:00 AM', Id],
          [
            'Dealside_Coaching',
            [maya.Id],
            'Nachbesprechung mit Ravi Patel: Mi., 2. Dez., 16:00',
            Id,
          ],
        ],
      );
    });

    it('says in a reminder whether a time is picked', async () => {
      await record('planned');
      assert.match((await ring('remind')).rung[0]!.body, /Picked: Wed, Dec 2, 10:00 AM\.$/);
      const open = booked('2026-12-02T15:00:00.000Z');
      const unbooked = { ...open, debrief: { ...open.debrief, progress: {} } };
      assert.match((await ring('remind', unbooked)).rung[0]!.body, /No time is picked yet\.$/);
    });

    it('is nothing more once the org has closed it, by whomever', async () => {
      await record('done');
      const { problem, rung } = await ring('escalate');
      assert.deepEqual([problem, rung], [undefined, []]);
    });

    it('has the ratings of both on its record, where that still is', async () => {
      const { Id } = await record('done');
      const { debrief } = booked('2026-12-02T15:00:00.000Z');
      const ratings = {
        rep: { value: 5, at: FROM },
        supervisor: { value: 3, at: FROM },
      };
      const rated = { ...debrief, progress: { ratings } };
      const problems = await calendar.rate([rated, { ...rated, debriefId: 'gone' }]);
      assert.deepEqual(problems, [undefined, undefined]);
      const row = (await org.records('Call_Intervention__c')).find((one) => one.Id === Id);
      assert.deepEqual(
        [row?.Coaching_Rating_By_Rep__c, row?.Coaching_Rating_By_Supervisor__c],
        [5, 3],
      );
    });

    it('tells managers and coaches what a team lacks, each in their language (V19)', async () => {
      const already = (await org.notifications()).length;
      const problems = await calendar.notifyOfTraining([
        {
          orgId: org.orgId,
          signalId: 's1',
          reasonCode: 'stumped_rep',
          calls: 6,
          reps: 3,
          reasonIn: (locale) => (locale === 'de' ? 'Rep weiß nicht weiter' : 'Rep is stuck'),
          recipients: [{ userId: maya.Id }, { userId: ravi.Id, locale: 'de' }],
        },
      ]);
      assert.deepEqual(problems, [undefined]);
      assert.deepEqual(
        (await org.notifications())
          .slice(already)
          .map(({ title, recipientIds }) => [title, recipientIds]),
        [
          ['Training signal: Rep is stuck', [maya.Id]],
          ['Schulungshinweis: Rep weiß nicht weiter', [ravi.Id]],
        ],
      );
    });

    it('waits for the record that it leads to', async () => {
      assert.equal((await ring('booked')).problem?.kind, 'retry');
    });
  });

  for (const [withheld, access] of [
    ['nothing', 'ready'],
    ['ActivitiesAccess', 'not_read'],
    ['EditEvent', 'not_edited'],
  ] as const)
    it(`are ${access} to the setup page where ${withheld} is withheld from the integration user`, async () => {
      await org.fault({ withheld: [withheld] });
      assert.equal(await readCalendarAccess(org.crm), access);
    });

  it('look empty to an integration user without a role, which the setup page says', async () => {
    const user = await org.find('User', 'Dealside');
    await org.update('User', user.Id, { UserRoleId: null });
    assert.equal(await readCalendarAccess(org.crm), 'no_role');
  });
});
