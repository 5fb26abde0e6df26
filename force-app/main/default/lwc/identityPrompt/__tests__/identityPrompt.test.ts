import IdentityPrompt, { type IdentityStep } from 'c/identityPrompt';
import { click, find, findAll, press, show, textOf, eventDetails, type } from 'test/dom';

const shown = (properties: object = {}) =>
  show('c-identity-prompt', IdentityPrompt, {
    step: 'enterPin' as IdentityStep,
    problem: { code: 'pin_required', message: 'This needs your PIN.' },
    ...properties,
  });

describe('the prompt for a PIN', () => {
  it('says why it asks, and takes the focus', async () => {
    const prompt = await shown();
    expect(textOf(prompt)).toContain('Enter your PIN to continue This needs your PIN.');
    expect(prompt.shadowRoot!.activeElement).toBe(find(prompt, 'input'));
    await expect(prompt).toBeAccessible();
  });

  it('tells the PIN by Enter, and keeps it nowhere', async () => {
    const prompt = await shown();
    const pins = eventDetails(prompt, 'pin');
    await type(prompt, 'input', '493817');
    await press('Enter', find(prompt, 'input'));
    expect(pins).toEqual([{ pin: '493817' }]);
    expect(find<HTMLInputElement>(prompt, 'input').value).toBe('');
  });

  it('tells no empty PIN', async () => {
    const prompt = await shown();
    const pins = eventDetails(prompt, 'pin');
    await click(prompt, '[data-action=prove]');
    expect(pins).toEqual([]);
    expect(find(prompt, '[role=alert]').textContent).toBe('Enter a PIN.');
    await expect(prompt).toBeAccessible();
  });

  it('is left by Escape', async () => {
    const prompt = await shown();
    const cancels = eventDetails(prompt, 'cancel');
    await press('Escape', find(prompt, 'input'));
    expect(cancels).toHaveLength(1);
  });

  it('says how many tries are left, and until when there are none', async () => {
    const prompt = await shown({
      problem: { code: 'pin_wrong', message: 'That PIN is wrong.', triesLeft: 2 },
    });
    expect(find(prompt, '[role=alert]').textContent).toBe('Attempts left: 2.');
    const locked = await shown({
      problem: {
        code: 'pin_locked',
        message: 'Your PIN is locked.',
        until: '2026-11-20T10:15:00.000Z',
      },
    });
    expect(find(locked, '[role=alert]').textContent).toMatch(/^You can try again at \d{1,2}:15/);
    await expect(locked).toBeAccessible();
  });
});

describe('the prompt for a passkey', () => {
  it.each([
    ['registerPasskey', 'Register a passkey to continue'],
    ['usePasskey', 'Confirm with your passkey to continue'],
  ])('%s is a link to a page of its own', async (step, heading) => {
    const prompt = await shown({ step, passkeyUrl: 'https://dealside.example.com/passkey#abc' });
    find(prompt, 'a').addEventListener('click', (event) => event.preventDefault());
    const opened = eventDetails(prompt, 'passkey');
    expect(textOf(prompt)).toContain(heading);
    expect(findAll(prompt, 'input')).toEqual([]);
    expect(prompt.shadowRoot!.activeElement).toBe(find(prompt, '.prompt'));
    await click(prompt, '[data-action=prove]');
    expect(opened).toHaveLength(1);
    await expect(prompt).toBeAccessible();
  });

  it('says that it goes on on the other page', async () => {
    const passkeyUrl = 'https://dealside.example.com/passkey#abc';
    const prompt = await shown({ step: 'usePasskey', isBusy: true, passkeyUrl });
    expect(find(prompt, '[role=status]').textContent).toBe('Continue on the passkey page.');
    await expect(prompt).toBeAccessible();
  });
});
