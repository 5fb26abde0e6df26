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

const left = (msLeft: number): { msLeft?: number } => (msLeft > 0 ? { msLeft } : {});

describe('the softphone of a rep after a call', () => {
  let clock: VirtualClock;
  let state: SoftphoneState;
  let answers: (() => Promise<{ msLeft?: number }>)[];
  /** Until when it lasts, as the server knows. */
  let endsAt: number;
  let asked: number;
  let follow: (state: SoftphoneState) => void;

  beforeEach(() => {
    clock = new VirtualClock('2026-11-20T17:00:00.000Z');
    state = { ...INITIAL, feed: 'live' };
    answers = [];
    endsAt = 0;
    asked = 0;
    follow = followAfterCall({
      clock,
      server: {
        ask: (() => {
          asked += 1;
          return (answers.shift() ?? (async () => left(endsAt - clock.now())))();
        }) as never,
      },
      dispatch: (event) => become(reduce(state, event)),
    });
  });

  function become(next: SoftphoneState): void {
    state = next;
    follow(state);
  }
  const lasts = (ms: number): void => void (endsAt = clock.now() + ms);
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
    lasts(30_000);
    onCall([]);
    await clock.pass(29_000);
    assert.match(saidNow()!, /^After call/);
    assert.match(saidNow()!, /Ready$/);
    await clock.pass(2_000);
    assert.equal(saidNow(), undefined);
    const before = asked;
    await clock.pass(600_000);
    assert.equal(asked, before, 'nothing is asked afterwards');
  });
  it('shows it after a reload, too', async () => {
    lasts(12_000);
    known();
    await clock.pass(0);
    assert.equal(state.afterCallEndsAt, clock.now() + 12_000);
  });
  it('asks again while the server does not answer', async () => {
    answers.push(() => Promise.reject(new Error('away')));
    lasts(14_000);
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
    lasts(30_000);
    known();
    await clock.pass(0);
    onCall([{ ...own, status: 'ringing', rep: { ...own.rep, present: false } }]);
    await clock.pass(31_000);
    assert.equal(saidNow(), undefined);
  });
  it('asks nothing for a person who takes no calls', async () => {
    become({ ...state, me: { userId: own.rep.userId, modes: [], takesCalls: false } });
    await clock.pass(60_000);
    assert.equal(asked, 0);
  });
  it('ends soon when it has ended on another page', async () => {
    lasts(600_000);
    known();
    await clock.pass(60_000);
    assert.match(saidNow()!, /After call/);
    endsAt = 0;
    await clock.pass(15_000);
    assert.equal(saidNow(), undefined);
  });
  it('ends when a call begins, also one on another device', async () => {
    lasts(600_000);
    known();
    await clock.pass(0);
    onCall([own]);
    assert.equal(state.afterCallEndsAt, undefined);
    await clock.pass(60_000);
    assert.equal(state.afterCallEndsAt, undefined);
  });

  describe('at a click on Ready', () => {
    let told: string[];
    let focused: (string | undefined)[];
    /** What of the document has the focus; undefined while another page has it. */
    let focusedElement: object | null | undefined;
    const realDocument = globalThis.document;
    beforeEach(() => {
      focusedElement = null;
      Object.assign(globalThis, {
        document: {
          body: null,
          hasFocus: () => focusedElement !== undefined,
          get activeElement() {
            return focusedElement;
          },
        },
      });
    });
    afterEach(() => void Object.assign(globalThis, { document: realDocument }));
    const clickReady = (): void => {
      told = [];
      focused = [];
      createOwnCallActions({
        server: {
          ask: async (...request: unknown[]) => void told.push(request.slice(0, 2).join(' ')),
        },
        dispatch: (event: Parameters<typeof reduce>[1]) => become(reduce(state, event)),
        attempt: (act: () => Promise<unknown>) => void act(),
        render: (focusOn?: string) => void focused.push(focusOn),
      } as never).sayReady();
    };

    it('ends once the server knows it, and leaves the focus on the number to dial', async () => {
      lasts(30_000);
      known();
      await clock.pass(0);
      clickReady();
      await clock.pass(0);
      assert.deepEqual(told, ['POST /api/me/ready']);
      assert.equal(saidNow(), undefined);
      assert.deepEqual(focused, ['#number']);
    });
    for (const [where, element] of [
      ['another field', {}],
      ['another page', undefined],
    ] as const)
      it(`leaves the focus where the rep has gone meanwhile: ${where}`, async () => {
        focusedElement = element;
        lasts(30_000);
        known();
        await clock.pass(0);
        clickReady();
        await clock.pass(0);
        assert.deepEqual(focused, [undefined]);
      });
    it('does not come back by an answer that was under way', async () => {
      lasts(600_000);
      known();
      await clock.pass(14_000);
      let late: (answer: { msLeft: number }) => void = () => undefined;
      answers.push(() => new Promise((resolve) => (late = resolve)));
      await clock.pass(2_000);
      clickReady();
      await clock.pass(0);
      late({ msLeft: 584_000 });
      await clock.pass(0);
      assert.equal(saidNow(), undefined);
    });
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
