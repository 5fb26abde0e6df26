import UiPageGate from 'c/uiPageGate';
import { click, eventDetails, find, findAll, show, textOf } from 'test/dom';
import { settled } from 'test/server';

const PROBLEM = { code: 'network', message: 'The server is away.' };
const shown = (more: object = {}) =>
  show('c-ui-page-gate', UiPageGate, { loadingText: 'Loading', ...more });

describe('the gate of a page', () => {
  it('lets the content through', async () => {
    expect(findAll(await shown(), 'slot')).toHaveLength(1);
  });

  it('says that the person may not see it, before anything else', async () => {
    const gate = await shown({
      isRefused: true,
      refusedHeading: 'For reps',
      problem: PROBLEM,
      isLoading: true,
    });
    expect(textOf(gate)).toContain('For reps');
    expect(
      findAll(gate, 'c-ui-problem-message, lightning-spinner, slot:not([name]) > *'),
    ).toHaveLength(0);
    await expect(gate).toBeAccessible();
  });

  it('says what went wrong, and fires that it is to be tried again', async () => {
    const gate = await shown({ problem: PROBLEM, isLoading: true });
    const retries = eventDetails(gate, 'retry');
    expect(textOf(gate)).toContain('The server is away.');
    await click(gate, '[data-action=retry]');
    expect(retries).toHaveLength(1);
    await expect(gate).toBeAccessible();
  });

  it('says that it is loading', async () => {
    const gate = await shown({ isLoading: true });
    expect(findAll(gate, 'lightning-spinner')).toHaveLength(1);
    await expect(gate).toBeAccessible();
  });

  it('says after a while that it takes long, and starts anew with what is asked next', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const gate = await shown({ isLoading: true });
    expect(textOf(gate)).toBe('');
    await jest.advanceTimersByTimeAsync(5_000);
    expect(textOf(gate)).toBe('This is taking longer than usual.');
    Object.assign(gate, { isLoading: false });
    await jest.advanceTimersByTimeAsync(0);
    Object.assign(gate, { isLoading: true });
    await jest.advanceTimersByTimeAsync(0);
    expect(textOf(gate)).toBe('');
    jest.useRealTimers();
  });

  it('says beside its content that newer content takes long', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const gate = await shown();
    Object.assign(gate, { isBusy: true });
    await jest.advanceTimersByTimeAsync(0);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(textOf(gate)).toBe('This is taking longer than usual.');
    expect(findAll(gate, 'slot')).toHaveLength(1);
    Object.assign(gate, { isBusy: false });
    await jest.advanceTimersByTimeAsync(0);
    expect(textOf(gate)).toBe('');
    jest.useRealTimers();
    await expect(gate).toBeAccessible();
  });

  it('keeps its content when newer content fails, and says so above it', async () => {
    const gate = await shown();
    const content = find(gate, 'slot');
    Object.assign(gate, { problem: PROBLEM });
    await settled();
    const retries = eventDetails(gate, 'retry');
    expect(find(gate, 'slot')).toBe(content);
    expect(find<HTMLElement & { heading: string }>(gate, 'c-ui-problem-message').heading).toBe(
      "Couldn't update. You're seeing earlier content.",
    );
    expect(textOf(gate)).toContain('The server is away.');
    await expect(gate).toBeAccessible();
    await click(gate, '[data-action=retry]');
    expect(retries).toHaveLength(1);
  });

  it('says that newer content takes long also where it failed before', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    const gate = await shown({ problem: PROBLEM });
    Object.assign(gate, { isBusy: true });
    await jest.advanceTimersByTimeAsync(0);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(textOf(gate)).toContain('This is taking longer than usual.');
    expect(textOf(gate)).toContain('The server is away.');
    jest.useRealTimers();
  });

  it('hands the focus on when the button that was clicked is gone', async () => {
    const focused = (gate: HTMLElement) =>
      (gate.shadowRoot!.activeElement as HTMLElement | null)?.dataset.place;
    const gate = await shown({ problem: PROBLEM, isLoading: true });
    await click(gate, '[data-action=retry]');
    Object.assign(gate, { problem: undefined });
    await settled();
    expect(focused(gate)).toBe('waiting');
    Object.assign(gate, { isLoading: false });
    await settled();
    expect(focused(gate)).toBe('content');
    await expect(gate).toBeAccessible();
  });

  it('leaves the focus alone that somebody has moved meanwhile', async () => {
    const gate = await shown({ problem: PROBLEM });
    await click(gate, '[data-action=retry]');
    Object.assign(gate, { isBusy: true });
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    Object.assign(gate, { problem: undefined, isBusy: false });
    await settled();
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});
