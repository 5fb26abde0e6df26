import type { Active, Call, Intervention, Participant, Party } from './call.ts';
import { HEARD_BY, highest, MODE_LABEL, VOICE, type Mode, type PartyRole } from './modes.ts';

/**
 * The canary: a call of Dealside's own on which three legs play tones to each other while a supervisor goes
 * through every mode. What each leg hears is compared with the table of the modes (G36).
 */
export const LEGS: readonly PartyRole[] = ['customer', 'rep', 'supervisor'];

/** Every mode, and the switches that would hurt most if they leaked: between whisper and the others, both ways. */
export const PHASES: readonly Mode[] = ['monitor', 'whisper', 'barge', 'whisper', 'monitor', 'takeover', 'monitor'];

/** Louder than this over most of a phase is heard; quieter than that at every moment is silent. In dBFS. */
export const HEARD_ABOVE = -30;
export const SILENT_BELOW = -50;

/** What one leg heard of another leg's tone, window after window. */
export interface Heard {
  readonly listener: PartyRole;
  readonly speaker: PartyRole;
  readonly windows: readonly { readonly atMs: number; readonly dbfs: number }[];
}

/** A mode that was in effect at the carrier from its confirmation until the next switch was asked for. */
export interface Phase {
  readonly mode: Mode;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Something a leg heard that it must not, or did not hear that it must. */
export interface CanaryFinding {
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
  if (speaker === 'supervisor') return HEARD_BY[mode].includes(listener) || (mode === 'takeover' && listener === 'rep');
  return !(mode === 'takeover' && speaker === 'rep');
}

/** Compares what was heard with what must be heard. Silence is demanded through a switch too, when both sides of it are silent. */
export function judge(phases: readonly Phase[], heard: readonly Heard[]): CanaryFinding[] {
  const findings = heard.flatMap((pair) => phases.flatMap((phase, index) => judgePhase(pair, phase, phases[index + 1])));
  const worst = new Map<string, CanaryFinding>();
  for (const finding of findings) {
    const key = [finding.kind, finding.mode, finding.listener, finding.speaker].join(' ');
    const known = worst.get(key);
    if (!known || finding.dbfs > known.dbfs) worst.set(key, finding);
  }
  return [...worst.values()];
}

function judgePhase({ listener, speaker, windows }: Heard, phase: Phase, next: Phase | undefined): CanaryFinding[] {
  const { mode } = phase;
  const levels = (fromMs: number, untilMs: number) => windows.filter(({ atMs }) => atMs >= fromMs && atMs < untilMs).map(({ dbfs }) => dbfs);
  if (mustHear(mode, listener, speaker)) {
    const dbfs = median(levels(phase.fromMs, phase.untilMs));
    return dbfs > HEARD_ABOVE ? [] : [{ kind: 'missing', mode, listener, speaker, dbfs }];
  }
  const during = levels(phase.fromMs, phase.untilMs);
  const isSilentNext = next !== undefined && !mustHear(next.mode, listener, speaker);
  const between = isSilentNext ? levels(phase.untilMs, next.fromMs) : [];
  // A leg that was not measured at all has proved nothing.
  if (during.length === 0) return [{ kind: 'missing', mode, listener, speaker, dbfs: Number.NEGATIVE_INFINITY }];
  return [leak(mode, during), ...(isSilentNext ? [leak(highest([mode, next.mode]), between)] : [])]
    .flatMap((found) => (found ? [{ kind: 'leak' as const, listener, speaker, ...found }] : []));
}

/** The loudest moment of what should be silent; in a switch it is the louder mode that leaks. */
function leak(mode: Mode, levels: readonly number[]): { mode: Mode; dbfs: number } | undefined {
  const dbfs = Math.max(...levels);
  return dbfs >= SILENT_BELOW ? { mode, dbfs } : undefined;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NEGATIVE_INFINITY;
}

const WHO: Record<PartyRole, string> = { customer: 'the customer', rep: 'the rep', supervisor: 'the supervisor' };

/** A finding in a sentence, such as: In whisper the customer hears the supervisor. */
export function told({ kind, mode, listener, speaker }: CanaryFinding): string {
  return `In ${MODE_LABEL[mode].toLowerCase()} ${WHO[listener]} ${kind === 'leak' ? 'hears' : 'does not hear'} ${WHO[speaker]}.`;
}

/** How a run of the canary ended. A run that could not be made says nothing about the sound. */
export type CanaryVerdict =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly findings: readonly CanaryFinding[] }
  | { readonly status: 'not_run'; readonly problem: string };

/** Whether supervisors may be heard through this carrier: until the canary passes again after it failed, they may not. */
export type CarrierTrust =
  | { readonly status: 'trusted' }
  | { readonly status: 'distrusted'; readonly since: string; readonly findings: readonly CanaryFinding[] };

export const TRUSTED: CarrierTrust = { status: 'trusted' };

export const isTrustedWith = (trust: CarrierTrust, mode: Mode): boolean => trust.status === 'trusted' || VOICE[mode] === 'nobody';

/** The canary's own call as the domain sees it, so that the very steps of real switches are put to the test. */
export function canaryCall(runId: string, conferenceSid: string, callSids: Record<PartyRole, string>, mode: Mode, now: string): { call: Call; intervention: Intervention & Active } {
  const party = (role: PartyRole): Party => (role === 'supervisor' ? { role, interventionId: runId } : { role });
  const leg = (role: PartyRole): Participant => ({
    party: party(role), callSid: callSids[role], status: 'present', onHold: false,
    voice: role === 'supervisor' ? VOICE[mode] : role === 'rep' && mode === 'takeover' ? 'nobody' : 'everyone',
  });
  const intervention: Intervention & Active = {
    interventionId: runId, status: 'active', supervisor: { userId: 'canary', name: 'Canary', role: 'supervisor' }, policyVersion: 'canary', policyRule: 'canary', noticeKinds: [], device: 'softphone', isRecorded: false,
    requestedAt: now, joinedAt: now, modeSince: now, mode, modeHistory: [], whisperSkipped: false,
  };
  return {
    intervention,
    call: {
      orgId: 'canary', callId: runId, direction: 'outbound', status: 'live', startedAt: now, answeredAt: now, conferenceSid,
      rep: { userId: 'canary', name: 'Canary', managerIds: [] }, customer: { name: 'Canary' },
      participants: LEGS.map(leg), interventions: [intervention], notices: [], recordings: [], announcements: [], opensWithDisclosure: false,
    },
  };
}
