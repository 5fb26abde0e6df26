import type { ConsentParties } from '../call/consentEvidence.ts';
import type { Place } from '../call/people.ts';
import { NO_LAW_ON_FILE } from '../call/refusals.ts';

/**
 * What the law of a place requires before a supervisor monitors a call, or talks on it unannounced.
 */
export interface Jurisdiction {
  readonly country: string;
  readonly region?: string;
  /** Whether one party's consent is enough, or every party must know. */
  readonly consent: ConsentParties;
  /** Whether the customer must have agreed, and having been told is not enough; by the org's record. */
  readonly needsAgreement?: true;
  /** Whether a supervisor must be announced to the customer before talking. */
  readonly announcesSupervisor?: true;
  /**
   * Whether the org must have its legitimate interest on file (Art. 6(1)(f) GDPR or an equivalent).
   */
  readonly needsLegitimateInterest?: true;
  readonly basis: string;
  readonly source: string;
  /**
   * When the basis was looked up, YYYY-MM-DD. Not legal advice: counsel decides, and the admin can
   * override.
   */
  readonly checkedOn: string;
}

export const TABLE_VERSION = '2026-11';

const RCFP = 'https://www.rcfp.org/reporters-recording-guide/';
const CHECKED = '2026-11-21';

const usState = (
  region: string,
  consent: Jurisdiction['consent'],
  { basis, more = {} }: { readonly basis: string; readonly more?: Partial<Jurisdiction> },
): Jurisdiction => ({
  country: 'US',
  region,
  consent,
  basis,
  source: RCFP,
  checkedOn: CHECKED,
  ...more,
});

/**
 * States in which everybody on the call must know. Where courts or scholars disagree, the stricter
 * reading is used.
 */
const ALL_PARTY_STATES: readonly Jurisdiction[] = [
  usState('CA', 'all_party', {
    basis: 'Cal. Penal Code §§ 632, 632.7',
    more: { announcesSupervisor: true },
  }),
  usState('CT', 'all_party', { basis: 'Conn. Gen. Stat. § 52-570d' }),
  usState('DE', 'all_party', { basis: 'Del. Code tit. 11 § 1335' }),
  usState('FL', 'all_party', { basis: 'Fla. Stat. § 934.03' }),
  usState('IL', 'all_party', { basis: '720 ILCS 5/14-2' }),
  usState('MD', 'all_party', { basis: 'Md. Code, Cts. & Jud. Proc. § 10-402' }),
  usState('MA', 'all_party', { basis: 'Mass. Gen. Laws ch. 272 § 99' }),
  usState('MI', 'all_party', { basis: 'Mich. Comp. Laws § 750.539c' }),
  usState('MT', 'all_party', { basis: 'Mont. Code § 45-8-213' }),
  usState('NV', 'all_party', { basis: 'Nev. Rev. Stat. § 200.620' }),
  usState('NH', 'all_party', { basis: 'N.H. Rev. Stat. § 570-A:2' }),
  usState('OR', 'all_party', { basis: 'Or. Rev. Stat. § 165.540' }),
  usState('PA', 'all_party', { basis: '18 Pa. Cons. Stat. § 5704' }),
  usState('WA', 'all_party', {
    basis: 'Wash. Rev. Code § 9.73.030',
    more: { announcesSupervisor: true },
  }),
];

const ONE_PARTY_STATES =
  'AL AK AZ AR CO DC GA HI ID IN IA KS KY LA ME MN MS MO NE NJ NM NY NC ND OH OK RI SC SD TN TX UT VT VA WV WI WY'
    .split(' ')
    .map((region) =>
      usState(region, 'one_party', { basis: 'One party, as federal law: 18 U.S.C. § 2511(2)(d)' }),
    );

const EU_BASIS = 'Art. 6(1)(f), 13 GDPR; Art. 5 ePrivacy Directive';
const EU_SOURCE = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';
const eu = (country: string, basis: string = EU_BASIS): Jurisdiction => ({
  country,
  consent: 'all_party',
  announcesSupervisor: true,
  needsLegitimateInterest: true,
  basis,
  source: EU_SOURCE,
  checkedOn: CHECKED,
});

const EU_OTHERS = 'AT BE BG HR CY CZ DK EE FI GR HU LT LU LV MT PT RO SE SI SK IS LI NO'
  .split(' ')
  .map((country) => eu(country));

export const JURISDICTIONS: readonly Jurisdiction[] = [
  {
    country: 'US',
    consent: 'one_party',
    basis: '18 U.S.C. § 2511(2)(d)',
    source: 'https://www.law.cornell.edu/uscode/text/18/2511',
    checkedOn: CHECKED,
  },
  ...ALL_PARTY_STATES,
  ...ONE_PARTY_STATES,
  {
    country: 'GB',
    consent: 'all_party',
    needsLegitimateInterest: true,
    basis: 'UK GDPR Art. 6(1)(f), 13; Lawful Business Practice Regulations 2000',
    source: 'https://www.legislation.gov.uk/uksi/2000/2699',
    checkedOn: CHECKED,
  },
  eu('DE', '§ 201 StGB; Art. 6(1)(f), 13 GDPR'),
  eu('FR', 'Art. 226-1 Code pénal; Art. 6(1)(f), 13 GDPR'),
  eu('IT'),
  eu('ES'),
  eu('NL'),
  eu('PL'),
  eu('IE'),
  ...EU_OTHERS,
  {
    country: 'CH',
    consent: 'all_party',
    announcesSupervisor: true,
    basis: 'Art. 179bis, 179ter StGB',
    source: 'https://www.fedlex.admin.ch/eli/cc/54/757_781_799/en',
    checkedOn: CHECKED,
  },
  {
    country: 'CA',
    consent: 'all_party',
    basis: 'PIPEDA Principle 3; Criminal Code s. 184(2)(a) asks one party',
    source: 'https://laws-lois.justice.gc.ca/eng/acts/P-8.6/',
    checkedOn: CHECKED,
  },
  {
    country: 'AU',
    consent: 'all_party',
    basis:
      'Telecommunications (Interception and Access) Act 1979 s. 6; state surveillance devices Acts',
    source: 'https://www.legislation.gov.au/C2004A02124/latest',
    checkedOn: CHECKED,
  },
  {
    country: 'BR',
    consent: 'all_party',
    needsLegitimateInterest: true,
    basis: 'LGPD Art. 7 IX, 9',
    source: 'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm',
    checkedOn: CHECKED,
  },
  {
    country: 'IN',
    consent: 'all_party',
    basis: 'Digital Personal Data Protection Act 2023 s. 5, 6',
    source: 'https://www.meity.gov.in/',
    checkedOn: CHECKED,
  },
  {
    country: 'JP',
    consent: 'all_party',
    basis: 'APPI Art. 21 (purpose made known)',
    source: 'https://www.ppc.go.jp/en/legal/',
    checkedOn: CHECKED,
  },
];

/** For a place without an entry: the strictest law. */
const UNKNOWN_PLACE: Omit<Jurisdiction, 'country'> = {
  consent: 'all_party',
  announcesSupervisor: true,
  basis: NO_LAW_ON_FILE,
  source: 'docs/SECURITY.md',
  checkedOn: CHECKED,
};

/** An admin's own entry for a place. Fields that it leaves out are Dealside's. */
export type JurisdictionOverride = Pick<Jurisdiction, 'country' | 'region' | 'consent' | 'basis'> &
  Partial<Jurisdiction>;

/**
 * The law of a place: the region's, or the country's where the region has no entry. An admin's
 * entry overrides Dealside's for the same place.
 */
export function lawOf(place: Place, overrides: readonly JurisdictionOverride[] = []): Jurisdiction {
  const entry = <T extends Pick<Jurisdiction, 'country' | 'region'>>(
    table: readonly T[],
    region: string | undefined,
  ): T | undefined => table.find((one) => one.country === place.country && one.region === region);
  for (const region of place.region ? [place.region, undefined] : [undefined]) {
    const [own, ours] = [entry(overrides, region), entry(JURISDICTIONS, region)];
    if (own || ours)
      return {
        ...(ours ?? { ...UNKNOWN_PLACE, announcesSupervisor: undefined }),
        ...own,
      } as Jurisdiction;
  }
  return {
    ...UNKNOWN_PLACE,
    country: place.country,
    ...(place.region && { region: place.region }),
  };
}
