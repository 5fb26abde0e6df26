import type { Active, Call, Intervention, Participant, Party } from '../call/call.ts';
import { refusal, type FindingValue, type Refusal } from '../refusals.ts';
import { AUDIBLE_TO, takesCall, highestMode, isHeardByRepOnly, isSilent, type Mode, type PartyRole } from '../call/modes.ts';
import type { Language } from '../texts/language.ts';
import { findingText } from '../texts/render.ts';

/**
 * The audio check: a call of Dealside's own on which three participants play tones to each other while a supervisor goes
 * through every mode. What each connection hears is compared with the table of the modes (G36).
 */
export const AUDIO_CHECK_ROLES: readonly PartyRole[] = ['customer', 'rep', 'supervisor'];

/** Every mode, and the switches that would hurt most if they leaked: between whisper and the others, both ways. */
export const AUDIO_CHECK_MODES: readonly Mode[] = ['monitor', 'whisper', 'barge', 'whisper', 'monitor', 'takeover', 'monitor'];

/** Louder than this over most of a phase is heard; quieter than that at every moment is silent. In dBFS. */
export const HEARD_ABOVE = -30;
export const SILENT_BELOW = -50;

/** What one connection heard of another connection's tone, window after window. */
export interface HeardLevels {
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
  readonly windows: readonly { readonly atMs: number; readonly dbfs: number }[];
}

/** A mode that was in effect at the carrier from its confirmation until the next switch was asked for. */
export interface ModePhase {
  readonly mode: Mode;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Something a connection heard that it must not, or did not hear that it must. */
export interface AudioCheckFinding {
  readonly kind: 'leak' | 'missing';
  readonly mode: Mode;
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
  readonly dbfs: number;
}

/** Whether this listener is to hear this speaker while the supervisor is in this mode, the rep listening after a takeover. */
export function mustHear(mode: Mode, listener: PartyRole, speaker: PartyRole): boolean {
  if (listener === speaker) return false;
  // The rep who was taken over from keeps listening, also to the supervisor, who is then heard by everyone.
  if (speaker === 'supervisor') return isHeardByRepOnly(mode) ? listener === 'rep' : !isSilent(mode);
  return !(takesCall(mode) && speaker === 'rep');
}

/** Compares what was heard with what must be heard. Silence is demanded through a switch too, when both sides of it are silent. */
export function judgeLevels(phases: readonly ModePhase[], heard: readonly HeardLevels[]): AudioCheckFinding[] {
  const findings = heard.flatMap((pair) => phases.flatMap((phase, index) => judgePhase(pair, phase, phases[index + 1])));
  const worst = new Map<string, AudioCheckFinding>();
  for (const finding of findings) {
    const key = [finding.kind, finding.mode, finding.listener, finding.speaker].join(' ');
    const known = worst.get(key);
    if (!known || finding.dbfs > known.dbfs) worst.set(key, finding);
  }
  return [...worst.values()];
}

function judgePhase({ listener, speaker, windows }: HeardLevels, phase: ModePhase, next: ModePhase | undefined): AudioCheckFinding[] {
  const { mode } = phase;
  const levels = (fromMs: number, untilMs: number) => windows.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs).map(({ dbfs }) => dbfs);
  if (mustHear(mode, listener, speaker)) {
    const dbfs = median(levels(phase.fromMs, phase.untilMs));
    return dbfs > HEARD_ABOVE ? [] : [{ kind: 'missing', mode, listener, speaker, dbfs }];
  }
  const during = levels(phase.fromMs, phase.untilMs);
  const isSilentNext = next !== undefined && !mustHear(next.mode, listener, speaker);
  const between = isSilentNext ? levels(phase.untilMs, next.fromMs) : [];
  // A connection that was not measured at all has proved nothing.
  if (during.length === 0) return [{ kind: 'missing', mode, listener, speaker, dbfs: Number.NEGATIVE_INFINITY }];
  return [leakIn(mode, during), ...(isSilentNext ? [leakIn(highestMode([mode, next.mode]), between)] : [])]
    .flatMap((found) => (found ? [{ kind: 'leak' as const, listener, speaker, ...found }] : []));
}

/** The loudest moment of what should be silent; in a switch it is the louder mode that leaks. */
function leakIn(mode: Mode, levels: readonly number[]): { mode: Mode; dbfs: number } | undefined {
  const dbfs = Math.max(...levels);
  return dbfs >= SILENT_BELOW ? { mode, dbfs } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NEGATIVE_INFINITY;
}

/** A finding as a text is filled with it. */
export const findingValue = ({ kind, mode, listener, speaker }: AudioCheckFinding): FindingValue => ({ kind: 'finding', isLeak: kind === 'leak', mode, listener, speaker });

/** A finding in a sentence, such as: In Whisper, the customer can hear the supervisor. In the audit and the log it is in English. */
export const describeFinding = (finding: AudioCheckFinding, language: Language = 'en'): string => findingText(findingValue(finding), language);

/** How a run of the audio check ended. A run that could not be made says nothing about the sound. */
export type AudioCheckVerdict =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly findings: readonly AudioCheckFinding[] }
  | { readonly status: 'not_run'; readonly problem: string };

/** Whether supervisors may be heard through this carrier: until the audio check passes again after it failed, they may not. */
export type CarrierHealth =
  | { readonly status: 'healthy' }
  | { readonly status: 'unhealthy'; readonly since: string; readonly findings: readonly AudioCheckFinding[] };

export const HEALTHY: CarrierHealth = { status: 'healthy' };

export const isHealthyEnoughFor = (carrierHealth: CarrierHealth, mode: Mode): boolean => carrierHealth.status === 'healthy' || isSilent(mode);

/** Why nobody may be heard through the carrier for now: the first finding of the audio check. */
export function unhealthyRefusal(carrierHealth: CarrierHealth | undefined): Refusal {
  const first = carrierHealth?.status === 'unhealthy' ? carrierHealth.findings[0] : undefined;
  return refusal('audio_check_failed', first && { wording: 'audio_check_failed.finding', values: { finding: findingValue(first) } });
}

/** The audio check's own call as the domain sees it, so that the very steps of real switches are put to the test. */
export function audioCheckCall(runId: string, conferenceId: string, connectionIds: Record<PartyRole, string>, mode: Mode, now: string): { call: Call; intervention: Intervention & Active } {
  const party = (role: PartyRole): Party => (role === 'supervisor' ? { role, interventionId: runId } : { role });
  const participant = (role: PartyRole): Participant => ({
    party: party(role), connectionId: connectionIds[role], status: 'connected', onHold: false,
    audibleTo: role === 'supervisor' ? AUDIBLE_TO[mode] : role === 'rep' && takesCall(mode) ? 'nobody' : 'everyone',
  });
  const intervention: Intervention & Active = {
    interventionId: runId, status: 'active', supervisor: { userId: 'audio-check', name: 'AudioCheck', role: 'supervisor' }, policyVersion: 'audio-check', policyRule: 'audio-check', noticeKinds: [], device: 'softphone', isRecorded: false,
    requestedAt: now, joinedAt: now, modeSince: now, mode, modeHistory: [], whisperSkipped: false,
  };
  return {
    intervention,
    call: {
      orgId: 'audio-check', callId: runId, direction: 'outbound', status: 'live', startedAt: now, answeredAt: now, conferenceId,
      rep: { userId: 'audio-check', name: 'AudioCheck', managerIds: [] }, customer: { name: 'AudioCheck' },
      participants: AUDIO_CHECK_ROLES.map(participant), interventions: [intervention], notices: [], recordings: [], announcements: [], opensWithDisclosure: false,
    },
  };
}
