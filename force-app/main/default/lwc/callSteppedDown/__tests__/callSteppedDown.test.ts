import CallSteppedDown from 'c/callSteppedDown';
import { aCall, anIntervention, aSteppedDown } from 'test/builders';
import { findAll, show, textOf } from 'test/dom';

const shown = (steppedDown?: object) =>
  show('c-call-stepped-down', CallSteppedDown, {
    call: aCall({
      interventions: [anIntervention('whisper')],
      you: { ...aCall().you, ...(steppedDown && { steppedDown: aSteppedDown(steppedDown) }) },
    }),
  });

describe('a supervisor who was moved to a quieter mode', () => {
  it('reads which one on whose call, why, and what they can still use', async () => {
    const element = await shown({});
    expect(textOf(element)).toContain(
      [
        "You were moved to Whisper on Ravi Patel's call",
        "Your permissions or your company's policy no longer allow Barge on this call.",
        'The modes that you can still use here: Monitor, Whisper.',
      ].join(' '),
    );
    await expect(element).toBeAccessible();
  });

  it('reads nothing where they chose the mode themselves', async () => {
    expect(findAll(await shown(), '[data-stepped-down]')).toHaveLength(0);
  });
});
