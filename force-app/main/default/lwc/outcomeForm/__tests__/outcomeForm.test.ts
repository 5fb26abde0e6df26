import OutcomeForm from 'c/outcomeForm';
import { anEndedIntervention, WORDS } from 'test/builders';
import { check, click, find, findAll, show, textOf, eventDetails, type, uncheck } from 'test/dom';

const shown = (properties: object = {}) =>
  show('c-outcome-form', OutcomeForm, {
    intervention: anEndedIntervention(),
    vocabulary: WORDS,
    ...properties,
  });

describe('the outcome form (D14, G35, P26)', () => {
  it('asks about the call by name', async () => {
    const form = await shown();
    expect(textOf(form)).toContain("Your intervention on Ravi Patel's call with Marcus Hale");
    await expect(form).toBeAccessible();
  });

  it('says in words why the supervisor joined', async () => {
    const [{ code, label }] = WORDS.reasons as [{ code: string; label: string }];
    const barged = await shown({ intervention: { ...anEndedIntervention(), reasonCode: code } });
    expect(textOf(barged)).toContain(`Reason: ${label}`);
    const answers = { reasonLabel: 'Pricing or discount', bargeReasonCode: code };
    const helped = await shown({ intervention: { ...anEndedIntervention(), answers } });
    expect(textOf(helped)).toContain('Reason: Pricing or discount');
    const listened = await shown();
    expect(textOf(listened)).not.toContain('Reason');
    await expect(barged).toBeAccessible();
  });

  it('names the mode that went furthest', async () => {
    const at = '2026-11-20T10:00:00.000Z';
    const form = await shown({
      intervention: anEndedIntervention({
        modeHistory: [
          { mode: 'monitor', at },
          { mode: 'barge', at },
          { mode: 'whisper', at },
        ],
      }),
    });
    expect(textOf(form)).toContain("Ravi Patel's call with Marcus Hale Barge");
    await expect(form).toBeAccessible();
  });

  it('needs an outcome', async () => {
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([]);
    expect(textOf(form)).toContain('Select an outcome.');
    await expect(form).toBeAccessible();
  });

  it('saves the outcome with one line, and no debrief where none is wanted', async () => {
    const form = await shown();
    await uncheck(form, '[data-field=coaching]');
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=advanced]');
    await type(form, '[data-field=note]', ' Agreed on terms ');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([{ outcome: 'advanced', note: 'Agreed on terms' }]);
  });

  it('offers the org’s tags, where it has some, and needs none (R19)', async () => {
    expect(findAll(await shown(), '[data-field=tag]')).toHaveLength(0);
    const form = await shown({ vocabulary: { ...WORDS, tags: ['Launch of Atlas', 'Pilot'] } });
    await uncheck(form, '[data-field=coaching]');
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=advanced]');
    await click(form, '[data-action=save]');
    await type(form, '[data-field=tag]', 'Launch of Atlas');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([
      { outcome: 'advanced' },
      { outcome: 'advanced', tag: 'Launch of Atlas' },
    ]);
    await expect(form).toBeAccessible();
  });

  it('takes by one box, and never asks twice, that the supervisor praised by voice (V10)', async () => {
    const form = await shown();
    await uncheck(form, '[data-field=coaching]');
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=advanced]');
    expect(textOf(form)).toContain('I praised Ravi Patel by voice');
    await check(form, '[data-field=praised]');
    await expect(form).toBeAccessible();
    await click(form, '[data-action=save]');
    expect(saved).toEqual([{ outcome: 'advanced', praised: true }]);
    const told = { ...anEndedIntervention(), reasonCode: 'positive_recognition' };
    expect(findAll(await shown({ intervention: told }), '[data-field=praised]')).toHaveLength(0);
  });

  it('plans a debrief as many working days ahead as the org says', async () => {
    jest.useFakeTimers({ now: new Date(2026, 10, 20, 12) });
    const form = await shown({ vocabulary: { ...WORDS, debriefDueDays: 5 } });
    expect(find<HTMLInputElement>(form, '[data-field=due]').value).toBe('2026-11-27');
  });

  it('plans a debrief two working days ahead, unless told otherwise', async () => {
    jest.useFakeTimers({ now: new Date(2026, 10, 20, 12) });
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=advanced]');
    expect(find<HTMLInputElement>(form, '[data-field=due]').value).toBe('2026-11-24');
    await type(form, '[data-field=topic]', 'Ask for the close');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([
      { outcome: 'advanced', coaching: { dueOn: '2026-11-24', note: 'Ask for the close' } },
    ]);
  });

  it('plans no debrief in the past', async () => {
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=advanced]');
    await type(form, '[data-field=due]', '2020-01-01');
    await expect(form).toBeAccessible();
    await click(form, '[data-action=save]');
    expect(saved).toEqual([]);
    expect(textOf(form)).toContain('Select today or a later date.');
  });

  it('can wait', async () => {
    const form = await shown();
    const later = eventDetails(form, 'later');
    await click(form, '[data-action=later]');
    expect(later).toHaveLength(1);
  });

  it('shows that it is being saved, or why it was not', async () => {
    const form = await shown({
      isSaving: true,
      problem: { code: 'network', message: 'No network.' },
    });
    expect(textOf(form)).toContain('No network.');
    expect(
      findAll<HTMLElement & { disabled: boolean }>(form, '[data-action=save]')[0]!.disabled,
    ).toBe(true);
    await expect(form).toBeAccessible();
  });
});
