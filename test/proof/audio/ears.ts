import type { Seat } from '../../browser/support/chromium.ts';
import { levelsSince } from '../../browser/support/ear.ts';
import type { World } from '../../support/world.ts';
import type { Level } from './judge.ts';
import { PARTIES, TONES, type Party } from './situations.ts';

/**
 * Measures what a listener hears since a time (epoch ms); undefined while there is too little
 * sound.
 */
export type Ear = (since: number) => Promise<Partial<Record<Party, Level>> | undefined>;

const MIN_FRAMES = 20;
const HZ = PARTIES.map((party) => TONES[party]);

/** Measures at the carrier's end of a leg what a phone receives. */
export const legEar =
  (world: World, callSid: string): Ear =>
  async (since) => {
    const levels = await world.carrierControl<Level[]>(
      'GET',
      `levels?callSid=${callSid}&since=${since}&hz=${HZ.join(',')}`,
    );
    return levels[0]!.frames < MIN_FRAMES ? undefined : byParty(levels);
  };

/** Measures in the browser what the unmodified Voice SDK plays. */
export const browserEar =
  ({ page }: Seat): Ear =>
  async (since) => {
    const levels = await levelsSince(page, since, HZ);
    return levels[0]!.frames < MIN_FRAMES ? undefined : byParty(levels);
  };

const byParty = (levels: readonly Level[]): Partial<Record<Party, Level>> =>
  Object.fromEntries(PARTIES.map((party, i) => [party, levels[i]!]));
