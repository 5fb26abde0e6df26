import CallTranscript from 'c/callTranscript';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const PATH = '/api/calls/call-1/transcript';
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 20, 10, 0, seconds)).toISOString();
const line = (speaker: string, text: string, second: number) => ({
  lineId: `GT1:${second}`,
  speaker,
  text,
  startedAt: at(second),
  endedAt: at(second + 2),
});
const TRANSCRIPT = {
  callId: 'call-1',
  isTranscribed: true,
  startedAt: at(0),
  lines: [
    line('rep', 'How can I help?', 3),
    line('customer', 'Let me speak to your manager.', 9),
    line('rep', 'She is here.', 30),
  ],
  repeats: [{ lineId: 'GT1:30', ofLineId: 'GT1:3' }],
  modes: [{ at: at(20), mode: 'barge', name: 'Maya Okafor' }],
  moments: [{ momentId: 'm1', at: at(12), note: 'price' }],
  alerts: [
    {
      alertId: 'a1',
      callId: 'call-1',
      ruleName: 'Asks_For_Manager_en',
      label: 'Asks for a manager',
      family: 'asks_for_manager',
      severity: 'attention',
      raisedAt: at(11),
      words: ['your', 'manager'],
    },
  ],
  recording: { recordingId: 'r1', what: 'call', status: 'completed', startedAt: at(5) },
};

let server: FakeServer;
beforeEach(() => {
  server = new FakeServer().on(`GET ${PATH}`, TRANSCRIPT);
});
/** The text of a part of a line. Its note is below. */
const wordsOf = (part: Element) => part.textContent!.replace(/\s+/g, ' ').trim();
const shown = () => show('c-call-transcript', CallTranscript, { callId: 'call-1' });
const opened = async () => {
  const element = await shown();
  await click(element, '[data-action=transcript]');
  await settled();
  return element;
};

describe('the transcript of a call', () => {
  it('is not read before somebody opens it, and says that reading is on record (P17)', async () => {
    const element = await shown();
    expect(server.asked).toEqual([]);
    expect(textOf(element)).toContain('Opening a transcript is logged.');
    await expect(element).toBeAccessible();
  });

  it('has what happened in its place among what was said', async () => {
    const element = await opened();
    expect(
      findAll(element, 'li').map((one) => [...one.children].map((part) => wordsOf(part)).join(' ')),
    ).toEqual([
      '0:03 Rep How can I help?',
      '0:09 Customer Let me speak to your manager.',
      '0:11 Asks for a manager: “your … manager”',
      '0:12 Marked by the rep: price',
      '0:20 Maya Okafor went to Barge',
      '0:30 Rep She is here.Said again after the join',
    ]);
    await expect(element).toBeAccessible();
  });

  it('plays the recording at the second that was chosen', async () => {
    const play = jest.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
    server.on('POST /api/recordings/r1/ticket', { link: '/api/recordings/r1?ticket=t' }, 201);
    const element = await opened();
    expect(findAll(element, '[data-action=play]')).toHaveLength(5);
    await click(element, '[data-action=play]');
    await settled();
    const audio = find<HTMLAudioElement>(element, 'audio');
    expect(audio.src).toContain('/api/recordings/r1?ticket=t');
    audio.dispatchEvent(new Event('loadedmetadata'));
    expect(audio.currentTime).toBe(4);
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('says that nothing was written down, and asks again after a refusal', async () => {
    server.on(`GET ${PATH}`, { ...TRANSCRIPT, lines: [], modes: [], moments: [], alerts: [] });
    expect(textOf(await opened())).toContain('Nothing of this call was written down');
    server.refuses(`GET ${PATH}`, 403, {
      code: 'words_not_yours',
      message: 'Join the call to read what is said.',
    });
    const refused = await opened();
    expect(textOf(refused)).toContain('Join the call to read what is said.');
    server.on(`GET ${PATH}`, TRANSCRIPT);
    await click(refused, '[data-action=retry]');
    await settled();
    expect(textOf(refused)).toContain('How can I help?');
  });
});
