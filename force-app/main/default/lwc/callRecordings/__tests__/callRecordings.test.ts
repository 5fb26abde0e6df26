import CallRecordings from 'c/callRecordings';
import { CurrentPageReference } from 'lightning/navigation';
import { find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const LIST = 'GET /api/interventions/i-1/recordings';
const CALL = { recordingId: 'RE1', what: 'call', startedAt: '2026-11-20T17:00:00.000Z' };
const OWN = { ...CALL, recordingId: 'RE2', what: 'supervisor' };

async function opened(state: Record<string, string> = { c__interventionId: 'i-1' }) {
  const element = await show('c-call-recordings', CallRecordings, {});
  (CurrentPageReference as unknown as { emit(page: object): void }).emit({
    type: 'standard__navItemPage',
    state,
  });
  await settled();
  return element;
}

describe('the recordings of an intervention', () => {
  it('are listed, and it says that playing is logged', async () => {
    new FakeServer().on(LIST, { recordings: [CALL, OWN] });
    const element = await opened();
    expect(textOf(element)).toContain('Every playback is logged.');
    expect(findAll(element, 'li')).toHaveLength(2);
    expect(textOf(element)).toContain('The supervisor only');
    expect(findAll(element, 'audio')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('are played by a link that works once, from the server itself', async () => {
    const server = new FakeServer()
      .on(LIST, { recordings: [CALL] })
      .on('POST /api/recordings/RE1/ticket', { link: '/api/recordings/RE1?ticket=t' }, 201);
    const element = await opened();
    find(element, 'lightning-button').click();
    await settled();
    expect(find<HTMLAudioElement>(element, 'audio').src).toMatch(
      /^https:\/\/.*\/api\/recordings\/RE1\?ticket=t$/,
    );
    expect(server.posted('/api/recordings/RE1/ticket')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('are those of a call, where a rep’s own call led here', async () => {
    new FakeServer().on('GET /api/calls/c-1/recordings', { recordings: [CALL] });
    expect(findAll(await opened({ c__callId: 'c-1' }), 'li')).toHaveLength(1);
  });

  it('can be one message of a caller, opened from the task to call back', async () => {
    new FakeServer().on('GET /api/recordings/RE3/details', {
      recordings: [{ ...CALL, recordingId: 'RE3', what: 'voicemail' }],
    });
    const element = await opened({ c__recordingId: 'RE3' });
    expect(textOf(element)).toContain('Message from the caller');
    await expect(element).toBeAccessible();
  });

  it('that are not there, or not for this person, are said to be none', async () => {
    new FakeServer().refuses(LIST, 404, {
      code: 'recording_not_found',
      message: 'There is no such recording.',
    });
    const element = await opened();
    expect(textOf(element)).toContain('No recordings');
    await expect(element).toBeAccessible();
  });

  it('are none without an intervention', async () => {
    new FakeServer();
    const element = await opened({});
    expect(textOf(element)).toContain('Open a recording from a call');
    await expect(element).toBeAccessible();
  });

  it('that cannot be asked for are asked for again', async () => {
    const server = new FakeServer().refuses(LIST, 503, {
      code: 'crm_unavailable',
      message: 'Salesforce does not answer.',
    });
    const element = await opened();
    expect(textOf(element)).toContain('Salesforce does not answer.');
    server.on(LIST, { recordings: [CALL] });
    find(element, 'c-ui-page-gate').dispatchEvent(new CustomEvent('retry'));
    await settled();
    expect(findAll(element, 'li')).toHaveLength(1);
  });

  it('of another link take the place of the first, also where they cannot be read', async () => {
    const server = new FakeServer().on(LIST, { recordings: [CALL] });
    const element = await opened();
    expect(findAll(element, 'li')).toHaveLength(1);
    server.refuses('GET /api/interventions/i-2/recordings', 503, {
      code: 'network',
      message: 'The server is away.',
    });
    (CurrentPageReference as unknown as { emit(page: object): void }).emit({
      type: 'standard__navItemPage',
      state: { c__interventionId: 'i-2' },
    });
    await settled();
    expect(textOf(element)).toContain('The server is away.');
    expect(findAll(element, 'li')).toHaveLength(0);
  });

  it('that may not be played any more say so', async () => {
    new FakeServer()
      .on(LIST, { recordings: [CALL] })
      .refuses('POST /api/recordings/RE1/ticket', 404, {
        code: 'recording_not_found',
        message: 'There is no such recording.',
      });
    const element = await opened();
    find(element, 'lightning-button').click();
    await settled();
    expect(textOf(element)).toContain('There is no such recording.');
  });
});
