import type { Language } from '../call/language.ts';
import { readableNumber } from '../numbers/readable.ts';
import { fill, TEXTS } from '../texts/texts.ts';
import { withFaultsOf, type CallerIdRules, type OwnedNumbers } from './choose.ts';

/** Which numbers customers see, and which records are at fault, as sentences for administrators. */
export function callerIdWords(
  rules: CallerIdRules,
  owned: OwnedNumbers,
  { language, homeCountry }: { readonly language: Language; readonly homeCountry: string },
): string[] {
  const { dialing } = TEXTS[language];
  const forAll = rules.assigned.find(
    ({ number, holder }) => holder.kind === 'org' && owned.numbers.includes(number),
  );
  return [
    fill(dialing.callerId, { main: readableNumber(forAll?.number ?? owned.main, homeCountry) }),
    dialing.localPresence[rules.usesLocalPresence ? 'on' : 'off'],
    ...withFaultsOf(rules, owned).map(({ record, fault }) =>
      fill(dialing.numberFaults[fault], { record: readableNumber(record, homeCountry) }),
    ),
  ];
}
