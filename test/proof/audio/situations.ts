/** The parties of the proof. Two supervisors, so that what one of them hears of the other is proved too. */
export const PARTIES = ['customer', 'rep', 'maya', 'dana'] as const;
export type Party = (typeof PARTIES)[number];
export type SupervisorName = 'maya' | 'dana';

/** Each party's own tone: whole cycles in 20 ms, so that none seems to sound in another's place. */
export const TONES: Record<Party, number> = { customer: 1100, rep: 500, maya: 800, dana: 1450 };

export type Mode = 'monitor' | 'whisper' | 'barge' | 'takeover';

/** Who is on the call, and in which mode. */
export interface Situation {
  readonly rep: boolean;
  readonly maya?: Mode;
  readonly dana?: Mode;
}

export const isThere = (situation: Situation, party: Party): boolean =>
  party === 'customer' || (party === 'rep' ? situation.rep : situation[party] !== undefined);

/**
 * Who must hear whom, in the words of the requirement and in no word of the product's: in monitor nobody hears the supervisor,
 * in whisper the rep alone, in barge and takeover everybody; a rep whose call was taken over is heard by nobody; all hear the customer.
 */
export function mustHear(situation: Situation, listener: Party, speaker: Party): boolean {
  if (listener === speaker || !isThere(situation, listener) || !isThere(situation, speaker)) return false;
  const takenOver = situation.maya === 'takeover' || situation.dana === 'takeover';
  switch (speaker) {
    case 'customer':
      return true;
    case 'rep':
      return !takenOver;
    default:
      return { monitor: false, whisper: listener === 'rep', barge: true, takeover: true }[situation[speaker]!];
  }
}

/** What must be so while a switch is between two of its steps. */
export type Demand = 'heard' | 'silent' | 'either';

export function demandBetween(before: Situation, after: Situation, listener: Party, speaker: Party): Demand {
  const [was, will] = [mustHear(before, listener, speaker), mustHear(after, listener, speaker)];
  return was === will ? (was ? 'heard' : 'silent') : 'either';
}

export const demandIn = (situation: Situation, listener: Party, speaker: Party): Demand => (mustHear(situation, listener, speaker) ? 'heard' : 'silent');

export const inWords = ({ rep, maya, dana }: Situation): string =>
  [maya && `Maya ${maya}`, dana && `Dana ${dana}`, !rep && 'rep gone'].filter(Boolean).join(', ') || 'nobody supervises';
