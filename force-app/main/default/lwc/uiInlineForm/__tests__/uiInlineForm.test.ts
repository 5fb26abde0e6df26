import UiInlineForm from 'c/uiInlineForm';
import { click, eventDetails, find, findAll, press, show } from 'test/dom';

const shown = async (more: object = {}) =>
  (await show('c-ui-inline-form', UiInlineForm, {
    openLabel: 'Ask for help',
    saveLabel: 'Send',
    cancelLabel: 'Cancel',
    ...more,
  })) as HTMLElement & { close(): void };
const actions = (form: HTMLElement) =>
  findAll(form, '[data-action]').map(({ dataset }) => dataset.action);

describe('an inline form', () => {
  it('is a button until it is opened', async () => {
    const form = await shown();
    expect(actions(form)).toEqual(['open']);
    await expect(form).toBeAccessible();
    await click(form, '[data-action=open]');
    expect(actions(form)).toEqual(['save', 'cancel']);
    await expect(form).toBeAccessible();
  });

  it('fires that it is to be saved, and stays open until it is closed', async () => {
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await click(form, '[data-action=open]');
    await click(form, '[data-action=save]');
    expect([saved.length, actions(form)]).toEqual([1, ['save', 'cancel']]);
    form.close();
    await Promise.resolve();
    expect(actions(form)).toEqual(['open']);
  });

  it('is canceled by its button and by Escape, and gives the focus back to the button', async () => {
    const form = await shown();
    const canceled = eventDetails(form, 'cancel');
    await click(form, '[data-action=open]');
    await click(form, '[data-action=cancel]');
    await click(form, '[data-action=open]');
    await press('Escape', find(form, '[data-action=cancel]'));
    expect([canceled.length, actions(form)]).toEqual([2, ['open']]);
  });

  it('cannot be saved while it is busy', async () => {
    const form = await shown();
    await click(form, '[data-action=open]');
    Object.assign(form, { isBusy: true });
    await Promise.resolve();
    expect(find<HTMLButtonElement>(form, '[data-action=save]').disabled).toBe(true);
  });
});
