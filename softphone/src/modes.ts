interface ModeDefinition {
  /** The key that switches to the mode (V23). */
  readonly key: string;
  /** Who hears the supervisor. */
  readonly audibleTo: 'nobody' | 'rep' | 'everyone';
  /** Whether the supervisor has the call in place of the rep. */
  readonly replacesRep: boolean;
  readonly needsReason: boolean;
}

/** The server's modes, in the order of the ladder. A test compares the two tables. */
export const MODE_DEFINITIONS = {
  monitor: { key: 'M', audibleTo: 'nobody', replacesRep: false, needsReason: false },
  whisper: { key: 'W', audibleTo: 'rep', replacesRep: false, needsReason: false },
  barge: { key: 'B', audibleTo: 'everyone', replacesRep: false, needsReason: true },
  takeover: { key: 'T', audibleTo: 'everyone', replacesRep: true, needsReason: true },
} as const satisfies Record<string, ModeDefinition>;

export type Mode = keyof typeof MODE_DEFINITIONS;

export const MODES = Object.keys(MODE_DEFINITIONS) as readonly Mode[];

/** The mode in which every supervisor joins, and to which a supervisor hands back. */
export const JOIN_MODE: Mode = 'monitor';

const definition = (mode: Mode): ModeDefinition => MODE_DEFINITIONS[mode];

export const keyOf = (mode: Mode): string => definition(mode).key;
export const isSilent = (mode: Mode): boolean => definition(mode).audibleTo === 'nobody';
export const isHeardByRepOnly = (mode: Mode): boolean => definition(mode).audibleTo === 'rep';
export const isHeardByCustomer = (mode: Mode): boolean => definition(mode).audibleTo === 'everyone';
export const replacesRep = (mode: Mode): boolean => definition(mode).replacesRep;
export const needsReason = (mode: Mode): boolean => definition(mode).needsReason;
