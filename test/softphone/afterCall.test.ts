import assert from 'node:assert/strict';
import { followAfterCall } from '../../softphone/src/afterCall.ts';
import { showDurations } from '../../softphone/src/callMeters.ts';
import { createOwnCallActions } from '../../softphone/src/ownCallActions.ts';
import { afterCallPanel } from '../../softphone/src/panels/afterCallPanel.ts';
import { INITIAL, reduce, type SoftphoneState } from '../../softphone/src/state.ts';
import { TEXTS } from '../../softphone/src/strings.ts';
import { callWith } from './support/builders.ts';
import { textOnPaper } from './support/paper.ts';
import { VirtualClock } from './support/virtualClock.ts';

describe('the softphone of a rep after a call', () => {
  let clock: VirtualClock;
  let state: SoftphoneState;
  let answers: (() => Promise<{ msLeft?: number }>)[];
  let asked: number;
  let follow: (state: SoftphoneState) => void;

  beforeEach(() => {
    clock = new VirtualClock('2026-11-20T17:00:00.000Z');
    state = { ...INITIAL, feed: 'live' };
    answers = [];
    asked = 0;
    follow = followAfterCall({
      clock,
      server: {
        ask: (() => {
          asked += 1;
          return (answers.shift() ?? (() => Promise.resolve({})))();
        }) as never,
      },
      dispatch: (event) => become(reduce(state, event)),
    });
  });

  function become(next: SoftphoneState): void {
    state = next;
    follow(state);
  }
  const answer = (msLeft?: number): void =>
    void answers.push(() => Promise.resolve(msLeft === undefined ? {} : { msLeft }));
  const own = callWith();
  const known = (): void =>
    become({ ...state, me: { userId: own.rep.userId, modes: [], takesCalls: true } });
  const onCall = (calls: SoftphoneState['calls']): void => become({ ...state, calls });
  const saidNow = (): string | undefined =>
    textOnPaper(() => afterCallPanel(state, { sayReady: () => undefined }, TEXTS.en));

  it('shows nothing before and during the call', async () => {
    known();
    onCall([own]);
    await clock.pass(60_000);
    assert.equal(asked, 1);
    assert.equal(saidNow(), undefined);
  });
  it('shows it with a button from the end of the call until the server says that it is over', async () => {
    known();
    onCall([own]);
    answer(30_000);
    onCall([]);
    await clock.pass(29_000);
    assert.match(saidNow()!, /^After call/);
    assert.match(saidNow()!, /Ready$/);
    await clock.pass(2_000);
    assert.equal(asked, 3);
    assert.equal(saidNow(), undefined);
  });
  it('shows it after a reload, too', async () => {
    answer(12_000);
    known();
    await clock.pass(0);
    assert.equal(state.afterCallEndsAt, clock.now() + 12_000);
  });
  it('asks again while the server does not answer', async () => {
    answers.push(() => Promise.reject(new Error('away')));
    answer(9_000);
    known();
    await clock.pass(4_000);
    assert.equal(saidNow(), undefined);
    await clock.pass(2_000);
    assert.match(saidNow()!, /After call/);
  });
  it('takes no answer that came after the next call began', async () => {
    let late: (answer: { msLeft: number }) => void = () => undefined;
    answers.push(() => new Promise((resolve) => (late = resolve)));
    known();
    onCall([own]);
    late({ msLeft: 30_000 });
    await clock.pass(0);
    assert.equal(state.afterCallEndsAt, undefined);
  });
  it('goes on while a caller waits for them who does not ring yet', async () => {
    answer(30_000);
    known();
    await clock.pass(0);
    onCall([{ ...own, status: 'ringing', rep: { ...own.rep, present: false } }]);
    await clock.pass(31_000);
    assert.equal(asked, 2, 'it ends at its time');
    assert.equal(saidNow(), undefined);
  });
  it('asks nothing for a person who takes no calls', async () => {
    become({ ...state, me: { userId: own.rep.userId, modes: [], takesCalls: false } });
    await clock.pass(60_000);
    assert.equal(asked, 0);
  });
  it('ends at a click on Ready, once the server knows it', async () => {
    answer(30_000);
    known();
    await clock.pass(0);
    const told: string[] = [];
    const { sayReady } = createOwnCallActions({
      server: {
        ask: async (...request: unknown[]) => void told.push(request.slice(0, 2).join(' ')),
      },
      dispatch: (event: Parameters<typeof reduce>[1]) => become(reduce(state, event)),
      attempt: (act: () => Promise<unknown>) => void act(),
    } as never);
    sayReady();
    await clock.pass(0);
    assert.deepEqual(told, ['POST /api/me/ready']);
    assert.equal(saidNow(), undefined);
  });
  it('shows the time that is left, down to zero', () => {
    const timer = { dataset: { until: '65000' }, textContent: '' };
    const root = {
      querySelectorAll: (selector: string) => (selector.includes('until') ? [timer] : []),
    } as unknown as ParentNode;
    const shownAt = (now: number): string => {
      showDurations(root, now);
      return timer.textContent;
    };
    assert.deepEqual([0, 4_500, 64_999, 70_000].map(shownAt), ['1:05', '1:01', '0:01', '0:00']);
  });
});
