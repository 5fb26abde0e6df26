import assert from 'node:assert/strict';
import type { Call, Notice } from '../../../../server/domain/call/call.ts';
import type { Mode } from '../../../../server/domain/call/modes.ts';
import { noticesToRead } from '../../../../server/domain/notices/readers.ts';
import { active, at, liveCall, participant, supervisedCall } from '../../../support/builders.ts';

const LENA = { userId: 'lena', name: 'Lena Brandt', managerIds: [] };
const RAVI = { userId: 'ravi', name: 'Ravi Patel', managerIds: [] };

const notice = (mode: Mode, seconds: number, more: Partial<Notice> = {}): Notice => ({
  noticeId: `${more.interventionId ?? 'i1'}.${seconds}`,
  interventionId: 'i1',
  supervisor: { userId: 'maya', name: 'Maya Okafor', role: 'supervisor' },
  mode,
  at: at(seconds),
  ...more,
});

/** Mode, begin and end in seconds of the call, as this person reads them. */
const read = (call: Call, userId = 'ravi') =>
  noticesToRead(call, userId).map(({ notice: { mode, at: begin }, endedAt }) => [
    mode,
    seconds(begin),
    endedAt && seconds(endedAt),
  ]);
const seconds = (time: string): number => (Date.parse(time) - Date.parse(at(0))) / 1000;
const gone = (leftAt: string) =>
  ({
    ...active({ modeHistory: [] }),
    status: 'ended',
    leftAt,
    endReason: 'supervisor_left',
    outcome: { status: 'due' },
  }) as Call['interventions'][number];

describe('what the rep reads of a supervisor', () => {
  const ladder = [notice('monitor', 1), notice('whisper', 20), notice('barge', 50)];

  it('is true until the next mode, and the last until now', () =>
    assert.deepEqual(read(supervisedCall({}, 'everyone', { notices: ladder })), [
      ['monitor', 1, 20],
      ['whisper', 20, 50],
      ['barge', 50, undefined],
    ]));

  it('ends with the supervisor, however that came: each mode keeps its own end', () =>
    assert.deepEqual(read(liveCall({ interventions: [gone(at(70))], notices: ladder })), [
      ['monitor', 1, 20],
      ['whisper', 20, 50],
      ['barge', 50, 70],
    ]));

  it('says that the supervisor left only of the last one, and not if the call ended', () => {
    const left = (call: Call) => noticesToRead(call, 'ravi').map(({ hasLeft }) => hasLeft);
    const went = gone(at(70));
    assert.deepEqual(left(liveCall({ interventions: [went], notices: ladder })), [
      undefined,
      undefined,
      true,
    ]);
    const ended = { ...went, endReason: 'call_ended' } as typeof went;
    assert.deepEqual(left(liveCall({ interventions: [ended], notices: ladder })), [
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('ends with the call', () => {
    const { answeredAt, ...call } = supervisedCall({}, 'nobody', { notices: ladder });
    const ended: Call = {
      ...call,
      answeredAt,
      status: 'ended',
      endedAt: at(90),
      endReason: 'hung_up',
    };
    assert.deepEqual(read(ended).at(-1), ['barge', 50, 90]);
  });

  it('is told apart from what another supervisor does', () => {
    const other = { ...active(), interventionId: 'i2' };
    const call = liveCall({
      interventions: [active(), other],
      notices: [notice('monitor', 1), notice('monitor', 5, { interventionId: 'i2' })],
    });
    assert.deepEqual(read(call), [
      ['monitor', 1, undefined],
      ['monitor', 5, undefined],
    ]);
  });

  it('is nothing to anybody else', () =>
    assert.deepEqual(read(supervisedCall({}, 'nobody', { notices: ladder }), 'lena'), []));
});

describe('a call that is handed over while a supervisor is on it', () => {
  const handedOver = (): Call =>
    supervisedCall({}, 'nobody', {
      rep: LENA,
      pastReps: [{ rep: RAVI, until: at(60) }],
      notices: [notice('monitor', 1), notice('whisper', 30), notice('monitor', 60)],
    });

  it('ends what its former rep reads, at that moment', () =>
    assert.deepEqual(read(handedOver()), [
      ['monitor', 1, 30],
      ['whisper', 30, 60],
    ]));

  it('tells its new rep what is true since then, and nothing of before', () =>
    assert.deepEqual(read(handedOver(), 'lena'), [['monitor', 60, undefined]]));

  it('lets only the one to whom a notice was given confirm it', () => {
    assert.deepEqual(
      noticesToRead(handedOver(), 'lena').map(({ isOwn }) => isOwn),
      [true],
    );
  });
});

describe('a colleague who is asked onto a supervised call', () => {
  const consulted = (status: 'ringing' | 'connected', joinedAt = at(40)): Call =>
    supervisedCall({}, 'nobody', {
      notices: [notice('monitor', 1), notice('barge', 30), notice('monitor', 50)],
      participants: [
        participant('customer'),
        participant('rep'),
        participant('colleague', { status, joinedAt }, 'lena'),
      ],
      transfer: {
        transferId: 't1',
        to: LENA,
        requestedAt: at(35),
        completesItself: false,
        status: 'requested',
      },
    });

  it('reads who is on from the first moment, and what follows', () =>
    assert.deepEqual(read(consulted('connected'), 'lena'), [
      ['barge', 30, 50],
      ['monitor', 50, undefined],
    ]));

  it('confirms nothing in the rep’s place', () =>
    assert.deepEqual(
      noticesToRead(consulted('connected'), 'lena').map(({ isOwn }) => isOwn),
      [false, false],
    ));

  it('reads nothing while their phone rings', () =>
    assert.deepEqual(read(consulted('ringing'), 'lena'), []));
});
