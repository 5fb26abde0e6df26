import type { CallView } from 'c/callModel';
import CallSupervisorPanel from 'c/callSupervisorPanel';
import { policyVersionIs } from 'c/policyVersion';
import { answerRequests, dockCallBar, reportConnection } from 'c/softphoneBus';
import { aCall, anIntervention, aSteppedDown, aTakenOff, MAYA, WORDS } from 'test/builders';
import { check, click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const JOIN = '/api/calls/call-1/interventions';
let server: FakeServer;
let removeSoftphone: () => void;
beforeEach(() => {
  server = new FakeServer().on('GET /api/vocabulary', WORDS);
  removeSoftphone = answerRequests(() => undefined);
});
afterEach(() => removeSoftphone());

const shown = (more: Partial<CallView> = {}) =>
  show('c-call-supervisor-panel', CallSupervisorPanel, { call: aCall(more) });
const actions = (element: HTMLElement) =>
  findAll(element, '[data-action]').map(({ dataset }) => dataset.action);
const join = async (element: HTMLElement) => {
  await click(element, '[data-action=join]');
  await settled();
};

describe('a supervisor beside a call', () => {
  it('can join it, and ask what the policy says', async () => {
    const element = await shown();
    expect(actions(element)).toEqual(['join', 'why']);
    await expect(element).toBeAccessible();
  });

  it('joins covertly only when that was asked for and confirmed (G1)', async () => {
    server.on(`POST ${JOIN}`, {
      intervention: anIntervention('monitor', { isCovert: true }),
      connect: {},
    });
    const element = await shown({
      you: {
        relation: 'supervisor',
        modes: [{ mode: 'monitor', label: 'Monitor', allowed: true }],
        covert: { allowed: true, purpose: 'Case 42', owner: 'Compliance', endsOn: '2026-12-31' },
      },
    });
    expect(actions(element)).toEqual(['join', 'covert', 'why']);
    await click(element, '[data-action=covert]');
    expect(server.posted(JOIN)).toEqual([]);
    await click(element, '[data-action=covert-confirm]');
    await settled();
    expect(server.posted(JOIN)).toEqual([expect.objectContaining({ covert: true })]);
  });

  it('asks for the reasons again when another policy has come into force', async () => {
    await shown({ interventions: [anIntervention('monitor')] });
    policyVersionIs('one');
    await settled();
    const asked = () => server.asked.filter(({ path }) => path === '/api/vocabulary').length;
    const before = asked();
    policyVersionIs('another');
    await settled();
    expect(asked()).toBe(before + 1);
  });

  it('cannot join without the right to listen, nor before it is live', async () => {
    expect(
      actions(
        await shown({
          you: { relation: 'supervisor', modes: [{ mode: 'monitor', allowed: false }] },
        }),
      ),
    ).toEqual(['why']);
    expect(actions(await shown({ status: 'ringing' }))).toEqual(['why']);
    expect(actions(await shown({ status: 'ended' }))).toEqual([]);
  });

  it('who only sees the call can ask what the policy says', async () => {
    const element = await shown({ you: { relation: 'viewer', modes: [] } });
    expect(actions(element)).toEqual(['why']);
    expect(server.asked).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('reads that they were moved to a quieter mode, wherever the controls are', async () => {
    const you = { ...aCall().you, steppedDown: aSteppedDown() };
    const element = await shown({ you, interventions: [anIntervention('whisper')] });
    expect(textOf(element)).toContain("You were moved to Whisper on Ravi Patel's call");
    await expect(element).toBeAccessible();
    expect(textOf(await shown({ you }))).not.toContain('You were moved');
  });

  it('takes a request for help', async () => {
    server.on('POST /api/calls/call-1/help/accept', {});
    const help = {
      helpRequestId: 'h-1',
      status: 'open' as const,
      reasonCode: 'price',
      reasonLabel: 'Price',
      at: '2026-11-20T10:00:00Z',
    };
    const element = await shown({ help });
    expect(textOf(element)).toContain('Price');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=join-to-help]');
    expect(server.posted('/api/calls/call-1/help/accept')).toHaveLength(1);
    expect(
      actions(
        await shown({
          help: { ...help, status: 'taken', takenBy: { userId: MAYA, name: 'Maya Okafor' } },
        }),
      ),
    ).toEqual(['join', 'why']);
  });

  it('plays the disclosure first where the law asks for that, and joins once it was played', async () => {
    server
      .refuses(`POST ${JOIN}`, 403, {
        code: 'consent_missing',
        message: 'The customer has not heard it.',
      })
      .on('POST /api/calls/call-1/disclosure', {}, 202);
    const element = await shown();
    await join(element);
    expect(textOf(element)).toContain('The customer has not heard it.');
    expect(actions(element)).toEqual(['join', 'play-disclosure', 'cancel-disclosure', 'why']);
    await click(element, '[data-action=play-disclosure]');
    element.call = aCall({ disclosure: 'played' });
    await settled();
    expect(actions(element)).toEqual(['join', 'join-now', 'cancel-disclosure', 'why']);
    expect(textOf(element)).not.toContain('The customer has not heard it.');
    await expect(element).toBeAccessible();
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    await click(element, '[data-action=join-now]');
    await settled();
    expect(server.posted(JOIN)).toHaveLength(2);
    expect(actions(element)).toEqual(['join', 'why']);
  });

  it('is kept from joining over a network that is not fit to talk, with the phone as the way out (R18)', async () => {
    reportConnection({ code: 'connection_poor', message: 'No sound reaches you.' });
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    const element = await shown();
    await join(element);
    expect(textOf(element)).toContain('No sound reaches you.');
    expect(server.posted(JOIN)).toEqual([]);
    expect(actions(element)).toEqual([
      'join',
      'join-by-phone',
      'join-anyway',
      'cancel-connection',
      'why',
    ]);
    await expect(element).toBeAccessible();
    await click(element, '[data-action=join-by-phone]');
    await settled();
    expect(server.posted(JOIN)).toMatchObject([{ device: 'phone' }]);
    await join(element);
    await click(element, '[data-action=join-anyway]');
    await settled();
    expect(server.posted(JOIN)).toHaveLength(2);
    reportConnection(undefined);
  });

  it('proves who they are where that is asked, and the join is sent again', async () => {
    server
      .refuses(`POST ${JOIN}`, 403, { code: 'pin_required', message: 'This needs your PIN.' })
      .on('POST /api/pin/prove', {});
    const element = await shown();
    await join(element);
    expect(findAll(element, 'c-identity-prompt')).toHaveLength(1);
    await expect(element).toBeAccessible();
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    await type(element, 'input[type=password]', '493817');
    await click(element, '[data-action=prove]');
    await settled();
    expect(server.posted(JOIN)).toHaveLength(2);
    expect(findAll(element, 'c-identity-prompt')).toHaveLength(0);
  });

  it('reads nothing of a rep who has gone', async () => {
    const gone = { ...aCall().rep, present: false };
    expect(textOf(await shown({ rep: gone }))).toContain('You join silently. No one hears you.');
    const text = textOf(await shown({ rep: gone, interventions: [anIntervention('barge')] }));
    expect(text).toContain('Now: Barge, Marcus Hale hears you');
    expect(text).not.toContain('only Ravi Patel hears you');
    expect(text).not.toContain('instead of Ravi Patel');
  });

  it('says why Dealside took them off it, and what to do', async () => {
    const takenOff = aTakenOff({ message: 'Not this mode.', hint: 'Join it again.' });
    const element = await shown({ you: { ...aCall().you, endReason: 'revoked', takenOff } });
    expect(textOf(find(element, '[role=status]'))).toBe(
      "You were taken off Ravi Patel's call. Not this mode. Join it again.",
    );
    expect(textOf(element)).toContain('[Rejoin]');
    await expect(element).toBeAccessible();
  });

  it('says why they are no longer on it', async () => {
    const element = await shown({ you: { ...aCall().you, endReason: 'connection_lost' } });
    expect(findAll(element, '[role=status] p')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});

describe('a supervisor on a call', () => {
  it('has the controls, writes to the rep, and cannot join again', async () => {
    const element = await shown({ interventions: [anIntervention('monitor')] });
    expect(findAll(element, 'c-intervention-controls')).toHaveLength(1);
    expect(actions(element)).toEqual(expect.arrayContaining(['leave', 'send-text', 'why']));
    expect(actions(element)).not.toContain('join');
    await expect(element).toBeAccessible();
  });

  it('has the softphone mute at the click on Monitor and on Leave, before any answer', async () => {
    const requests: string[] = [];
    removeSoftphone();
    removeSoftphone = answerRequests(({ type }) => requests.push(type));
    const element = await shown({ interventions: [anIntervention('whisper')] });
    const asked = server.asked.length;
    find<HTMLInputElement>(element, 'input[value=monitor]').click();
    expect([requests, server.asked.length - asked]).toEqual([['silence'], 0]);
    find<HTMLElement>(element, '[data-action=leave]').click();
    expect(requests).toEqual(['silence', 'silence']);
    await settled();
  });

  it('has the softphone wait for the server’s answer before anybody hears them again', async () => {
    const requests: unknown[] = [];
    removeSoftphone();
    removeSoftphone = answerRequests((request) => requests.push(request));
    const route = 'POST /api/interventions/intervention-1/mode';
    server.refuses(route, 409, { code: 'floor_taken', message: 'Dana is talking.' });
    const element = await shown({ interventions: [anIntervention('monitor')] });
    await check(element, 'input[value=whisper]');
    await settled();
    server.on(route, { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) });
    await check(element, 'input[value=whisper]');
    await settled();
    expect(requests).toMatchObject([
      { type: 'voice-asked', mode: 'whisper' },
      { type: 'voice-answered', accepted: false },
      { type: 'voice-asked', mode: 'whisper' },
      { type: 'voice-answered', accepted: true },
    ]);
  });

  it('leaves', async () => {
    server.on('POST /api/interventions/intervention-1/leave', {
      intervention: anIntervention('monitor', { leaving: true }),
    });
    await click(await shown({ interventions: [anIntervention('monitor')] }), '[data-action=leave]');
    await settled();
    expect(server.posted('/api/interventions/intervention-1/leave')).toHaveLength(1);
  });
});

describe('a supervisor whose controls are docked in the softphone', () => {
  let undock: () => void;
  let opened: jest.Mock;
  beforeEach(() => {
    opened = jest.fn();
    undock = dockCallBar(opened);
  });
  afterEach(() => undock());

  it('reads on the page how they are on the call, and is led to the controls, which are there once', async () => {
    const element = await shown({ interventions: [anIntervention('whisper')] });
    expect(find(element, '[data-mode-tag]').dataset.modeTag).toBe('whisper');
    expect(textOf(element)).toContain('Now: Whisper, only Ravi Patel hears you');
    expect(findAll(element, 'input[type=radio], [data-action=leave]')).toEqual([]);
    await expect(element).toBeAccessible();
    await click(element, '[data-action=open-call-bar]');
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('reads lines to the rep there only, once', async () => {
    const element = await shown({
      interventions: [anIntervention('whisper')],
      textWhispers: [
        {
          textWhisperId: 't1',
          from: { userId: MAYA, name: 'Maya Okafor' },
          text: 'Offer the second year.',
          at: '2026-11-20T10:00:30.000Z',
        },
      ],
    });
    expect(textOf(element)).not.toContain('Offer the second year.');
    expect(findAll(element, '[data-action=seen]')).toEqual([]);
  });

  it('has the controls on the page once the softphone is gone', async () => {
    const element = await shown({ interventions: [anIntervention('monitor')] });
    undock();
    await settled();
    expect(actions(element)).toContain('leave');
    expect(findAll(element, '[data-action=open-call-bar]')).toEqual([]);
  });
});
