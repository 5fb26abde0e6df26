import type { AlertFamily } from './rule.ts';
import { GERMAN_DEAL } from './shippedGermanDeal.ts';
import { GERMAN_KNOWN } from './shippedGermanKnown.ts';
import { GERMAN_UPSET } from './shippedGermanUpset.ts';

/** What German phrases raise each family of words, in the notation of pattern.ts. */
export const GERMAN: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  ...GERMAN_UPSET,
  ...GERMAN_DEAL,
  ...GERMAN_KNOWN,
};
