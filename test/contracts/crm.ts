import assert from 'node:assert/strict';
import type { Call, Outcome } from '../../server/domain/call/call.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type CallSubject,
  type CrmActivities,
  type CustomerLookup,
  type Directory,
  type WriteResult,
} from '../../server/ports/index.ts';
import { written } from '../support/oneWrite.ts';

interface Stage {
  readonly orgId: string;
  breakDown(): Promise<void>;
  restore(): Promise<void>;
  stop(): Promise<void>;
}

export interface DirectoryStage extends Stage {
  readonly directory: Directory;
  /** The id of one of the people that every org of the tests has. */
  idOf(alias: 'dana' | 'maya' | 'ravi' | 'quinn' | 'ada' | 'jo'): string;
}

const NOBODY = '005000000000999AAA';

/**
 * What every Directory says of the people of the test org: Dana leads Maya, Maya leads Ravi, Quinn
 * listens for quality.
 */
export function directoryContract(name: string, start: () => Promise<DirectoryStage>): void {
  describe(`${name}: directory`, () => {
    let stage: DirectoryStage;
    before(async () => {
      stage = await start();
    });
    after(() => stage.stop());

    const person = async (alias: Parameters<DirectoryStage['idOf']>[0]) =>
      stage.directory.person(stage.orgId, stage.idOf(alias));

    it('knows a sales manager: her role, her modes, and who leads her (D17)', async () => {
      const { asOf, queueIds, groupIds, territoryIds, skills, ...maya } = (await person('maya'))!;
      assert.deepEqual(maya, {
        orgId: stage.orgId,
        userId: stage.idOf('maya'),
        name: 'Maya Okafor',
        username: 'maya@northwind.example',
        active: true,
        roles: ['supervisor'],
        permittedModes: ['monitor', 'whisper', 'barge', 'takeover'],
        seesAllCalls: false,
        managerIds: [stage.idOf('dana')],
        timeZone: 'America/Los_Angeles',
        locale: 'en_US',
        phones: {},
        place: { country: 'US', region: 'TX' },
        roleNames: ['Sales_Manager_West', 'VP_Sales'],
      });
      assert.ok(Date.parse(asOf));
      for (const belongings of [queueIds, groupIds, territoryIds, skills])
        assert.ok(Array.isArray(belongings));
    });

    it('knows everyone above a rep, nearest first', async () => {
      const { roles, managerIds } = (await person('ravi'))!;
      assert.deepEqual(
        { roles, managerIds },
        { roles: ['rep'], managerIds: [stage.idOf('maya'), stage.idOf('dana')] },
      );
    });

    it('lets a quality analyst listen and whisper everywhere, and no more (D18)', async () => {
      const { roles, permittedModes, seesAllCalls } = (await person('quinn'))!;
      assert.deepEqual(
        { roles, permittedModes, seesAllCalls },
        { roles: ['qa'], permittedModes: ['monitor', 'whisper'], seesAllCalls: true },
      );
    });

    it('lets an administrator monitor everybody', async () => {
      const { roles, permittedModes, seesAllCalls } = (await person('ada'))!;
      assert.deepEqual(
        { roles, permittedModes, seesAllCalls },
        { roles: ['admin'], permittedModes: ['monitor'], seesAllCalls: true },
      );
    });

    it('does not know a stranger', async () => {
      assert.equal(await stage.directory.person(stage.orgId, NOBODY), undefined);
    });

    it('does not know anybody of another org', async () => {
      assert.equal(
        await stage.directory.person('00D000000000999AAA', stage.idOf('maya')),
        undefined,
      );
    });

    it('knows nothing when the org is away', async () => {
      await stage.breakDown();
      await assert.rejects(person('jo'), CrmUnavailable);
      await stage.restore();
      assert.equal((await person('jo'))?.name, 'Jo Kim');
    });
  });
}

export interface CustomerStage extends Stage {
  readonly customers: CustomerLookup;
  /** Priya Raman of Halcyon Logistics, as the org has her. */
  readonly priya: CallSubject;
  /** Marks her as somebody who is not to be called. */
  refuseCallsToPriya(): Promise<void>;
}

/** What every CustomerLookup finds in an org that has Priya Raman. */
export function customerLookupContract(name: string, start: () => Promise<CustomerStage>): void {
  describe(`${name}: customer look-up`, () => {
    let stage: CustomerStage;
    before(async () => {
      stage = await start();
    });
    after(() => stage.stop());

    it('finds who calls, on which deal, and whose it is', async () => {
      assert.deepEqual(await stage.customers.byPhone(stage.orgId, '+14155550142'), stage.priya);
    });

    it('finds whom to call about an opportunity', async () => {
      const { opportunityId } = stage.priya.opportunity!;
      assert.deepEqual(await stage.customers.byRecord(stage.orgId, { opportunityId }), stage.priya);
    });

    it('finds the deal of a contact', async () => {
      const { contactId } = stage.priya.customer;
      assert.deepEqual(await stage.customers.byRecord(stage.orgId, { contactId }), stage.priya);
    });

    it('finds whom to call at an account', async () => {
      const { accountId } = stage.priya.customer;
      assert.deepEqual(await stage.customers.byRecord(stage.orgId, { accountId }), stage.priya);
    });

    it('finds all who share a number, each with their deal', async () => {
      assert.deepEqual(await stage.customers.candidates(stage.orgId, '+14155550142'), {
        subjects: [stage.priya],
        areMore: false,
      });
      assert.deepEqual(await stage.customers.candidates(stage.orgId, '+14155550100'), {
        subjects: [],
        areMore: false,
      });
    });

    it('finds nobody behind a number or record that is not there', async () => {
      assert.equal(await stage.customers.byPhone(stage.orgId, '+14155550100'), undefined);
      assert.equal(await stage.customers.byPhone(stage.orgId, "+1' OR Name != '"), undefined);
      assert.equal(
        await stage.customers.byRecord(stage.orgId, { opportunityId: '006000000000999AAA' }),
        undefined,
      );
      assert.equal(await stage.customers.byRecord(stage.orgId, {}), undefined);
    });

    it('knows who does not want to be called', async () => {
      const { customers, orgId } = stage;
      assert.equal(await customers.isDoNotCall(orgId, '+14155550142'), false);
      await stage.refuseCallsToPriya();
      assert.equal(await customers.isDoNotCall(orgId, '+14155550142'), true);
      const found = await stage.customers.byPhone(stage.orgId, '+14155550142');
      assert.equal(found?.doNotCall, true);
    });

    it('says when the org is away', async () => {
      await stage.breakDown();
      await assert.rejects(stage.customers.byPhone(stage.orgId, '+14155550142'), CrmUnavailable);
      await stage.restore();
    });
  });
}

export interface ActivityStage extends Stage {
  readonly activities: CrmActivities;
  /** An ended call of the org with one ended intervention of this id. */
  call(interventionId: string, outcome: Outcome): Call;
  /** Makes the org refuse this intervention. */
  refuse(interventionId: string): void;
  /** How often the rep's notification of an intervention was sent. */
  notifications(interventionId: string): Promise<number>;
  /** What the org now has of an intervention. */
  written(interventionId: string): Promise<{ interventions: number; tasks: string[] }>;
}

const GIVEN: Outcome = { status: 'given', code: 'advanced', at: '2026-11-20T17:06:00.000Z' };
const COACHED: Outcome = {
  ...GIVEN,
  coaching: { dueOn: '2026-11-24', note: 'Anchor on value first.' },
};

/** What every CrmActivities leaves in the org. */
export function crmActivitiesContract(name: string, start: () => Promise<ActivityStage>): void {
  describe(`${name}: activities`, () => {
    let stage: ActivityStage;
    before(async () => {
      stage = await start();
    });
    after(() => stage.stop());

    const write = (id: string, outcome: Outcome) => ({
      call: stage.call(id, outcome),
      interventionId: id,
    });
    const recordAll = (...writes: ReturnType<typeof write>[]) =>
      stage.activities.recordInterventions(writes);
    const record = (id: string, outcome: Outcome) => written(recordAll(write(id, outcome)));
    const kinds = (results: readonly WriteResult[]) => results.map((result) => result?.kind);

    it('keeps an intervention and its call activity before the outcome is known (G21)', async () => {
      await record('a-1', { status: 'due' });
      assert.deepEqual(await stage.written('a-1'), { interventions: 1, tasks: ['a-1:activity'] });
    });

    it('adds the coaching task when one is asked for (P26)', async () => {
      await record('a-2', { status: 'due' });
      await record('a-2', COACHED);
      assert.deepEqual(await stage.written('a-2'), {
        interventions: 1,
        tasks: ['a-2:activity', 'a-2:coaching'],
      });
    });

    it('adds nothing when the same is written again', async () => {
      for (let i = 0; i < 3; i += 1) await record('a-3', COACHED);
      assert.deepEqual(await stage.written('a-3'), {
        interventions: 1,
        tasks: ['a-3:activity', 'a-3:coaching'],
      });
    });

    it('writes nothing of an intervention that is not on the call', async () => {
      await written(recordAll({ ...write('a-4', GIVEN), interventionId: 'another' }));
      assert.deepEqual(await stage.written('another'), { interventions: 0, tasks: [] });
    });

    it('asks to be repeated when the org is away, and then leaves one of each', async () => {
      await stage.breakDown();
      await assert.rejects(
        record('a-5', GIVEN),
        (problem) => problem instanceof CrmProblem && problem.kind === 'retry',
      );
      await stage.restore();
      await record('a-5', GIVEN);
      assert.deepEqual(await stage.written('a-5'), { interventions: 1, tasks: ['a-5:activity'] });
    });

    it('writes many at once, each with its own tasks', async () => {
      const ids = Array.from({ length: 200 }, (_, n) => `many-${n}`);
      const results = await recordAll(
        ...ids.map((id, n) => write(id, n % 2 === 0 ? { status: 'due' } : COACHED)),
      );
      assert.deepEqual(
        results,
        ids.map(() => undefined),
      );
      for (const n of [0, 1, 74, 75, 198, 199])
        assert.deepEqual(await stage.written(ids[n]!), {
          interventions: 1,
          tasks: [`${ids[n]}:activity`, ...(n % 2 === 0 ? [] : [`${ids[n]}:coaching`])],
        });
    });

    it('leaves out what the org refuses, wherever it stands, and nothing else', async () => {
      const ids = Array.from({ length: 90 }, (_, n) => `some-${n}`);
      const refused = new Set([0, 40, 41, 89, ...Array.from({ length: 20 }, (_, n) => 10 + n)]);
      for (const n of refused) stage.refuse(ids[n]!);
      const results = await recordAll(...ids.map((id) => write(id, { status: 'due' })));
      assert.deepEqual(
        kinds(results),
        ids.map((_id, n) => (refused.has(n) ? 'refused' : undefined)),
      );
      for (const [n, id] of ids.entries())
        assert.deepEqual(
          await stage.written(id),
          refused.has(n)
            ? { interventions: 0, tasks: [] }
            : { interventions: 1, tasks: [`${id}:activity`] },
        );
    });

    it('rings once for each, when its record is there and not before', async () => {
      const [there, missing] = ['notification-1', 'notification-2'];
      await record(there, { status: 'due' });
      const results = await stage.activities.notify(
        [there, missing].map((id) => ({ ...write(id, { status: 'due' }), about: 'receipt' })),
      );
      assert.deepEqual(kinds(results), [undefined, 'retry']);
      assert.deepEqual(
        [await stage.notifications(there), await stage.notifications(missing)],
        [1, 0],
      );
    });
  });
}
