import AdminSimulationRun from 'c/adminSimulationRun';
import { click, eventDetails, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';
import { aResult, aRun } from 'test/simulation';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const RUN = '/api/policy/simulations/run-1';
let server: FakeServer;
beforeEach(() => {
  server = new FakeServer()
    .on(`GET ${RUN}`, aRun())
    .on(`DELETE ${RUN}`, undefined, 204)
    .on('GET /api/policy/versions/v7', { version: 'v7', rules: [], holidays: [] })
    .on(`GET ${RUN}/calls`, {
      calls: [
        { callId: 'call-1', answeredAt: '2026-10-05T15:00:00Z', repName: 'Ravi Patel', who: [] },
      ],
    });
});
async function shown(): Promise<HTMLElement & { simulationId: string }> {
  const element = await show('c-admin-simulation-run', AdminSimulationRun, {
    simulationId: 'run-1',
  });
  await settled();
  return element;
}
async function aSecond(): Promise<void> {
  jest.advanceTimersByTime(1000);
  await settled();
}

describe('a simulation run', () => {
  it('is followed until it is done', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const element = await shown();
    const ended = eventDetails(element, 'ended');
    expect(find(element, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('30');
    server.on(`GET ${RUN}`, aRun({ status: 'done', done: 400, progress: 1, result: aResult() }));
    await aSecond();
    expect(findAll(element, 'c-admin-simulation-result')).toHaveLength(1);
    const { length } = server.asked;
    await aSecond();
    expect([ended.length, server.asked.length]).toEqual([1, length]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows its calls when they are asked for', async () => {
    server.on(`GET ${RUN}`, aRun({ status: 'done', result: aResult() }));
    const element = await shown();
    await click(element, '[data-action=show-calls]');
    await settled();
    expect(textOf(find(element, 'c-admin-simulated-calls'))).toContain('Ravi Patel');
    expect(findAll(element, '[data-action=show-calls]')).toHaveLength(0);
  });

  it('can be canceled', async () => {
    const element = await shown();
    await expect(element).toBeAccessible();
    server.on(`GET ${RUN}`, aRun({ status: 'cancelled' }));
    await click(element, '[data-action=cancel-run]');
    await settled();
    expect(server.asked.some(({ method }) => method === 'DELETE')).toBe(true);
    expect(findAll(element, '[role=progressbar]')).toHaveLength(0);
    expect(find(element, '[role=status]').textContent).not.toBe('');
  });

  it('that cannot be read says so, and is read again on demand', async () => {
    server.refuses(`GET ${RUN}`, 503, { code: 'network', message: 'The server is away.' });
    const element = await shown();
    expect(textOf(element)).toContain('The server is away.');
    await expect(element).toBeAccessible();
    server.on(`GET ${RUN}`, aRun());
    await click(element, '[data-action=retry]');
    await settled();
    expect(findAll(element, '[role=progressbar]')).toHaveLength(1);
  });

  it('that is changed for another forgets the first', async () => {
    const element = await shown();
    server.on(
      'GET /api/policy/simulations/run-2',
      aRun({ simulationId: 'run-2', progress: 0.9, done: 360 }),
    );
    element.simulationId = 'run-2';
    await settled();
    expect(find(element, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('90');
  });
});
