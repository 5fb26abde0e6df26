import AdminPage from 'c/adminPage';
import { click, eventDetails, findAll, show, textOf } from 'test/dom';

const shown = (more: object = {}) =>
  show('c-admin-page', AdminPage, {
    pageTitle: 'Audit',
    loadingText: 'Loading the audit',
    ...more,
  });

describe('the frame of an administrators’ page', () => {
  it('shows its title and its content once that is there', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('Audit');
    expect(findAll(element, 'lightning-spinner')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says that it is loading', async () => {
    const element = await shown({ isLoading: true });
    expect(findAll(element, 'lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says that it is for administrators', async () => {
    const element = await shown({ isRefused: true });
    expect(textOf(element)).toContain('for Dealside administrators');
    await expect(element).toBeAccessible();
  });

  it('passes on that a problem is to be tried again', async () => {
    const element = await shown({ problem: { code: 'network', message: 'The server is away.' } });
    const retries = eventDetails(element, 'retry');
    expect(textOf(element)).toContain('The server is away.');
    await click(element, '[data-action=retry]');
    expect(retries).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
