/** Gives the next random number from 0 to 1. */
export type Chance = () => number;

/** Numbers from 0 to 1 that are the same for the same seed (Mulberry32, of T. Ettinger). */
export function chances(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these, drawn with the next random number. */
export const among = <T>(chance: Chance, those: readonly T[]): T =>
  those[Math.floor(chance() * those.length)]!;
