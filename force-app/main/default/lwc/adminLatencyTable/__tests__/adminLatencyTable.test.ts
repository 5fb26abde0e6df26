import AdminLatencyTable from 'c/adminLatencyTable';
import { findAll, show, textOf } from 'test/dom';

const P = (p50: number, p95: number) => ({ p50, p90: p50, p95, p99: p95 });
const STAGES = {
  clickToRequest: P(5, 9),
  requestToCarrier: P(20, 40.4),
  carrierToConfirmed: P(100, 180),
  clickToConfirmed: P(125.6, 230),
  clickToHeard: null,
};

describe('the table of latencies', () => {
  it('shows the percentiles of each join and switch, and what was not measured', async () => {
    const latencies = [
      { kind: 'join', mode: 'monitor', count: 12, stages: STAGES },
      { kind: 'switch', mode: 'barge', count: 3, stages: { ...STAGES, requestToCarrier: null } },
    ];
    const element = await show('c-admin-latency-table', AdminLatencyTable, { latencies });
    const [join, change] = findAll(element, 'tbody tr').map(textOf);
    expect(join).toMatch(/12 126 ms \/ 230 ms .* 40 ms 180 ms$/);
    expect(change).toContain('Barge');
    await expect(element).toBeAccessible();
  });
});
