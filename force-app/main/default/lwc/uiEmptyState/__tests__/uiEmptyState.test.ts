import UiEmptyState from 'c/uiEmptyState';
import { findAll, show, textOf } from 'test/dom';

describe('an empty state', () => {
  it('says what is not there, and why', async () => {
    const element = await show('c-ui-empty-state', UiEmptyState, {
      heading: 'No live call',
      text: 'A call appears here by itself.',
    });
    expect(textOf(element)).toBe('No live call A call appears here by itself.');
    await expect(element).toBeAccessible();
  });

  it('needs no reason', async () => {
    const element = await show('c-ui-empty-state', UiEmptyState, { heading: 'No live call' });
    expect(findAll(element, 'p')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
