import type { Locator } from 'playwright-core';
import { until } from '../../support/until.ts';

/** Clicks the first control of this name. */
export const act = (where: Locator, name: string): Promise<void> =>
  where.locator(`[data-action="${name}"]`).first().click();

/** Waits for the text. */
export const says = (where: Locator, text: string | RegExp): Promise<void> =>
  where.getByText(text).first().waitFor();

/** Fills in the scorecard: this value where it is offered, else yes; with a comment to each. */
export async function score(form: Locator, value: string): Promise<void> {
  await act(form, 'score');
  await form.locator('[data-action="save-score"]').waitFor();
  await form.locator('c-coaching-scores select').first().waitFor();
  for (const select of await form.locator('c-coaching-scores select').all()) {
    const offered = await select
      .locator('option')
      .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value));
    await select.selectOption(offered.includes(value) ? value : 'yes');
  }
  for (const comment of await form.locator('textarea[data-item]').all())
    await comment.fill('As heard on the call.');
  await act(form, 'save-score');
}

/** Rates the coaching of a debrief. */
export async function rate(where: Locator, value: string): Promise<void> {
  await where.locator(`c-coaching-rating input[value="${value}"]`).check();
  await act(where, 'rate');
  await says(where, `You rated the debrief ${value} of 5.`);
}

/** The results that stand side by side: the rep's own and the supervisor's. */
export const results = (where: Locator): Promise<string[]> =>
  where.locator('c-coaching-scores tfoot td').allInnerTexts();

/** The same, once both are there. */
export const bothResults = (where: Locator): Promise<string[]> =>
  until('both results are there', async () => {
    const shown = await results(where);
    return shown.length === 2 ? shown : undefined;
  });
