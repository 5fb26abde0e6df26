import type { TextWhisperView } from 'c/callModel';
import CallTextWhispers from 'c/callTextWhispers';
import { check, click, find, findAll, press, show, textOf, eventDetails, type } from 'test/dom';
import { settled } from 'test/server';

const LINE: TextWhisperView = {
  textWhisperId: 't1',
  from: { userId: 'm', name: 'Maya Okafor' },
  text: 'Offer the second year.',
  at: '2026-11-20T10:00:00Z',
};
const SEEN = {
  ...LINE,
  textWhisperId: 't2',
  text: 'Ask about the term.',
  seenAt: '2026-11-20T10:01:00Z',
};

const shown = (more: object) =>
  show('c-call-text-whispers', CallTextWhispers, { repName: 'Ravi Patel', ...more });

describe('a supervisor on the call', () => {
  it('writes to the rep with Enter, and starts a new line (G43)', async () => {
    const element = await shown({ canWrite: true });
    const written = eventDetails(element, 'write');
    await type(element, 'input', ' Slow down. ');
    await press('Enter', find(element, 'input'));
    expect(written).toEqual([{ text: 'Slow down.' }]);
    expect(find<HTMLInputElement>(element, 'input').value).toBe('');
    expect(textOf(element)).toContain('Text only. Only Ravi Patel can read it.');
    await expect(element).toBeAccessible();
  });

  it('has a line back that could not be sent, unless the next one was begun', async () => {
    const element = (await shown({ canWrite: true })) as HTMLElement & {
      putBack(line: { text: string; isPraise?: boolean }): void;
    };
    const input = find<HTMLInputElement>(element, 'input[type=text]');
    const praise = find<HTMLInputElement>(element, '[data-field=praise]');
    element.putBack({ text: 'Slow down.', isPraise: true });
    await settled();
    expect([input.value, praise.checked]).toEqual(['Slow down.', true]);
    element.putBack({ text: 'Another.' });
    await settled();
    expect(input.value).toBe('Slow down.');
    await expect(element).toBeAccessible();
  });

  it('writes nothing empty', async () => {
    const element = await shown({ canWrite: true });
    const written = eventDetails(element, 'write');
    await type(element, 'input', '   ');
    await press('Enter', find(element, 'input'));
    expect(written).toEqual([]);
  });

  it('sees what was read', async () => {
    const element = await shown({ canWrite: true, lines: [LINE, SEEN] });
    expect(findAll(element, 'li').map((line) => / · (.*)/.exec(textOf(line))?.[1])).toEqual([
      'Not seen yet',
      expect.stringContaining('Seen '),
    ]);
    expect(findAll(element, '[data-action=seen]')).toHaveLength(0);
  });
});

describe('a supervisor who writes often', () => {
  it('inserts a phrase that fits the reason, and marks praise as such (V10)', async () => {
    const element = await shown({
      canWrite: true,
      reasonCode: 'close_assist',
      phrases: [
        { text: 'Hold the price.', reasons: ['large_deal'] },
        { text: 'Slow down.', reasons: [] },
        { text: 'Ask for the next step.', reasons: ['close_assist'] },
      ],
    });
    const written = eventDetails(element, 'write');
    expect(findAll(element, 'option').map(textOf)).toEqual([
      '',
      'Ask for the next step.',
      'Slow down.',
    ]);
    await type(element, '[data-field=phrase]', '0');
    await check(element, '[data-field=praise]');
    await click(element, '[data-action=send-text]');
    expect(written).toEqual([{ text: 'Ask for the next step.', isPraise: true }]);
    await expect(element).toBeAccessible();
  });

  it('marks the rep’s answers as seen', async () => {
    const element = await shown({ canWrite: true, lines: [{ ...LINE, toSupervisor: true }] });
    expect(findAll(element, '[data-action=seen]')).toHaveLength(1);
  });
});

describe('a rep', () => {
  it('reads the lines as they come, and says so', async () => {
    const element = await shown({ lines: [LINE, SEEN] });
    const seen = eventDetails(element, 'seen');
    expect(find(element, 'ol').getAttribute('aria-live')).toBe('polite');
    await click(element, '[data-action=seen]');
    expect(seen).toEqual([{ textWhisperId: 't1' }]);
    await expect(element).toBeAccessible();
  });

  it('sees nothing where nothing was written, and no field to write in', async () => {
    expect(textOf(await shown({ lines: [] }))).toBe('');
    expect(findAll(await shown({ lines: [LINE] }), 'input')).toHaveLength(0);
  });

  it('answers a supervisor who is on the call', async () => {
    const element = await shown({ canReply: true, lines: [LINE] });
    const written = eventDetails(element, 'write');
    await type(element, 'input', 'Which term?');
    await press('Enter', find(element, 'input'));
    expect(written).toEqual([{ text: 'Which term?' }]);
    expect(textOf(element)).toContain('Only the supervisor on this call can read it.');
    await expect(element).toBeAccessible();
  });
});
