import assert from 'node:assert/strict';
import { crmHandlers } from '../../../../server/commands/jobs/deliverToCrm.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { HelpRequest } from '../../../../server/domain/call/helpRequest.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { TranscriptLine } from '../../../../server/domain/transcript/line.ts';
import {
  CrmUnavailable,
  type CallAlert,
  type InterventionWrite,
} from '../../../../server/ports/index.ts';
import { FakeCrmActivities } from '../../../support/fakeCrm.ts';
import { intervention as anIntervention, supervisedCall } from '../../../support/supervisedCall.ts';

const OPEN: HelpRequest = {
  helpRequestId: 'h',
  reasonCode: 'pricing',
  at: '2026-11-20T16:59:00.000Z',
  status: 'open',
};
const WITHDRAWN: HelpRequest = {
  ...OPEN,
  status: 'closed',
  closedAt: '2026-11-20T17:00:00.000Z',
  because: 'withdrawn',
};
const message = {
  key: 'k',
  orgId: 'o',
  topic: 'crm.help',
  payload: { callId: 'call-1', helpRequestId: 'h' },
} as const;

/** A CRM that is told of a call whose state may change while it is written. */
function telling(
  first: Call | undefined,
  whileWriting: (call: Call) => Call = (call) => call,
  {
    crmIsAway = false,
    said = [],
    raised = [],
  }: { crmIsAway?: boolean; said?: TranscriptLine[]; raised?: CallAlert[] } = {},
) {
  let now = first;
  const written: string[] = [];
  const told: string[] = [];
  const activities = new FakeCrmActivities();
  const recorded: InterventionWrite[] = [];
  const record = activities.recordInterventions.bind(activities);
  activities.recordInterventions = (writes) => {
    recorded.push(...writes);
    return record(writes);
  };
  const handlers = crmHandlers({
    store: { loadCalls: async (ids) => new Map(now ? ids.map((id) => [id, now!]) : []) },
    activities,
    repCalls: {
      async recordRepCalls(writes) {
        written.push(...writes.map(({ repUserId, alerts }) => `${repUserId}: ${alerts}`));
        return writes.map(() => undefined);
      },
    },
    identifyCaller: async (call) => call,
    missedCalls: {
      recordMissedCalls: async (writes) => writes.map(() => undefined),
      notifyOfMissedCalls: async (writes) => writes.map(() => undefined),
    },
    transcripts: {
      ofEach: async (callIds) => new Map(callIds.map((callId) => [callId, said])),
    },
    alerts: { ofCalls: async () => raised },
    onWritten: (callIds) => void told.push(...callIds),
    findHelpers: async () => {
      if (crmIsAway) throw new CrmUnavailable('away');
      return [{ userId: 'maya', locale: 'en_US' }, { userId: 'dana' }] as Person[];
    },
    helpRecords: {
      async notifyOfHelp(writes) {
        written.push(...writes.flatMap(({ recipients }) => recipients.map(({ userId }) => userId)));
        return writes.map(() => undefined);
      },
      async notifyOfSummons(writes) {
        written.push(...writes.flatMap(({ recipients }) => recipients.map(({ userId }) => userId)));
        return writes.map(() => undefined);
      },
      async notifyOfFollowed(writes) {
        written.push(...writes.flatMap(({ recipients }) => recipients.map(({ userId }) => userId)));
        return writes.map(() => undefined);
      },
      async recordHelp(writes) {
        for (const { call } of writes) {
          now = whileWriting(call);
          written.push(call.help!.status);
        }
        return writes.map(() => undefined);
      },
      async recordAcknowledgements(writes) {
        written.push(...writes.map(({ noticeId }) => noticeId));
        return writes.map(() => undefined);
      },
    },
  });
  return { handlers, written, told, recorded };
}

describe('the notification of a help request', () => {
  const notification = {
    key: 'notification',
    orgId: 'org',
    topic: 'crm.helpNotification',
    payload: { callId: 'call-1', helpRequestId: 'h' },
  } as const;

  it('rings for everybody who may join the call', async () => {
    const { handlers, written } = telling(supervisedCall({ help: OPEN }));
    assert.deepEqual(await handlers['crm.helpNotification']([notification]), [undefined]);
    assert.deepEqual(written, ['maya', 'dana']);
  });

  it('rings for nobody once the rep needs no help any more', async () => {
    const { handlers, written } = telling(supervisedCall({ help: WITHDRAWN }));
    assert.deepEqual(await handlers['crm.helpNotification']([notification]), [undefined]);
    assert.deepEqual(written, []);
  });

  it('rings later where the CRM does not say who may join', async () => {
    const { handlers, written } = telling(supervisedCall({ help: OPEN }), undefined, {
      crmIsAway: true,
    });
    const [result] = await handlers['crm.helpNotification']([notification]);
    assert.deepEqual([result?.kind, result?.isAway, written], ['retry', true, []]);
  });
});

describe('the notification that a rep who is followed is on a call', () => {
  const toFollower = (userId: string) =>
    ({
      key: `follow ${userId}`,
      orgId: 'org',
      topic: 'crm.followNotification',
      payload: { callId: 'call-1', userId },
    }) as const;
  const written = async (call: Call, ...userIds: string[]) => {
    const { handlers, written: rung } = telling(call);
    await handlers['crm.followNotification'](userIds.map(toFollower));
    return rung;
  };

  const live = { status: 'live', interventions: [] } as const;
  const maya = { ...anIntervention().supervisor, userId: 'maya' };

  it('rings for who follows and may join, and for nobody else', async () => {
    assert.deepEqual(await written(supervisedCall(live), 'dana', 'tomas'), ['dana']);
  });

  it('rings for nobody who is on the call already, or once it is over', async () => {
    const joined = [anIntervention({ supervisor: maya })];
    assert.deepEqual(await written(supervisedCall({ ...live, interventions: joined }), 'maya'), []);
    assert.deepEqual(await written(supervisedCall({ interventions: [] }), 'dana'), []);
  });
});

describe('a rep’s own call', () => {
  const alertOf = (more: Partial<CallAlert>): CallAlert => ({
    alertId: 'a',
    orgId: 'org',
    callId: 'call-1',
    repUserId: 'ravi',
    ruleName: 'Manager',
    ruleVersion: '1',
    label: 'Asks for a manager',
    family: 'asks_for_manager',
    severity: 'attention',
    raisedAt: '2026-11-20T17:00:00.000Z',
    round: 0,
    words: ['manager'],
    status: 'shown',
    ...more,
  });

  it('has how many alerts supervisors were shown while it was theirs', async () => {
    const raised = [
      alertOf({}),
      alertOf({ alertId: 'b', round: 1 }),
      alertOf({ alertId: 'c', status: 'held_out' }),
      alertOf({ alertId: 'd', repUserId: 'lena' }),
    ];
    const { handlers, written } = telling(supervisedCall(), undefined, { raised });
    const message = { key: 'k', orgId: 'org', topic: 'crm.call' } as const;
    await handlers['crm.call']([
      { ...message, payload: { callId: 'call-1', repUserId: 'ravi' } },
      { ...message, key: 'l', payload: { callId: 'call-1', repUserId: 'lena' } },
    ]);
    assert.deepEqual(written, ['ravi: 2', 'lena: 1']);
  });
});

describe('an intervention', () => {
  const about = { key: 'i', orgId: 'o', topic: 'crm.intervention' } as const;
  const payload = { callId: 'call-1', interventionId: 'i-1' };
  const line = (lineId: string, minute: string, text: string): TranscriptLine => ({
    lineId,
    speaker: 'customer',
    text,
    startedAt: `2026-11-20T17:${minute}:30.000Z`,
    endedAt: `2026-11-20T17:${minute}:34.000Z`,
  });
  const said = [
    line('1', '00', 'The October invoice has forty seats.'),
    line('2', '03', 'As I said, the October invoice has forty seats.'),
  ];
  const recordedOf = async (call: Call) => {
    const { handlers, recorded } = telling(call, undefined, { said });
    await handlers['crm.intervention']([{ ...about, payload }]);
    return recorded.map(({ repeats }) => repeats);
  };

  it('is on the record as so many lines, where the customer heard the supervisor and words were kept (V30)', async () => {
    assert.deepEqual(await recordedOf(supervisedCall({ transcribes: true })), [1]);
    assert.deepEqual(await recordedOf(supervisedCall()), [undefined]);
    const unheard = anIntervention({
      modeHistory: [{ mode: 'monitor', at: '2026-11-20T17:00:01.000Z' }],
    });
    assert.deepEqual(
      await recordedOf(supervisedCall({ transcribes: true, interventions: [unheard] })),
      [undefined],
    );
  });
});

describe('pages', () => {
  it('are told of which call a record is in the CRM, once for several messages', async () => {
    const { handlers, told } = telling(supervisedCall({ help: OPEN }));
    await handlers['crm.help']([message, message]);
    assert.deepEqual(told, ['call-1']);
  });

  it('are told of no notification, and of no call that is not there any more', async () => {
    const { handlers, told } = telling(supervisedCall({ help: OPEN }));
    await handlers['crm.helpNotification']([
      {
        ...message,
        topic: 'crm.helpNotification',
        payload: { callId: 'call-1', helpRequestId: 'h' },
      },
    ]);
    const gone = telling(undefined);
    await gone.handlers['crm.help']([message]);
    assert.deepEqual([told, gone.told], [[], []]);
  });
});

describe('what the CRM is owed of a call', () => {
  it('is written once when nothing changes meanwhile', async () => {
    const { handlers, written } = telling(supervisedCall({ help: OPEN }));
    await handlers['crm.help']([message]);
    assert.deepEqual(written, ['open']);
  });

  it('is written again when it changed while it was written, so that the older state never stays', async () => {
    const { handlers, written } = telling(supervisedCall({ help: OPEN }), (call) => ({
      ...call,
      help: WITHDRAWN,
    }));
    await handlers['crm.help']([message]);
    assert.deepEqual(written, ['open', 'closed']);
  });

  it('is written once though the call goes on otherwise', async () => {
    const { handlers, written } = telling(supervisedCall({ help: OPEN }), (call) => ({
      ...call,
      textWhispers: [],
    }));
    await handlers['crm.help']([message]);
    assert.deepEqual(written, ['open']);
  });

  it('is given up to the next message when it does not stand still', async () => {
    let n = 0;
    const { handlers, written } = telling(supervisedCall({ help: OPEN }), (call) => ({
      ...call,
      help: { ...OPEN, note: `${n++}` },
    }));
    await handlers['crm.help']([message]);
    assert.equal(written.length, 5);
  });

  it('is nothing of a call that is not there', async () => {
    const { handlers, written } = telling(undefined);
    await handlers['crm.help']([message]);
    await handlers['crm.acknowledgement']([
      {
        key: 'k',
        orgId: 'o',
        topic: 'crm.acknowledgement',
        payload: { callId: 'call-1', noticeId: 'n' },
      },
    ]);
    assert.deepEqual(written, []);
  });

  it('names the notice that the rep has seen', async () => {
    const { handlers, written } = telling(supervisedCall());
    await handlers['crm.acknowledgement']([
      {
        key: 'k',
        orgId: 'o',
        topic: 'crm.acknowledgement',
        payload: { callId: 'call-1', noticeId: 'n' },
      },
    ]);
    assert.deepEqual(written, ['n']);
  });
});
