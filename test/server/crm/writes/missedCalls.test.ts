import assert from 'node:assert/strict';
import { createCrmMissedCalls } from '../../../../server/crm/writes/missedCalls.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { CrmMissedCalls } from '../../../../server/ports/index.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { startOrgStage, type OrgRecord, type OrgStage } from '../../../support/orgStage.ts';

describe('a missed call, in the org', () => {
  let org: OrgStage;
  let missedCalls: CrmMissedCalls;
  let ravi: OrgRecord;

  before(async () => {
    org = await startOrgStage();
    missedCalls = createCrmMissedCalls(org.connect(), {
      lightningOrigin: 'https://northwind.example',
    });
    ravi = await org.find('User', 'Ravi');
  });
  after(() => org.stop());

  let callId = '';
  let count = 0;
  beforeEach(() => {
    callId = `missed-${++count}`;
  });

  const missed = (more: Pick<Partial<Call>, 'recordings'> = {}): Call => {
    const { answeredAt: _answeredAt, opportunity: _opportunity, ...call } = liveCall();
    return {
      ...call,
      callId,
      customer: { name: 'Alma Reyes', phone: '+14155550177' },
      rep: { userId: ravi.Id, name: 'Ravi Patel', managerIds: [] },
      ringing: { steps: [], otherwise: 'voicemail' },
      status: 'ended',
      endedAt: at(60),
      endReason: 'abandoned',
      ...more,
    };
  };
  const withMessage = (): Call =>
    missed({
      recordings: [
        {
          recordingId: 'RE7',
          of: { kind: 'voicemail' },
          status: 'completed',
          startedAt: at(30),
          durationSeconds: 12,
        },
      ],
    });
  const write = async (call: Call): Promise<void> => {
    assert.deepEqual(await missedCalls.recordMissedCalls([{ call }]), [undefined]);
  };
  const task = async (): Promise<OrgRecord> => {
    const found = (await org.records('Task')).filter(
      ({ Dealside_Key__c: key }) => key === `missed-call:${callId}`,
    );
    assert.equal(found.length, 1);
    return found[0]!;
  };

  it('gains the link to the message, and keeps what the rep has written in the task', async () => {
    await write(missed());
    const { Id, Description } = await task();
    const noted = `I called back at noon.\n${String(Description)}`;
    await org.update('Task', Id, { Description: noted });
    await write(withMessage());
    const after = String((await task()).Description);
    assert.ok(after.startsWith(`${noted}\n`), after);
    assert.match(after, /c__recordingId=RE7/);
  });

  it('has the number to call back, and says when it came by the rep’s own clock', async () => {
    const call = missed();
    await write({ ...call, rep: { ...call.rep, timeZone: 'America/New_York' } });
    const { Description, Dealside_Call_Back_Number__c, Dealside_Missed_At__c } = await task();
    assert.match(String(Description), /Called on Nov 2, 2026 at 12:00 PM\./);
    assert.equal(Dealside_Call_Back_Number__c, '+14155550177');
    assert.equal(Date.parse(String(Dealside_Missed_At__c)), Date.parse(call.startedAt));
  });

  it('says the time in UTC of a rep whose clock is unknown', async () => {
    await write(missed());
    assert.match(String((await task()).Description), /at 5:00 PM UTC\./);
  });

  it('has no number where the caller withheld it', async () => {
    await write({ ...missed(), customer: { name: 'Unknown caller' } });
    assert.equal((await task()).Dealside_Call_Back_Number__c ?? null, null);
  });

  it('is written once, however often it is told', async () => {
    await write(withMessage());
    const before = (await task()).Description;
    await write(withMessage());
    await write(missed());
    assert.equal((await task()).Description, before);
  });
});
