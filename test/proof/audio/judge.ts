import { demandBetween, demandIn, isThere, mustHear, PARTIES, TONES, type Demand, type Party, type Situation } from './situations.ts';

/** Above the one, in the middle, a tone is heard; above the other for 100 ms it is not silent. In dBFS. */
export const HEARD_ABOVE = -16;
export const SILENT_BELOW = -50;

/** How loud a tone was at an ear: its middle level, and the highest that lasted 100 ms. */
export interface Level { readonly median: number; readonly sustained: number; readonly frames: number }
export type Levels = Partial<Record<Party, Partial<Record<Party, Level>>>>;

/** Whose samples went into a listener's mix meanwhile, and what the rules said of them. */
export type Mixed = Partial<Record<Party, { readonly blocks: number; readonly voices: readonly { readonly party: Party; readonly as: string; readonly at: number }[] }>>;

export interface Moment {
  readonly situation: string;
  readonly moment: string;
  readonly at: string;
  readonly levels: Levels;
  readonly findings: readonly Finding[];
  readonly refused?: string;
}

export interface Finding {
  readonly kind: 'leak' | 'missing';
  readonly listener: Party;
  readonly speaker?: Party;
  readonly by: 'ear' | 'mix';
  readonly words: string;
}

const NAMES: Record<Party, string> = { customer: 'the customer’s leg', rep: 'the rep’s leg', maya: 'Maya’s leg', dana: 'Dana’s leg' };

/** A stretch of time that lies in one situation, or between the steps that lead from one to another. */
export interface Stretch { readonly before: Situation; readonly after: Situation; readonly isBetween: boolean }

const demandOf = ({ before, after, isBetween }: Stretch, listener: Party, speaker: Party): Demand =>
  isBetween ? demandBetween(before, after, listener, speaker) : demandIn(after, listener, speaker);

/** Who was there all the time can be measured. */
export const listenersOf = ({ before, after, isBetween }: Stretch): Party[] =>
  PARTIES.filter((party) => isThere(after, party) && (!isBetween || isThere(before, party)));

/** At the ear: each tone is heard or silent as it must be, and nobody is left without any voice. */
export function judgeEars(stretch: Stretch, levels: Levels): Finding[] {
  return listenersOf(stretch).flatMap((listener): Finding[] => {
    const heard = levels[listener];
    if (!heard) return [{ kind: 'missing', listener, by: 'ear', words: `${NAMES[listener]} has no sound at all` }];
    const found = PARTIES.filter((speaker) => speaker !== listener).flatMap((speaker): Finding[] => {
      const level = heard[speaker]!;
      const demand = demandOf(stretch, listener, speaker);
      if (demand !== 'silent' && level.median > HEARD_ABOVE) return [];
      if (demand !== 'heard' && level.sustained < SILENT_BELOW) return [];
      const words = `${Math.max(level.median, level.sustained).toFixed(1)} dBFS at ${TONES[speaker]} Hz`;
      if (demand === 'silent') return [{ kind: 'leak', listener, speaker, by: 'ear', words: `${NAMES[listener]} hears ${speaker}: ${words}` }];
      return [{ kind: 'missing', listener, speaker, by: 'ear', words: `${NAMES[listener]} does not hear ${speaker} as it must: ${words}` }];
    });
    const hasVoice = PARTIES.some((speaker) => speaker !== listener && heard[speaker]!.median > HEARD_ABOVE);
    return hasVoice || found.length > 0 ? found : [{ kind: 'missing', listener, by: 'ear', words: `${NAMES[listener]} hears nobody` }];
  });
}

/** In the mixes, sample by sample and from the click on: nobody's voice went where it must be heard neither before nor after. */
export function judgeMixes(stretch: Stretch, mixed: Mixed): Finding[] {
  return listenersOf(stretch).flatMap((listener): Finding[] => {
    const heard = mixed[listener];
    if (!heard || heard.blocks === 0) return [{ kind: 'missing', listener, by: 'mix', words: `nothing was mixed for ${NAMES[listener]}` }];
    return heard.voices.flatMap(({ party: speaker, as, at }): Finding[] => {
      const may = mustHear(stretch.before, listener, speaker) || mustHear(stretch.after, listener, speaker);
      const isCoachToOther = as === 'coaching' && listener !== 'rep';
      if (may && as !== 'muted' && !isCoachToOther) return [];
      return [{ kind: 'leak', listener, speaker, by: 'mix', words: `samples of ${speaker} (${as}) went into the mix of ${NAMES[listener]} at ${new Date(at).toISOString()}` }];
    });
  });
}
