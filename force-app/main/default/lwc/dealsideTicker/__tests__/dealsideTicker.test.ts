import { atMostEvery } from 'c/dealsideTicker';

describe('what runs at most once in a time', () => {
  let runs: number;
  const act = (): void => {
    runs += 1;
  };
  beforeEach(() => {
    jest.useFakeTimers();
    runs = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('runs at once, and once more for all that was asked meanwhile', () => {
    const request = atMostEvery(1_000, act);
    for (let n = 0; n < 100; n += 1) request();
    expect(runs).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(runs).toBe(2);
    jest.advanceTimersByTime(10_000);
    expect(runs).toBe(2);
    request();
    expect(runs).toBe(3);
  });

  it('does not run any more once it was stopped', () => {
    const request = atMostEvery(1_000, act);
    request();
    request();
    request.stop();
    jest.advanceTimersByTime(1_000);
    expect(runs).toBe(1);
  });
});
