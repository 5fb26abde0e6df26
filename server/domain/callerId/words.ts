import type { Language } from '../call/language.ts';
import { fill, TEXTS } from '../texts/texts.ts';
import { withFaultsOf, type CallerIdRules, type OwnedNumbers } from './choose.ts';

/** Which numbers customers see, and which records are at fault, as sentences for administrators. */
export function callerIdWords(
  rules: CallerIdRules,
  owned: OwnedNumbers,
  language: Language,
): string[] {
  const { dialling } = TEXTS[language];
  const forAll = rules.assigned.find(
    ({ number, holder }) => holder.kind === 'org' && owned.numbers.includes(number),
  );
  return [
    fill(dialling.callerId, { main: forAll?.number ?? owned.main }),
    dialling.localPresence[rules.usesLocalPresence ? 'on' : 'off'],
    ...withFaultsOf(rules, owned).map(({ record, fault }) =>
      fill(dialling.numberFaults[fault], { record }),
    ),
  ];
}
