/**
 * The parties of the proof, with two supervisors so that what they hear of each other is proved
 * too, and the two kinds of third parties: a colleague, and an outside number.
 */
export const PARTIES = ['customer', 'rep', 'maya', 'dana', 'colleague', 'guest'] as const;
export type Party = (typeof PARTIES)[number];
export const SUPERVISORS = ['maya', 'dana'] as const;
export type SupervisorName = (typeof SUPERVISORS)[number];
export type ThirdPartyName = 'colleague' | 'guest';

/** Each party's tone in Hz, with whole cycles in 20 ms so that measurements separate them. */
export const TONES: Record<Party, number> = {
  customer: 1100,
  rep: 500,
  maya: 800,
  dana: 1450,
  colleague: 650,
  guest: 1750,
};

export type Mode = 'monitor' | 'whisper' | 'barge' | 'takeover';

/** Who is on the call, and in which mode. */
export interface Situation {
  readonly rep: boolean;
  readonly maya?: Mode;
  readonly dana?: Mode;
  /** One at a time. */
  readonly third?: ThirdPartyName;
}

export function isThere(situation: Situation, party: Party): boolean {
  switch (party) {
    case 'customer':
      return true;
    case 'rep':
      return situation.rep;
    case 'colleague':
    case 'guest':
      return situation.third === party;
    default:
      return situation[party] !== undefined;
  }
}

/**
 * Whether a listener must hear a speaker, by the requirement and independent of the product's code:
 * in monitor nobody hears the supervisor, in whisper only the rep, in barge and takeover everybody.
 * A rep after a takeover is heard by nobody. All hear the customer and a third party.
 */
export function mustHear(situation: Situation, listener: Party, speaker: Party): boolean {
  if (listener === speaker || !isThere(situation, listener) || !isThere(situation, speaker))
    return false;
  const takenOver = situation.maya === 'takeover' || situation.dana === 'takeover';
  switch (speaker) {
    case 'customer':
    case 'colleague':
    case 'guest':
      return true;
    case 'rep':
      return !takenOver;
    default:
      return { monitor: false, whisper: listener === 'rep', barge: true, takeover: true }[
        situation[speaker]!
      ];
  }
}

/** What is demanded between two steps of a mode change. */
export type Demand = 'heard' | 'silent' | 'either';

export function demandBetween(
  before: Situation,
  after: Situation,
  listener: Party,
  speaker: Party,
): Demand {
  const [was, will] = [mustHear(before, listener, speaker), mustHear(after, listener, speaker)];
  return was === will ? (was ? 'heard' : 'silent') : 'either';
}

export const demandIn = (situation: Situation, listener: Party, speaker: Party): Demand =>
  mustHear(situation, listener, speaker) ? 'heard' : 'silent';

export const inWords = ({ rep, maya, dana, third }: Situation): string =>
  [
    maya && `Maya ${maya}`,
    dana && `Dana ${dana}`,
    !maya && !dana && 'nobody supervises',
    third && `with a ${third}`,
    !rep && 'rep gone',
  ]
    .filter(Boolean)
    .join(', ');
