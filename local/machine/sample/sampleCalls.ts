import { among, chances, type Chance } from './chances.ts';
import type { EndedCall } from './endedCalls.ts';
import { sampleDeals } from './sampleDeals.ts';
import { REFUSED_SHARE } from './sampleRefusals.ts';
import { JOINED_OF_SHOWN, PLANTED, suggestedCall } from './suggestedCalls.ts';

interface SamplePerson {
  readonly userId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly managerIds?: readonly string[];
  readonly queueIds?: readonly string[];
}

export interface SampleOptions {
  readonly orgId: string;
  readonly reps: readonly SamplePerson[];
  readonly supervisors: readonly Pick<SamplePerson, 'userId' | 'name'>[];
  /** The approximate number of calls. Seasons and ramping reps decide how many a day has. */
  readonly calls: number;
  readonly days: number;
  /** The last day is the one before this time, in ISO 8601. */
  readonly until: string;
  /** The same seed gives the same calls. */
  readonly seed: number;
  /** The share of calls that are suggested to supervisors. */
  readonly suggested?: number;
  /** The shares of other calls whose highest mode is one of these, on an ordinary day. */
  readonly joins?: JoinShares;
  /**
   * Whether customers have phone numbers. Some callers then called a rep within the last days
   * before.
   */
  readonly withPhones?: boolean;
  /** Reps whose place is after this share of all reps are new. */
  readonly newFrom?: number;
  /**
   * After which part of the time a rep begins to be supervised, by the rep's place in each eight.
   */
  readonly supervisedFrom?: Readonly<Record<number, number>>;
}

type JoinShares = Readonly<Record<'monitor' | 'whisper' | 'barge' | 'takeover', number>>;

const DAY_MS = 86_400_000;
/** How busy a weekday is, from Sunday. */
const WEEK = [0, 1.1, 1.25, 1.2, 1.05, 0.8, 0] as const;
/** One rep is barged this many times as often as the others. */
const OFTEN_BARGED = 4;
/**
 * Makes up for weekends, ramping and leaving reps, so that the total is about the requested number.
 */
const SCALE = 1.52;
const JOINS: JoinShares = { monitor: 0.04, whisper: 0.02, barge: 0.012, takeover: 0.001 };
/**
 * An org's year: a supervisor is on 1.5 % of all calls, which are barged as often as is usual, and
 * some customers call again.
 */
export const ORG_YEAR = {
  suggested: 0.01,
  joins: { monitor: 0.006, whisper: 0.002, barge: 0.0042, takeover: 0.0005 },
  withPhones: true,
} as const satisfies Partial<SampleOptions>;
/** How many of the callers with a phone number are one of a rep's last customers. */
const CALLS_AGAIN = { share: 0.12, ofLast: 40 } as const;
const BARGE_REASONS = [
  'close_assist',
  'customer_asks_manager',
  'objection_help',
  'billing_dispute',
  'exception_needed',
  'large_deal',
] as const;
/** The org's tags for some interventions, in addition to their reason. */
const TAGS = ['Product launch', 'New pricing', 'Renewal'] as const;
const TAGGED_SHARE = 0.3;
const PRAISES = [
  'Sample: good question, stay with it.',
  'Sample: you named the next step clearly.',
  'Sample: calm and to the point.',
] as const;
/** How often interventions get recognition, on calls that went well and on others. */
const PRAISED_SHARE = { well: 0.35, else: 0.05 } as const;
const WELL_ENDED = ['saved', 'resolved', 'advanced'] as const;
const ENDED = ['resolved', 'no_change', 'no_change', 'lost'] as const;

const SUGGESTED_SHARE = 0.025;
/** In the second half of the time, one suggestion of every five is held out at random. */
const HOLD_OUT = { from: 0.5, percent: 20, each: 5 } as const;
const GOOD = ['advanced', 'meeting_booked', 'stayed'] as const;
const POOR = ['not_interested', 'canceled', 'call_back', 'information_sent'] as const;
const TOLD_SHARE = 0.75;
const HELD_SHARE = 0.1;
const NOT_REACHED_SHARE = 0.15;
/** The share of customers who answer the survey, and of those who are satisfied. */
const RATED_SHARE = 0.3;
const SATISFIED = { share: 0.5, wentWell: 0.25, heard: 0.06 } as const;
const NEW_FROM = 2 / 3;
const SUPERVISED_FROM: Readonly<Record<number, number>> = { 5: 2, 6: 0.6, 7: 0.4 };
/** One rep of every `each` leaves after this part of the time. */
const CHURNED = { each: 10, after: 0.7 } as const;

/** Without the faults of binary fractions. */
const percent = (share: number): number => Math.round(1_000 * share) / 10;

/** The effects that were built into the sample, for finding them again on the screens. */
export function planted({
  reps,
  withPhones = false,
}: Pick<SampleOptions, 'reps' | 'withPhones'>): string[] {
  return [
    ...(withPhones
      ? [
          `${percent(CALLS_AGAIN.share)} % of the callers are one of the last ${CALLS_AGAIN.ofLast} customers of the rep, whatever became of their call then.`,
        ]
      : []),
    `${reps[0]!.name} is barged ${OFTEN_BARGED} times as often as the others.`,
    'In the last eighth of the time everybody is barged twice as often.',
    'The newest third of the reps starts with few calls and ramps up; every tenth rep leaves after 70 % of the time.',
    `From half of the time on ${HOLD_OUT.percent} % of the suggested calls are held out. Showing a suggestion adds ${Math.round(100 * PLANTED.perJoin * JOINED_OF_SHOWN)} points to the share of calls that go well: ${Math.round(100 * PLANTED.perJoin)} where a supervisor joins, and ${Math.round(100 * JOINED_OF_SHOWN)} % are joined.`,
    'Supervisors join rather the calls that go well anyhow, so the share of joined calls that go well is 20 points or more above the others.',
    'With one rep in eight supervisors begin at 40 % of the time, with another one at 60 %, and with a third one never.',
    `${Math.round(100 * RATED_SHARE)} % of the customers answer the survey. ${Math.round(100 * SATISFIED.wentWell)} points more of them are satisfied where the call went well, and ${Math.round(100 * SATISFIED.heard)} more where rep or customer heard a supervisor.`,
    `${Math.round(100 * TAGGED_SHARE)} % of the interventions that were heard have a tag, and supervisors praise reps in writing on ${Math.round(100 * PRAISED_SHARE.well)} % of those whose call went well.`,
    'On busy days callers wait longer, more of them are not answered, and supervisors have more calls to be on: that they are on calls changes nothing of it.',
    `Something is refused on ${percent(REFUSED_SHARE.notJoined)} % of the calls that nobody joined and on ${percent(REFUSED_SHARE.notAnswered)} % of those that nobody answered, most often joining them because the customer was not told, and another mode on ${percent(REFUSED_SHARE.joined)} % of those that were joined. The audit has these refusals, with isSample in their details.`,
    'Calls about deals in one of the last stages are barged twice as often, and those deals are won more often: joining changes nothing of it. Deals are in USD, EUR and GBP.',
  ];
}

/**
 * Calls of a plausible period, day by day, with weekends, ramping reps and the effects of
 * `planted`.
 */
export function* sampleCalls(options: SampleOptions): Generator<EndedCall[]> {
  const { reps, days, until, seed } = options;
  const chance = chances(seed);
  const last = Math.floor(Date.parse(until) / DAY_MS) * DAY_MS;
  const sampling: SampleRandomness = {
    options,
    chance,
    // Separate generators, so that the other random values stay the same.
    answers: chances(seed + 1_000),
    words: chances(seed + 2_000),
    callers: chances(seed + 3_000),
    phones: { last: reps.map(() => []), count: 0 },
    activity: reps.map(() => 0.6 + 0.8 * chance()),
    levels: reps.map(() => (chance() - 0.5) * 0.2),
    deals: sampleDeals(chance, last, seed),
    draws: reps.map(() => ({ position: 0, held: 0 })),
  };
  for (let daysAgo = days; daysAgo >= 1; daysAgo -= 1)
    yield callsOfDay(sampling, { daysAgo, startedAt: last - daysAgo * DAY_MS });
}

/** What the calls of a sample are drawn from. The order of the draws decides the values. */
interface SampleRandomness {
  readonly options: SampleOptions;
  readonly chance: Chance;
  /** Decides the answers of customers to the survey. */
  readonly answers: Chance;
  /** Decides what people write. */
  readonly words: Chance;
  /** How busy each rep is. */
  readonly activity: readonly number[];
  /** How much better or worse the calls of each rep go. */
  readonly levels: readonly number[];
  readonly deals: ReturnType<typeof sampleDeals>;
  /** Decides which customers call. */
  readonly callers: Chance;
  /** The phone numbers of each rep's last customers, and how many there are of all. */
  readonly phones: { readonly last: readonly string[][]; count: number };
  /** How far each rep is in the draw of held-out suggestions. */
  readonly draws: readonly { position: number; held: number }[];
}

function callsOfDay(
  sampling: SampleRandomness,
  { daysAgo, startedAt }: { readonly daysAgo: number; readonly startedAt: number },
): EndedCall[] {
  const { options, chance, activity } = sampling;
  const { reps, calls, days, newFrom = NEW_FROM, supervisedFrom = SUPERVISED_FROM } = options;
  const passed = 1 - daysAgo / days;
  const busy = WEEK[new Date(startedAt).getUTCDay()]!;
  const season = 1 + 0.15 * Math.sin(passed * 2 * Math.PI);
  const day: EndedCall[] = [];
  for (const [place, rep] of reps.entries()) {
    if (place % CHURNED.each === CHURNED.each - 1 && passed > CHURNED.after) continue;
    const isSupervised = passed >= (supervisedFrom[place % 8] ?? 0);
    const isNew = place >= reps.length * newFrom;
    const ramp = isNew ? Math.min(1, Math.max(0, passed * 2 - 0.3)) : 1;
    const expected =
      (calls / (days * reps.length)) * busy * SCALE * season * ramp * activity[place]!;
    const count = Math.floor(expected + chance());
    for (let index = 0; index < count; index += 1)
      day.push(
        sampleCall(sampling, {
          callId: `sample-${options.seed}-${rep.userId}-${daysAgo}-${index}`,
          rep,
          place,
          startedAt,
          passed,
          isSupervised,
        }),
      );
  }
  return day;
}

interface SampledCall {
  readonly callId: string;
  readonly rep: SamplePerson;
  /** The rep's place among all reps. */
  readonly place: number;
  /** When its day began. */
  readonly startedAt: number;
  /** The share of the period that has passed. */
  readonly passed: number;
  readonly isSupervised: boolean;
}

function sampleCall(sampling: SampleRandomness, call: SampledCall): EndedCall {
  const { chance, words } = sampling;
  const { callId, rep, startedAt } = call;
  const answeredAt = startedAt + (14 + 9 * chance()) * 3_600_000;
  const seconds = 60 + Math.floor(900 * chance() * chance());
  const [said, held, heldFor] = [words(), words(), words()];
  const course = courseOf(sampling, call, answeredAt);
  const direction = chance() < 0.35 ? 'inbound' : 'outbound';
  return {
    callId,
    orgId: sampling.options.orgId,
    repUserId: rep.userId,
    repName: rep.name,
    repTimeZone: rep.timeZone,
    ...(rep.managerIds && { repManagerIds: rep.managerIds }),
    ...(rep.queueIds && { repQueueIds: rep.queueIds }),
    direction,
    ...(sampling.options.withPhones && { customerPhone: phoneOf(sampling, call, direction) }),
    answeredAt: new Date(answeredAt).toISOString(),
    endedAt: new Date(answeredAt + seconds * 1000).toISOString(),
    saidAfterSeconds: 15 + Math.floor(90 * said * said),
    ...(held < HELD_SHARE && { heldSeconds: 10 + Math.floor((seconds / 3) * heldFor) }),
    ...course,
  };
}

/** The number of a new customer, or of one of the rep's last ones who calls again. */
function phoneOf(
  { callers, phones }: SampleRandomness,
  { place }: SampledCall,
  direction: EndedCall['direction'],
): string {
  const last = phones.last[place]!;
  const [again, which] = [callers(), callers()];
  if (direction === 'inbound' && again < CALLS_AGAIN.share && last.length > 0)
    return last[Math.floor(which * last.length)]!;
  phones.count += 1;
  const phone = `+1555${String(phones.count).padStart(7, '0')}`;
  last.push(phone);
  if (last.length > CALLS_AGAIN.ofLast) last.shift();
  return phone;
}

/** Decides who joins a call, its suggestion, and how it goes. */
function courseOf(
  sampling: SampleRandomness,
  { callId, rep, place, passed, isSupervised }: SampledCall,
  answeredAt: number,
): Pick<EndedCall, 'askedForHelp' | 'disposition' | 'rating' | 'deal' | 'drawn' | 'interventions'> {
  const { options, chance, answers, deals, levels } = sampling;
  const isSuggested = isSupervised && chance() < (options.suggested ?? SUGGESTED_SHARE);
  const drawn = isSuggested && passed >= HOLD_OUT.from ? draw(sampling, place) : undefined;
  const { isOnDeal, isJoined, wentWell } = suggestedCall(
    chance,
    { level: levels[place]!, isShown: isSuggested && drawn?.arm !== 'held_out' },
    PLANTED,
  );
  const about = isOnDeal ? deals.of(rep.userId, answeredAt) : undefined;
  const joins = options.joins ?? JOINS;
  const barge = joins.barge * oftenBarged(place, passed) * (about?.isLate ? 2 : 1);
  const modes = isSuggested ? [] : modesOf(chance, { ...joins, barge }, isSupervised);
  const joined = isJoined ? ['monitor', 'whisper', ...(chance() < 0.4 ? ['barge'] : [])] : modes;
  const isWell = wentWell || (modes.length > 1 && chance() < PLANTED.perJoin);
  const disposition =
    chance() > TOLD_SHARE
      ? undefined
      : chance() < NOT_REACHED_SHARE
        ? 'left_voicemail'
        : among(chance, isWell ? GOOD : POOR);
  const rating = ratingOf(answers, isWell, joined.length > 1);
  return {
    askedForHelp: chance() < 0.015,
    ...(disposition && { disposition }),
    ...(rating && { rating }),
    ...(about && { deal: about.deal }),
    ...(drawn && { drawn }),
    interventions: interventionsOf(sampling, callId, { modes: joined, isWell }),
  };
}

const oftenBarged = (place: number, passed: number): number =>
  (place === 0 ? OFTEN_BARGED : 1) * (passed >= 7 / 8 ? 2 : 1);

/** A score from 1 to 5, of which 4 and 5 are good. */
function ratingOf(answers: Chance, isWell: boolean, isHeard: boolean): EndedCall['rating'] {
  const [answered, satisfied, degree] = [answers(), answers(), answers()];
  if (answered >= RATED_SHARE) return undefined;
  const { share, wentWell, heard } = SATISFIED;
  const isGood = satisfied < share + (isWell ? wentWell : 0) + (isHeard ? heard : 0);
  return { score: isGood ? 4 + Math.floor(2 * degree) : 1 + Math.floor(3 * degree), isGood };
}

function draw({ chance, draws }: SampleRandomness, place: number): NonNullable<EndedCall['drawn']> {
  const own = draws[place]!;
  const position = own.position;
  if (position % HOLD_OUT.each === 0) own.held = Math.floor(chance() * HOLD_OUT.each);
  own.position += 1;
  const arm = position % HOLD_OUT.each === own.held ? 'held_out' : 'shown';
  return { arm, percent: HOLD_OUT.percent, position };
}

function modesOf(
  chance: Chance,
  { barge, whisper, monitor, takeover }: JoinShares,
  isSupervised: boolean,
): readonly string[] {
  const lot = chance();
  if (!isSupervised) return [];
  if (lot < barge) return chance() < 0.8 ? ['monitor', 'whisper', 'barge'] : ['monitor', 'barge'];
  if (lot < barge + whisper) return ['monitor', 'whisper'];
  if (lot < barge + whisper + monitor) return ['monitor'];
  if (lot < barge + whisper + monitor + takeover)
    return chance() < 0.5 ? ['monitor', 'takeover'] : ['monitor', 'takeover', 'barge'];
  return [];
}

function interventionsOf(
  { options: { supervisors }, chance, words }: SampleRandomness,
  callId: string,
  { modes, isWell }: { readonly modes: readonly string[]; readonly isWell: boolean },
): EndedCall['interventions'] {
  if (modes.length === 0) return [];
  const supervisor = among(chance, supervisors);
  const isHeard = modes.includes('barge') || modes.includes('takeover');
  const [tagged, tag, praised, praise] = [words(), words(), words(), words()];
  return [
    {
      interventionId: `${callId}-intervention`,
      supervisorUserId: supervisor.userId,
      supervisorName: supervisor.name,
      modes,
      ...(modes[1] === 'barge' && { skipsWhisper: true }),
      reasonCode: isHeard ? among(chance, BARGE_REASONS) : null,
      outcomeCode: modes.length > 1 ? among(chance, isWell ? WELL_ENDED : ENDED) : null,
      ...(modes.length > 1 &&
        tagged < TAGGED_SHARE && { outcomeTag: TAGS[Math.floor(tag * TAGS.length)]! }),
      ...(modes.length > 1 &&
        praised < PRAISED_SHARE[isWell ? 'well' : 'else'] && {
          praise: PRAISES[Math.floor(praise * PRAISES.length)]!,
        }),
    },
  ];
}
