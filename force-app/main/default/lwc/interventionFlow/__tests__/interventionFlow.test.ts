import type { CallView } from 'c/callModel';
import InterventionFlow, { type FlowEnd } from 'c/interventionFlow';
import { subscribe } from 'c/liveFeed';
import {
  answerRequests,
  reportConnection,
  reportConnectionTest,
  type SoftphoneRequest,
} from 'c/softphoneBus';
import { forgetReach, rememberReach } from 'c/softphoneReach';
import { aCall, anIntervention, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

type Flow = HTMLElement &
  Pick<InterventionFlow, 'join' | 'switchTo'> & {
    call?: CallView;
  };

const JOIN = '/api/calls/call-1/interventions';
const MODE = '/api/interventions/intervention-1/mode';
const LENAS = aCall({
  callId: 'call-2',
  rep: { userId: 'lena', name: 'Lena Brandt', present: true, onHold: false },
});
const mayaOnLenas = (mode: 'barge' | 'takeover'): CallView => ({
  ...LENAS,
  interventions: [anIntervention(mode, { interventionId: 'intervention-2', callId: 'call-2' })],
});
const needsReason = aCall({
  you: {
    relation: 'supervisor',
    modes: [
      { mode: 'monitor', allowed: true, needs: { reason: true } },
      { mode: 'whisper', allowed: true, needs: { reason: true } },
    ],
  },
});

let server: FakeServer;
let asked: SoftphoneRequest[];
let stops: (() => void)[];
beforeEach(() => {
  server = new FakeServer()
    .on('GET /api/vocabulary', WORDS)
    .on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201)
    .on(`POST ${MODE}`, { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) });
  asked = [];
  stops = [answerRequests((request) => asked.push(request))];
});
afterEach(() => {
  for (const stop of stops) stop();
  // Clears what the page knew of calls.
  window.dispatchEvent(new Event('pagehide'));
});

const shown = async (call = aCall()): Promise<Flow> =>
  (await show('c-intervention-flow', InterventionFlow, { call })) as unknown as Flow;
/** The page knows of these calls. */
async function onPage(...calls: CallView[]): Promise<void> {
  stops.push(subscribe(() => undefined));
  await server.snapshot({ calls });
}
/** Starts the flow. The result has its end once it has ended. */
async function begun(flow: Promise<FlowEnd>): Promise<{ end?: FlowEnd }> {
  const seen: { end?: FlowEnd } = {};
  void flow.then((end) => (seen.end = end));
  await settled();
  return seen;
}
const pick = (flow: HTMLElement) => click(flow, '[data-code=negotiation_help]');

describe('a supervisor whose network is being tested', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    reportConnectionTest(true);
  });
  afterEach(() => {
    reportConnectionTest(false);
    reportConnection(undefined);
    forgetReach();
    jest.useRealTimers();
  });

  it('reads so, and joins once it is found good', async () => {
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toBe('Testing your network first. This takes a few seconds.');
    expect(server.posted(JOIN)).toEqual([]);
    reportConnectionTest(false);
    await settled();
    expect([seen.end?.status, textOf(flow)]).toEqual(['done', '']);
  });

  it('is offered the phone once it is found bad', async () => {
    const flow = await shown();
    await begun(flow.join());
    reportConnection({ code: 'connection_poor', message: 'Your network is losing audio.' });
    reportConnectionTest(false);
    await settled();
    expect(textOf(flow)).toContain('Your network is losing audio.');
    await click(flow, '[data-action=join-by-phone]');
    await settled();
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
  });

  it('waits for it no longer than 8 s', async () => {
    const flow = await shown();
    const seen = await begun(flow.join());
    jest.advanceTimersByTime(10_000);
    await settled();
    expect(seen.end?.status).toBe('done');
  });

  it('does not wait for it where the chosen phone is rung', async () => {
    rememberReach({ device: 'phone', numbers: [] });
    const seen = await begun((await shown()).join());
    expect(seen.end?.status).toBe('done');
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
  });

  it('can cancel meanwhile by asking for something else', async () => {
    const flow = await shown();
    const seen = await begun(flow.join());
    void flow.switchTo('intervention-1', { mode: 'monitor' });
    await settled();
    expect(seen.end?.status).toBe('canceled');
    reportConnectionTest(false);
    await settled();
    expect(server.posted(JOIN)).toEqual([]);
  });
});

describe('a supervisor who joins while the server is frozen', () => {
  const LEAVE = '/api/interventions/intervention-1/leave';
  let flow: Flow;
  let release: () => void;
  let seen: { end?: FlowEnd };

  beforeEach(async () => {
    jest.useFakeTimers();
    release = server.on(`POST ${LEAVE}`, { intervention: anIntervention() }).holds(`POST ${JOIN}`);
    flow = await shown();
    seen = await begun(flow.join());
  });
  afterEach(() => jest.useRealTimers());

  it('reads after some seconds that it does not respond, and joins once it does', async () => {
    expect(findAll(flow, '[data-action=give-up]')).toHaveLength(0);
    jest.advanceTimersByTime(5_000);
    await settled();
    expect(textOf(flow)).toContain("Dealside isn't responding. You aren't on the call yet.");
    jest.useRealTimers();
    await expect(flow).toBeAccessible();
    release();
    await settled();
    expect([seen.end?.status, textOf(flow)]).toEqual(['done', '']);
  });

  it('can stop joining, and is on no call when the server answers after all', async () => {
    const progress = jest.fn();
    flow.addEventListener('progress', ({ detail }: CustomEventInit) => progress(detail.isSending));
    jest.advanceTimersByTime(5_000);
    await settled();
    await click(flow, '[data-action=give-up]');
    expect([seen.end?.status, textOf(flow)]).toEqual(['canceled', '']);
    expect(progress).toHaveBeenLastCalledWith(false);
    release();
    await settled();
    expect(server.posted(LEAVE)).toHaveLength(1);
  });
});

describe('a supervisor who is on no call', () => {
  it('joins at once', async () => {
    const seen = await begun((await shown()).join());
    expect(seen.end?.status).toBe('done');
    expect(server.posted(JOIN)).toMatchObject([{ requestId: expect.any(String) }]);
    expect(asked).toMatchObject([{ type: 'join', callId: 'call-1' }]);
  });

  it('hears why not', async () => {
    server.refuses(`POST ${JOIN}`, 409, { code: 'call_not_live', message: 'It has ended.' });
    const seen = await begun((await shown()).join());
    expect(seen.end).toMatchObject({ status: 'refused', problem: { message: 'It has ended.' } });
    expect(asked).toEqual([]);
  });
});

describe('a supervisor who is on another call', () => {
  it('is asked by name before anything is sent, and moves', async () => {
    await onPage(aCall(), mayaOnLenas('barge'));
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain(
      'Leave Lena Brandt and join Ravi Patel? Lena Brandt continues alone.',
    );
    expect(find(flow, '[role=alertdialog]')).toBeTruthy();
    expect(server.posted(JOIN)).toEqual([]);
    await expect(flow).toBeAccessible();
    await click(flow, '[data-action=move]');
    await settled();
    expect(server.posted(JOIN)).toMatchObject([{ moveFrom: 'intervention-2' }]);
    expect(seen.end?.status).toBe('done');
    expect(findAll(flow, '[data-action]')).toEqual([]);
  });

  it('moves by one click where nobody hears them: nothing is lost by leaving (V7)', async () => {
    await onPage(aCall(), mayaOnLenas('monitor'));
    const flow = await shown();
    const seen = await begun(flow.join());
    await settled();
    expect(findAll(flow, '[role=alertdialog]')).toEqual([]);
    expect(server.posted(JOIN)).toMatchObject([{ moveFrom: 'intervention-2' }]);
    expect(seen.end?.status).toBe('done');
  });

  it('reads that the rep gets the call back first, after a takeover', async () => {
    await onPage(aCall(), mayaOnLenas('takeover'));
    const flow = await shown();
    await begun(flow.join());
    expect(textOf(flow)).toContain('Lena Brandt gets the call back first.');
  });

  it.each(['by the button', 'by Escape'])('stays, %s', async (how) => {
    await onPage(aCall(), mayaOnLenas('barge'));
    const flow = await shown();
    const seen = await begun(flow.join());
    if (how === 'by Escape')
      find(flow, '[role=alertdialog]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape' }),
      );
    else await click(flow, '[data-action=stay]');
    await settled();
    expect(seen.end).toEqual({ status: 'canceled' });
    expect(server.posted(JOIN)).toEqual([]);
  });

  it('is asked also where only the server knows of it', async () => {
    server.on(
      `POST ${JOIN}`,
      {
        error: {
          code: 'already_on_another_call',
          message: "You're on Lena Brandt's call.",
          otherCall: { callId: 'call-2', interventionId: 'intervention-2', repName: 'Lena Brandt' },
        },
      },
      409,
    );
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain('Leave Lena Brandt and join Ravi Patel?');
    // A second refusal for the same call is shown instead of asking again.
    await click(flow, '[data-action=move]');
    await settled();
    expect(server.posted(JOIN)).toHaveLength(2);
    expect(seen.end).toMatchObject({ problem: { code: 'already_on_another_call' } });
  });

  it('hears what to do where the customer needs them', async () => {
    server.refuses(`POST ${JOIN}`, 409, {
      code: 'customer_needs_you',
      message: "Lena isn't on the call.",
      hint: 'Wait until Lena is back.',
    });
    await onPage(aCall(), mayaOnLenas('takeover'));
    const flow = await shown();
    const seen = await begun(flow.join());
    await click(flow, '[data-action=move]');
    await settled();
    expect(seen.end).toMatchObject({ problem: { hint: 'Wait until Lena is back.' } });
    expect(asked).toEqual([]);
  });
});

describe('a rule that wants a reason', () => {
  it('has it asked before joining', async () => {
    const flow = await shown(needsReason);
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain('Why are you joining?');
    expect(server.posted(JOIN)).toEqual([]);
    await expect(flow).toBeAccessible();
    await click(flow, '[data-action=confirm]');
    expect(server.posted(JOIN)).toEqual([]);
    await pick(flow);
    await click(flow, '[data-action=confirm]');
    await settled();
    expect(server.posted(JOIN)).toMatchObject([{ reasonCode: 'negotiation_help' }]);
    expect(seen.end?.status).toBe('done');
  });

  it('has it asked before whispering, after the question whom to leave never', async () => {
    const flow = await shown({ ...needsReason, interventions: [anIntervention('monitor')] });
    const seen = await begun(flow.switchTo('intervention-1', { mode: 'whisper' }));
    expect(textOf(flow)).toContain('Why are you whispering?');
    await expect(flow).toBeAccessible();
    await pick(flow);
    await click(flow, '[data-action=confirm]');
    await settled();
    expect(server.posted(MODE)).toMatchObject([
      { mode: 'whisper', reasonCode: 'negotiation_help' },
    ]);
    expect(seen.end?.status).toBe('done');
  });

  it('has it asked once: one that was given counts', async () => {
    const flow = await shown({
      ...needsReason,
      interventions: [anIntervention('monitor', { reasonCode: 'negotiation_help' })],
    });
    await begun(flow.switchTo('intervention-1', { mode: 'whisper' }));
    expect(server.posted(MODE)).toHaveLength(1);
  });

  it('never stands before silence', async () => {
    const flow = await shown({ ...needsReason, interventions: [anIntervention('whisper')] });
    const first = await begun(flow.join());
    const silence = await begun(flow.switchTo('intervention-1', { mode: 'monitor' }));
    expect(first.end).toEqual({ status: 'canceled' });
    expect(silence.end?.status).toBe('done');
    expect(server.posted(MODE)).toMatchObject([{ mode: 'monitor' }]);
  });

  it('is also learned from the server', async () => {
    server.refuses(`POST ${JOIN}`, 422, { code: 'reason_required', message: 'Select a reason.' });
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain('Why are you joining?');
    await click(flow, '[data-action=cancel]');
    await settled();
    expect(seen.end).toEqual({ status: 'canceled' });
  });
});

describe('a join that needs more than one answer', () => {
  it('has all of them in one flow: whom to leave, why, and who it is', async () => {
    server
      .refuses(`POST ${JOIN}`, 403, { code: 'pin_required', message: 'This needs your PIN.' })
      .on('POST /api/pin/prove', {});
    await onPage(needsReason, mayaOnLenas('barge'));
    const flow = await shown(needsReason);
    const seen = await begun(flow.join());
    await click(flow, '[data-action=move]');
    await pick(flow);
    await click(flow, '[data-action=confirm]');
    await settled();
    expect(findAll(flow, 'c-identity-prompt')).toHaveLength(1);
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    await type(flow, 'input[type=password]', '493817');
    await click(flow, '[data-action=prove]');
    await settled();
    expect(server.posted(JOIN)).toHaveLength(2);
    expect(server.posted(JOIN)[1]).toMatchObject({
      moveFrom: 'intervention-2',
      reasonCode: 'negotiation_help',
    });
    expect(seen.end?.status).toBe('done');
  });

  it('plays the announcement to the customer where the law asks for that', async () => {
    server
      .refuses(`POST ${JOIN}`, 409, { code: 'consent_missing', message: 'Not told yet.' })
      .on('POST /api/calls/call-1/disclosure', {}, 202);
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain('Not told yet.');
    await expect(flow).toBeAccessible();
    await click(flow, '[data-action=play-disclosure]');
    flow.call = aCall({ disclosure: 'playing' });
    await settled();
    expect(findAll(flow, '[data-action=join-now]')).toEqual([]);
    flow.call = aCall({ disclosure: 'played' });
    await settled();
    expect(seen.end).toBeUndefined();
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    await click(flow, '[data-action=join-now]');
    await settled();
    expect(seen.end?.status).toBe('done');
  });

  it('tells the rep that somebody comes only when they do', async () => {
    await onPage(aCall(), mayaOnLenas('barge'));
    const flow = await shown();
    const announced = jest.fn(async () => undefined);
    await begun(flow.join(announced));
    expect(announced).not.toHaveBeenCalled();
    await click(flow, '[data-action=move]');
    await settled();
    expect(announced).toHaveBeenCalledTimes(1);
    expect(server.posted(JOIN)).toHaveLength(1);
  });
});
