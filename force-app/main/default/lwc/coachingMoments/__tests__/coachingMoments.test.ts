import CoachingMoments from 'c/coachingMoments';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const shown = (recording?: { recordingId: string; startedAt: string }) =>
  show('c-coaching-moments', CoachingMoments, {
    startedAt: '2026-11-30T10:00:00Z',
    modes: [{ mode: 'whisper', at: '2026-11-30T10:00:05Z' }],
    moments: [{ at: '2026-11-30T10:01:30Z', note: 'Lost her here.' }],
    recording,
  });

describe('the moments of a call', () => {
  it('are in order, by the time since it began, without sound where none may be played', async () => {
    const element = await shown();
    expect(textOf(element)).toMatch(/0:05 Whisper.*1:30.*Lost her here\./);
    expect(findAll(element, 'button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('are played from their second of the recording, which is asked for once', async () => {
    const server = new FakeServer().on('POST /api/recordings/RE1/ticket', {
      link: '/api/recordings/RE1?ticket=t',
      expiresAt: '2026-11-30T11:00:00Z',
    });
    const element = await shown({ recordingId: 'RE1', startedAt: '2026-11-30T10:00:10Z' });
    expect(findAll(element, '[data-action=play-moment]')).toHaveLength(1);
    await click(element, '[data-action=play-moment]');
    await settled();
    const audio = find<HTMLAudioElement>(element, 'audio');
    const plays = jest.spyOn(audio, 'play').mockResolvedValue(undefined);
    audio.dispatchEvent(new Event('loadedmetadata'));
    expect([audio.currentTime, plays.mock.calls.length]).toEqual([80, 1]);
    await click(element, '[data-action=play-moment]');
    expect(plays).toHaveBeenCalledTimes(2);
    expect(server.posted('/api/recordings/RE1/ticket')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  describe('whose recording cannot be played', () => {
    const TICKET = '/api/recordings/RE1/ticket';
    let server: FakeServer;
    beforeEach(() => {
      server = new FakeServer().on(`POST ${TICKET}`, {
        link: '/api/recordings/RE1?ticket=t',
        expiresAt: '2026-11-30T11:00:00Z',
      });
    });
    const played = async () => {
      const element = await shown({ recordingId: 'RE1', startedAt: '2026-11-30T10:00:10Z' });
      await click(element, '[data-action=play-moment]');
      await settled();
      return element;
    };

    it('say so, and ask for another link with the next click', async () => {
      const element = await played();
      find(element, 'audio').dispatchEvent(new Event('error'));
      await settled();
      expect(textOf(element)).toContain("The recording can't be played.");
      expect(findAll(element, 'audio')).toHaveLength(0);
      await expect(element).toBeAccessible();
      await click(element, '[data-action=play-moment]');
      await settled();
      expect(findAll(element, 'audio')).toHaveLength(1);
      expect(textOf(element)).not.toContain("The recording can't be played.");
      expect(server.posted(TICKET)).toHaveLength(2);
    });

    it('leave it to the controls where the browser does not play by itself', async () => {
      const audio = find<HTMLAudioElement>(await played(), 'audio');
      const refused = Promise.reject(new DOMException('no gesture', 'NotAllowedError'));
      const caught = jest.spyOn(refused, 'catch');
      jest.spyOn(audio, 'play').mockReturnValue(refused);
      audio.dispatchEvent(new Event('loadedmetadata'));
      expect(caught).toHaveBeenCalledTimes(1);
    });

    it('keep the focus on the button while the link is asked for', async () => {
      const release = server.holds(`POST ${TICKET}`);
      const element = await shown({ recordingId: 'RE1', startedAt: '2026-11-30T10:00:10Z' });
      const button = find<HTMLButtonElement>(element, '[data-action=play-moment]');
      button.focus();
      await click(element, '[data-action=play-moment]');
      expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
      await click(element, '[data-action=play-moment]');
      release();
      await settled();
      expect(element.shadowRoot!.activeElement).toBe(button);
      expect(server.posted(TICKET)).toHaveLength(1);
    });
  });
});
