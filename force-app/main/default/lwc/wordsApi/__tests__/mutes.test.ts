import { followMutes, muteRule, type Mute } from 'c/wordsApi';
import { FakeServer } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const HOUR_MS = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('what a person has muted', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
  afterEach(() => void jest.useRealTimers());

  it('ends each at its own time, and stays where it has none', async () => {
    new FakeServer().on('PUT /api/alert-mutes', {
      mutes: [
        { ruleName: 'a', until: inHours(2) },
        { ruleName: 'b' },
        { ruleName: 'c', until: inHours(1) },
      ],
    });
    let muted: readonly Mute[] = [];
    const stop = followMutes((mutes) => {
      muted = mutes;
    });
    await muteRule('a', 120);
    const names = () => muted.map(({ ruleName }) => ruleName);
    expect(names()).toEqual(['a', 'b', 'c']);
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(names()).toEqual(['a', 'b']);
    await jest.advanceTimersByTimeAsync(HOUR_MS);
    expect(names()).toEqual(['b']);
    stop();
  });

  it('leaves no timer once nobody follows it', async () => {
    new FakeServer().on('PUT /api/alert-mutes', { mutes: [{ ruleName: 'a', until: inHours(1) }] });
    const stop = followMutes(() => undefined);
    await muteRule('a', 60);
    expect(jest.getTimerCount()).toBe(1);
    stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
