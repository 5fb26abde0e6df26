import type { Language } from '../call/language.ts';
import { countryName } from '../texts/render.ts';
import { fill, TEXTS } from '../texts/texts.ts';
import type { JurisdictionOverride } from './jurisdictions.ts';
import type { ConsentOnFile } from './onFile.ts';

/** The consent settings of a policy version, as sentences for administrators. */
export function consentWords(
  onFile: ConsentOnFile,
  language: Language,
): { readonly settings: readonly string[]; readonly places: readonly string[] } {
  const { onFile: texts } = TEXTS[language].consent;
  const { tableVersion, places, disclosedElsewhere, legitimateInterest } = onFile;
  return {
    settings: [
      fill(texts.table, { version: tableVersion }),
      disclosedElsewhere ? texts.disclosedElsewhere : texts.disclosedHere,
      legitimateInterest ? fill(texts.interest, { ...legitimateInterest }) : texts.noInterest,
    ],
    places: places.map((place) => placeWords(place, language)),
  };
}

function placeWords(
  { country, region, consent, needsAgreement, announcesSupervisor, basis }: JurisdictionOverride,
  language: Language,
): string {
  const { place, asks, announced } = TEXTS[language].consent.onFile;
  const name = countryName(country, language);
  return fill(place, {
    place: region ? `${name} (${region})` : name,
    asks: asks[needsAgreement ? 'agreement' : consent],
    announced: announcesSupervisor ? announced : '',
    basis,
  });
}
