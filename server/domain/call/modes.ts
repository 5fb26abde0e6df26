export type PartyRole = 'customer' | 'rep' | 'supervisor';

interface ModeDefinition {
  /** Who hears the supervisor: the meaning of the mode (D6). */
  readonly heardBy: readonly Exclude<PartyRole, 'supervisor'>[];
  /**
   * Whether the rep talks with the customer, or gives the call to the supervisor and leaves or
   * listens (D4).
   */
  readonly rep: 'talks' | 'gives_way';
  /** Whether the supervisor must state a reason first (D33, V14). */
  readonly needsReason: boolean;
}

/**
 * How a supervisor can be on a call, from the first step of the ladder to the last (D7). Everything
 * else about a mode is derived from this table. Two modes must differ in who hears the supervisor
 * or in what the rep does, because that is all that the carrier reports of a mode.
 */
const DEFINITIONS = {
  monitor: {
    heardBy: [],
    rep: 'talks',
    needsReason: false,
  },
  whisper: {
    heardBy: ['rep'],
    rep: 'talks',
    needsReason: false,
  },
  barge: {
    heardBy: ['rep', 'customer'],
    rep: 'talks',
    needsReason: true,
  },
  takeover: {
    heardBy: ['customer'],
    rep: 'gives_way',
    needsReason: true,
  },
} as const satisfies Record<string, ModeDefinition>;

export type Mode = keyof typeof DEFINITIONS;

/** In the order of the ladder. */
export const MODES = Object.keys(DEFINITIONS) as readonly Mode[];

/** The mode in which every supervisor joins (D7) and to which a failed change falls back. */
export const JOIN_MODE: Mode = 'monitor';

/** A table of one value per mode. */
function byMode<T>(valueOf: (definition: ModeDefinition) => T): Readonly<Record<Mode, T>> {
  return Object.fromEntries(MODES.map((mode) => [mode, valueOf(DEFINITIONS[mode])])) as Record<
    Mode,
    T
  >;
}

export const HEARD_BY = byMode<readonly PartyRole[]>(({ heardBy }) => heardBy);
export const NEEDS_REASON = byMode(({ needsReason }) => needsReason);

/** Whether a supervisor in it adds one point to a talk that stays the rep's. */
export const asksForPoint = (mode: Mode): boolean => isHeardByCustomer(mode) && !replacesRep(mode);

/** Who hears a connection at the carrier: nobody, only the rep it whispers to, or everyone. */
export type AudibleTo = 'nobody' | 'rep' | 'everyone';

/** The audience that the carrier connects the supervisor to. */
export const AUDIBLE_TO = byMode<AudibleTo>(({ heardBy }) =>
  heardBy.includes('customer') ? 'everyone' : heardBy.includes('rep') ? 'rep' : 'nobody',
);

const AUDIENCE_SIZE: Record<AudibleTo, number> = { nobody: 0, rep: 1, everyone: 2 };

/** Whether the first audience has more people in it than the second. */
export const isWiderAudience = (a: AudibleTo, b: AudibleTo): boolean =>
  AUDIENCE_SIZE[a] > AUDIENCE_SIZE[b];

/** Whether nobody hears the supervisor. */
export const isSilent = (mode: Mode): boolean => AUDIBLE_TO[mode] === 'nobody';

/** The modes in which nobody hears the supervisor. */
export const SILENT_MODES = MODES.filter(isSilent);

/** Whether the rep is the only one who hears the supervisor. */
export const isHeardByRepOnly = (mode: Mode): boolean => AUDIBLE_TO[mode] === 'rep';

/** Whether the customer hears the supervisor. */
export const isHeardByCustomer = (mode: Mode): boolean => HEARD_BY[mode].includes('customer');

/** Whether the supervisor has the call in place of the rep. */
export const replacesRep = (mode: Mode): boolean => DEFINITIONS[mode].rep === 'gives_way';

/** The mode that a supervisor with this audience is in, as far as the carrier can tell. */
export function modeByAudience(audibleTo: AudibleTo, isRepThere: boolean): Mode {
  const modes = MODES.filter((mode) => AUDIBLE_TO[mode] === audibleTo);
  return modes.find((mode) => replacesRep(mode) !== isRepThere) ?? modes[0]!;
}

/** What happens to the rep when a supervisor takes over (D4). */
export const REP_AFTER_TAKEOVER = ['leaves', 'listens'] as const;
export type RepAfterTakeover = (typeof REP_AFTER_TAKEOVER)[number];

/** The highest step of the ladder among some modes (D7). */
export function highestMode(modes: readonly Mode[]): Mode {
  return modes.reduce<Mode>(
    (top, mode) => (MODES.indexOf(mode) > MODES.indexOf(top) ? mode : top),
    JOIN_MODE,
  );
}
