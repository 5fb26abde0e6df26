import OutcomeTalk from 'c/outcomeTalk';
import { find, findAll, show, textOf } from 'test/dom';
import { WORTH } from 'test/worth';

const shown = (talkShare: readonly object[]) => show('c-outcome-talk', OutcomeTalk, { talkShare });

describe('the rep’s share of the talk', () => {
  it('is beside how many calls were transcribed, of those nobody joined first', async () => {
    const element = await shown(WORTH.talkShare);
    expect(findAll(element, 'tbody tr').map((row) => textOf(row))).toEqual([
      'No one 900 44.0% 42.0% – 46.0%',
      'Barge 1 30.0% Not known yet',
      'Takeover 0 Not measured Not known yet',
    ]);
    expect(findAll(element, '.mark')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('is not measured without words', async () => {
    const element = await shown([{ n: 0 }, { mode: 'barge', n: 0 }]);
    expect(textOf(find(element, '[data-id=none]')!)).toBe('Not measured');
  });
});
