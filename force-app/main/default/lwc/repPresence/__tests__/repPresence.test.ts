import RepPresence from 'c/repPresence';
import { ownCall } from 'test/builders';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const RAVI = { userId: 'ravi', name: 'Ravi Patel', status: 'available', isAway: false };
const titleOf = (element: HTMLElement) =>
  find<HTMLElement & { title: string }>(element, 'lightning-card').title;
const shown = async () => {
  const element = await show('c-rep-presence', RepPresence, {});
  await settled();
  return element;
};

describe('who is free', () => {
  it('is seen by a manager, whoever can take a call first (V1)', async () => {
    new FakeServer().on('GET /api/presence', {
      team: [
        { userId: 'lena', name: 'Lena Brandt', status: 'busy', isAway: false },
        { userId: 'jo', name: 'Jo Diaz', status: 'offline', isAway: false },
        RAVI,
      ],
    });
    const element = await shown();
    expect(titleOf(element)).toBe('Who is free');
    expect(findAll(element, 'li').map(textOf)).toEqual([
      'Ravi Patel Available',
      'Lena Brandt On a call',
      'Jo Diaz Offline',
    ]);
    expect(findAll(element, 'lightning-button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('is said by a rep, who goes away and comes back', async () => {
    const server = new FakeServer()
      .on('GET /api/presence', { own: RAVI, team: [] })
      .on('PUT /api/me/availability', { own: { ...RAVI, status: 'away', isAway: true } });
    const element = await shown();
    expect(titleOf(element)).toBe('My availability');
    expect(textOf(element)).toContain('You: Available');
    server.on('GET /api/presence', { own: { ...RAVI, status: 'away', isAway: true }, team: [] });
    await click(element, 'lightning-button');
    await settled();
    expect(textOf(element)).toContain('You: Away');
    expect(find<HTMLElement & { label: string }>(element, 'lightning-button').label).toBe(
      'Take Calls Again',
    );
    await expect(element).toBeAccessible();
  });

  it('is said after a call with the time that is left, until the rep is ready', async () => {
    const until = new Date(Date.now() + 75_500).toISOString();
    const server = new FakeServer()
      .on('GET /api/presence', { own: { ...RAVI, status: 'after_call', until }, team: [] })
      .on('POST /api/me/ready', {});
    const element = await shown();
    expect(textOf(element)).toContain('You: After a call 1:15 left');
    const ready = find<HTMLElement & { label: string }>(element, 'lightning-button');
    expect(ready.label).toBe('Ready');
    await expect(element).toBeAccessible();
    server.on('GET /api/presence', { own: RAVI, team: [] });
    const focused = jest.spyOn(find(element, '[data-action=switch]'), 'focus');
    await click(element, 'lightning-button');
    await settled();
    expect(textOf(element)).toContain('You: Available');
    expect(findAll(element, 'lightning-button')).toHaveLength(1);
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('leaves the focus on the button that stays when the rep is ready', async () => {
    const server = new FakeServer()
      .on('GET /api/presence', { own: { ...RAVI, status: 'after_call' }, team: [] })
      .on('POST /api/me/ready', {});
    const element = await shown();
    const goAway = find(element, '[data-action=switch]');
    const focused = jest.spyOn(goAway, 'focus');
    server.on('GET /api/presence', { own: RAVI, team: [] });
    await click(element, '[data-action=ready]');
    await settled();
    expect(findAll(element, '[data-action=ready]')).toHaveLength(0);
    expect(find(element, '[data-action=switch]')).toBe(goAway);
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('takes no focus from where the rep has gone meanwhile', async () => {
    const server = new FakeServer()
      .on('GET /api/presence', { own: { ...RAVI, status: 'after_call' }, team: [] })
      .on('POST /api/me/ready', {});
    const answer = server.holds('POST /api/me/ready');
    const element = await shown();
    await click(element, '[data-action=ready]');
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    const focused = jest.spyOn(find(element, '[data-action=switch]'), 'focus');
    server.on('GET /api/presence', { own: RAVI, team: [] });
    answer();
    await settled();
    expect(textOf(element)).toContain('You: Available');
    expect(focused).not.toHaveBeenCalled();
    elsewhere.remove();
  });

  it('is what it is at once when a call of the rep begins and ends', async () => {
    const server = new FakeServer().on('GET /api/presence', { own: RAVI, team: [] });
    const element = await shown();
    await server.snapshot();
    server.on('GET /api/presence', { own: { ...RAVI, status: 'busy' }, team: [] });
    await server.sends('call', ownCall());
    await settled();
    expect(textOf(element)).toContain('You: On a call');
    server.on('GET /api/presence', { own: RAVI, team: [] });
    await server.snapshot();
    await settled();
    expect(textOf(element)).toContain('You: Available');
  });

  it('is asked again soon while the phone connects', async () => {
    jest.useFakeTimers();
    const server = new FakeServer().on('GET /api/presence', {
      own: { ...RAVI, status: 'offline' },
      team: [],
    });
    const element = await show('c-rep-presence', RepPresence, {});
    await jest.advanceTimersByTimeAsync(1);
    expect(textOf(element)).toContain('You: Offline');
    server.on('GET /api/presence', { own: RAVI, team: [] });
    await jest.advanceTimersByTimeAsync(3_000);
    expect(textOf(element)).toContain('You: Available');
    jest.useRealTimers();
  });

  it('says so while the server does not answer', async () => {
    new FakeServer().on('GET /api/presence', { own: RAVI, team: [] });
    const element = await shown();
    globalThis.fetch = () => new Promise(() => undefined);
    jest.useFakeTimers();
    find(element, 'lightning-button').click();
    await jest.advanceTimersByTimeAsync(5_000);
    jest.useRealTimers();
    await settled();
    expect(textOf(element)).toContain('This is taking longer than usual.');
    expect(find<HTMLElement & { disabled: boolean }>(element, 'lightning-button').disabled).toBe(
      true,
    );
    await expect(element).toBeAccessible();
  });

  it('is not shown to who is neither a rep nor has reps', async () => {
    new FakeServer().on('GET /api/presence', { team: [] });
    expect(textOf(await shown())).toBe('');
  });
});
