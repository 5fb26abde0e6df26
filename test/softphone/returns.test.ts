import assert from 'node:assert/strict';
import { rememberLeft } from '../../softphone/src/leftCall.ts';
import { followReturns } from '../../softphone/src/returns.ts';
import type { SoftphoneState } from '../../softphone/src/state.ts';
import { callWith } from './support/builders.ts';
import { openStage } from './support/phoneStage.ts';
import { StubTab } from './support/stubTab.ts';

describe('a page that comes back from the back/forward cache', () => {
  it('has its phone again, whose Device was destroyed when the page was left', async () => {
    const { clock, service, phone } = await openStage();
    const tab = new StubTab();
    followReturns(tab, () => phone.wake());
    tab.hides(true);
    service.devices.at(-1)!.destroy();
    assert.equal(service.ring('Marcus'), undefined);
    tab.shows(true);
    await clock.pass(2_000);
    assert.ok(service.ring('Marcus'), 'the phone can be rung');
    assert.equal(service.devices.length, 2);
  });

  it('is not woken when it is only loaded, or hidden', () => {
    let woken = 0;
    const tab = new StubTab();
    followReturns(tab, () => (woken += 1));
    tab.shows(false);
    tab.document.hidden = true;
    tab.document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(woken, 0);
    tab.document.hidden = false;
    tab.document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(woken, 1);
  });
});

describe('the call that a page was on when it was left', () => {
  const on = (callId?: string) =>
    ({
      me: { userId: 'ravi', modes: [], takesCalls: true },
      calls: callId ? [{ ...callWith(), callId }] : [],
      call: callId ? { status: 'open', lineId: 'l', callId, muted: false } : { status: 'idle' },
    }) as unknown as SoftphoneState;
  let tab: StubTab;
  let nowMs: number;
  const remember = () =>
    rememberLeft({ window: tab.window, storage: tab.storage, now: () => nowMs });

  beforeEach(() => {
    tab = new StubTab();
    nowMs = 0;
  });

  it('is offered to the next page of the tab, for ten minutes', () => {
    remember().follow(on('c1'));
    assert.equal(remember().left(), undefined, 'not while the page is there');
    tab.hides(false);
    tab.load();
    assert.equal(remember().left()?.callId, 'c1');
    nowMs = 10 * 60_000;
    assert.equal(remember().left(), undefined);
  });

  it('is not forgotten by what the SDK says while the page is left, as it ends the call', () => {
    const page = remember();
    page.follow(on('c1'));
    tab.hides(true);
    page.follow(on());
    tab.load();
    assert.equal(remember().left()?.callId, 'c1');
  });

  it('is offered no more after it has ended on a page that came back', () => {
    const page = remember();
    page.follow(on('c1'));
    tab.hides(true);
    tab.shows(true);
    page.follow(on());
    tab.load();
    assert.equal(remember().left(), undefined);
  });

  it('is the one that began on a page that came back, when that is left', () => {
    const page = remember();
    page.follow(on('c1'));
    tab.hides(true);
    tab.shows(true);
    page.follow(on('c2'));
    tab.hides(false);
    tab.load();
    assert.equal(remember().left()?.callId, 'c2');
  });
});
