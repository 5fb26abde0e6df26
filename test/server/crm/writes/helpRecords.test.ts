import assert from 'node:assert/strict';
import { createCrmActivities } from '../../../../server/crm/writes/activities.ts';
import { createCrmHelpRecords } from '../../../../server/crm/writes/helpRecords.ts';
import { createRecordIds } from '../../../../server/crm/writes/recordIds.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import {
  CrmProblem,
  type CrmActivities,
  type CrmHelpRecords,
} from '../../../../server/ports/index.ts';
import { written } from '../../../support/oneWrite.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

const ASKED = '2026-11-20T16:59:00.000Z';

describe('what a rep asked for and has seen, in the org', () => {
  let org: OrgStage;
  let helpRecords: CrmHelpRecords;
  let activities: CrmActivities;
  let maya: OrgRecord;
  let ravi: OrgRecord;
  let count = 0;
  let id = '';

  before(async () => {
    org = await startOrgStage();
    connectAnew();
    [maya, ravi] = [await org.find('User', 'Maya'), await org.find('User', 'Ravi')];
  });
  after(() => org.stop());
  beforeEach(() => {
    id = `${++count}`;
  });
  afterEach(() => org.restore());

  function connectAnew(): void {
    const crm = org.connect();
    const recordIds = createRecordIds(crm);
    [helpRecords, activities] = [
      createCrmHelpRecords(crm, recordIds),
      createCrmActivities(crm, { recordIds }),
    ];
  }

  const open = (more: object = {}): HelpRequest => ({
    helpRequestId: `h-${id}`,
    reasonCode: 'pricing',
    skill: 'Contracts',
    note: 'Wants 20 % off.',
    at: ASKED,
    status: 'open',
    ...more,
  });
  const closed = (more: object) =>
    open({ status: 'closed', closedAt: '2026-11-20T17:01:30.400Z', ...more });
  const answered = () =>
    closed({ because: 'came', answer: { userId: maya.Id, interventionId: `i-${id}` } });
  const call = (more: Partial<Call> = {}): Call =>
    supervisedCall({
      rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
      customer: { name: 'Priya Raman' },
      opportunity: undefined,
      interventions: [
        intervention({
          interventionId: `i-${id}`,
          policyVersion: `p-${id}`,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
        }),
      ],
      notices: [
        {
          noticeId: `n-${id}`,
          interventionId: `i-${id}`,
          supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          mode: 'monitor',
          at: '2026-11-20T17:00:01.000Z',
          acknowledgedAt: '2026-11-20T17:00:05.000Z',
        },
      ],
      ...more,
    });
  const tell = (help: HelpRequest, more: Partial<Call> = {}) =>
    written(
      helpRecords.recordHelp([
        { call: call({ help, ...more }), helpRequestId: help.helpRequestId },
      ]),
    );
  const acknowledge = (more: Partial<Call> = {}) =>
    written(helpRecords.recordAcknowledgements([{ call: call(more), noticeId: `n-${id}` }]));
  const requests = async () =>
    (await org.records('Help_Request__c')).filter((row) => row.External_Id__c === `h-${id}`);
  const acknowledgements = async () =>
    (await org.records('Monitoring_Acknowledgement__c')).filter(
      (row) => row.External_Id__c === `${ravi.Id}:p-${id}`,
    );

  async function problemOf(work: Promise<void>): Promise<CrmProblem> {
    const outcome = await work.then(
      () => 'no problem',
      (error: unknown) => error,
    );
    assert.ok(outcome instanceof CrmProblem, String(outcome));
    return outcome;
  }

  describe('a request for help', () => {
    it('is the rep’s own, with reason, skill and words (G14)', async () => {
      await tell(open());
      const [row] = await requests();
      assert.deepEqual(
        [
          row!.OwnerId,
          row!.Rep__c,
          row!.Reason_Code__c,
          row!.Skill__c,
          row!.Message__c,
          row!.Status__c,
          row!.Requested_At__c,
          row!.Call_Id__c,
        ],
        [ravi.Id, ravi.Id, 'pricing', 'Contracts', 'Wants 20 % off.', 'open', ASKED, 'call-1'],
      );
    });

    it('says who is coming, who came, and how long the rep waited', async () => {
      await tell(
        open({
          status: 'taken',
          takenBy: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
          takenAt: ASKED,
        }),
      );
      const [taken] = await requests();
      assert.deepEqual(
        [taken!.Status__c, taken!.Answered_By__c, taken!.Waited_Seconds__c ?? null],
        ['taken', maya.Id, null],
      );
      const {
        interventions: [ended],
      } = call();
      await tell(answered(), {
        interventions: [
          { ...ended!, status: 'active', mode: 'whisper', joinedAt: ASKED, modeSince: ASKED },
        ],
      });
      const [came, ...others] = await requests();
      assert.deepEqual(
        [
          came!.Status__c,
          came!.Answered_By__c,
          came!.Answered_At__c,
          came!.Waited_Seconds__c,
          came!.Intervention__c ?? null,
        ],
        ['answered', maya.Id, '2026-11-20T17:01:30.400Z', 150, null],
      );
      assert.deepEqual(others, []);
    });

    it('leads to the intervention that answered it, once that is there', async () => {
      const { kind } = await problemOf(tell(answered()));
      assert.equal(kind, 'retry');
      await written(activities.recordInterventions([{ call: call(), interventionId: `i-${id}` }]));
      await tell(answered());
      const [recorded] = (await org.records('Call_Intervention__c')).filter(
        (row) => row.External_Id__c === `i-${id}`,
      );
      assert.equal((await requests())[0]!.Intervention__c, recorded!.Id);
    });

    for (const [because, status] of [
      ['withdrawn', 'withdrawn'],
      ['call_ended', 'expired'],
    ] as const) {
      it(`that is ${status} says so, and that nobody came`, async () => {
        await tell(closed({ because }));
        const [row] = await requests();
        assert.deepEqual(
          [row!.Status__c, row!.Answered_By__c, row!.Waited_Seconds__c],
          [status, null, null],
        );
      });
    }

    it('is written though another has followed it', async () => {
      await written(
        helpRecords.recordHelp([
          {
            call: call({
              pastHelp: [closed({ because: 'withdrawn' })],
              help: { ...open(), helpRequestId: 'another' },
            }),
            helpRequestId: `h-${id}`,
          },
        ]),
      );
      assert.equal((await requests())[0]!.Status__c, 'withdrawn');
    });

    it('outlives its deal', async () => {
      const { Id } = await org.insert('Opportunity', {
        Name: `Deal ${id}`,
        StageName: 'Proposal',
        CloseDate: '2026-12-31',
      });
      const opportunity = { opportunityId: Id, name: `Deal ${id}` };
      await tell(open(), { opportunity });
      assert.equal((await requests())[0]!.Opportunity__c, Id);
      await org.remove('Opportunity', Id);
      await tell(closed({ because: 'withdrawn' }), { opportunity });
      const [row] = await requests();
      assert.deepEqual([row!.Status__c, row!.Opportunity__c], ['withdrawn', null]);
    });

    it('whose reason the org’s picklist lacks is refused, and says on what an administrator must act', async () => {
      const { kind, code, fault } = await problemOf(
        tell(open({ reasonCode: 'not_in_the_picklist' })),
      );
      assert.deepEqual(
        { kind, code },
        { kind: 'refused', code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' },
      );
      assert.equal(fault?.code, 'picklist_value_missing');
      assert.match(fault.said!, /\(Reason_Code__c\)$/);
      assert.deepEqual(await requests(), []);
    });

    it('that nobody made is not written', async () => {
      await written(helpRecords.recordHelp([{ call: call(), helpRequestId: `h-${id}` }]));
      assert.deepEqual(await requests(), []);
    });
  });

  describe('a notice that the rep has seen', () => {
    it('is kept once under each version of the policy, as the rep’s own (P12)', async () => {
      await acknowledge();
      await acknowledge({
        notices: [{ ...call().notices[0]!, acknowledgedAt: '2026-11-21T10:00:00.000Z' }],
      });
      const [row, ...others] = await acknowledgements();
      assert.deepEqual(
        [row!.OwnerId, row!.Rep__c, row!.Policy_Version__c, row!.Acknowledged_At__c],
        [ravi.Id, ravi.Id, `p-${id}`, '2026-11-20T17:00:05.000Z'],
      );
      assert.deepEqual(others, []);
    });

    it('cannot be changed by who wrote it', async () => {
      await acknowledge();
      const [row] = await acknowledgements();
      const answer = await org.crm.post<{ compositeResponse: { httpStatusCode: number }[] }>(
        '/composite',
        {
          compositeRequest: [
            {
              method: 'PATCH',
              referenceId: 'changed',
              url: `/services/data/v66.0/sobjects/Monitoring_Acknowledgement__c/${row!.Id}`,
              body: { Acknowledged_At__c: '2026-01-01T00:00:00.000Z' },
            },
          ],
        },
      );
      assert.equal(answer.compositeResponse[0]!.httpStatusCode, 403);
    });

    it('that is not acknowledged leaves nothing', async () => {
      await acknowledge({ notices: [{ ...call().notices[0]!, acknowledgedAt: undefined }] });
      assert.deepEqual(await acknowledgements(), []);
    });
  });

  it('goes in one request, however much there is', async () => {
    await written(activities.recordInterventions([{ call: call(), interventionId: `i-${id}` }]));
    const before = (await org.traffic()).length;
    const many = Array.from({ length: 12 }, (_, n) => ({ ...open(), helpRequestId: `many-${n}` }));
    assert.deepEqual(
      await helpRecords.recordHelp(
        many.map((help) => ({ call: call({ help }), helpRequestId: help.helpRequestId })),
      ),
      many.map(() => undefined),
    );
    assert.equal((await org.traffic()).slice(before).length, 1);
    assert.equal(
      (await org.records('Help_Request__c')).filter((row) =>
        String(row.External_Id__c).startsWith('many-'),
      ).length,
      12,
    );
  });

  for (const [what, write, inOrg] of [
    ['request for help', () => tell(open()), () => requests()],
    ['acknowledgement', () => acknowledge(), () => acknowledgements()],
  ] as const) {
    it(`leaves exactly one ${what} when an answer was lost`, async () => {
      await org.fault({ loseNext: 1 });
      assert.equal((await problemOf(write())).kind, 'retry');
      await org.restore();
      assert.equal((await inOrg()).length, 1, 'it was written, and the answer was lost');
      await write();
      assert.equal((await inOrg()).length, 1);
    });

    it(`tells an administrator where to give back the permission for a ${what}`, async () => {
      const { Id: integrationId } = await org.find('User', 'Dealside Integration');
      const [held] = (await org.records('PermissionSetAssignment')).filter(
        (row) => row.AssigneeId === integrationId,
      );
      await org.update('PermissionSetAssignment', held!.Id, { IsActive: false });
      const { kind, fault } = await problemOf(write());
      await org.update('PermissionSetAssignment', held!.Id, { IsActive: true });
      assert.deepEqual([kind, fault?.code], ['refused', 'api_not_allowed']);
    });

    it(`says that the rep of a ${what} is not in the org`, async () => {
      const gone = { userId: '005000000000999AAA', name: 'Nobody', managerIds: [] };
      const work =
        what === 'acknowledgement' ? acknowledge({ rep: gone }) : tell(open(), { rep: gone });
      const { kind, fault } = await problemOf(work);
      assert.deepEqual([kind, fault?.code], ['refused', 'reference_missing']);
    });
  }
});
