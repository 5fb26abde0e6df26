import assert from 'node:assert/strict';
import type { Call } from '../../../server/domain/call/call.ts';
import { interventionView } from '../../../server/http/views/presenters.ts';
import { steppedDownView } from '../../../server/http/views/steppedDownView.ts';
import { at, person, supervisedCall } from '../../support/builders.ts';
import { SAMPLE_POLICY } from '../../support/samplePolicy.ts';

const LOST = { mode: 'barge', because: 'mode_not_permitted' } as const;
const moved = (facts: Parameters<typeof supervisedCall>[0] = {}): Call =>
  supervisedCall({
    mode: 'whisper',
    modeHistory: [
      { mode: 'monitor', at: at(0) },
      { mode: 'barge', at: at(1) },
      { mode: 'whisper', at: at(2), lost: LOST },
    ],
    ...facts,
  });
const maya = person({ permittedModes: ['monitor', 'whisper'] });
const view = (call: Call, who = maya) =>
  steppedDownView(call, who, { policy: SAMPLE_POLICY, now: at(3) });

describe('a supervisor whom Dealside has moved to a quieter mode', () => {
  it('reads in which mode they are now, why, and what they can still use, in their language', () => {
    assert.deepEqual(view(moved()), {
      interventionId: 'i1',
      at: at(2),
      mode: 'whisper',
      message: "Your permissions or your company's policy no longer allow Barge on this call.",
      hint: 'The modes that you can still use here: Monitor, Whisper. If you need more, ask your administrator.',
    });
    const german = view(moved(), { ...maya, locale: 'de' });
    assert.match(german!.message, /erlauben den Modus „Aufschalten“ bei diesem Anruf nicht mehr/);
    assert.match(german!.hint, /Mithören, Flüstern/);
  });

  it('reads of the mode that they are in, also where it could not begin now', () => {
    const alone = view(moved(), person({ permittedModes: [] }));
    assert.match(alone!.hint, /^The mode that you can still use here: Whisper\./);
  });

  it('reads it only after the carrier has confirmed it, and until they change the mode', () => {
    const pending = { mode: 'monitor', requestId: 'r', requestedAt: at(3) } as const;
    const changed = [
      ...(moved().interventions[0]!.modeHistory ?? []),
      { mode: 'monitor', at: at(4) },
    ] as const;
    assert.equal(view(moved({ pending })), undefined);
    assert.equal(view(moved({ mode: 'monitor', modeHistory: changed })), undefined);
    assert.equal(view(moved({ leaving: true })), undefined);
  });

  it('is the only one who reads it', () => {
    assert.equal(view(moved(), person({ userId: 'dana' })), undefined);
    const { modeHistory } = interventionView(moved(), moved().interventions[0]!, 'en');
    assert.deepEqual(modeHistory.at(-1), { mode: 'whisper', at: at(2) });
  });
});
