import InterventionReasonPicker from 'c/interventionReasonPicker';
import { WORDS } from 'test/builders';
import { click, find, findAll, press, show, eventDetails, type } from 'test/dom';

const shown = (properties: object = {}) =>
  show('c-intervention-reason-picker', InterventionReasonPicker, {
    reasons: WORDS.reasons,
    ...properties,
  });
const offered = (picker: HTMLElement) =>
  findAll(picker, '[role=option]').map((each) => each.textContent);
const input = (picker: HTMLElement) => find<HTMLInputElement>(picker, 'input');

describe('the reason picker', () => {
  it('offers the reasons by family (D8)', async () => {
    const picker = await shown();
    expect(findAll(picker, '.family').map((each) => each.textContent)).toEqual([
      'Escalation',
      'Sales opportunity',
      'Other',
    ]);
    expect(offered(picker)).toHaveLength(4);
    await expect(picker).toBeAccessible();
  });

  it('opens with the first key and is closed by Escape', async () => {
    const picker = await shown();
    await press('ArrowDown', input(picker));
    expect(input(picker).getAttribute('aria-expanded')).toBe('true');
    await expect(picker).toBeAccessible();
    await press('Escape', input(picker));
    expect(input(picker).getAttribute('aria-expanded')).toBe('false');
  });

  it('finds by words of the reason and of its family', async () => {
    const picker = await shown();
    await type(picker, 'input', 'esc manag');
    expect(offered(picker)).toEqual(['Customer asks for a manager']);
  });

  it('says when nothing is found', async () => {
    const picker = await shown();
    await type(picker, 'input', 'zzz');
    expect(find(picker, '[role=status]').textContent).toBe('No reasons match "zzz"');
  });

  it('chooses by keyboard', async () => {
    const picker = await shown();
    const chosen = eventDetails(picker, 'reasonchange');
    await type(picker, 'input', 'customer');
    await press('ArrowDown', input(picker));
    await press('Enter', input(picker));
    await press('ArrowUp', input(picker));
    await press('Enter', input(picker));
    expect(chosen).toEqual([{ code: 'cancellation_threat' }, { code: 'other' }]);
  });

  it('chooses by mouse', async () => {
    const picker = await shown();
    const chosen = eventDetails(picker, 'reasonchange');
    await click(picker, '[data-code=other]');
    expect(chosen).toEqual([{ code: 'other' }]);
  });

  it('drops what was chosen once other words are typed', async () => {
    const picker = await shown({ value: 'other' });
    const chosen = eventDetails(picker, 'reasonchange');
    await type(picker, 'input', 'cancel');
    expect(chosen).toEqual([{ code: undefined }]);
  });

  it('takes the full name of a reason that was typed without choosing it', async () => {
    const picker = await shown();
    const chosen = eventDetails(picker, 'reasonchange');
    await type(picker, 'input', 'customer asks for a MANAGER ');
    input(picker).dispatchEvent(new FocusEvent('blur'));
    expect(chosen).toEqual([{ code: 'customer_asks_manager' }]);
  });

  it('shows what is chosen, and what is wrong', async () => {
    const picker = await shown({ value: 'other', error: 'Select a reason.' });
    expect(input(picker).value).toBe('Other');
    expect(find(picker, '[role=alert]').textContent).toBe('Select a reason.');
    await expect(picker).toBeAccessible();
  });
});
