import InterventionEscalationDialog from 'c/interventionEscalationDialog';
import { aCall, WORDS } from 'test/builders';
import { click, eventDetails, find, findAll, press, show, textOf, type } from 'test/dom';

const shown = (more: object = {}) =>
  show('c-intervention-escalation-dialog', InterventionEscalationDialog, {
    mode: 'barge',
    call: aCall(),
    supervisorName: 'Maya Okafor',
    vocabulary: WORDS,
    ...more,
  });
const choose = async (dialog: HTMLElement, code: string | undefined) => {
  find(dialog, 'c-intervention-reason-picker').dispatchEvent(
    new CustomEvent('reasonchange', { detail: { code } }),
  );
  await Promise.resolve();
};

describe('the dialog before a barge', () => {
  it('asks for a reason, which has the focus, and shows what to say', async () => {
    const dialog = await shown();
    expect(dialog.shadowRoot!.activeElement).toBe(find(dialog, 'c-intervention-reason-picker'));
    expect(textOf(dialog)).toContain(
      'Hi, this is Maya Okafor. I lead the team Ravi Patel works in.',
    );
    await expect(dialog).toBeAccessible();
  });

  it('says when to barge and when not, and has phrases for the reason (D12, R11, R15)', async () => {
    const dialog = await shown();
    const criteria = textOf(find(dialog, '.criteria'));
    expect(criteria).toContain('Only you can approve');
    expect(criteria).toContain('A whisper or a text message would be enough.');
    expect(textOf(find(dialog, '.phrases'))).not.toContain('I can approve this.');
    await choose(dialog, 'customer_asks_manager');
    expect(textOf(find(dialog, '.phrases'))).toContain('I can approve this.');
    await expect(dialog).toBeAccessible();
  });

  it('does not ask the customer at a takeover whether it may', async () => {
    const dialog = await shown({ mode: 'takeover' });
    expect(textOf(find(dialog, '.script'))).toContain('I am taking this call from here.');
    expect(textOf(dialog)).not.toContain('May I');
  });

  it('proposes a whisper first, which can be skipped', async () => {
    const dialog = await shown({ proposeWhisper: true });
    const whispers = eventDetails(dialog, 'whisper');
    expect(dialog.shadowRoot!.activeElement).toBe(find(dialog, '[role=dialog]'));
    await expect(dialog).toBeAccessible();
    await click(dialog, '[data-action=whisper]');
    expect(whispers).toHaveLength(1);
    const confirmed = eventDetails(dialog, 'confirm');
    await click(dialog, '[data-action=skip]');
    expect(dialog.shadowRoot!.activeElement).toBe(find(dialog, 'c-intervention-reason-picker'));
    await choose(dialog, 'negotiation_help');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([
      { mode: 'barge', reasonCode: 'negotiation_help', whisperSkipped: true },
    ]);
  });

  it('that answers a request for help has its reason, and no lecture', async () => {
    const dialog = await shown({
      proposeWhisper: true,
      answers: {
        reasonLabel: 'Pricing or discount',
        note: 'Wants 20 % off.',
        bargeReasonCode: 'negotiation_help',
      },
    });
    const confirmed = eventDetails(dialog, 'confirm');
    expect(textOf(dialog)).toContain(
      'Ravi Patel needs help: Pricing or discount · Wants 20 % off.',
    );
    await expect(dialog).toBeAccessible();
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([
      { mode: 'barge', reasonCode: 'negotiation_help', note: 'Wants 20 % off.' },
    ]);
  });

  it('asks again when other words than the proposed reason are typed', async () => {
    const dialog = await shown({ given: 'negotiation_help' });
    const confirmed = eventDetails(dialog, 'confirm');
    await choose(dialog, undefined);
    Object.assign(dialog, { given: 'negotiation_help', answers: undefined });
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([]);
    expect(find(dialog, 'c-intervention-reason-picker')).toMatchObject({
      error: 'Select a reason.',
    });
  });

  it('begins with the reason that was given before on this call', async () => {
    const dialog = await shown({ given: 'negotiation_help' });
    const confirmed = eventDetails(dialog, 'confirm');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([{ mode: 'barge', reasonCode: 'negotiation_help' }]);
  });

  it('asks for the one point that the barge is to add (R15)', async () => {
    const dialog = await shown();
    const confirmed = eventDetails(dialog, 'confirm');
    expect(textOf(dialog)).toContain('The one point you want to add');
    await choose(dialog, 'negotiation_help');
    await type(dialog, '[data-field=point]', ' The price holds until Friday. ');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([
      { mode: 'barge', reasonCode: 'negotiation_help', point: 'The price holds until Friday.' },
    ]);
    expect(findAll(await shown({ mode: 'takeover' }), '[data-field=point]')).toHaveLength(0);
  });

  it('is not confirmed without that point where the rule wants it (R15)', async () => {
    const call = aCall();
    const dialog = await shown({
      call: {
        ...call,
        you: {
          ...call.you,
          modes: [
            { mode: 'barge', label: 'Barge', allowed: true, needs: { reason: true, point: true } },
          ],
        },
      },
    });
    const confirmed = eventDetails(dialog, 'confirm');
    await choose(dialog, 'negotiation_help');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([]);
    expect(textOf(dialog)).toContain('Enter the one point you want to add.');
    await expect(dialog).toBeAccessible();
  });

  it('is not confirmed without a reason, nor without the note that some reasons need', async () => {
    const dialog = await shown();
    const confirmed = eventDetails(dialog, 'confirm');
    await click(dialog, '[data-action=confirm]');
    await expect(dialog).toBeAccessible();
    await choose(dialog, 'other');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([]);
    await type(dialog, 'textarea', ' The fire alarm. ');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([{ mode: 'barge', reasonCode: 'other', note: 'The fire alarm.' }]);
  });

  it('is canceled by Escape', async () => {
    const dialog = await shown();
    const canceled = eventDetails(dialog, 'cancel');
    await press('Escape', find(dialog, '[role=dialog]'));
    expect(canceled).toHaveLength(1);
  });
});

describe('the dialog before a takeover', () => {
  it('asks what the rep does then', async () => {
    const dialog = await shown({ mode: 'takeover' });
    const confirmed = eventDetails(dialog, 'confirm');
    expect(findAll(dialog, '[role=alertdialog]')).toHaveLength(1);
    await expect(dialog).toBeAccessible();
    await choose(dialog, 'cancellation_threat');
    await type(dialog, 'input[value=leaves]', 'leaves');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([
      { mode: 'takeover', reasonCode: 'cancellation_threat', repAfterTakeover: 'leaves' },
    ]);
  });

  it('asks and says nothing of a rep who has left', async () => {
    const call = aCall();
    const dialog = await shown({
      mode: 'takeover',
      call: { ...call, rep: { ...call.rep, present: false } },
    });
    const confirmed = eventDetails(dialog, 'confirm');
    expect(textOf(dialog)).toContain('Marcus Hale will talk to you. Take over only');
    expect(findAll(dialog, 'fieldset input[type=radio]')).toHaveLength(0);
    await choose(dialog, 'cancellation_threat');
    await click(dialog, '[data-action=confirm]');
    expect(confirmed).toEqual([{ mode: 'takeover', reasonCode: 'cancellation_threat' }]);
  });
});
