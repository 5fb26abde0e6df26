import type { LegitimateInterest } from '../call/consentEvidence.ts';
import { TABLE_VERSION, type JurisdictionOverride } from './jurisdictions.ts';

/** The consent settings of a policy version: the laws by which its calls were decided (D26). */
export interface ConsentOnFile {
  /** Of Dealside's table of jurisdictions, which holds where the org has no entry of its own. */
  readonly tableVersion: string;
  /** The org's own entries, by country and region. */
  readonly places: readonly JurisdictionOverride[];
  readonly disclosedElsewhere: boolean;
  readonly legitimateInterest?: LegitimateInterest;
}

/** The differences, by codes of places and names of settings. */
export interface ConsentDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly settings: readonly Setting[];
}

const SETTINGS = ['tableVersion', 'disclosedElsewhere', 'legitimateInterest'] as const;
type Setting = (typeof SETTINGS)[number];

/** The same content for the same laws, in whichever order their records are read. */
export const consentOnFile = (settings: {
  readonly overrides: readonly JurisdictionOverride[];
  readonly disclosedElsewhere: boolean;
  readonly legitimateInterest?: LegitimateInterest;
}): ConsentOnFile => ({
  tableVersion: TABLE_VERSION,
  places: settings.overrides.toSorted((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)),
  disclosedElsewhere: settings.disclosedElsewhere,
  ...(settings.legitimateInterest && { legitimateInterest: settings.legitimateInterest }),
});

/** Undefined where both are the same, and for a policy that says nothing of consent, as a draft. */
export function consentDifference(
  before: ConsentOnFile | undefined,
  after: ConsentOnFile | undefined,
): ConsentDifference | undefined {
  if (!after) return undefined;
  const [old, fresh] = [byCode(before?.places ?? []), byCode(after.places)];
  const difference = {
    added: [...fresh.keys()].filter((code) => !old.has(code)),
    removed: [...old.keys()].filter((code) => !fresh.has(code)),
    changed: [...fresh].flatMap(([code, place]) =>
      old.has(code) && asText(old.get(code)) !== asText(place) ? [code] : [],
    ),
    settings: SETTINGS.filter((name) => asText(before?.[name]) !== asText(after[name])),
  };
  return Object.values(difference).some((names) => names.length > 0) ? difference : undefined;
}

const codeOf = ({ country, region }: JurisdictionOverride): string =>
  region ? `${country}-${region}` : country;

const byCode = (places: readonly JurisdictionOverride[]): Map<string, JurisdictionOverride> =>
  new Map(places.map((place) => [codeOf(place), place]));

/** The same text for the same content, in whichever order a database keeps its fields. */
const asText = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
