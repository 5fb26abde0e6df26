import type { Active, Call, Intervention, Participant, Party } from '../call/call.ts';
import type { Language } from '../call/language.ts';
import {
  AUDIBLE_TO,
  replacesRep,
  highestMode,
  isHeardByRepOnly,
  isSilent,
  type Mode,
  type PartyRole,
} from '../call/modes.ts';
import { WITH_CUSTOMER } from '../call/purpose.ts';
import { refusal, type FindingValue, type Refusal } from '../call/refusals.ts';
import { findingText } from '../texts/render.ts';
import type { AddedDelays } from './addedDelay.ts';

/**
 * The audio check: a test call of Dealside's own. Three participants play tones while the
 * supervisor goes through every mode. What each connection hears is compared with the table of
 * modes (G36).
 */
export const AUDIO_CHECK_ROLES: readonly PartyRole[] = ['customer', 'rep', 'supervisor'];

/**
 * Every mode, and the mode changes whose leak would do most harm: between whisper and the others,
 * in both directions.
 */
export const AUDIO_CHECK_MODES: readonly Mode[] = [
  'monitor',
  'whisper',
  'barge',
  'whisper',
  'monitor',
  'takeover',
  'monitor',
];

/**
 * In dBFS. A tone is heard when its median level in a phase is above the first, and silent when it
 * never reaches the second.
 */
const HEARD_ABOVE = -30;
const SILENT_BELOW = -50;

/** The levels at which one connection heard the tone of another, per window of time. */
export interface HeardLevels {
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
  readonly windows: readonly { readonly atMs: number; readonly dbfs: number }[];
}

/**
 * A mode that was in effect at the carrier, from its confirmation until the next mode was
 * requested.
 */
export interface ModePhase {
  readonly mode: Mode;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A tone that a connection heard and must not hear, or did not hear and must hear. */
export interface AudioCheckFinding {
  readonly kind: 'leak' | 'missing';
  readonly mode: Mode;
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
  readonly dbfs: number;
}

/**
 * Whether this listener must hear this speaker while the supervisor is in this mode. After a
 * takeover the rep listens.
 */
export function mustHear(mode: Mode, listener: PartyRole, speaker: PartyRole): boolean {
  if (listener === speaker) return false;
  // A supervisor with the widest audience is heard by everyone: also by a rep who listens after a
  // takeover.
  if (speaker === 'supervisor')
    return isHeardByRepOnly(mode) ? listener === 'rep' : !isSilent(mode);
  return !(replacesRep(mode) && speaker === 'rep');
}

/**
 * Compares what was heard with what must be heard. Where both modes of a mode change are silent, so
 * must be the time between them.
 */
export function judgeLevels(
  phases: readonly ModePhase[],
  heard: readonly HeardLevels[],
): AudioCheckFinding[] {
  const findings = heard.flatMap((pair) =>
    phases.flatMap((phase, index) => judgePhase(pair, phase, phases[index + 1])),
  );
  const worst = new Map<string, AudioCheckFinding>();
  for (const finding of findings) {
    const key = [finding.kind, finding.mode, finding.listener, finding.speaker].join(' ');
    const known = worst.get(key);
    if (!known || finding.dbfs > known.dbfs) worst.set(key, finding);
  }
  return [...worst.values()];
}

function judgePhase(
  { listener, speaker, windows }: HeardLevels,
  phase: ModePhase,
  next: ModePhase | undefined,
): AudioCheckFinding[] {
  const { mode } = phase;
  const levels = (fromMs: number, untilMs: number) =>
    windows.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs).map(({ dbfs }) => dbfs);
  if (mustHear(mode, listener, speaker)) {
    const dbfs = median(levels(phase.fromMs, phase.untilMs));
    return dbfs > HEARD_ABOVE ? [] : [{ kind: 'missing', mode, listener, speaker, dbfs }];
  }
  const during = levels(phase.fromMs, phase.untilMs);
  const isSilentNext = next !== undefined && !mustHear(next.mode, listener, speaker);
  const between = isSilentNext ? levels(phase.untilMs, next.fromMs) : [];
  // Without any measurement, silence is not proved.
  if (during.length === 0)
    return [{ kind: 'missing', mode, listener, speaker, dbfs: Number.NEGATIVE_INFINITY }];
  return [
    leakIn(mode, during),
    ...(isSilentNext ? [leakIn(highestMode([mode, next.mode]), between)] : []),
  ].flatMap((found) => (found ? [{ kind: 'leak' as const, listener, speaker, ...found }] : []));
}

/**
 * The loudest moment of what must be silent. Between two modes, the leak belongs to the higher one.
 */
function leakIn(mode: Mode, levels: readonly number[]): { mode: Mode; dbfs: number } | undefined {
  const dbfs = Math.max(...levels);
  return dbfs >= SILENT_BELOW ? { mode, dbfs } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NEGATIVE_INFINITY;
}

/** A finding as a text is filled with it. */
const findingValue = ({ kind, mode, listener, speaker }: AudioCheckFinding): FindingValue => ({
  kind: 'finding',
  isLeak: kind === 'leak',
  mode,
  listener,
  speaker,
});

/**
 * A finding in a sentence, such as: In Whisper, the customer can hear the supervisor. In the audit
 * and the log it is in English.
 */
export const describeFinding = (finding: AudioCheckFinding, language: Language = 'en'): string =>
  findingText(findingValue(finding), language);

/** The result of an audio check. One that could not be carried out says nothing about the sound. */
export type AudioCheckVerdict =
  | { readonly status: 'passed'; readonly addedDelay?: AddedDelays }
  | {
      readonly status: 'failed';
      readonly findings: readonly AudioCheckFinding[];
      readonly addedDelay?: AddedDelays;
    }
  | { readonly status: 'not_run'; readonly problem: string };

/**
 * Whether supervisors may be heard through this carrier. After a failed audio check they may not,
 * until one passes (`unhealthy`). If none has ever passed, the check itself may be wrong about this
 * carrier's sound: it warns and turns nothing off (`doubtful`).
 */
export type CarrierHealth =
  | { readonly status: 'healthy' }
  | {
      readonly status: 'unhealthy' | 'doubtful';
      readonly since: string;
      readonly findings: readonly AudioCheckFinding[];
    };

export const HEALTHY: CarrierHealth = { status: 'healthy' };

/** Whether the mode may be used while the carrier is in this health. A silent mode always may. */
export const isHealthyEnoughFor = (carrierHealth: CarrierHealth, mode: Mode): boolean =>
  carrierHealth.status !== 'unhealthy' || isSilent(mode);

/**
 * Why supervisors may not be heard through the carrier now: the first finding of the audio check.
 */
export function unhealthyRefusal(carrierHealth: CarrierHealth | undefined): Refusal {
  const first = carrierHealth?.status === 'unhealthy' ? carrierHealth.findings[0] : undefined;
  return refusal(
    'audio_check_failed',
    first && { wording: 'audio_check_failed.finding', values: { finding: findingValue(first) } },
  );
}

/**
 * The call of an audio check as the domain sees it, so that the check tests the steps of real mode
 * changes.
 */
export function audioCheckCall({
  runId,
  conferenceId,
  connectionIds,
  mode,
  now,
}: {
  readonly runId: string;
  readonly conferenceId: string;
  readonly connectionIds: Record<PartyRole, string>;
  readonly mode: Mode;
  readonly now: string;
}): { call: Call; intervention: Intervention & Active } {
  const party = (role: PartyRole): Party =>
    role === 'supervisor' ? { role, interventionId: runId } : { role };
  const participant = (role: PartyRole): Participant => ({
    party: party(role),
    connectionId: connectionIds[role],
    status: 'connected',
    onHold: false,
    audibleTo:
      role === 'supervisor'
        ? AUDIBLE_TO[mode]
        : role === 'rep' && replacesRep(mode)
          ? 'nobody'
          : 'everyone',
  });
  const intervention: Intervention & Active = {
    interventionId: runId,
    status: 'active',
    supervisor: { userId: 'audio-check', name: 'AudioCheck', role: 'supervisor' },
    policyVersion: 'audio-check',
    policyRule: 'audio-check',
    noticeKinds: [],
    device: 'softphone',
    isRecorded: false,
    requestedAt: now,
    joinedAt: now,
    modeSince: now,
    mode,
    modeHistory: [],
    whisperSkipped: false,
  };
  return {
    intervention,
    call: {
      orgId: 'audio-check',
      callId: runId,
      direction: 'outbound',
      purpose: WITH_CUSTOMER,
      status: 'live',
      startedAt: now,
      answeredAt: now,
      conferenceId,
      rep: { userId: 'audio-check', name: 'AudioCheck', managerIds: [] },
      customer: { name: 'AudioCheck' },
      participants: AUDIO_CHECK_ROLES.map(participant),
      interventions: [intervention],
      notices: [],
      recordings: [],
      announcements: [],
      opensWithDisclosure: false,
    },
  };
}
