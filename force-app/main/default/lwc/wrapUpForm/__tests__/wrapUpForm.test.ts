import type { RepCall } from 'c/wrapUpCalls';
import WrapUpForm from 'c/wrapUpForm';
import { WORDS } from 'test/builders';
import { check, click, eventDetails, show, textOf, type } from 'test/dom';

const CALL: RepCall = {
  callId: 'call-1',
  direction: 'outbound',
  startedAt: '2026-11-20T10:00:00.000Z',
  endedAt: '2026-11-20T10:05:00.000Z',
  talkedSeconds: 245,
  result: 'answered',
  record: { name: '+14155550142' },
};

const shown = (properties: object = {}) => {
  window.localStorage.clear();
  return show('c-wrap-up-form', WrapUpForm, {
    call: CALL,
    vocabulary: {
      ...WORDS,
      dispositions: [
        {
          code: 'stayed',
          label: 'Wanted to cancel, stays',
          family: 'retention',
          familyLabel: 'Wanted to cancel',
          countsAsSaved: true,
        },
      ],
    },
    ...properties,
  });
};

describe('the wrap-up form (P28)', () => {
  it('takes a disposition by one click', async () => {
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=stayed]');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([{ disposition: 'stayed' }]);
    await expect(form).toBeAccessible();
  });

  it('plans no next step in the past', async () => {
    const form = await shown();
    const saved = eventDetails(form, 'save');
    await check(form, 'input[value=stayed]');
    await check(form, '[data-field=follow-up]');
    await type(form, '[data-field=due]', '2020-01-01');
    await click(form, '[data-action=save]');
    expect(saved).toEqual([]);
    expect(textOf(form)).toContain('Select today or a later date.');
    await expect(form).toBeAccessible();
  });

  it('says that a call without a contact is on no record', async () => {
    expect(textOf(await shown())).toContain('Logged on No record');
  });

  it('shows that it is being saved, or why it was not', async () => {
    const form = await shown({
      isSaving: true,
      problem: { code: 'network', message: 'No network.' },
    });
    expect(textOf(form)).toContain('No network.');
    await expect(form).toBeAccessible();
  });
});
