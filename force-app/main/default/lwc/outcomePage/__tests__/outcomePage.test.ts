import OutcomePage from 'c/outcomePage';
import { find, findAll, show, textOf, told, type } from 'test/dom';

const shown = (more: object = {}) => show('c-outcome-page', OutcomePage, more);

describe('the outcomes page', () => {
  it('says that there is not enough data rather than showing figures', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('Not enough data yet');
    await expect(element).toBeAccessible();
  });
  it('tells the period that is chosen', async () => {
    const element = await shown();
    const periods = told(element, 'periodchange');
    await type(element, 'select', '365');
    expect(periods).toEqual([{ days: 365 }]);
  });
  it('shows a problem, a refusal, and that it is loading', async () => {
    expect(textOf(await shown({ problem: { code: 'x', message: 'Away.' } }))).toContain('Away.');
    expect(textOf(await shown({ isRefused: true }))).toContain('Outcomes are for revenue operations');
    expect(findAll(await shown({ isLoading: true }), 'lightning-spinner')).toHaveLength(1);
  });
  it('gives its place to the figures once there is enough', async () => {
    expect(find(await shown({ hasEnoughData: true }), 'slot')).toBeTruthy();
  });
});
