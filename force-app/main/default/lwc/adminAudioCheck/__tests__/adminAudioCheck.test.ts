import AdminAudioCheck from 'c/adminAudioCheck';
import { click, find, findAll, show, textOf } from 'test/dom';
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

const run = (status: string, more: object = {}) => ({
  runId: `run-${status}`,
  startedAt: '2026-11-20T10:00:00Z',
  progress: 1,
  status,
  ...more,
});
const shown = async () => {
  const element = await show('c-admin-audio-check', AdminAudioCheck, {});
  await settled();
  return element;
};

describe('the sound check page', () => {
  it('says that the carrier is trusted, and lists the runs', async () => {
    new FakeServer().on('GET /api/audio-checks', {
      carrier: { status: 'healthy' },
      runs: [run('passed'), run('not_run', { problem: 'No number to call.' })],
    });
    const element = await shown();
    expect(find(element, 'div[role=status]').textContent).toContain('Passed: no audio leaks');
    expect(findAll(element, 'li').map((each) => textOf(each))).toEqual([
      expect.stringContaining('Passed'),
      expect.stringContaining("Couldn't run Try again. The server log has the cause."),
    ]);
    await expect(element).toBeAccessible();
  });

  it('says since when it is not, and what was heard', async () => {
    new FakeServer().on('GET /api/audio-checks', {
      carrier: {
        status: 'unhealthy',
        since: '2026-11-20T10:00:00Z',
        findings: ['The customer heard a whisper.'],
      },
      runs: [run('failed', { findings: [{ text: 'The customer heard a whisper.' }] })],
    });
    const element = await shown();
    expect(find(element, 'div[role=status]').textContent).toContain(
      'The customer heard a whisper.',
    );
    await expect(element).toBeAccessible();
  });

  it('says that nothing is off while no check has ever passed with the account', async () => {
    new FakeServer().on('GET /api/audio-checks', {
      carrier: {
        status: 'doubtful',
        since: '2026-11-20T10:00:00Z',
        findings: ['The customer heard a whisper.'],
      },
      runs: [run('failed', { findings: [{ text: 'The customer heard a whisper.' }] })],
    });
    const element = await shown();
    const verdict = find(element, 'div[role=status]').textContent;
    expect(verdict).toContain('has never passed with this account: nothing is turned off');
    expect(verdict).toContain('The customer heard a whisper.');
    await expect(element).toBeAccessible();
  });

  it('follows a run that was started here until it is over', async () => {
    jest.useFakeTimers();
    const server = new FakeServer()
      .on('GET /api/audio-checks', { carrier: { status: 'healthy' }, runs: [] })
      .on('POST /api/audio-checks', { runId: 'r' }, 202);
    const element = await shown();
    server.on('GET /api/audio-checks', {
      carrier: { status: 'healthy' },
      runs: [run('running', { progress: 0.4 })],
    });
    await click(element, '[data-action=run]');
    await settled();
    expect(textOf(element)).toContain('Checking: 40%');
    server.on('GET /api/audio-checks', {
      carrier: { status: 'healthy' },
      runs: [run('passed')],
    });
    jest.advanceTimersByTime(1_000);
    await settled();
    expect(textOf(element)).toContain('Passed');
  });

  it('says why a run was refused', async () => {
    new FakeServer()
      .on('GET /api/audio-checks', { carrier: { status: 'healthy' }, runs: [] })
      .refuses('POST /api/audio-checks', 409, {
        code: 'audio_check_too_soon',
        message: 'A check ran a minute ago.',
      });
    const element = await shown();
    await click(element, '[data-action=run]');
    await settled();
    expect(find(element, '[role=alert]').textContent).toContain('A check ran a minute ago.');
  });
});
