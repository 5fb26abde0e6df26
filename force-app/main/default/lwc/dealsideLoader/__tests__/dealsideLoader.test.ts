import {
  askWhenSet,
  createAction,
  createLastingLoader,
  createLoader,
  NOT_LOADED,
  type ActionState,
  type Loaded,
} from 'c/dealsideLoader';

const AWAY = { code: 'network', message: 'The server is away.' };

/** Requests that the test answers, in any order. */
function asked() {
  const answers: { resolve(value: string): void; reject(fault: unknown): void }[] = [];
  const states: Loaded<string>[] = [];
  const ask = (_name: string): Promise<string> =>
    new Promise((resolve, reject) => answers.push({ resolve, reject }));
  return { answers, states, loader: createLoader(ask, (state) => states.push(state)) };
}

describe('a loader', () => {
  it('says that it is loading, then what it got', async () => {
    const { answers, states, loader } = asked();
    const loading = loader.load('a');
    answers[0]!.resolve('A');
    await loading;
    expect(states).toEqual([
      { isLoading: true, isBusy: true },
      { value: 'A', isLoading: false, isBusy: false },
    ]);
  });

  it('says why it failed, and has what it got at the next try', async () => {
    const { answers, states, loader } = asked();
    const failing = loader.load('a');
    answers[0]!.reject(AWAY);
    await failing;
    expect(states.at(-1)).toEqual({ problem: AWAY, isLoading: true, isBusy: false });
    const trying = loader.load('a');
    expect(states.at(-1)).toEqual({ isLoading: true, isBusy: true });
    answers[1]!.resolve('A');
    await trying;
    expect(states.at(-1)).toEqual({ value: 'A', isLoading: false, isBusy: false });
  });

  it('keeps the last answer in sight while it asks again, and when that fails', async () => {
    const { answers, states, loader } = asked();
    const loading = loader.load('a');
    answers[0]!.resolve('A');
    await loading;
    const again = loader.load('a');
    expect(states.at(-1)).toEqual({ value: 'A', isLoading: false, isBusy: true });
    answers[1]!.reject(AWAY);
    await again;
    expect(states.at(-1)).toEqual({ value: 'A', problem: AWAY, isLoading: false, isBusy: false });
  });

  it('goes on saying beside the last answer why it failed, until it has another', async () => {
    const { answers, states, loader } = asked();
    const loading = loader.load('a');
    answers[0]!.resolve('A');
    await loading;
    const failing = loader.load('a');
    answers[1]!.reject(AWAY);
    await failing;
    const again = loader.load('a');
    expect(states.at(-1)).toEqual({ value: 'A', problem: AWAY, isLoading: false, isBusy: true });
    answers[2]!.resolve('B');
    await again;
    expect(states.at(-1)).toEqual({ value: 'B', isLoading: false, isBusy: false });
  });

  it('shows the answer to the latest request only', async () => {
    const { answers, states, loader } = asked();
    const both = [loader.load('a'), loader.load('b')];
    answers[1]!.resolve('B');
    answers[0]!.resolve('A');
    await Promise.all(both);
    expect(states.at(-1)!.value).toBe('B');
    expect(states.some(({ value }) => value === 'A')).toBe(false);
  });

  it('forgets what it had and what is under way', async () => {
    const { answers, states, loader } = asked();
    const loading = loader.load('a');
    loader.reset();
    answers[0]!.resolve('A');
    await loading;
    expect(states.at(-1)).toBe(NOT_LOADED);
  });
});

describe('a loader of what is needed', () => {
  const later = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(10_000);
  };

  it('asks again until it has an answer, and then no more', async () => {
    jest.useFakeTimers();
    const ask = jest.fn<Promise<string>, []>().mockRejectedValueOnce(AWAY).mockResolvedValue('A');
    const states: Loaded<string>[] = [];
    const loader = createLastingLoader(ask, (state) => states.push(state));
    await loader.load();
    expect(states.at(-1)).toMatchObject({ problem: AWAY });
    await later();
    expect(states.at(-1)).toEqual({ value: 'A', isLoading: false, isBusy: false });
    await later();
    expect(ask).toHaveBeenCalledTimes(2);
    jest.useRealTimers();
  });

  it('asks no more once it is stopped', async () => {
    jest.useFakeTimers();
    const ask = jest.fn<Promise<string>, []>().mockRejectedValue(AWAY);
    const loader = createLastingLoader(ask, () => undefined);
    await loader.load();
    loader.stop();
    await later();
    expect(ask).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});

describe('an action', () => {
  const run = async (act: () => Promise<unknown>) => {
    const states: ActionState[] = [];
    const done = await createAction((state) => states.push(state))(act);
    return { done, states };
  };

  it('says that it is under way, and that it was done', async () => {
    expect(await run(() => Promise.resolve())).toEqual({
      done: true,
      states: [{ isBusy: true }, { isBusy: false }],
    });
  });

  it('says why it was not done', async () => {
    expect(await run(() => Promise.reject(AWAY))).toEqual({
      done: false,
      states: [{ isBusy: true }, { problem: AWAY, isBusy: false }],
    });
  });

  it('says that it takes long, and then how it ended', async () => {
    jest.useFakeTimers();
    const states: ActionState[] = [];
    let end = (): void => undefined;
    const acting = createAction((state) => states.push(state))(
      () =>
        new Promise<void>((resolve) => {
          end = resolve;
        }),
    );
    jest.advanceTimersByTime(4_999);
    expect(states).toEqual([{ isBusy: true }]);
    jest.advanceTimersByTime(1);
    expect(states.at(-1)).toMatchObject({ isBusy: true, problem: { code: 'takes_long' } });
    end();
    await acting;
    expect(states.at(-1)).toEqual({ isBusy: false });
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });
});

describe('a question', () => {
  it('is asked each time it is set', async () => {
    const states: Loaded<string>[] = [];
    const asked = askWhenSet(
      async (name: string) => name.toUpperCase(),
      (state) => states.push(state),
    );
    asked.question = 'a';
    await Promise.resolve();
    asked.question = undefined;
    await Promise.resolve();
    expect(asked.question).toBeUndefined();
    expect(states.map(({ value }) => value)).toEqual([undefined, 'A']);
  });
});
