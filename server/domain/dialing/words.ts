import { timeOfDay } from '../texts/clock.ts';
import { countryName } from '../texts/render.ts';
import { fill, languageIn, listed, TEXTS, type Reader } from '../texts/texts.ts';
import type { DialingPolicy, MachinePolicy } from './policy.ts';

/** A dialing policy as sentences for administrators. */
export function dialingWords(
  { countries, countriesAre, notCountries, limits, callingHours, machines }: DialingPolicy,
  reader: Reader,
): string[] {
  const { dialing } = TEXTS[languageIn(reader)];
  const names = countries.map((country) => countryName(country, languageIn(reader))).toSorted();
  return [
    fill(dialing.countries[countriesAre], { countries: listed(names, reader) }),
    ...(notCountries.length > 0
      ? [fill(dialing.notCountries, { words: listed(notCountries, reader) })]
      : []),
    dialing.refused,
    fill(dialing.limits, { ...limits }),
    fill(dialing.hours[callingHours.appliesTo], {
      from: timeOfDay(callingHours.from, reader),
      to: timeOfDay(callingHours.to, reader),
    }),
    ...machineWords(machines, reader),
  ];
}

function machineWords({ areDetected, messagePlaces }: MachinePolicy, reader: Reader): string[] {
  const { machines } = TEXTS[languageIn(reader)].dialing;
  if (!areDetected) return [];
  return [
    machines.detected,
    messagePlaces.length > 0
      ? fill(machines.messages, { places: listed(messagePlaces, reader) })
      : machines.noMessages,
  ];
}
