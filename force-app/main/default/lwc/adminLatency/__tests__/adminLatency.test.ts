import AdminLatency from 'c/adminLatency';
import { find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Administer',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const p = (p50: number, p95: number) => ({ p50, p90: p95, p95, p99: p95 });
const ROW = {
  kind: 'switch',
  mode: 'whisper',
  count: 12,
  stages: {
    clickToRequest: p(5, 9),
    requestToCarrier: p(20, 40.4),
    carrierToConfirmed: p(80, 120),
    clickToConfirmed: p(110, 180),
    clickToHeard: null,
  },
};
const shown = async () => {
  const element = await show('c-admin-latency', AdminLatency, {});
  await settled();
  return element;
};

describe('the latency page', () => {
  it('shows percentiles from the click on, and says what was not measured', async () => {
    new FakeServer().on('GET /api/latency', {
      since: '',
      rows: [ROW, { ...ROW, kind: 'join', mode: 'monitor', count: 3 }],
    });
    const element = await shown();
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'Switch to Whisper 12 110 ms / 180 ms Not measured 40 ms 120 ms',
      'Join 3 110 ms / 180 ms Not measured 40 ms 120 ms',
    ]);
    await expect(element).toBeAccessible();
  });
  it('shows what joins added for the rep, and what test calls measured for the customer (D40)', async () => {
    const measured = {
      since: '',
      rows: [ROW],
      addedDelay: { count: 7, roundTripMs: p(1.6, 12), jitterMs: p(-0.2, 1), mos: -0.02 },
      customerDelay: {
        testCalls: 168,
        modes: [
          { mode: 'monitor', count: 160, p50: 0, p95: 20 },
          { mode: 'barge', count: 159, p50: 5, p95: -5 },
        ],
      },
    };
    const server = new FakeServer().on('GET /api/latency', measured);
    const element = await shown();
    const textIn = (id: string) => textOf(find(element, `[data-id=${id}]`)!);
    expect(textIn('rep')).toMatch(
      /^[+]2 ms \(median\), [+]12 ms \(95th percentile\); jitter 0 ms, audio score −0[.]02[.] Measured on 7 joins[.]/,
    );
    expect(textIn('customer')).toMatch(
      /^Monitor: 0 ms \(median\), [+]20 ms \(95th percentile\)[.] Measured in 160 of 168 test calls[.] Barge: [+]5 ms \(median\), −5 ms .*test calls at your Twilio account/,
    );
    await expect(element).toBeAccessible();
    server.on('GET /api/latency', {
      ...measured,
      addedDelay: { count: 0, roundTripMs: null, jitterMs: null, mos: null },
      customerDelay: { testCalls: 24, modes: [] },
    });
    await type(element, 'select', '1');
    await settled();
    expect(textIn('rep')).toMatch(/^Not measured/);
    expect(textIn('customer')).toMatch(/^Not measured: .* 0 of 24[.]/);
    server.on('GET /api/latency', { ...measured, customerDelay: { testCalls: 0, modes: [] } });
    await type(element, 'select', '7');
    await settled();
    expect(textIn('customer')).toMatch(/^Not measured: there was no test call in this period[.]/);
  });
  it('shows what test calls measured in a period without a join', async () => {
    new FakeServer().on('GET /api/latency', {
      since: '',
      rows: [],
      customerDelay: { testCalls: 2, modes: [{ mode: 'whisper', count: 2, p50: 20, p95: 20 }] },
    });
    expect(textOf(await shown())).toContain('Whisper: +20 ms (median)');
  });
  it('says that nothing was measured in the period, and asks for another', async () => {
    const server = new FakeServer().on('GET /api/latency', { since: '', rows: [] });
    const element = await shown();
    expect(textOf(element)).toContain('No joins or switches in this period');
    server.on('GET /api/latency', { since: '', rows: [ROW] });
    await type(element, 'select', '30');
    await settled();
    expect(findAll(element, 'tbody tr')).toHaveLength(1);
  });
});
