import assert from 'node:assert/strict';
import {
  judgeLevels,
  AUDIO_CHECK_ROLES,
  mustHear,
  AUDIO_CHECK_MODES,
  describeFinding,
  type AudioCheckFinding,
  type HeardLevels,
  type ModePhase,
} from '../../../../server/domain/audioCheck/audioCheck.ts';
import { MODES, type Mode, type PartyRole } from '../../../../server/domain/call/modes.ts';

/** Each phase lasts a second, with a second for the switch before the next. */
const phases: ModePhase[] = AUDIO_CHECK_MODES.map((mode, index) => ({
  mode,
  fromMs: index * 2_000,
  untilMs: index * 2_000 + 1_000,
}));

type Level = (mode: Mode, isBetween: boolean) => number | undefined;

/**
 * What the participants hear on a carrier that does as it should, except where `otherwise` says a
 * level.
 */
function hearing(
  otherwise: (listener: PartyRole, speaker: PartyRole) => Level | undefined = () => undefined,
): HeardLevels[] {
  return AUDIO_CHECK_ROLES.flatMap((listener) =>
    AUDIO_CHECK_ROLES.filter((speaker) => speaker !== listener).map((speaker) => ({
      listener,
      speaker,
      windows: phases.flatMap(({ mode, fromMs }, index) =>
        Array.from({ length: 20 }, (_unused, i) => {
          const isBetween = i >= 10;
          const next = phases[index + 1]?.mode ?? mode;
          const heard =
            mustHear(mode, listener, speaker) || (isBetween && mustHear(next, listener, speaker));
          return {
            atMs: fromMs + i * 100,
            dbfs: otherwise(listener, speaker)?.(mode, isBetween) ?? (heard ? -12 : -80),
          };
        }),
      ),
    })),
  );
}

const names = (findings: readonly AudioCheckFinding[]) =>
  findings.map((finding) => describeFinding(finding));

describe('a carrier on which every mode is heard by whom it should', () => {
  it('passes', () => assert.deepEqual(judgeLevels(phases, hearing()), []));
});

describe('the audio check finds', () => {
  it('a whisper that the customer hears', () => {
    const findings = judgeLevels(
      phases,
      hearing((listener, speaker) =>
        listener === 'customer' && speaker === 'supervisor'
          ? (mode) => (mode === 'whisper' ? -12 : undefined)
          : undefined,
      ),
    );
    assert.deepEqual(names(findings), ['In Whisper, the customer can hear the supervisor.']);
  });
  it('a whisper that the customer hears for a moment, while it is switched on', () => {
    const findings = judgeLevels(
      phases,
      hearing((listener, speaker) =>
        listener === 'customer' && speaker === 'supervisor'
          ? (mode, isBetween) => (mode === 'monitor' && isBetween ? -40 : undefined)
          : undefined,
      ),
    );
    assert.deepEqual(names(findings.filter(({ mode }) => mode === 'whisper')), [
      'In Whisper, the customer can hear the supervisor.',
    ]);
  });
  it('a whisper that the rep does not hear', () => {
    const findings = judgeLevels(
      phases,
      hearing((listener, speaker) =>
        listener === 'rep' && speaker === 'supervisor'
          ? (mode) => (mode === 'whisper' ? -70 : undefined)
          : undefined,
      ),
    );
    assert.deepEqual(names(findings), ["In Whisper, the rep can't hear the supervisor."]);
  });
  it('a supervisor whom the customer hears while she only listens', () => {
    const findings = judgeLevels(
      phases,
      hearing((listener, speaker) =>
        listener === 'customer' && speaker === 'supervisor'
          ? (mode) => (mode === 'monitor' ? -45 : undefined)
          : undefined,
      ),
    );
    assert.ok(names(findings).includes('In Monitor, the customer can hear the supervisor.'));
  });
  it('a takeover after which the customer still hears the rep', () => {
    const findings = judgeLevels(
      phases,
      hearing((listener, speaker) =>
        listener === 'customer' && speaker === 'rep' ? () => -12 : undefined,
      ),
    );
    assert.deepEqual(names(findings), ['In Takeover, the customer can hear the rep.']);
  });
  it('a carrier on which nobody hears anybody: dead air is not silence kept', () => {
    const findings = judgeLevels(
      phases,
      hearing(() => () => -120),
    );
    for (const mode of MODES)
      assert.ok(
        findings.some((finding) => finding.kind === 'missing' && finding.mode === mode),
        mode,
      );
  });
  it('a participant that could not be measured', () => {
    const unmeasured = hearing().map((pair) =>
      pair.listener === 'customer' ? { ...pair, windows: [] } : pair,
    );
    assert.ok(judgeLevels(phases, unmeasured).every(({ listener }) => listener === 'customer'));
    assert.ok(judgeLevels(phases, unmeasured).length > 0);
  });
});
