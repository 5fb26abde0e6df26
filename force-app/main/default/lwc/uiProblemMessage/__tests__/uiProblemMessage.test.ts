import UiProblemMessage from 'c/uiProblemMessage';
import { click, find, findAll, show, textOf } from 'test/dom';
import { navigations } from 'test/navigation';

const shown = (more: object = {}) =>
  show('c-ui-problem-message', UiProblemMessage, {
    problem: { code: 'rep_on_hold', message: 'The rep is on hold.', hint: 'Wait a moment.' },
    ...more,
  });

describe('a problem', () => {
  it('leads to the course that has to be finished first', async () => {
    const navigated = navigations(UiProblemMessage);
    const element = await shown({
      problem: { code: 'course_first', message: 'Finish the course first.', hint: 'On Home.' },
    });
    await expect(element).toBeAccessible();
    await click(element, '[data-action=way-out]');
    expect(navigated).toHaveBeenCalledWith({
      type: 'standard__namedPage',
      attributes: { pageName: 'home' },
    });
    expect(findAll(await shown(), '[data-action=way-out]')).toHaveLength(0);
  });

  it('is announced with its reason and what to do', async () => {
    const element = await shown();
    expect(find(element, '[role=alert] [data-code=rep_on_hold]')).toBeTruthy();
    expect(textOf(element)).toMatch(/The rep is on hold\..*Wait a moment\./);
    await expect(element).toBeAccessible();
  });

  it('says what did not happen and what holds instead', async () => {
    const element = await shown({
      heading: 'That did not happen',
      consequence: 'You stay in monitor.',
    });
    expect(textOf(element)).toMatch(/^That did not happen .* You stay in monitor\.$/);
    await expect(element).toBeAccessible();
  });

  it('shows nothing where there is none', async () => {
    expect(findAll(await shown({ problem: undefined }), '.problem')).toHaveLength(0);
  });
});
