import type { EndedCall } from './endedCalls.ts';

interface SamplePerson {
  readonly userId: string;
  readonly name: string;
  readonly timeZone: string;
}

export interface SampleOptions {
  readonly orgId: string;
  readonly reps: readonly SamplePerson[];
  readonly supervisors: readonly Omit<SamplePerson, 'timeZone'>[];
  /** About how many calls; seasons and ramping reps decide how many a day has. */
  readonly calls: number;
  readonly days: number;
  /** The last day is the one before this time, in ISO 8601. */
  readonly until: string;
  /** The same seed gives the same calls. */
  readonly seed: number;
}

const DAY_MS = 86_400_000;
/** How busy a weekday is, from Sunday. */
const WEEK = [0, 1.1, 1.25, 1.2, 1.05, 0.8, 0] as const;
/** One rep is barged so many times as often as the others. */
const OFTEN_BARGED = 4;
const BARGE_SHARE = 0.012;
const BARGE_REASONS = [
  'close_assist',
  'customer_asks_manager',
  'objection_help',
  'billing_dispute',
  'exception_needed',
  'large_deal',
] as const;
const OUTCOMES = ['saved', 'resolved', 'advanced', 'no_change', 'lost'] as const;

/** What is in the sample on purpose, to be found again on the screens. */
export function planted({ reps }: Pick<SampleOptions, 'reps'>): string[] {
  return [
    `${reps[0]!.name} is barged ${OFTEN_BARGED} times as often as the others.`,
    'In the last eighth of the time everybody is barged twice as often.',
    'The newest third of the reps starts with few calls and ramps up.',
  ];
}

/** Calls of a believable time, day by day: weekends, ramping reps, and what `planted` says. */
export function* sampleCalls({
  orgId,
  reps,
  supervisors,
  calls,
  days,
  until,
  seed,
}: SampleOptions): Generator<EndedCall[]> {
  const chance = chances(seed);
  const among = <T>(those: readonly T[]): T => those[Math.floor(chance() * those.length)]!;
  const last = Math.floor(Date.parse(until) / DAY_MS) * DAY_MS;
  const activity = reps.map(() => 0.6 + 0.8 * chance());
  for (let daysAgo = days; daysAgo >= 1; daysAgo -= 1) {
    const startedAt = last - daysAgo * DAY_MS;
    const passed = 1 - daysAgo / days;
    const busy = WEEK[new Date(startedAt).getUTCDay()]!;
    const season = 1 + 0.15 * Math.sin(passed * 2 * Math.PI);
    const day: EndedCall[] = [];
    for (const [place, rep] of reps.entries()) {
      const isNew = place >= (reps.length * 2) / 3;
      const ramp = isNew ? Math.min(1, Math.max(0, passed * 2 - 0.3)) : 1;
      const expected =
        (calls / (days * reps.length)) * busy * 1.3 * season * ramp * activity[place]!;
      const count = Math.floor(expected + chance());
      for (let index = 0; index < count; index += 1) {
        const answeredAt = startedAt + (14 + 9 * chance()) * 3_600_000;
        const seconds = 60 + Math.floor(900 * chance() * chance());
        const barge = BARGE_SHARE * (place === 0 ? OFTEN_BARGED : 1) * (passed >= 7 / 8 ? 2 : 1);
        const callId = `sample-${seed}-${rep.userId}-${daysAgo}-${index}`;
        day.push({
          callId,
          orgId,
          repUserId: rep.userId,
          repName: rep.name,
          repTimeZone: rep.timeZone,
          direction: chance() < 0.35 ? 'inbound' : 'outbound',
          answeredAt: new Date(answeredAt).toISOString(),
          endedAt: new Date(answeredAt + seconds * 1000).toISOString(),
          askedForHelp: chance() < 0.015,
          interventions: interventionsOf(callId, barge),
        });
      }
    }
    yield day;
  }

  function interventionsOf(callId: string, barge: number): EndedCall['interventions'] {
    const lot = chance();
    const modes =
      lot < barge
        ? ['monitor', 'whisper', 'barge']
        : lot < barge + 0.02
          ? ['monitor', 'whisper']
          : lot < barge + 0.06
            ? ['monitor']
            : lot < barge + 0.061
              ? ['monitor', 'takeover']
              : [];
    if (modes.length === 0) return [];
    const supervisor = among(supervisors);
    return [
      {
        interventionId: `${callId}-intervention`,
        supervisorUserId: supervisor.userId,
        supervisorName: supervisor.name,
        modes,
        reasonCode: modes.length > 2 || modes.includes('takeover') ? among(BARGE_REASONS) : null,
        outcomeCode: modes.length > 1 ? among(OUTCOMES) : null,
      },
    ];
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (Park and Miller 1988). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
