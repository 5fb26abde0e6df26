import assert from 'node:assert/strict';
import {
  activeNotices,
  callToReturnTo,
  currentCall,
  INITIAL,
  ownIntervention,
  reduce,
  type SoftphoneEvent,
  type SoftphoneState,
} from '../../softphone/src/state.ts';
import type { CallView, NoticeView } from '../../softphone/src/types.ts';
import { supervision } from './support/builders.ts';

const after = (...events: SoftphoneEvent[]): SoftphoneState => events.reduce(reduce, INITIAL);
const at = '2026-11-02T17:00:00.000Z';

const call = (more: Partial<CallView> = {}): CallView => ({
  callId: 'c1',
  status: 'live',
  startedAt: at,
  rep: { userId: 'ravi', name: 'Ravi', present: true, silenced: false },
  customer: { name: 'Priya', onHold: false },
  guests: [],
  interventions: [],
  you: { relation: 'rep', modes: [] },
  ...more,
});
const notice = (more: Partial<NoticeView> = {}): NoticeView => ({
  noticeId: 'i1.1',
  callId: 'c1',
  interventionId: 'i1',
  supervisor: { name: 'Maya', role: 'Sales manager' },
  mode: 'monitor',
  text: '',
  at,
  ...more,
});
const snapshot = (calls: CallView[], notices: NoticeView[] = []): SoftphoneEvent => ({
  type: 'snapshot',
  feed: 'live',
  calls,
  notices,
});

describe('an idle softphone', () => {
  it('rings when a call comes in', () =>
    assert.deepEqual(
      after({ type: 'ring-started', lineId: 'l1', callId: 'c1', name: 'Priya' }).rings,
      [{ lineId: 'l1', callId: 'c1', name: 'Priya' }],
    ));
  it('is not opened by a late word of an open call', () =>
    assert.equal(
      after({ type: 'line-status', lineId: 'l1', status: 'open', at }).call.status,
      'idle',
    ));
});

describe('a person whom nobody hears', () => {
  const tried = after(
    { type: 'microphone', microphone: 'denied' },
    { type: 'problem', problem: { message: 'Blocked.', isAboutVoice: true } },
  );
  it('reads no longer why once the microphone is back', () => {
    assert.equal(tried.problem?.message, 'Blocked.');
    assert.equal(reduce(tried, { type: 'microphone', microphone: 'ready' }).problem, undefined);
  });
  it('reads on what has nothing to do with it', () => {
    const other = reduce(tried, { type: 'problem', problem: { message: 'Refused.' } });
    const back = reduce(other, { type: 'microphone', microphone: 'ready' });
    assert.equal(back.problem?.message, 'Refused.');
  });
});

describe('an engaged softphone', () => {
  const engaged = after(
    { type: 'line-connecting', lineId: 'l1', callId: 'c1', at },
    { type: 'line-status', lineId: 'l1', status: 'open', at },
  );
  it('is not disturbed by another call', () =>
    assert.deepEqual(
      reduce(engaged, { type: 'ring-started', lineId: 'l2', name: 'Owen' }).call,
      engaged.call,
    ));
  it('knows its call from the live view', () =>
    assert.equal(currentCall(reduce(engaged, snapshot([call()])))?.callId, 'c1'));
  it('is idle when the call ends', () =>
    assert.deepEqual(
      reduce(engaged, { type: 'line-status', lineId: 'l1', status: 'ended', at }).call,
      { status: 'idle' },
    ));
  it('does not end with the call of somebody else who rang', () => {
    const rung = reduce(engaged, { type: 'ring-started', lineId: 'l2', name: 'Owen' });
    const gone = reduce(rung, { type: 'line-status', lineId: 'l2', status: 'ended', at });
    assert.deepEqual([gone.call, gone.rings], [engaged.call, []]);
  });
});

describe('a supervisor’s softphone', () => {
  it('shows only the mode that the server says is confirmed', () => {
    const joined = after(
      { type: 'line-connecting', lineId: 'l1', callId: 'c1', interventionId: 'i1', at },
      { type: 'line-status', lineId: 'l1', status: 'open', at },
    );
    assert.equal(ownIntervention(joined), undefined);
    const interventions = [
      {
        interventionId: 'i1',
        supervisor: { userId: 'm', name: 'Maya', role: '' },
        status: 'active' as const,
        mode: 'monitor' as const,
        pendingMode: 'whisper' as const,
        modeHistory: [],
      },
    ];
    assert.equal(
      ownIntervention(reduce(joined, snapshot([call({ interventions })])))?.mode,
      'monitor',
    );
  });
});

describe('the way back into a call', () => {
  const me: SoftphoneEvent = {
    type: 'me-known',
    me: { userId: 'ravi', modes: [], takesCalls: true },
  };
  const gone = { userId: 'ravi', name: 'Ravi', present: false, silenced: false };
  const offered = (...events: SoftphoneEvent[]) => callToReturnTo(after(me, ...events));

  it('is offered to a rep whose call goes on without their softphone', () =>
    assert.deepEqual(offered(snapshot([call({ rep: gone })])), {
      callId: 'c1',
      name: 'Priya',
      role: 'rep',
    }));

  it('is not offered on the call, nor while a supervisor has it', () => {
    const rejoined: SoftphoneEvent = { type: 'line-connecting', lineId: 'l1', callId: 'c1', at };
    const interventions = [supervision('Maya', { mode: 'takeover' })];
    assert.deepEqual(
      [
        offered(snapshot([call()])),
        offered(snapshot([call({ rep: gone })]), rejoined),
        offered(snapshot([call({ rep: gone, interventions })])),
      ],
      [undefined, undefined, undefined],
    );
  });

  it('says to a rep who was lost whether the customer waits, or talks with a supervisor', () => {
    const lost = (isAttended: boolean) =>
      offered(
        snapshot([
          call({
            rep: gone,
            repLoss: { since: at, until: at, isAttended },
            interventions: isAttended ? [supervision('Maya', { mode: 'takeover' })] : [],
          }),
        ]),
      )?.lost;
    assert.deepEqual([lost(false), lost(true)], ['waiting', 'attended']);
  });

  it('is offered to a supervisor who left by reloading, until there is another call', () => {
    const left = { callId: 'c2', name: 'Marcus', role: 'supervisor' } as const;
    assert.deepEqual(offered({ type: 'left', left }), left);
    assert.equal(
      offered(
        { type: 'left', left },
        { type: 'line-connecting', lineId: 'l1', callId: 'c3', at },
        { type: 'line-status', lineId: 'l1', status: 'ended', at },
      ),
      undefined,
    );
  });
});

describe('a rep’s notices', () => {
  it('are the latest of each supervisor who is there', () => {
    const state = after(
      snapshot(
        [call()],
        [
          notice(),
          notice({ noticeId: 'i1.2', mode: 'whisper' }),
          notice({ noticeId: 'i2.1', interventionId: 'i2', endedAt: at }),
        ],
      ),
    );
    assert.deepEqual(
      activeNotices(state).map((one) => one.noticeId),
      ['i1.2'],
    );
  });
  it('keep their order beyond nine switches', () => {
    const state = after(
      snapshot(
        [call()],
        [notice({ noticeId: 'i1.10', mode: 'barge' }), notice({ noticeId: 'i1.9' })],
      ),
    );
    assert.deepEqual(
      activeNotices(state).map((one) => one.mode),
      ['barge'],
    );
  });
  it('go with the call', () => {
    const state = after(
      snapshot([call()], [notice()]),
      snapshot([call({ status: 'ended' })], [notice()]),
    );
    assert.deepEqual(activeNotices(state), []);
  });
});
