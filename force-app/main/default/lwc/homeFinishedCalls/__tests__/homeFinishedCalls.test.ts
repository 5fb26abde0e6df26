import mine from '@salesforce/apex/DealsideCallNotes.mine';
import save from '@salesforce/apex/DealsideCallNotes.save';
import HomeFinishedCalls from 'c/homeFinishedCalls';
import { click, find, findAll, show, textOf, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCallNotes.mine',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsideCallNotes.save',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);

const notes = mine as unknown as jest.Mock;
const saves = save as unknown as jest.Mock;
const call = (callId: string, more: object = {}) => ({
  callId,
  startedAt: '2026-11-20T10:00:00Z',
  answeredAt: '2026-11-20T10:00:10Z',
  endedAt: '2026-11-20T10:05:10Z',
  rep: { userId: '005R', name: 'Ravi Patel' },
  customer: { name: 'Priya Raman', accountName: 'Halcyon' },
  opportunity: { opportunityId: '006O', name: 'Halcyon renewal' },
  interventions: [
    { interventionId: 'i', supervisor: { userId: '005M', name: 'Maya' }, mode: 'barge' },
  ],
  recordings: [{ recordingId: 'RE1', what: 'call' }],
  ...more,
});
const shown = async () => {
  const element = await show('c-home-finished-calls', HomeFinishedCalls, {});
  await settled();
  return element;
};

describe('finished calls at home', () => {
  beforeEach(() => {
    notes.mockReset().mockResolvedValue([]);
    saves.mockReset().mockResolvedValue(undefined);
  });

  it('say to a reader whom no rule is about why there are none, and who can help', async () => {
    new FakeServer().on('GET /api/finished-calls', {
      calls: [],
      next: { endedAt: '2026-11-20T10:05:10Z', callId: 'c1' },
      monitors: { reach: 'none', covert: [] },
    });
    const element = await shown();
    expect(textOf(element)).toContain("No rule of your company's policy lets you monitor calls.");
    expect(findAll(element, '[data-action=older]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('say to whom a covert rule was about that it has ended, and nothing else', async () => {
    const rule = { words: '', purpose: 'Case 42', owner: 'Legal', endsOn: '2026-11-01' };
    new FakeServer().on('GET /api/finished-calls', {
      calls: [],
      monitors: { reach: 'none', covert: [{ ...rule, isOver: true }] },
    });
    const element = await shown();
    expect(textOf(element)).toContain(
      'has ended. Its last day was Nov 1, 2026. Purpose: Case 42. Owner: Legal.',
    );
    expect(textOf(element)).not.toContain('No rule of your');
    await expect(element).toBeAccessible();
  });

  it('go, and say that the rule has ended, as soon as the live feed says so on the open page', async () => {
    const rule = { words: 'w', purpose: 'Case 42', owner: 'Legal', endsOn: '2026-11-01' };
    const during = { reach: 'none', covert: [{ ...rule, isOver: false }] };
    const after = { reach: 'none', covert: [{ ...rule, isOver: true }] };
    const server = new FakeServer().on('GET /api/finished-calls', {
      calls: [call('c1')],
      monitors: during,
    });
    const element = await shown();
    const loads = () => server.asked.filter(({ path }) => path === '/api/finished-calls').length;
    await server.snapshot({ monitors: during });
    await server.snapshot({ monitors: during });
    expect([loads(), findAll(element, 'article').length]).toEqual([1, 1]);
    server.on('GET /api/finished-calls', { calls: [], monitors: after });
    await server.snapshot({ monitors: after });
    await settled();
    expect([loads(), findAll(element, 'article').length]).toEqual([2, 0]);
    expect(textOf(element)).toContain('has ended. Its last day was Nov 1, 2026.');
    await expect(element).toBeAccessible();
  });

  it('say who talked to whom, for how long, and who was on', async () => {
    new FakeServer().on('GET /api/finished-calls', { calls: [call('c1')] });
    const element = await shown();
    const text = textOf(element);
    expect(text).toContain('Ravi Patel with Priya Raman (Halcyon)');
    expect(text).toContain('5:00');
    expect(text).toContain('Maya Barge');
    await expect(element).toBeAccessible();
  });

  it('play a recording from the server, by a link that works once', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', { calls: [call('c1')] });
    server.on('POST /api/recordings/RE1/ticket', { link: '/api/recordings/RE1?ticket=t' });
    const element = await shown();
    await click(element, '[data-action=play]');
    await settled();
    expect(find<HTMLAudioElement>(element, 'audio').src).toBe(
      'https://dealside.example.com/api/recordings/RE1?ticket=t',
    );
  });

  it('go on with earlier calls where there are any', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', {
      calls: [call('c1')],
      next: { endedAt: '2026-11-20T10:05:10Z', callId: 'c1' },
    });
    const element = await shown();
    server.on('GET /api/finished-calls', { calls: [call('c2', { recordings: [] })] });
    await click(element, '[data-action=older]');
    await settled();
    expect(findAll(element, 'article')).toHaveLength(2);
    expect(findAll(element, '[data-action=older]')).toHaveLength(0);
    expect(server.asked.at(-1)!.query.get('callId')).toBe('c1');
    expect(textOf(element)).toContain('No recording that you can play');
  });

  it('are five at first, then five more, before earlier ones are asked for', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', {
      calls: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'].map((callId) => call(callId)),
      next: { endedAt: '2026-11-20T10:05:10Z', callId: 'c7' },
    });
    const element = await shown();
    expect(findAll(element, 'article')).toHaveLength(5);
    await click(element, '[data-action=older]');
    await settled();
    expect(findAll(element, 'article')).toHaveLength(7);
    expect(server.asked.filter(({ path }) => path === '/api/finished-calls')).toHaveLength(1);
    server.on('GET /api/finished-calls', { calls: [call('c8')] });
    await click(element, '[data-action=older]');
    await settled();
    expect(findAll(element, 'article')).toHaveLength(8);
    expect(findAll(element, '[data-action=older]')).toHaveLength(0);
  });

  it('keep the person’s own note, with the rep and the deal', async () => {
    new FakeServer().on('GET /api/finished-calls', { calls: [call('c1')] });
    const element = await shown();
    await click(element, '[data-action=note]');
    await type(element, '[data-field=note]', 'Opened well. ');
    await click(element, '[data-action=save-note]');
    await settled();
    expect(saves).toHaveBeenCalledWith({
      note: {
        Call_Id__c: 'c1',
        Note__c: 'Opened well. ',
        Rep__c: '005R',
        Opportunity__c: '006O',
      },
    });
    expect(find(element, '.note').textContent).toBe('Opened well.');
    expect(findAll(element, 'textarea')).toHaveLength(0);
  });

  it('show the note that was kept before', async () => {
    new FakeServer().on('GET /api/finished-calls', { calls: [call('c1')] });
    notes.mockResolvedValue([{ Call_Id__c: 'c1', Note__c: 'Closed early.' }]);
    const element = await shown();
    expect(find(element, '.note').textContent).toBe('Closed early.');
    expect(textOf(element)).toContain('[Edit my note]');
  });

  it('keep what was typed when a note is refused', async () => {
    new FakeServer().on('GET /api/finished-calls', { calls: [call('c1')] });
    saves.mockRejectedValue({ body: { message: 'Not allowed here.' } });
    const element = await shown();
    await click(element, '[data-action=note]');
    await type(element, '[data-field=note]', 'Opened well.');
    await click(element, '[data-action=save-note]');
    await settled();
    expect(textOf(element)).toContain('Not allowed here.');
    expect(findAll(element, 'textarea')).toHaveLength(1);
  });

  it('keep what is typed when earlier calls cannot be had, and say so beside the button', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', {
      calls: [call('c1')],
      next: { endedAt: '2026-11-20T10:05:10Z', callId: 'c1' },
    });
    const element = await shown();
    await click(element, '[data-action=note]');
    await type(element, '[data-field=note]', 'Opened well.');
    server.refuses('GET /api/finished-calls', 503, { code: 'server', message: 'Not now.' });
    await click(element, '[data-action=older]');
    await settled();
    expect(textOf(element)).toContain('Not now.');
    expect(find<HTMLTextAreaElement>(element, 'textarea').value).toBe('Opened well.');
    server.on('GET /api/finished-calls', { calls: [call('c2')] });
    await click(element, '[data-action=older]');
    await settled();
    expect(textOf(element)).not.toContain('Not now.');
    expect(findAll(element, 'article')).toHaveLength(2);
  });

  it('say that there are none', async () => {
    new FakeServer().on('GET /api/finished-calls', { calls: [] });
    const element = await shown();
    expect(textOf(element)).toContain('No finished calls');
    await expect(element).toBeAccessible();
  });

  it('are those of the sample alone where that is asked for', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', { calls: [call('one')] });
    const element = await shown();
    server.on('GET /api/finished-calls', { calls: [] });
    const box = find<HTMLInputElement>(element, '[data-action=sample]')!;
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(server.asked.at(-1)!.query.get('sample')).toBe('true');
    expect(findAll(element, 'c-home-finished-call')).toHaveLength(0);
    expect(textOf(element)).toContain('in the sample');
  });

  it('are not those of everybody where the sample could not be read, however often it is asked', async () => {
    const server = new FakeServer().on('GET /api/finished-calls', { calls: [call('one')] });
    const element = await shown();
    server.refuses('GET /api/finished-calls', 503, { code: 'busy', message: 'Busy.' });
    const box = find<HTMLInputElement>(element, '[data-action=sample]')!;
    box.checked = true;
    box.dispatchEvent(new CustomEvent('change'));
    await settled();
    expect(findAll(element, 'c-home-finished-call')).toHaveLength(0);
    expect(textOf(element)).toContain('Busy.');
    await click(element, '[data-action=retry]');
    await settled();
    expect(server.asked.at(-1)!.query.get('sample')).toBe('true');
  });
});
