import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import {
  intervention,
  supervisedCall,
  type EndedIntervention,
} from '../../../support/supervisedCall.ts';

const keys = (
  more: Partial<EndedIntervention>,
  type: 'InterventionEnded' | 'OutcomeGiven',
): string[] =>
  outboxMessages(supervisedCall({ interventions: [intervention(more)] }), [
    { type, interventionId: 'i-1' } as unknown as CallEvent,
  ]).map(({ key }) => key);

const QUIET = [{ mode: 'monitor', at: '2026-11-20T17:00:01.000Z' }] as const;
const COACHED = {
  status: 'given',
  code: 'saved',
  at: '2026-11-20T17:06:00.000Z',
  coaching: { dueOn: '2026-11-24' },
} as const;

describe('what other systems hear of an intervention', () => {
  it('that was heard, when it ends: the record, and the rep is asked whether it helped', () => {
    assert.deepEqual(keys({}, 'InterventionEnded'), [
      'crm.intervention:i-1:InterventionEnded',
      'crm.notification:i-1:receipt',
    ]);
  });

  it('that only listened, when it ends: the record alone', () => {
    assert.deepEqual(keys({ modeHistory: QUIET }, 'InterventionEnded'), [
      'crm.intervention:i-1:InterventionEnded',
    ]);
  });

  it('with a debrief, when its outcome is given: the record, and the rep is told', () => {
    assert.deepEqual(keys({ outcome: COACHED }, 'OutcomeGiven'), [
      'crm.intervention:i-1:OutcomeGiven',
      'crm.notification:i-1:coaching',
    ]);
    assert.deepEqual(keys({}, 'OutcomeGiven'), ['crm.intervention:i-1:OutcomeGiven']);
  });

  it('that listened covertly by a written rule: nothing, for the rep reads the deal’s timeline too', () => {
    assert.deepEqual(keys({ noticeKinds: [], modeHistory: QUIET }, 'InterventionEnded'), []);
    assert.deepEqual(keys({ noticeKinds: [], outcome: COACHED }, 'OutcomeGiven'), []);
  });

  it('that never joined: nothing', () => {
    const { joinedAt: _never, ...failed } = intervention({ modeHistory: [] });
    const call = supervisedCall({ interventions: [failed] });
    assert.deepEqual(
      outboxMessages(call, [
        { type: 'InterventionEnded', interventionId: 'i-1' } as unknown as CallEvent,
      ]),
      [],
    );
  });
});

describe('what other systems hear of a request for help', () => {
  const HELP = {
    helpRequestId: 'h-1',
    reasonCode: 'pricing',
    at: '2026-11-20T16:59:00.000Z',
  } as const;
  const ANSWERED = {
    ...HELP,
    status: 'closed',
    closedAt: '2026-11-20T17:01:00.000Z',
    because: 'came',
    answer: { userId: 'maya', interventionId: 'i-1' },
  } as const;
  const told = (facts: Partial<Call>, event: object): string[] =>
    outboxMessages(supervisedCall(facts), [event as CallEvent])
      .map(({ key }) => key)
      .filter((key) => key.startsWith('crm.help'));

  it('that is made, taken and taken back: each turn, and a notification when it is made', () => {
    assert.deepEqual(
      told({}, { type: 'HelpRequested', help: { ...HELP, status: 'open' }, at: HELP.at }),
      ['crm.help:h-1:HelpRequested', 'crm.helpNotification:h-1'],
    );
    assert.deepEqual(told({}, { type: 'HelpAccepted', helpRequestId: 'h-1' }), [
      'crm.help:h-1:HelpAccepted',
    ]);
    assert.deepEqual(told({}, { type: 'HelpRequestCancelled', helpRequestId: 'h-1' }), [
      'crm.help:h-1:HelpRequestCancelled',
    ]);
    assert.deepEqual(told({}, { type: 'HelpRequestExpired', helpRequestId: 'h-1' }), [
      'crm.help:h-1:HelpRequestExpired',
    ]);
  });

  it('that is answered: then, and again when the intervention is over that answered it', () => {
    assert.deepEqual(
      told(
        { help: ANSWERED },
        { type: 'ModeConfirmed', interventionId: 'i-1', mode: 'whisper', at: ANSWERED.closedAt },
      ),
      ['crm.help:h-1:ModeConfirmed'],
    );
    assert.deepEqual(
      told({ pastHelp: [ANSWERED] }, { type: 'InterventionEnded', interventionId: 'i-1' }),
      ['crm.help:h-1:InterventionEnded'],
    );
  });

  it('that ends with the call: once', () => {
    const expired = {
      ...HELP,
      status: 'closed',
      closedAt: '2026-11-20T17:20:00.000Z',
      because: 'call_ended',
    } as const;
    assert.deepEqual(told({ help: expired }, { type: 'CallEnded', at: expired.closedAt }), [
      'crm.help:h-1:CallEnded',
    ]);
    assert.deepEqual(told({ help: ANSWERED }, { type: 'CallEnded', at: expired.closedAt }), []);
    assert.deepEqual(told({}, { type: 'CallEnded', at: expired.closedAt }), []);
  });
});

describe('what other systems hear of a notice that the rep has seen', () => {
  const NOTICE = {
    noticeId: 'n-1',
    interventionId: 'i-1',
    supervisor: intervention().supervisor,
    mode: 'monitor',
    at: '2026-11-20T17:00:01.000Z',
  } as const;
  const told = (facts: Partial<Call>) =>
    outboxMessages(supervisedCall(facts), [
      { type: 'NoticeAcknowledged', noticeId: 'n-1', at: '2026-11-20T17:00:05.000Z' },
    ]).map(({ key }) => key);

  it('is one message per rep and version of the policy (P12), and the intervention again when that is over', () => {
    assert.deepEqual(told({ notices: [NOTICE] }), [
      'crm.intervention:i-1:NoticeAcknowledged:n-1',
      'crm.acknowledgement:00D000000000001AAA:005000000000003AAA:2026-11',
    ]);
  });

  it('is nothing when the notice is unknown', () => assert.deepEqual(told({}), []));
});
