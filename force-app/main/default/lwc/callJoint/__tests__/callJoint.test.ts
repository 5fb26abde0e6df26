import CallJoint from 'c/callJoint';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention } from 'test/builders';
import { click, find, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const PLANNED = {
  jointCallId: 'j1',
  you: 'supervisor',
  rep: 'Ravi Patel',
  supervisor: 'Maya Okafor',
  startsAt: '2026-11-20T15:00:00.000Z',
  status: 'planned',
};
const BEGUN = {
  ...PLANNED,
  status: 'begun',
  callId: 'call-1',
  reasonCode: 'planned_three_way',
};
const POSSIBLE = [
  { userId: 'u1', name: 'Ravi Patel', as: 'supervisor' },
  { userId: 'u2', name: 'Dana Whitfield', as: 'rep' },
];
const MINE = 'GET /api/joint-calls';
let server: FakeServer;
let stop: () => void;
beforeEach(() => {
  server = new FakeServer();
  stop = answerRequests(() => undefined);
});
afterEach(() => stop());

async function shown(jointCalls: object[], properties: object = {}, possible = POSSIBLE) {
  server.on(MINE, { jointCalls, partners: possible });
  const element = await show('c-call-joint', CallJoint, properties);
  await settled();
  return element;
}

describe('planned three-way calls', () => {
  it('are listed with when and with whom, and can be planned with those who come into question', async () => {
    const element = await shown([PLANNED]);
    expect(textOf(element)).toContain('With Ravi Patel');
    expect(textOf(element)).toContain('Planned');
    expect(
      [...element.shadowRoot!.querySelectorAll('option')].map(({ textContent }) => textContent),
    ).toEqual(['Select a person', 'Ravi Patel (rep)', 'Dana Whitfield (supervisor)']);
    expect(find<HTMLSelectElement>(element, 'select').checkValidity()).toBe(false);
    await expect(element).toBeAccessible();
  });

  it('keep whom they can be planned with, who are asked for once', async () => {
    const element = await shown([]);
    server.on(MINE, { jointCalls: [PLANNED] });
    await server.snapshot({ calls: [aCall()] });
    await server.sends('joint-call', { jointCallId: 'j1', callId: 'call-1' });
    await settled();
    expect(textOf(element)).toContain('With Ravi Patel');
    expect(element.shadowRoot!.querySelectorAll('option')).toHaveLength(3);
    expect(
      server.asked
        .filter(({ path }) => path === '/api/joint-calls')
        .map(({ query }) => query.toString()),
    ).toEqual(['partners=true', '']);
  });

  it('say so when none is planned, and are not there where nobody comes into question', async () => {
    expect(textOf(await shown([]))).toContain('No three-way calls are planned.');
    expect(textOf(await shown([], {}, []))).toBe('');
  });

  it('are planned about the deal on whose page that is done', async () => {
    server.on('POST /api/joint-calls', PLANNED, 201);
    const element = await shown([], { recordId: '006000000000001AAA' });
    find<HTMLSelectElement>(element, '[data-field=with]').value = 'supervisor u1';
    find<HTMLInputElement>(element, '[data-field=at]').value = '2026-11-20T15:00';
    find(element, 'form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
    await settled();
    expect(server.posted('/api/joint-calls')).toEqual([
      {
        withUserId: 'u1',
        as: 'supervisor',
        startsAt: '2026-11-20T23:00:00.000Z',
        opportunityId: '006000000000001AAA',
      },
    ]);
  });

  it('are moved to another time, and why not is said', async () => {
    server.on('PUT /api/joint-calls/j1', { jointCallId: 'j1' });
    const element = await shown([PLANNED]);
    const move = async () => {
      await click(element, '[data-action=move-joint]');
      find<HTMLInputElement>(element, '[data-field=new-at]').value = '2026-11-21T15:00';
      await expect(element).toBeAccessible();
      find(element, 'form.move').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
      await settled();
    };
    await move();
    expect(server.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { startsAt: '2026-11-21T23:00:00.000Z' },
    ]);
    expect(element.shadowRoot!.querySelectorAll('form.move')).toHaveLength(0);
    server.refuses('PUT /api/joint-calls/j1', 422, {
      code: 'joint_call_time',
      message: 'Choose a time to come.',
    });
    await move();
    expect(textOf(element)).toContain('Choose a time to come.');
    expect(element.shadowRoot!.querySelectorAll('form.move')).toHaveLength(1);
  });

  it('are canceled, and why not is said', async () => {
    server.refuses('DELETE /api/joint-calls/j1', 404, {
      code: 'joint_call_not_found',
      message: 'This three-way call has begun already, or was canceled.',
    });
    const element = await shown([PLANNED]);
    await click(element, '[data-action=cancel-joint]');
    await settled();
    expect(textOf(element)).toContain('has begun already');
  });

  it('are joined by one click once they have begun, with their reason, on every page by the softphone', async () => {
    server.on(
      'POST /api/calls/call-1/interventions',
      { intervention: anIntervention(), connect: { params: {} } },
      201,
    );
    const element = await shown([], { isBrief: true });
    await server.snapshot({ calls: [aCall()] });
    await settled();
    expect(textOf(element)).toBe('');
    server.on(MINE, { jointCalls: [BEGUN, PLANNED] });
    await server.sends('joint-call', { jointCallId: 'j1', callId: 'call-1' });
    await settled();
    expect(textOf(element)).toContain('Has begun');
    expect(element.shadowRoot!.querySelectorAll('li')).toHaveLength(1);
    await click(element, '[data-action=join-joint]');
    await settled();
    expect(server.posted('/api/calls/call-1/interventions')).toEqual([
      expect.objectContaining({ reasonCode: 'planned_three_way' }),
    ]);
  });

  it('that have begun are there in the softphone of a page that was loaded since', async () => {
    const element = await shown([BEGUN], { isBrief: true });
    await server.snapshot({ calls: [aCall()] });
    await settled();
    expect(textOf(element)).toContain('Has begun');
    expect(element.shadowRoot!.querySelectorAll('[data-action=join-joint]')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('keep a half-filled plan when they could not be read again', async () => {
    const element = await shown([]);
    await server.snapshot({ calls: [aCall()] });
    const at = find<HTMLInputElement>(element, '[data-field=at]');
    at.value = '2026-11-20T15:00';
    server.refuses(MINE, 503, { code: 'network', message: 'The server is away.' });
    await server.sends('joint-call', { jointCallId: 'j1', callId: 'call-1' });
    await settled();
    expect(textOf(element)).toContain('The server is away.');
    expect(find(element, '[data-field=at]')).toBe(at);
    expect(at.value).toBe('2026-11-20T15:00');
    await expect(element).toBeAccessible();
  });
});
