import type { Language } from '../call/language.ts';
import { timeOfDay } from '../texts/clock.ts';
import { countryName } from '../texts/render.ts';
import { fill, listed, TEXTS } from '../texts/texts.ts';
import type { DiallingPolicy, MachinePolicy } from './policy.ts';

/** What a policy of dialling says, as sentences for administrators. */
export function diallingWords(
  { countries, countriesAre, notCountries, limits, callingHours, machines }: DiallingPolicy,
  language: Language,
): string[] {
  const { dialling } = TEXTS[language];
  const names = countries.map((country) => countryName(country, language)).toSorted();
  return [
    fill(dialling.countries[countriesAre], { countries: listed(names, language) }),
    ...(notCountries.length > 0
      ? [fill(dialling.notCountries, { words: listed(notCountries, language) })]
      : []),
    dialling.refused,
    fill(dialling.limits, { ...limits }),
    fill(dialling.hours[callingHours.appliesTo], {
      from: timeOfDay(callingHours.from, language),
      to: timeOfDay(callingHours.to, language),
    }),
    ...machineWords(machines, language),
  ];
}

function machineWords({ areDetected, messagePlaces }: MachinePolicy, language: Language): string[] {
  const { machines } = TEXTS[language].dialling;
  if (!areDetected) return [];
  return [
    machines.detected,
    messagePlaces.length > 0
      ? fill(machines.messages, { places: listed(messagePlaces, language) })
      : machines.noMessages,
  ];
}
