import {
  demandBetween,
  demandIn,
  isThere,
  mustHear,
  PARTIES,
  TONES,
  type Demand,
  type Party,
  type Situation,
} from './situations.ts';

/**
 * In dBFS. A tone is heard if its median level is above the first, silent if no 100 ms are above
 * the second.
 */
export const HEARD_ABOVE = -16;
export const SILENT_BELOW = -50;

/** Level of a tone at a listener, in dBFS: median, and the highest that lasted 100 ms. */
export interface Level {
  readonly median: number;
  readonly sustained: number;
  readonly frames: number;
}
export type Levels = Partial<Record<Party, Partial<Record<Party, Level>>>>;

/** Speakers whose samples were in a listener's mix, with the mixing rule that applied. */
export type Mixed = Partial<
  Record<
    Party,
    {
      readonly blocks: number;
      readonly voices: readonly {
        readonly party: Party;
        readonly as: string;
        readonly at: number;
      }[];
      /** Those of them who were in every block. */
      readonly throughout: readonly Party[];
    }
  >
>;

export interface Moment {
  readonly situation: string;
  readonly moment: string;
  readonly at: string;
  readonly levels: Levels;
  readonly findings: readonly Finding[];
  readonly refused?: string;
}

/** `unclear`: neither heard nor silent, between steps where it may be either. */
export interface Finding {
  readonly kind: 'leak' | 'missing' | 'unclear';
  readonly listener: Party;
  readonly speaker?: Party;
  readonly by: 'ear' | 'mix';
  readonly words: string;
}

const NAMES: Record<Party, string> = {
  customer: 'the customer’s leg',
  rep: 'the rep’s leg',
  maya: 'Maya’s leg',
  dana: 'Dana’s leg',
  colleague: 'the colleague’s leg',
  guest: 'the guest’s leg',
};

/** A time in one situation, or between the steps from one to another. */
export interface Stretch {
  readonly before: Situation;
  readonly after: Situation;
  readonly isBetween: boolean;
}

const demandOf = ({ before, after, isBetween }: Stretch, listener: Party, speaker: Party): Demand =>
  isBetween ? demandBetween(before, after, listener, speaker) : demandIn(after, listener, speaker);

/** Parties that were on the call for the whole stretch, which can be measured. */
export const listenersOf = ({ before, after, isBetween }: Stretch): Party[] =>
  PARTIES.filter((party) => isThere(after, party) && (!isBetween || isThere(before, party)));

/**
 * Judges the levels: each tone is heard or silent as demanded, and every listener hears somebody.
 */
export function judgeEars(stretch: Stretch, levels: Levels): Finding[] {
  return listenersOf(stretch).flatMap((listener): Finding[] => {
    const heard = levels[listener];
    if (!heard)
      return [
        { kind: 'missing', listener, by: 'ear', words: `${NAMES[listener]} has no sound at all` },
      ];
    const found = PARTIES.filter((speaker) => speaker !== listener).flatMap(
      (speaker): Finding[] => {
        const level = heard[speaker]!;
        const demand = demandOf(stretch, listener, speaker);
        if (demand !== 'silent' && level.median > HEARD_ABOVE) return [];
        if (demand !== 'heard' && level.sustained < SILENT_BELOW) return [];
        const words = `${Math.max(level.median, level.sustained).toFixed(1)} dBFS at ${TONES[speaker]} Hz`;
        if (demand === 'silent')
          return [
            {
              kind: 'leak',
              listener,
              speaker,
              by: 'ear',
              words: `${NAMES[listener]} hears ${speaker}: ${words}`,
            },
          ];
        if (demand === 'either')
          return [
            {
              kind: 'unclear',
              listener,
              speaker,
              by: 'ear',
              words: `${NAMES[listener]} neither hears ${speaker} nor has silence: ${words}`,
            },
          ];
        return [
          {
            kind: 'missing',
            listener,
            speaker,
            by: 'ear',
            words: `${NAMES[listener]} does not hear ${speaker} as it must: ${words}`,
          },
        ];
      },
    );
    const hearsSomebody = PARTIES.some(
      (speaker) => speaker !== listener && heard[speaker]!.median > HEARD_ABOVE,
    );
    return hearsSomebody || found.length > 0
      ? found
      : [{ kind: 'missing', listener, by: 'ear', words: `${NAMES[listener]} hears nobody` }];
  });
}

/**
 * No listener may lose, for a single block, a speaker whom they must hear before and after. Of
 * speakers whose sound can be delayed on a busy machine, nothing is said.
 */
export function judgeGaps(
  stretch: Stretch,
  mixed: Mixed,
  mayLag: (party: Party) => boolean,
): Finding[] {
  return listenersOf(stretch).flatMap((listener) =>
    PARTIES.filter(
      (speaker) =>
        !mayLag(speaker) &&
        demandBetween(stretch.before, stretch.after, listener, speaker) === 'heard' &&
        mixed[listener] !== undefined &&
        !mixed[listener].throughout.includes(speaker),
    ).map((speaker) => ({
      kind: 'missing',
      listener,
      speaker,
      by: 'mix',
      words: `${speaker} was not in the mix of ${NAMES[listener]} all the time`,
    })),
  );
}

/**
 * Judges the mixes since the click: no samples of a speaker that the listener must hear neither
 * before nor after.
 */
export function judgeMixes(stretch: Stretch, mixed: Mixed): Finding[] {
  return listenersOf(stretch).flatMap((listener): Finding[] => {
    const heard = mixed[listener];
    if (!heard || heard.blocks === 0)
      return [
        { kind: 'missing', listener, by: 'mix', words: `nothing was mixed for ${NAMES[listener]}` },
      ];
    return heard.voices.flatMap(({ party: speaker, as, at }): Finding[] => {
      const may =
        mustHear(stretch.before, listener, speaker) || mustHear(stretch.after, listener, speaker);
      const isCoachToOther = as === 'coaching' && listener !== 'rep';
      if (may && as !== 'muted' && !isCoachToOther) return [];
      return [
        {
          kind: 'leak',
          listener,
          speaker,
          by: 'mix',
          words: `samples of ${speaker} (${as}) went into the mix of ${NAMES[listener]} at ${new Date(at).toISOString()}`,
        },
      ];
    });
  });
}
