import assert from 'node:assert/strict';
import type { Call } from '../../../../server/domain/call/call.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import type { RecordingFact } from '../../../../server/domain/carrier/carrierFacts.ts';
import { observe } from '../../../../server/domain/carrier/observe.ts';
import { pendingActions } from '../../../../server/domain/carrier/pendingActions.ts';
import { announcementText } from '../../../../server/domain/notices/playAnnouncements.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { at, liveCall, START, supervisedCall } from '../../../support/builders.ts';

const owed = (call: Call) => pendingActions(call).filter((duty) => duty.do === 'record');
const fact = (facts: Partial<RecordingFact> = {}): RecordingFact => ({
  type: 'recording-status',
  callId: 'c1',
  recordingId: 'RE1',
  interventionId: 'i1',
  status: 'in_progress',
  startedAt: START,
  at: at(1),
  ...facts,
});
const after = (call: Call, ...facts: RecordingFact[]): Call =>
  facts.reduce((so, one) => evolveAll(so, observe(so, one, at(1))), call);

describe('a supervisor whose words are recorded', () => {
  const call = supervisedCall({ isRecorded: true });

  it('is recorded as soon as the participant is connected (D5)', () =>
    assert.deepEqual(owed(call), [
      { do: 'record', connectionId: 'CA-supervisor', interventionId: 'i1' },
    ]));
  it('is recorded once', () => assert.deepEqual(owed(after(call, fact())), []));
  it('has the recording on the intervention', () => {
    assert.deepEqual(after(call, fact()).recordings, [
      {
        recordingId: 'RE1',
        of: { kind: 'supervisor', interventionId: 'i1' },
        status: 'in_progress',
        startedAt: START,
      },
    ]);
  });
});

describe('a supervisor whose words are not recorded', () => {
  it('leaves nothing to record', () => assert.deepEqual(owed(supervisedCall()), []));
});

describe('a recording', () => {
  const kept = after(supervisedCall(), fact(), fact({ status: 'completed', durationSeconds: 42 }));

  it('is kept with its length', () =>
    assert.deepEqual(
      kept.recordings.map(({ status, durationSeconds }) => ({ status, durationSeconds })),
      [{ status: 'completed', durationSeconds: 42 }],
    ));
  it('that is kept does not go on again by a late word', () =>
    assert.deepEqual(observe(kept, fact(), at(9)), []));
  it('whose beginning was never told is known by its end', () =>
    assert.equal(
      after(supervisedCall(), fact({ status: 'completed', durationSeconds: 7 })).recordings[0]
        ?.durationSeconds,
      7,
    ));
  it('is told to the CRM once the intervention is over', () => {
    const ended = evolveAll(after(supervisedCall(), fact()), [
      { type: 'InterventionEnded', interventionId: 'i1', endReason: 'supervisor_left', at: at(60) },
    ]);
    const events = observe(ended, fact({ status: 'completed', durationSeconds: 42 }), at(61));
    assert.deepEqual(
      outboxMessages(evolveAll(ended, events), events).map(({ key }) => key),
      ['crm.intervention:i1:RecordingEnded:RE1'],
    );
  });
});

describe('a call that is recorded once its disclosure has been played', () => {
  const disclosure = (status: 'requested' | 'played' | 'failed') =>
    liveCall({
      records: 'after_disclosure',
      announcements: [
        {
          announcementId: 'c1.disclosure.1',
          kind: 'disclosure',
          to: 'customer',
          language: 'en',
          status,
          requestedAt: START,
        },
      ],
    });
  const recorded = (call: Call) =>
    pendingActions(call).filter(({ do: what }) => what === 'record-call');

  it('is not recorded while the disclosure is playing, or after it has failed (T15)', () => {
    assert.deepEqual(recorded(disclosure('requested')), []);
    assert.deepEqual(recorded(disclosure('failed')), []);
  });
  it('is recorded on the customer’s connection after its end, once (T15)', () => {
    const call = disclosure('played');
    assert.deepEqual(recorded(call), [{ do: 'record-call', connectionId: 'CA-customer' }]);
    assert.deepEqual(recorded(after(call, fact({ interventionId: undefined }))), []);
  });
  it('says that it is recorded, in the customer’s language (T15)', () => {
    const [announcement] = disclosure('requested').announcements;
    const text = (language: 'en' | 'de', records?: 'after_disclosure') =>
      announcementText({ ...announcement!, language }, liveCall({ records }));
    assert.match(text('en', 'after_disclosure')!, /is recorded/);
    assert.match(text('de', 'after_disclosure')!, /aufgezeichnet/);
    assert.doesNotMatch(text('en')!, /recorded/);
  });
});
