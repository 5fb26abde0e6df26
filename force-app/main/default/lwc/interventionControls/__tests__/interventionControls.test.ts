import type { InterventionView } from 'c/callModel';
import InterventionControls from 'c/interventionControls';
import { DEFAULT_SHORTCUTS, forgetShortcuts, saveShortcuts } from 'c/interventionShortcuts';
import { aCall, anIntervention, WORDS } from 'test/builders';
import { check, click, find, findAll, press, show, textOf, eventDetails, type } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
afterEach(() => forgetShortcuts());

const shown = (properties: object = {}) =>
  show('c-intervention-controls', InterventionControls, {
    call: aCall(),
    intervention: anIntervention('monitor'),
    vocabulary: WORDS,
    ...properties,
  });

describe('a supervisor who is joining', () => {
  it('is told that nobody hears them yet, and is offered no mode', async () => {
    const controls = await shown({ intervention: anIntervention() });
    expect(textOf(controls)).toContain("Joining the call. You can't be heard yet");
    expect(findAll(controls, 'input[type=radio]')).toHaveLength(0);
    await expect(controls).toBeAccessible();
  });
});

describe('a supervisor who monitors (D1, D7)', () => {
  it('reads who hears them in each mode, by name (V3, V15, R4)', async () => {
    const controls = await shown();
    expect(findAll(controls, '.mode__text').map((each) => each.textContent)).toEqual([
      'Monitor – no one hears you',
      'Whisper – only Ravi Patel hears you',
      'Barge – Ravi Patel and Marcus Hale hear you',
      'Take over – Marcus Hale hears you instead of Ravi Patel',
    ]);
    expect(find<HTMLInputElement>(controls, 'input:checked').value).toBe('monitor');
    await expect(controls).toBeAccessible();
  });

  it('reads the mode by its name while it changes: a takeover', async () => {
    const intervention = { ...anIntervention('monitor'), pendingMode: 'takeover' as const };
    expect(textOf(await shown({ intervention }))).toContain('Switching to Takeover…');
  });

  it('whispers with one action', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await check(controls, 'input[value=whisper]');
    expect(changes).toEqual([{ mode: 'whisper' }]);
    expect(find<HTMLInputElement>(controls, 'input:checked').value).toBe('monitor');
  });

  it.each([
    ['m', []],
    ['w', [{ mode: 'whisper' }]],
    ['W', [{ mode: 'whisper' }]],
    ['x', []],
  ])('uses the keyboard: %s (V23)', async (key, expected) => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await press(key);
    expect(changes).toEqual(expected);
  });

  it('is not switched by what they type elsewhere, nor with a modifier held', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    const field = document.body.appendChild(document.createElement('textarea'));
    await press('w', field);
    await press('w', document.body, { ctrlKey: true });
    expect(changes).toEqual([]);
  });

  it('is not switched by keys in a component of which nobody can see what has the focus', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    const other = document.body.appendChild(document.createElement('force-record-edit'));
    await press('w', other);
    expect(changes).toEqual([]);
    await press('w', find(controls, 'input[value=monitor]'));
    expect(changes).toEqual([{ mode: 'whisper' }]);
  });

  it('without a microphone reads once why nobody would hear them and what to do, and the key W says so', async () => {
    const message = 'No microphone. Connect one, then try again.';
    const controls = await shown({ microphoneProblem: { code: 'no_microphone', message } });
    const changes = eventDetails(controls, 'modechange');
    expect(textOf(controls).split(message)).toHaveLength(2);
    for (const mode of ['whisper', 'barge', 'takeover'])
      expect(find<HTMLInputElement>(controls, `input[value=${mode}]`).disabled).toBe(true);
    expect(find<HTMLInputElement>(controls, 'input[value=monitor]').disabled).toBe(false);
    await press('w');
    expect(changes).toEqual([]);
    expect(textOf(find(controls, '[role=alert]'))).toBe(`Couldn't switch to Whisper ${message}`);
    await expect(controls).toBeAccessible();
  });

  it('leaves with one key', async () => {
    const controls = await shown();
    const left = eventDetails(controls, 'leave');
    await press('l');
    expect(left).toHaveLength(1);
  });

  it('uses the keys that they have chosen, and none where they switched them off', async () => {
    const server = new FakeServer().on('PUT /api/me/shortcuts', undefined, 204);
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await saveShortcuts({
      isOn: true,
      keys: { ...DEFAULT_SHORTCUTS.keys, whisper: '2' },
    });
    await settled();
    await press('w');
    await press('2');
    expect(changes).toEqual([{ mode: 'whisper' }]);
    expect(find(controls, '[data-mode=whisper] kbd').textContent).toBe('2');
    await saveShortcuts({ ...DEFAULT_SHORTCUTS, isOn: false });
    await settled();
    await press('w');
    expect(changes).toHaveLength(1);
    expect(findAll(controls, 'kbd')).toEqual([]);
    expect(server.asked.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
  });

  it('is no longer listening to the keyboard once off the page', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    controls.remove();
    await press('w');
    expect(changes).toEqual([]);
  });

  it('is offered a whisper before the barge (D7, D9), and may take it', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await press('b');
    expect(textOf(controls)).toContain('Try whispering first');
    await expect(controls).toBeAccessible();
    await click(controls, '[data-action=whisper]');
    expect(changes).toEqual([{ mode: 'whisper' }]);
  });

  it('barges with a reason, and the skipped whisper is recorded (D9, D33)', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await check(controls, 'input[value=barge]');
    await click(controls, '[data-action=skip]');
    expect(textOf(controls)).toContain(
      'Hi, this is Maya Okafor. I lead the team Ravi Patel works in.',
    );
    await click(controls, '[data-action=confirm]');
    expect(textOf(controls)).toContain('Select a reason.');
    expect(changes).toEqual([]);
    await click(controls, '[data-code=negotiation_help]');
    await expect(controls).toBeAccessible();
    await click(controls, '[data-action=confirm]');
    expect(changes).toEqual([
      { mode: 'barge', reasonCode: 'negotiation_help', whisperSkipped: true },
    ]);
  });

  it('takes over only after confirming, with the rep’s place chosen (D4, P7)', async () => {
    const controls = await shown();
    const changes = eventDetails(controls, 'modechange');
    await press('t');
    expect(find(controls, '[role=alertdialog]').textContent).toContain(
      'Take over only as a last resort',
    );
    await check(controls, 'input[value=leaves]');
    await click(controls, '[data-code=cancellation_threat]');
    await expect(controls).toBeAccessible();
    await click(controls, '[data-action=confirm]');
    expect(changes).toEqual([
      { mode: 'takeover', reasonCode: 'cancellation_threat', repAfterTakeover: 'leaves' },
    ]);
    const { activeElement } = controls.shadowRoot!;
    expect((activeElement as HTMLInputElement | null)?.value).toBe('monitor');
  });

  it('gives a note where the reason needs one', async () => {
    const controls = await shown({
      intervention: anIntervention('whisper', { modeHistory: [{ mode: 'whisper', at: '' }] }),
    });
    const changes = eventDetails(controls, 'modechange');
    await press('b');
    await click(controls, '[data-code=other]');
    await click(controls, '[data-action=confirm]');
    expect(textOf(controls)).toContain('Enter a note for this reason.');
    await type(controls, 'textarea', ' She asked for me ');
    await click(controls, '[data-action=confirm]');
    expect(changes).toEqual([{ mode: 'barge', reasonCode: 'other', note: 'She asked for me' }]);
  });

  it('cancels with Escape', async () => {
    const controls = await shown();
    await press('t');
    await press('Escape', find(controls, '.panel'));
    expect(findAll(controls, '.panel')).toHaveLength(0);
  });

  it('leaves', async () => {
    const controls = await shown();
    const left = eventDetails(controls, 'leave');
    await click(controls, '[data-action=leave]');
    expect(left).toHaveLength(1);
  });
});

describe('a switch the carrier has not confirmed', () => {
  it.each([
    ['asked for', { requestedMode: 'whisper' }],
    ['under way', { intervention: anIntervention('monitor', { pendingMode: 'whisper' }) }],
  ])('keeps the confirmed mode in sight and blocks another switch (%s)', async (_, properties) => {
    const controls = await shown(properties);
    expect(find(controls, '[role=status]').textContent).toBe(
      'Switching to Whisper… Until the phone service confirms: Monitor, no one hears you.',
    );
    expect(find<HTMLInputElement>(controls, 'input:checked').value).toBe('monitor');
    // The current mode can keep the focus, and choosing it changes nothing.
    const enabled = findAll<HTMLInputElement>(controls, 'input:enabled');
    expect(enabled.map(({ value }) => value)).toEqual(['monitor']);
    await expect(controls).toBeAccessible();
  });
});

describe('a supervisor who clicks to fall silent', () => {
  it('reads that the microphone is off before the server confirms it', async () => {
    const controls = await shown({ intervention: anIntervention('whisper'), voiceOff: true });
    expect(find(controls, '[role=status]').textContent).toBe(
      'Your microphone is off. Dealside confirms it when the phone service responds.',
    );
    controls.intervention = anIntervention('monitor');
    await settled();
    expect(find(controls, '[role=status]').textContent).toBe('Now: Monitor, no one hears you');
    await expect(controls).toBeAccessible();
  });

  it.each(['whisper', 'monitor'] as const)(
    'is not held by a switch under way (from %s)',
    async (mode) => {
      const controls = await shown({
        intervention: anIntervention(mode, { pendingMode: 'barge' }),
      });
      const changes = eventDetails(controls, 'modechange');
      await press('m');
      expect(changes).toEqual([{ mode: 'monitor' }]);
    },
  );
});

describe('a refused switch', () => {
  it('says why, what to do, and what holds', async () => {
    const controls = await shown({
      attemptedMode: 'whisper',
      problem: {
        code: 'rep_on_hold',
        message: 'The rep is on hold.',
        hint: 'Wait until the rep is back.',
      },
    });
    expect(find(controls, '[role=alert]').textContent).toBe(
      "Couldn't switch to WhisperThe rep is on hold.What to do: Wait until the rep is back.You're still in Monitor: no one hears you.",
    );
    await expect(controls).toBeAccessible();
  });

  it('is told too when the carrier failed after it was accepted', async () => {
    const controls = await shown({
      intervention: anIntervention('monitor', {
        problem: { code: 'switch_failed', message: 'The phone service did not switch.' },
      }),
    });
    expect(textOf(controls)).toContain('The phone service did not switch.');
  });
});

describe('a supervisor the customer hears', () => {
  it('has what to say in sight (D10, D11), and hands back with one key (D13, P9, R12)', async () => {
    const controls = await shown({ intervention: anIntervention('barge') });
    const changes = eventDetails(controls, 'modechange');
    expect(findAll(controls, 'blockquote').map((each) => each.textContent)).toEqual([
      'Hi, this is Maya Okafor. I lead the team Ravi Patel works in. May I join you?',
      'Ravi Patel stays your main contact.',
      'I will leave you with Ravi Patel now.',
    ]);
    await expect(controls).toBeAccessible();
    await press('h');
    expect(changes).toEqual([{ mode: 'monitor' }]);
  });

  it.each([
    ['heard by the rep alone', 'whisper', undefined, [{ mode: 'monitor' }]],
    ['about to be heard', 'monitor', 'whisper', [{ mode: 'monitor' }]],
    ['silent', 'monitor', undefined, []],
  ] as const)('falls silent by the same key where %s', async (_what, mode, pendingMode, asked) => {
    const controls = await shown({ intervention: anIntervention(mode, { pendingMode }) });
    const changes = eventDetails(controls, 'modechange');
    await press('h');
    expect(changes).toEqual(asked);
  });

  it('cannot hand back to a rep who has left', async () => {
    const call = aCall();
    const controls = await shown({
      call: { ...call, rep: { ...call.rep, present: false } },
      intervention: anIntervention('takeover'),
    });
    const changes = eventDetails(controls, 'modechange');
    await press('h');
    expect(changes).toEqual([]);
    expect(textOf(controls)).toContain("You can't hand back because Ravi Patel left the call.");
    expect(findAll(controls, '.mode__text').map((each) => each.textContent)).toEqual([
      'Monitor – no one hears you',
      'Whisper – no one hears you',
      'Barge – Marcus Hale hears you',
      'Take over – Marcus Hale hears you',
    ]);
  });
});

describe('a quality analyst (D18)', () => {
  it('sees the modes that are not permitted, with the reason, but cannot use them', async () => {
    const modes = aCall().you.modes.map((each) =>
      each.mode === 'barge' || each.mode === 'takeover'
        ? { ...each, allowed: false, message: 'Your role does not permit this mode.' }
        : each,
    );
    const controls = await shown({ call: aCall({ you: { relation: 'supervisor', modes } }) });
    expect(find<HTMLInputElement>(controls, 'input[value=barge]').disabled).toBe(true);
    expect(find(controls, '[data-mode=barge]').textContent).toContain(
      'Not available: Your role does not permit this mode.',
    );
    await press('b');
    expect(findAll(controls, '.panel')).toHaveLength(0);
    await expect(controls).toBeAccessible();
  });
});

describe('two supervisors on one call', () => {
  const withDana = (intervention: InterventionView, dana: object = {}) => ({
    intervention,
    call: aCall({
      interventions: [
        intervention,
        anIntervention('monitor', {
          interventionId: 'dana',
          supervisor: { userId: '005D', name: 'Dana Whitfield' },
          ...dana,
        }),
      ],
    }),
  });

  it('see who speaks and who wants to', async () => {
    const speaking = await shown(withDana(anIntervention('monitor'), { mode: 'whisper' }));
    expect(textOf(speaking)).toContain('Dana Whitfield is talking.');
    const wanting = await shown(
      withDana(anIntervention('monitor'), { floorRequestedAt: '2026-11-20T10:00:00Z' }),
    );
    expect(textOf(wanting)).toContain('Dana Whitfield wants to talk next.');
    await expect(wanting).toBeAccessible();
  });

  it('request the floor while they listen, and cancel the request', async () => {
    const listening = await shown(withDana(anIntervention('monitor')));
    const requests = eventDetails(listening, 'floorrequest');
    await click(listening, '[data-action=request-floor]');
    const requesting = await shown(
      withDana(anIntervention('monitor', { floorRequestedAt: '2026-11-20T10:00:00Z' })),
    );
    const cancellations = eventDetails(requesting, 'floorrequest');
    await click(requesting, '[data-action=request-floor]');
    expect([requests, cancellations]).toEqual([[{ wanted: true }], [{ wanted: false }]]);
  });

  it('claim nothing while they speak, or alone', async () => {
    expect(
      findAll(await shown(withDana(anIntervention('whisper'))), '[data-action=request-floor]'),
    ).toHaveLength(0);
    const alone = anIntervention('monitor');
    expect(
      findAll(
        await shown({ intervention: alone, call: aCall({ interventions: [alone] }) }),
        '[data-action=request-floor]',
      ),
    ).toHaveLength(0);
  });
});
