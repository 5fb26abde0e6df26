/** The four ways a supervisor can be on a call, from silent to speaking in the rep's place. */
export const MODES = ['monitor', 'whisper', 'barge', 'takeover'] as const;
export type Mode = (typeof MODES)[number];

export type PartyRole = 'customer' | 'rep' | 'supervisor';

/** Who hears the supervisor is the whole meaning of a mode (D6); adapters derive their flags from it. */
export const HEARD_BY: Record<Mode, readonly PartyRole[]> = {
  monitor: [],
  whisper: ['rep'],
  barge: ['rep', 'customer'],
  takeover: ['customer'],
};

/** How loud a connection is at the carrier: nobody hears it, only the coached rep does, or everyone does. */
export type AudibleTo = 'nobody' | 'rep' | 'everyone';

export const AUDIBLE_TO: Record<Mode, AudibleTo> = {
  monitor: 'nobody',
  whisper: 'rep',
  barge: 'everyone',
  takeover: 'everyone',
};

const AUDIENCE_SIZE: Record<AudibleTo, number> = { nobody: 0, rep: 1, everyone: 2 };

/** Whether more people hear the one voice than the other. */
export const isWiderAudience = (a: AudibleTo, b: AudibleTo): boolean => AUDIENCE_SIZE[a] > AUDIENCE_SIZE[b];

/** Modes in which the customer hears the supervisor need a stated reason (D33, V14). */
export const NEEDS_REASON: Record<Mode, boolean> = {
  monitor: false,
  whisper: false,
  barge: true,
  takeover: true,
};

/** What becomes of the rep when a supervisor takes over (D4). */
export const REP_AFTER_TAKEOVER = ['leaves', 'listens'] as const;
export type RepAfterTakeover = (typeof REP_AFTER_TAKEOVER)[number];

/** The loudest of some modes: the rung of the ladder an intervention reached (D7). */
export function highestMode(modes: readonly Mode[]): Mode {
  return modes.reduce<Mode>((top, mode) => (MODES.indexOf(mode) > MODES.indexOf(top) ? mode : top), 'monitor');
}

export const MODE_LABEL: Record<Mode, string> = {
  monitor: 'Monitor',
  whisper: 'Whisper',
  barge: 'Barge',
  takeover: 'Takeover',
};
