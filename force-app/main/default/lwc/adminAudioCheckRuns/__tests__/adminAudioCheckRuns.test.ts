import AdminAudioCheckRuns from 'c/adminAudioCheckRuns';
import { click, findAll, show, textOf } from 'test/dom';

const run = (status: string, more: object = {}) => ({
  runId: status,
  startedAt: '2026-11-20T10:00:00Z',
  progress: 1,
  status,
  ...more,
});
const shown = (audioCheck: object) =>
  show('c-admin-audio-check-runs', AdminAudioCheckRuns, { audioCheck });

describe('the audio checks', () => {
  it('say that the carrier can be trusted, and how each check went', async () => {
    const element = await shown({
      carrier: { status: 'healthy' },
      runs: [
        run('running', { progress: 0.4 }),
        run('passed'),
        run('not_run', { problem: 'There was no number to call.' }),
      ],
    });
    expect(findAll(element, '.verdict_healthy')).toHaveLength(1);
    expect(textOf(element)).toContain('40');
    expect(textOf(element)).toContain('Try again. The server log has the cause.');
    expect(textOf(element)).not.toContain('There was no number to call.');
    await expect(element).toBeAccessible();
  });

  it('say what was heard where nobody should have heard it', async () => {
    const findings = ['In whisper, the customer heard the supervisor.'];
    const element = await shown({
      carrier: { status: 'unhealthy', since: '2026-11-20T10:00:00Z', findings },
      runs: [run('failed', { findings: [{ text: findings[0] }] })],
    });
    expect(findAll(element, '.verdict_unhealthy li').map((item) => item.textContent)).toEqual(
      findings,
    );
    expect(findAll(element, 'strong.failed')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('say nothing of audio leaks before one has passed', async () => {
    const element = await shown({
      carrier: { status: 'healthy' },
      runs: [run('running', { progress: 0.4 }), run('not_run')],
    });
    expect(findAll(element, '.verdict')).toHaveLength(0);
  });

  it('say how many there are when not all are listed, and offer the older ones', async () => {
    const element = await shown({
      carrier: { status: 'healthy' },
      runs: [run('passed')],
      total: 3,
    });
    expect(textOf(element)).toContain('The newest 1 of 3 checks');
    const asked = jest.fn();
    element.addEventListener('more', asked);
    click(element, '[data-action="more"]');
    expect(asked).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('say nothing of it when all are listed', async () => {
    const element = await shown({
      carrier: { status: 'healthy' },
      runs: [run('passed')],
      total: 1,
    });
    expect(findAll(element, '[data-action="more"]')).toHaveLength(0);
  });

  it('say that there was none yet', async () => {
    const element = await shown({ carrier: { status: 'healthy' }, runs: [] });
    expect(findAll(element, 'c-ui-empty-state')).toHaveLength(1);
    expect(findAll(element, '.verdict')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
