import type { Language } from '../call/language.ts';
import { timeOfDay } from '../texts/clock.ts';
import { countryName } from '../texts/render.ts';
import { fill, listed, TEXTS } from '../texts/texts.ts';
import type { DialingPolicy, MachinePolicy } from './policy.ts';

/** A dialing policy as sentences for administrators. */
export function dialingWords(
  { countries, countriesAre, notCountries, limits, callingHours, machines }: DialingPolicy,
  language: Language,
): string[] {
  const { dialing } = TEXTS[language];
  const names = countries.map((country) => countryName(country, language)).toSorted();
  return [
    fill(dialing.countries[countriesAre], { countries: listed(names, language) }),
    ...(notCountries.length > 0
      ? [fill(dialing.notCountries, { words: listed(notCountries, language) })]
      : []),
    dialing.refused,
    fill(dialing.limits, { ...limits }),
    fill(dialing.hours[callingHours.appliesTo], {
      from: timeOfDay(callingHours.from, language),
      to: timeOfDay(callingHours.to, language),
    }),
    ...machineWords(machines, language),
  ];
}

function machineWords({ areDetected, messagePlaces }: MachinePolicy, language: Language): string[] {
  const { machines } = TEXTS[language].dialing;
  if (!areDetected) return [];
  return [
    machines.detected,
    messagePlaces.length > 0
      ? fill(machines.messages, { places: listed(messagePlaces, language) })
      : machines.noMessages,
  ];
}
