import assert from 'node:assert/strict';
import type { Call, PastRep, RepOnCall } from '../../../../server/domain/call/call.ts';
import type { CallEvent } from '../../../../server/domain/call/events.ts';
import { evolveAll } from '../../../../server/domain/call/evolve.ts';
import { endedRepCalls, isKept, talkedSeconds } from '../../../../server/domain/call/repCalls.ts';
import { subjectOfRepCall, wrapUpDueBy } from '../../../../server/domain/call/wrapUp.ts';
import { outboxMessages } from '../../../../server/domain/outbox/outbox.ts';
import { repCallView } from '../../../../server/http/views/repCallViews.ts';
import { at, participant, START } from '../../../support/builders.ts';
import { intervention, supervisedCall } from '../../../support/supervisedCall.ts';

const RAVI: RepOnCall = { userId: 'ravi', name: 'Ravi Patel', managerIds: [] };
const LENA: RepOnCall = { userId: 'lena', name: 'Lena Brandt', managerIds: [] };

/** Ravi's call: rung at the start, answered after 10 s, over after 100 s. */
const ended = (more: object = {}): Call =>
  supervisedCall({
    startedAt: START,
    answeredAt: at(10),
    endedAt: at(100),
    rep: RAVI,
    participants: [participant('customer', { status: 'left' })],
    interventions: [],
    ...more,
  });
const live = (more: object = {}): Call => {
  const {
    endedAt: _at,
    endReason: _why,
    ...facts
  } = ended() as Call & {
    endedAt: string;
    endReason: string;
  };
  return { ...facts, status: 'live', ...more } as Call;
};
const past = (rep: RepOnCall, seconds: number): PastRep => ({ rep, until: at(seconds) });
const told = (call: Call, ...events: CallEvent[]) =>
  outboxMessages(call, events)
    .filter(({ topic }) => topic === 'crm.call')
    .map(({ key }) => key);

describe('a rep’s own call that has ended', () => {
  it('lasts as long as it was answered, and is not assisted by itself', () => {
    const [own, ...others] = endedRepCalls(ended());
    assert.deepEqual(others, []);
    assert.deepEqual(own, {
      rep: RAVI,
      startedAt: START,
      endedAt: at(100),
      talkedMs: 90_000,
      result: 'answered',
      isAssisted: false,
    });
  });

  it('lasts whole seconds only, in the wrap-up as on the card of the call', () => {
    const call = ended({ endedAt: new Date(Date.parse(START) + 640_700).toISOString() });
    const own = endedRepCalls(call)[0]!;
    assert.equal(own.talkedMs, 630_700);
    assert.equal(talkedSeconds(own), 630);
    assert.equal(repCallView(call, 'ravi')?.talkedSeconds, 630);
  });

  it('is not over while the call goes on', () => {
    assert.deepEqual(endedRepCalls(live()), []);
  });

  it('was not reached when the customer’s phone could not be rung through', () => {
    const { talkedMs, result } = endedRepCalls(
      ended({ answeredAt: undefined, endReason: 'customer_unreachable' }),
    )[0]!;
    assert.deepEqual([talkedMs, result], [0, 'not_reached']);
  });

  it('was not answered when the rep hung up before', () => {
    assert.equal(endedRepCalls(ended({ answeredAt: undefined }))[0]!.result, 'not_answered');
  });

  it('is none where nobody was rung, or a caller was not answered', () => {
    assert.deepEqual(endedRepCalls(ended({ answeredAt: undefined, participants: [] })), []);
    assert.deepEqual(endedRepCalls(ended({ answeredAt: undefined, direction: 'inbound' })), []);
  });

  it('is assisted once a supervisor was heard, and not by listening (G30)', () => {
    const with_ = (mode: 'monitor' | 'whisper', seconds: number, more: object = {}) =>
      endedRepCalls(
        ended({
          interventions: [intervention({ modeHistory: [{ mode, at: at(seconds) }], ...more })],
        }),
      )[0]!.isAssisted;
    assert.deepEqual(
      [with_('monitor', 20), with_('whisper', 20), with_('whisper', 20, { noticeKinds: [] })],
      [false, true, false],
    );
  });

  describe('after a transfer', () => {
    const handed = ended({ rep: LENA, pastReps: [past(RAVI, 40)] });

    it('is one for each rep, each with their own time', () => {
      assert.deepEqual(
        endedRepCalls(handed).map(({ rep, talkedMs }) => [rep.userId, talkedMs]),
        [
          ['ravi', 30_000],
          ['lena', 60_000],
        ],
      );
    });

    it('is one for a rep who had it twice', () => {
      const back = ended({ rep: RAVI, pastReps: [past(RAVI, 40), past(LENA, 60)] });
      assert.deepEqual(
        endedRepCalls(back).map(({ rep, talkedMs }) => [rep.userId, talkedMs]),
        [
          ['ravi', 70_000],
          ['lena', 20_000],
        ],
      );
    });

    it('is over for the one who handed it on, once they are off', () => {
      const transfer = { transferId: 't', to: LENA, requestedAt: at(30), completesItself: false };
      const call = live({ rep: LENA, pastReps: [past(RAVI, 40)] });
      const own = (status: 'handing_over' | 'completed') =>
        endedRepCalls({ ...call, transfer: { ...transfer, status, at: at(41) } as never }).map(
          ({ rep }) => rep.userId,
        );
      assert.deepEqual([own('handing_over'), own('completed')], [[], ['ravi']]);
    });
  });

  it('is told to the CRM once, and again for its recording', () => {
    const recording = {
      recordingId: 'r',
      of: { kind: 'call' },
      status: 'completed',
      startedAt: START,
    } as const;
    const call = ended({ recordings: [recording] });
    const end: CallEvent = { type: 'CallEnded', endReason: 'hung_up', at: at(100) };
    const recorded: CallEvent = {
      type: 'RecordingEnded',
      recordingId: 'r',
      status: 'completed',
      at: at(120),
    };
    assert.deepEqual(told(call, end), [`crm.call:call-1:ravi:CallEnded:${at(100)}`]);
    assert.deepEqual(told(call, recorded), ['crm.call:call-1:ravi:r']);
    assert.deepEqual(told(live({ recordings: [recording] }), recorded), []);
  });

  it('is kept as the org wants it', () => {
    assert.deepEqual(
      (['all', 'opportunity', 'none'] as const).map((logging) => [
        isKept(logging, '006'),
        isKept(logging, undefined),
      ]),
      [
        [true, true],
        [true, false],
        [false, false],
      ],
    );
  });
});

describe('a wrap-up', () => {
  const wrapUp = { repUserId: 'ravi', disposition: 'advanced', at: at(110) } as const;
  const wrapped = (more: object = {}): CallEvent => ({
    type: 'CallWrappedUp',
    wrapUp: { ...wrapUp, ...more },
    at: at(110),
  });

  it('is due from each rep of the call who has not given one', () => {
    const call = ended({ rep: LENA, pastReps: [past(RAVI, 40)] });
    assert.deepEqual(wrapUpDueBy(call), ['ravi', 'lena']);
    assert.deepEqual(wrapUpDueBy(evolveAll(call, [wrapped()])), ['lena']);
  });

  it('replaces the one before, and no other rep’s', () => {
    const call = evolveAll(ended({ wrapUps: [{ ...wrapUp, repUserId: 'lena' }] }), [
      wrapped(),
      wrapped({ disposition: 'stayed' }),
    ]);
    assert.deepEqual(
      call.wrapUps!.map(({ repUserId, disposition }) => [repUserId, disposition]),
      [
        ['lena', 'advanced'],
        ['ravi', 'stayed'],
      ],
    );
  });

  it('is told to the CRM for its rep only', () => {
    const call = ended({ rep: LENA, pastReps: [past(RAVI, 40)] });
    assert.deepEqual(told(call, wrapped()), [`crm.call:call-1:ravi:CallWrappedUp:${at(110)}`]);
  });

  it('moves the rep’s call to the record that the rep chose, or to none', () => {
    const about = (chosen: object) =>
      subjectOfRepCall(evolveAll(ended(), [wrapped({ about: chosen })]), 'ravi');
    assert.deepEqual(about({ name: 'Kai Moreno', contactId: '003K' }), {
      customer: { name: 'Kai Moreno', phone: '+14155550142', contactId: '003K' },
    });
    assert.deepEqual(about({}).customer, { name: '+14155550142', phone: '+14155550142' });
    assert.equal(subjectOfRepCall(ended(), 'ravi').customer.name, 'Priya Raman');
  });
});
