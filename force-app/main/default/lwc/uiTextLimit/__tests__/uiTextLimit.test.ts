import CallTextWhispers from 'c/callTextWhispers';
import UiTextLimit from 'c/uiTextLimit';
import { click, find, findAll, show, textOf } from 'test/dom';
import { settled } from 'test/server';

/** A field with a limit in the component, as the template of a page would put it there. */
async function field(limit: number) {
  const element = await show('c-ui-text-limit', UiTextLimit, {});
  const input = document.createElement('textarea');
  input.maxLength = limit;
  input.setAttribute('aria-label', 'Note');
  find(element, 'div').append(input);
  return { element, input };
}

async function write(input: HTMLInputElement | HTMLTextAreaElement, length: number) {
  input.value = 'x'.repeat(length);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled();
}

const shown = (element: HTMLElement): string | undefined =>
  findAll(element, 'p[aria-hidden]')[0]?.textContent ?? undefined;
const spoken = (element: HTMLElement): string => textOf(find(element, '[role=status]'));

describe('a text field with a limit', () => {
  it('says nothing as long as there is room', async () => {
    const { element, input } = await field(2_000);
    await write(input, 1_899);
    expect([shown(element), spoken(element)]).toEqual([undefined, '']);
    await expect(element).toBeAccessible();
  });

  it('says what is left from a tenth of it on, at most 100, and the limit when it is reached', async () => {
    for (const [limit, length, text] of [
      [2_000, 1_900, '100 characters left'],
      [2_000, 1_999, '1 character left'],
      [2_000, 2_000, 'Limit of 2,000 characters reached'],
      [255, 229, undefined],
      [255, 230, '25 characters left'],
      [8_000, 7_900, '100 characters left'],
    ] as const) {
      const { element, input } = await field(limit);
      await write(input, length);
      expect([limit, length, shown(element)]).toEqual([limit, length, text]);
      await expect(element).toBeAccessible();
    }
  });

  it('reads it out when it becomes near and when it is reached, not at each letter', async () => {
    const { element, input } = await field(500);
    const heard: string[] = [];
    for (const length of [449, 450, 460, 499, 500, 499, 10]) {
      await write(input, length);
      heard.push(spoken(element));
    }
    expect(heard).toEqual([
      '',
      '50 characters left',
      '50 characters left',
      '50 characters left',
      'Limit of 500 characters reached',
      '1 character left',
      '',
    ]);
  });

  it('says nothing any more once a text was sent', async () => {
    const element = await show('c-call-text-whispers', CallTextWhispers, {
      lines: [],
      phrases: [],
      canWrite: true,
      repName: 'Ravi Patel',
    });
    await write(find<HTMLInputElement>(element, '#text, input[type=text]'), 500);
    expect(shown(element)).toBe('Limit of 500 characters reached');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=send-text]');
    expect(shown(element)).toBeUndefined();
  });
});
