import AdminSetupCheck from 'c/adminSetupCheck';
import { click, eventDetails, findAll, show, textOf } from 'test/dom';

const shown = (check: string, status: 'ok' | 'todo' | 'unknown') =>
  show('c-admin-setup-check', AdminSetupCheck, {
    check: { check, status, title: 'Audio check', text: 'Run it now.' },
    isBusy: false,
  });

describe('a check of the setup', () => {
  it('offers what can be done about it from here', async () => {
    const element = await shown('audio_check', 'todo');
    const heard: unknown[] = [];
    for (const name of ['opentab', 'runcheck'])
      element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
    await click(element, '[data-action=run-check]');
    await click(element, '[data-action=open-tab]');
    expect(heard).toEqual([{ check: 'audio_check' }, { tab: 'Dealside_Audio_Check' }]);
    expect(textOf(element)).toContain('Run it now.');
    await expect(element).toBeAccessible();
  });

  it('asks first where others may rely on what is there now', async () => {
    const element = await show('c-admin-setup-check', AdminSetupCheck, {
      check: {
        check: 'phone_numbers',
        status: 'todo',
        code: 'elsewhere',
        title: 'Phone numbers',
        text: 'Set the Voice URL.',
      },
      isBusy: false,
    });
    const heard = eventDetails(element, 'runcheck');
    await click(element, '[data-action=open]');
    expect(heard).toEqual([]);
    expect(textOf(element)).toContain('Whatever answers them now stops answering them.');
    await expect(element).toBeAccessible();
    await click(element, '[data-action=run-check]');
    expect(heard).toEqual([{ check: 'phone_numbers' }]);
  });

  it('offers nothing where nothing is to be done', async () => {
    expect(findAll(await shown('audio_check', 'ok'), 'lightning-button')).toHaveLength(0);
    expect(findAll(await shown('certificate', 'todo'), 'lightning-button')).toHaveLength(0);
    expect(findAll(await shown('phone_numbers', 'todo'), 'lightning-button')).toHaveLength(0);
  });
});
