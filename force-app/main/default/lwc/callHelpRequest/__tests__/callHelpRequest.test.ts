import CallHelpRequest from 'c/callHelpRequest';
import type { HelpView } from 'c/callModel';
import { click, find, findAll, press, show, textOf, eventDetails, type } from 'test/dom';
import { settled } from 'test/server';

const REASONS = [
  { code: 'pricing', label: 'Pricing or discount' },
  { code: 'legal', label: 'Legal or compliance' },
];
const HELP: HelpView = {
  helpRequestId: 'h',
  status: 'open',
  reasonCode: 'pricing',
  reasonLabel: 'Pricing or discount',
  at: '2026-11-20T10:00:00Z',
};

const shown = (more: object = {}) =>
  show('c-call-help-request', CallHelpRequest, { reasons: REASONS, ...more });

describe('a rep who needs help', () => {
  it('asks with a reason and a note (G14)', async () => {
    const element = await shown();
    const requested = eventDetails(element, 'requesthelp');
    await click(element, '[data-action=help]');
    await type(element, 'select', 'pricing');
    await type(element, 'input', ' Wants 20 % off. ');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=request]');
    expect(requested).toEqual([{ reasonCode: 'pricing', note: 'Wants 20 % off.' }]);
  });

  it('asks with nothing that was entered before the form was canceled', async () => {
    const element = await shown();
    const requested = eventDetails(element, 'requesthelp');
    await click(element, '[data-action=help]');
    await type(element, 'select', 'legal');
    await type(element, 'input', 'Wants 20 % off.');
    await click(element, '[data-action=cancel]');
    await click(element, '[data-action=help]');
    await type(element, 'select', 'pricing');
    await click(element, '[data-action=request]');
    expect(requested).toEqual([{ reasonCode: 'pricing' }]);
  });

  it('is told what is missing', async () => {
    const element = await shown();
    const requested = eventDetails(element, 'requesthelp');
    await click(element, '[data-action=help]');
    await click(element, '[data-action=request]');
    expect(find(element, '[role=alert]').textContent).toBe('Select what you need help with.');
    expect(requested).toEqual([]);
  });

  it('gets the focus into the form, and out of it with Escape', async () => {
    const element = await shown();
    await click(element, '[data-action=help]');
    expect(element.shadowRoot!.activeElement?.tagName).toBe('SELECT');
    await press('Escape', find(element, 'select'));
    expect(findAll(element, 'select')).toHaveLength(0);
  });
});

describe('a request for help', () => {
  it('waits in sight, and can be taken back', async () => {
    const element = await shown({ help: HELP });
    const canceled = eventDetails(element, 'cancelhelp');
    expect(find(element, '[role=status]').textContent).toBe(
      'Help requested: Pricing or discount. Your supervisors can see it.',
    );
    await click(element, '[data-action=cancel-request]');
    expect(canceled).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says who is coming', async () => {
    const element = await shown({
      help: { ...HELP, status: 'taken', takenBy: { userId: 'm', name: 'Maya Okafor' } },
    });
    expect(textOf(element)).toContain('Maya Okafor is joining to help.');
  });

  it('says who could not join, and that it is open again', async () => {
    const givenBackBy = { userId: 'm', name: 'Maya Okafor' };
    const element = await shown({ help: { ...HELP, givenBackBy } });
    expect(find(element, '[role=status]').textContent).toBe(
      "Maya Okafor couldn't join. Your request is open again." +
        'Help requested: Pricing or discount. Your supervisors can see it.',
    );
    await expect(element).toBeAccessible();
    element.help = {
      ...HELP,
      status: 'taken',
      takenBy: { userId: 'd', name: 'Dana Whitfield' },
      givenBackBy,
    };
    await settled();
    expect(textOf(element)).not.toContain('Maya Okafor');
  });

  it('says how many were asked, and when more are', async () => {
    const element = await shown({
      help: { ...HELP, asked: 1, widensAt: '2026-11-20T10:00:15Z' },
    });
    expect(textOf(element)).toContain('1 asked so far. More will be asked at');
  });

  it('is for a skill where one is chosen (V29)', async () => {
    const element = await shown({ skills: ['Price_Negotiation'] });
    const requested = eventDetails(element, 'requesthelp');
    await click(element, '[data-action=help]');
    await type(element, 'select', 'pricing');
    await type(element, '[data-field=skill]', 'Price_Negotiation');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=request]');
    expect(requested).toEqual([{ reasonCode: 'pricing', skill: 'Price_Negotiation' }]);
  });
});
