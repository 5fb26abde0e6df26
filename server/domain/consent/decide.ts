import type { Disclosure } from '../call/announcement.ts';
import type { Call } from '../call/call.ts';
import type { ConsentEvidence, LegitimateInterest } from '../call/consentEvidence.ts';
import { currentGuests } from '../call/guest.ts';
import { AUDIBLE_TO, type Mode } from '../call/modes.ts';
import type { Place } from '../call/people.ts';
import {
  NO_LAW_ASKS,
  refusal,
  type ConsentWitness,
  type LawValue,
  type Refusal,
} from '../call/refusals.ts';
import { whereaboutsOfNumber } from '../numbers/whereabouts.ts';
import { lawText } from '../texts/render.ts';
import {
  lawOf,
  TABLE_VERSION,
  type Jurisdiction,
  type JurisdictionOverride,
} from './jurisdictions.ts';

/** The places of the people on a call, as far as known. */
export interface Whereabouts {
  readonly customerPhone?: string;
  readonly customerPlace?: Place;
  readonly repPlace?: Place;
  /** The numbers of third parties, in E.164. */
  readonly guestPhones?: readonly string[];
  /** When the customer said that they agree to be monitored. ISO 8601. */
  readonly agreedAt?: string;
  /** A practice call: it has no outside party and is not recorded. */
  readonly isPractice?: boolean;
}

export const whereaboutsOf = ({
  customer,
  rep,
  guests,
  purpose,
  monitoringChoice,
}: Pick<Call, 'customer' | 'rep' | 'guests' | 'purpose' | 'monitoringChoice'>): Whereabouts => ({
  ...(monitoringChoice && !monitoringChoice.isDeclined && { agreedAt: monitoringChoice.at }),
  isPractice: purpose.kind === 'practice',
  customerPhone: customer.phone,
  customerPlace: customer.place,
  repPlace: rep.place,
  guestPhones: currentGuests({ guests }).flatMap(({ who }) =>
    who.kind === 'number' ? [who.phone] : [],
  ),
});

/** The org's consent settings on file. */
export interface ConsentSettings {
  /** The admin's own entries for jurisdictions. They override Dealside's. */
  readonly overrides: readonly JurisdictionOverride[];
  /**
   * The org gives the opening disclosure itself, before calls reach Dealside, and is responsible
   * for it.
   */
  readonly disclosedElsewhere: boolean;
  readonly legitimateInterest?: LegitimateInterest;
}

/** The settings of an org that has none. */
export const NO_CONSENT_SETTINGS: ConsentSettings = { overrides: [], disclosedElsewhere: false };

export type ConsentDecision =
  | {
      readonly allowed: true;
      readonly rule: string;
      readonly law: LawValue;
      readonly announcesSupervisor: boolean;
      readonly evidence: ConsentEvidence;
    }
  | {
      readonly allowed: false;
      readonly rule: string;
      readonly law: LawValue;
      readonly refusal: Refusal;
      readonly evidence: ConsentEvidence;
    };

/**
 * Whether a supervisor may be on this call, by the strictest law of the places of everybody on it.
 * Pure, and monotone: one more place can only require more. If the customer's place is unknown, the
 * strictest law applies.
 */
export function decideConsent(
  where: Whereabouts,
  disclosure: Disclosure | undefined,
  { settings, mode }: { readonly settings: ConsentSettings; readonly mode: Mode },
): ConsentDecision {
  if (where.isPractice) return ON_PRACTICE;
  const laws = lawsOn(where, settings);
  const needsDisclosure = laws.filter(({ law }) => law.consent === 'all_party');
  const needsAgreement = laws.filter(({ law }) => law.needsAgreement);
  const needsInterest = laws.filter(({ law }) => law.needsLegitimateInterest);
  const strictest = needsInterest[0] ?? needsDisclosure[0] ?? laws[0]!;
  const given = settings.disclosedElsewhere ? { status: 'elsewhere' as const } : disclosure;
  const evidence: ConsentEvidence = {
    tableVersion: TABLE_VERSION,
    applying: laws.map(({ witness, place, law }) => ({
      witness,
      place: placeName(place),
      rule: law.basis,
      consent: law.consent,
    })),
    ...(given && { disclosure: given }),
    ...(needsAgreement.length > 0 && where.agreedAt && { agreedAt: where.agreedAt }),
    ...(settings.legitimateInterest &&
      needsInterest.length > 0 && { legitimateInterest: settings.legitimateInterest }),
  };
  const refuse = (why: Refusal, law: LawValue): ConsentDecision => ({
    allowed: false,
    rule: onRecord(law),
    law,
    refusal: why,
    evidence,
  });

  if (needsInterest.length > 0 && !settings.legitimateInterest) {
    const law = lawValue(needsInterest[0]!);
    return refuse(
      refusal('legitimate_interest_missing', {
        wording: 'legitimate_interest_missing.law',
        values: { law },
      }),
      law,
    );
  }
  const isDisclosed =
    given !== undefined && (given.status === 'elsewhere' || given.status === 'played');
  if (needsDisclosure.length > 0 && !isDisclosed) {
    const law = lawValue(needsDisclosure[0]!);
    return refuse(
      refusal('consent_missing', {
        wording:
          disclosure?.status === 'playing' ? 'consent_missing.playing' : 'consent_missing.law',
        values: { law },
      }),
      law,
    );
  }
  // An org that tells customers elsewhere is responsible for asking them there, too.
  if (needsAgreement.length > 0 && !where.agreedAt && !settings.disclosedElsewhere) {
    const law = lawValue(needsAgreement[0]!);
    return refuse(refusal('agreement_missing', { values: { law } }), law);
  }
  const isHeardByCustomer = AUDIBLE_TO[mode] === 'everyone';
  const law = lawValue(strictest);
  return {
    allowed: true,
    rule: onRecord(law),
    law,
    announcesSupervisor: isHeardByCustomer && laws.some(({ law }) => law.announcesSupervisor),
    evidence,
  };
}

/** Whether the opening disclosure has to be played on this call at all. */
export function mustDisclose(where: Whereabouts, settings: ConsentSettings): boolean {
  return (
    !settings.disclosedElsewhere &&
    lawsOn(where, settings).some(({ law }) => law.consent === 'all_party')
  );
}

const PRACTICE_LAW: LawValue = {
  kind: 'law',
  basis: NO_LAW_ASKS,
  witness: 'rep_location',
};

/** The customer is a script of ours, and the rep knows who can listen: no law asks for consent. */
const ON_PRACTICE: ConsentDecision = {
  allowed: true,
  rule: lawText(PRACTICE_LAW, 'en'),
  law: PRACTICE_LAW,
  announcesSupervisor: false,
  evidence: { tableVersion: TABLE_VERSION, applying: [] },
};

interface Law {
  readonly witness: ConsentWitness;
  readonly place: Place | undefined;
  readonly law: Jurisdiction;
}

function lawsOn(
  { customerPhone, customerPlace, repPlace, guestPhones = [] }: Whereabouts,
  { overrides }: ConsentSettings,
): Law[] {
  const applying = (witness: ConsentWitness, place: Place): Law => ({
    witness,
    place,
    law: lawOf(place, overrides),
  });
  const number = customerPhone ? whereaboutsOfNumber(customerPhone) : undefined;
  const isCustomerKnown = number?.status === 'known' || customerPlace !== undefined;
  const isUnknown = number?.status === 'unknown' || !isCustomerKnown;
  return [
    ...(isUnknown
      ? [
          {
            witness: 'customer_number' as const,
            place: undefined,
            law: lawOf({ country: 'unknown' }, overrides),
          },
        ]
      : []),
    ...(number?.status === 'known' ? [applying('customer_number', number.place)] : []),
    ...(customerPlace ? [applying('customer_address', customerPlace)] : []),
    ...(repPlace ? [applying('rep_location', repPlace)] : []),
    ...guestPhones.map((phone): Law => {
      const guest = whereaboutsOfNumber(phone);
      return guest.status === 'known'
        ? applying('guest_number', guest.place)
        : {
            witness: 'guest_number',
            place: undefined,
            law: lawOf({ country: 'unknown' }, overrides),
          };
    }),
  ].toSorted((a, b) => strictness(b.law) - strictness(a.law));
}

const strictness = ({
  consent,
  needsAgreement,
  announcesSupervisor,
  needsLegitimateInterest,
}: Jurisdiction): number =>
  (needsLegitimateInterest ? 8 : 0) +
  (needsAgreement ? 4 : 0) +
  (consent === 'all_party' ? 2 : 0) +
  (announcesSupervisor ? 1 : 0);

/** How evidence names the place of somebody whose place is unknown. */
export const UNKNOWN_PLACE = 'an unknown place';

const placeName = (place: Place | undefined): string =>
  place ? [place.country, place.region].filter(Boolean).join('-') : UNKNOWN_PLACE;

const lawValue = ({ witness, place, law }: Law): LawValue => ({
  kind: 'law',
  basis: law.basis,
  witness,
  ...(place && { place: placeName(place) }),
});

/** The law as the records and the audit name it, whatever the reader's language. */
const onRecord = (law: LawValue): string => lawText(law, 'en');
