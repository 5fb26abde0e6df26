import type { Place } from '../call/people.ts';
import { countryNamed } from '../numbers/countries.ts';

const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  usa: 'US',
  'united states': 'US',
  'united states of america': 'US',
  canada: 'CA',
  'united kingdom': 'GB',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  germany: 'DE',
  deutschland: 'DE',
  france: 'FR',
  italy: 'IT',
  spain: 'ES',
  netherlands: 'NL',
  poland: 'PL',
  ireland: 'IE',
  austria: 'AT',
  belgium: 'BE',
  switzerland: 'CH',
  sweden: 'SE',
  denmark: 'DK',
  norway: 'NO',
  finland: 'FI',
  portugal: 'PT',
  australia: 'AU',
  brazil: 'BR',
  india: 'IN',
  japan: 'JP',
};

const STATE_NAMES: Readonly<Record<string, string>> = {
  alabama: 'AL',
  alaska: 'AK',
  arizona: 'AZ',
  arkansas: 'AR',
  california: 'CA',
  colorado: 'CO',
  connecticut: 'CT',
  delaware: 'DE',
  'district of columbia': 'DC',
  florida: 'FL',
  georgia: 'GA',
  hawaii: 'HI',
  idaho: 'ID',
  illinois: 'IL',
  indiana: 'IN',
  iowa: 'IA',
  kansas: 'KS',
  kentucky: 'KY',
  louisiana: 'LA',
  maine: 'ME',
  maryland: 'MD',
  massachusetts: 'MA',
  michigan: 'MI',
  minnesota: 'MN',
  mississippi: 'MS',
  missouri: 'MO',
  montana: 'MT',
  nebraska: 'NE',
  nevada: 'NV',
  'new hampshire': 'NH',
  'new jersey': 'NJ',
  'new mexico': 'NM',
  'new york': 'NY',
  'north carolina': 'NC',
  'north dakota': 'ND',
  ohio: 'OH',
  oklahoma: 'OK',
  oregon: 'OR',
  pennsylvania: 'PA',
  'rhode island': 'RI',
  'south carolina': 'SC',
  'south dakota': 'SD',
  tennessee: 'TN',
  texas: 'TX',
  utah: 'UT',
  vermont: 'VT',
  virginia: 'VA',
  washington: 'WA',
  'west virginia': 'WV',
  wisconsin: 'WI',
  wyoming: 'WY',
};
const STATES = new Set(Object.values(STATE_NAMES));

/** The place of an address in the CRM, written as names or codes. A US state alone is enough. */
export function placeOfAddress({
  country,
  state,
}: {
  country?: string | null;
  state?: string | null;
}): Place | undefined {
  const region = regionOf(state);
  const named = country?.trim().toLowerCase();
  const code = named
    ? (COUNTRY_NAMES[named] ??
      (/^[a-z]{2}$/.test(named) ? named.toUpperCase() : countryNamed(named)))
    : region && 'US';
  if (!code) return undefined;
  return {
    country: code,
    ...(region && code === 'US' && { region }),
    ...(code === 'CA' && state && /^[A-Za-z]{2}$/.test(state) && { region: state.toUpperCase() }),
  };
}

function regionOf(state: string | null | undefined): string | undefined {
  const written = state?.trim() ?? '';
  const code = STATE_NAMES[written.toLowerCase()] ?? written.toUpperCase();
  return STATES.has(code) ? code : undefined;
}
