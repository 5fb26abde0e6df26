import CallCovert from 'c/callCovert';
import type { CallView, CovertView } from 'c/callModel';
import { aCall } from 'test/builders';
import { click, eventDetails, find, findAll, press, show, textOf } from 'test/dom';

const withRule = (covert: CovertView): CallView => {
  const call = aCall();
  return { ...call, you: { ...call.you, covert } };
};
const shown = (covert: CovertView) => show('c-call-covert', CallCovert, { call: withRule(covert) });
const ALLOWED: CovertView = {
  allowed: true,
  purpose: 'Case 42: suspected fraud',
  owner: 'Head of Compliance',
  endsOn: '2026-12-31',
};

describe('covert monitoring', () => {
  it('says purpose, who is responsible and the last day, and begins once it is confirmed (G1)', async () => {
    const element = await shown(ALLOWED);
    const asked = eventDetails(element, 'covert');
    await click(element, '[data-action=covert]');
    const text = textOf(element);
    for (const fact of ['Case 42: suspected fraud', 'Head of Compliance', 'Dec 31, 2026'])
      expect(text).toContain(fact);
    expect(text).toContain("The rep isn't notified");
    expect(element.shadowRoot!.activeElement).toBe(find(element, '[role=dialog]'));
    await expect(element).toBeAccessible();
    expect(asked).toHaveLength(0);
    await click(element, '[data-action=covert-confirm]');
    expect(asked).toHaveLength(1);
  });

  it('is left by Escape', async () => {
    const element = await shown(ALLOWED);
    const asked = eventDetails(element, 'covert');
    await click(element, '[data-action=covert]');
    await press('Escape', find(element, '[role=dialog]'));
    expect(findAll(element, '[role=dialog]')).toHaveLength(0);
    expect(asked).toHaveLength(0);
  });

  it('is refused elsewhere, with why (G1)', async () => {
    const element = await shown({
      allowed: false,
      message: 'The permission to monitor covertly has ended.',
      hint: 'Ask whoever is responsible for the rule.',
    });
    expect(find<HTMLButtonElement>(element, '[data-action=covert]').disabled).toBe(true);
    expect(textOf(element)).toContain(
      'The permission to monitor covertly has ended. Ask whoever is responsible for the rule.',
    );
    await expect(element).toBeAccessible();
  });
});
