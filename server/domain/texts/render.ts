import type { Elsewhere } from '../audit/personalData.ts';
import type { Language } from '../call/language.ts';
import {
  NO_LAW_ASKS,
  NO_LAW_ON_FILE,
  type FaultValue,
  type FindingValue,
  type LawValue,
  type OpeningValue,
  type Problem,
  type Refusal,
  type RefusalValue,
} from '../call/refusals.ts';
import { clockWords, sinceWords } from './clock.ts';
import { fill, INTL_LOCALE, languageIn, TEXTS, type Reader } from './texts.ts';
import type { RefusalText } from './types.ts';

/** What a refusal says to a reader of this language, and what they can do about it. */
export function refusalText(
  { code, wording, values = {} }: Pick<Refusal, 'code' | 'wording' | 'values'>,
  reader: Reader,
): RefusalText {
  const { refusals, wordings } = TEXTS[languageIn(reader)];
  const { message, hint } = { ...refusals[code], ...(wording && wordings[wording]) };
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, valueText(value, reader)]),
  );
  return { message: fill(message, words), ...(hint && { hint: fill(hint, words) }) };
}

/**
 * A refusal as it is sent: its code, its text in the reader's language, and the facts beside it.
 */
export function refusalView(refusal: Refusal, reader: Reader) {
  const { code, wording: _wording, values: _values, ...facts } = refusal;
  return { code, ...refusalText(refusal, reader), ...facts };
}

/** Why a switch failed, as it is shown to the supervisor. */
export function problemView({ code, wording, values, mode, at }: Problem, reader: Reader) {
  const text =
    code === 'not_confirmed'
      ? TEXTS[languageIn(reader)].notConfirmed
      : refusalText({ code, wording, values }, reader);
  return { code, ...text, mode, at };
}

function valueText(value: RefusalValue, reader: Reader): string {
  if (typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'opening':
      return openingText(value, reader);
    case 'clock':
      return sinceWords(value.at, value.now, { zone: value.zone, reader });
    case 'law':
      return lawText(value, languageIn(reader));
    case 'finding':
      return findingText(value, languageIn(reader));
    case 'fault':
      return faultSentence(value, languageIn(reader));
    case 'country':
      return countryName(value.country, languageIn(reader));
  }
}

/** Where else a person's data is, in words. */
export const elsewhereTexts = (
  { elsewhere }: { readonly elsewhere: readonly Elsewhere[] },
  language: Language,
): string[] => elsewhere.map((place) => TEXTS[language].setup.elsewhere[place]);

/** "Germany" for DE. */
export const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames(INTL_LOCALE[language], { type: 'region' }).of(country) ?? country;

/** "Allowed from 8:00 AM tomorrow, Ravi Patel's time." */
function openingText(
  { at, now, zone, repName, customerZone }: OpeningValue,
  reader: Reader,
): string {
  const { opens, opensForRep } = TEXTS[languageIn(reader)].policy.explain;
  if (customerZone !== undefined)
    return fill(TEXTS[languageIn(reader)].dialing.opens, {
      when: clockWords(at, now, { zone, reader }),
      zone: zoneName(customerZone, at, languageIn(reader)),
    });
  return fill(repName === undefined ? opens : opensForRep, {
    when: clockWords(at, now, { zone, reader }),
    rep: repName,
  });
}

/** "Pacific Time" for America/Los_Angeles. */
const zoneName = (zone: string, at: string, language: Language): string =>
  new Intl.DateTimeFormat(INTL_LOCALE[language], { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** What a basis without the name of a law says. The sentences stand in rows of a former version. */
const UNNAMED_LAWS: Readonly<Record<string, typeof NO_LAW_ASKS | typeof NO_LAW_ON_FILE>> = {
  [NO_LAW_ASKS]: NO_LAW_ASKS,
  "No law asks: a practice call has no customer and isn't recorded": NO_LAW_ASKS,
  [NO_LAW_ON_FILE]: NO_LAW_ON_FILE,
  'No law is on file for this place, so everybody must know': NO_LAW_ON_FILE,
};

/** "WA, United States" for US-WA. */
function placeName(place: string, language: Language): string {
  const [country = '', region] = place.split('-');
  const name = countryName(country, language);
  return region ? `${region}, ${name}` : name;
}

/** "Wash. Rev. Code § 9.73.030 (WA, United States, by the customer's number)". */
export function lawText({ basis, place, witness }: LawValue, language: Language): string {
  const { law, unknownPlace, unknownBasis, noLawAsks, witness: by } = TEXTS[language].consent;
  const unnamed = Object.hasOwn(UNNAMED_LAWS, basis) ? UNNAMED_LAWS[basis] : undefined;
  if (unnamed === NO_LAW_ASKS) return noLawAsks;
  return fill(law, {
    basis: unnamed === NO_LAW_ON_FILE ? unknownBasis : basis,
    place: place === undefined ? unknownPlace : placeName(place, language),
    witness: by[witness],
  });
}

/** "In Whisper, the customer can hear the supervisor." */
export function findingText(
  { isLeak, mode, listener, speaker }: FindingValue,
  language: Language,
): string {
  const { findings, modes } = TEXTS[language];
  return fill(isLeak ? findings.leak : findings.missing, {
    mode: modes[mode],
    listener: findings.parties[listener].listens,
    speaker: findings.parties[speaker].isHeard,
  });
}

/** What is wrong with a field of a policy, such as: "This field is missing." */
export function faultText(
  { wording, values = {} }: Pick<FaultValue, 'wording' | 'values'>,
  language: Language,
): string {
  const { faults, policy } = TEXTS[language];
  const { groups } = policy.explain;
  const kind =
    values.kind !== undefined && Object.hasOwn(groups, values.kind)
      ? groups[values.kind as keyof typeof groups]
      : values.kind;
  return fill(faults[wording], { ...values, kind });
}

/** The same with its place: "Rule managers, hours.from: This field is missing." */
export function faultSentence(fault: FaultValue, language: Language): string {
  const sentence = `${fault.field}: ${faultText(fault, language)}`;
  return fault.rule === undefined
    ? sentence
    : fill(TEXTS[language].faultInRule, { rule: fault.rule, fault: sentence });
}
