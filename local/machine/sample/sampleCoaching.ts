import { among, chances, type Chance } from './chances.ts';
import type { EndedCall, SampleAlert, SampleScore } from './endedCalls.ts';
import { talkOf } from './talkOfCalls.ts';

const DAY_MS = 86_400_000;
const VERDICT_SHARE = 0.6;
const DEBRIEF_SHARE = 0.3;
/**
 * How many days after its call a debrief is due, and how many days later it is held at the latest.
 */
const DUE_DAYS = 7;
const HELD_AFTER_DAYS = 8;
const HELD_SHARE = 0.94;
const TRANSCRIBED_SHARE = 0.6;
/** The share of transcribed calls with alerts, which falls as time passes. */
const ALERT_SHARE = { first: 0.16, last: 0.06 } as const;
/** How often the rep and the supervisor rate a debrief, and how good the ratings are on average. */
const RATED_BY_REP = 0.7;
const RATED_BY_SUPERVISOR = 0.6;
const MARKED_SHARE = 0.7;
/** The number of calls that all supervisors have scored, for calibration. */
const CALIBRATED = 12;

const VERDICTS = ['helped', 'helped', 'helped', 'neutral', 'neutral', 'hurt'] as const;
const REPLIES = {
  helped: 'Sample: the discount rule came just in time.',
  neutral: 'Sample: I had it, but thanks.',
  hurt: 'Sample: the customer asked who had just spoken.',
} as const;
const OBSERVATIONS = ['knowledge_gap', 'policy_confusion', 'workflow_inefficiency', 'strength'];
const NOTES = [
  {
    What_Happened__c: 'Sample: answered the price before the customer had named the need.',
    Next_Time__c: 'Sample: ask two questions first.',
  },
  {
    What_Happened__c:
      'Sample: stayed calm when the renewal was called off, and offered a call back.',
    Next_Time__c: 'Sample: name the day and the time of it.',
  },
  {
    What_Happened__c: 'Sample: looked up the refund policy for two minutes in silence.',
    Next_Time__c: 'Sample: say what you are looking for.',
  },
] as const;
const ALERTS: readonly Pick<SampleAlert, 'ruleName' | 'label' | 'family' | 'severity'>[] = [
  { ruleName: 'Dead_Air', label: 'Dead air', family: 'conversation', severity: 'attention' },
  { ruleName: 'Monologue', label: 'Long monologue', family: 'conversation', severity: 'info' },
  {
    ruleName: 'Crosstalk',
    label: 'They talk over each other',
    family: 'conversation',
    severity: 'attention',
  },
];

/** What people wrote in the org about an intervention: fields of its record, and a note. */
export interface WrittenOfIntervention {
  readonly interventionId: string;
  readonly supervisorUserId: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly note?: Readonly<Record<string, string | boolean>>;
}

interface CoachingOptions {
  readonly reps: readonly string[];
  readonly supervisors: readonly { readonly userId: string; readonly name: string }[];
  readonly until: string;
  readonly seed: number;
}

/**
 * Coaching of a plausible half year: reps' feedback on receipts, debriefs that were held, are
 * planned or are late, ratings by both people, scores, calibrated calls, and alerts with marks.
 * Only for calls of these reps, because the org has no records of others.
 */
export function sampleCoaching(
  days: readonly (readonly EndedCall[])[],
  { reps, supervisors, until, seed }: CoachingOptions,
): { readonly days: EndedCall[][]; readonly written: readonly WrittenOfIntervention[] } {
  const chance = chances(seed);
  const written: WrittenOfIntervention[] = [];
  const now = Date.parse(until);
  const calls = days.flat().filter(({ repUserId }) => reps.includes(repUserId));
  const calibrated = new Set(calls.slice(-CALIBRATED).map(({ callId }) => callId));
  const first = Date.parse(calls[0]?.endedAt ?? until);

  function withCoaching(call: EndedCall): EndedCall {
    if (!reps.includes(call.repUserId)) return call;
    const passed = (Date.parse(call.endedAt) - first) / Math.max(1, now - first);
    const interventions = call.interventions.map((one) => {
      if (one.modes.length < 2 || !one.outcomeCode) return one;
      const verdict = chance() < VERDICT_SHARE ? among(chance, VERDICTS) : undefined;
      const debrief =
        chance() < DEBRIEF_SHARE ? debriefOf(chance, call, { one, passed, now }) : undefined;
      if (verdict || debrief) written.push(writtenOf(chance, call, { one, verdict, debrief }));
      return debrief ? { ...one, debrief } : one;
    });
    const isTranscribed = chance() < TRANSCRIBED_SHARE;
    const alerted = ALERT_SHARE.first + (ALERT_SHARE.last - ALERT_SHARE.first) * passed;
    const alert =
      isTranscribed && chance() < alerted
        ? {
            ...among(chance, ALERTS),
            ...(chance() < MARKED_SHARE && {
              mark: chance() < 0.75 ? ('useful' as const) : ('not_useful' as const),
              markedBy: among(chance, supervisors).userId,
            }),
          }
        : undefined;
    return {
      ...call,
      interventions,
      isTranscribed,
      ...(isTranscribed && { talk: talkOf(call) }),
      ...(alert && { alert }),
      ...(calibrated.has(call.callId) && {
        scores: supervisors.map(({ userId, name }) => ({
          scorerName: name,
          score: scoreBy(chance, { byUserId: userId, at: until, level: 3.5 }),
        })),
      }),
    };
  }
  return { days: days.map((day) => day.map(withCoaching)), written };
}

type SampledIntervention = EndedCall['interventions'][number];

function scoreBy(
  chance: Chance,
  {
    byUserId,
    at,
    level,
  }: { readonly byUserId: string; readonly at: string; readonly level: number },
): SampleScore {
  const scale = (): number => Math.min(5, Math.max(1, Math.round(level + 2 * (chance() - 0.5))));
  const [listening, help] = [scale(), scale()];
  const nextStep = chance() < 0.7;
  // With the weights of the shipped scorecard.
  const reached = 2 * ((listening - 1) / 4) + (nextStep ? 2 : 0) + 3 + (help - 1) / 4;
  return {
    byUserId,
    at,
    answers: [
      { item: 'Listening', value: listening },
      { item: 'Next_Step', value: nextStep },
      { item: 'Accuracy', value: true },
      { item: 'Used_Help', value: help },
    ],
    percent: Math.round((reached / 8) * 100),
    failed: [],
  };
}

function debriefOf(
  chance: Chance,
  call: EndedCall,
  {
    one,
    passed,
    now,
  }: { readonly one: SampledIntervention; readonly passed: number; readonly now: number },
) {
  const ended = Date.parse(call.endedAt);
  const dueOn = new Date(ended + DUE_DAYS * DAY_MS).toISOString().slice(0, 10);
  const isHeld = now - ended > HELD_AFTER_DAYS * DAY_MS && chance() < HELD_SHARE;
  if (!isHeld) return { dueOn };
  const at = new Date(ended + Math.floor(2 + 5 * chance()) * DAY_MS).toISOString();
  // Reps improve over time, and rate themselves slightly above their score.
  const level = 3 + passed;
  const rating = (mean: number) => ({
    value: Math.min(5, Math.max(1, Math.round(mean + 2 * (chance() - 0.5)))),
    at,
  });
  const ratings = {
    ...(chance() < RATED_BY_REP && { rep: rating(3.6 + 0.6 * passed) }),
    ...(chance() < RATED_BY_SUPERVISOR && { supervisor: rating(3.4 + 0.6 * passed) }),
  };
  return {
    dueOn,
    progress: {
      selfScore: scoreBy(chance, { byUserId: call.repUserId, at, level: level + 0.4 }),
      supervisorScore: scoreBy(chance, { byUserId: one.supervisorUserId, at, level }),
      acknowledged: { at },
      closedAt: at,
      ratings,
    },
  };
}

/** What people wrote about an intervention. */
function writtenOf(
  chance: Chance,
  call: EndedCall,
  {
    one,
    verdict,
    debrief,
  }: {
    readonly one: SampledIntervention;
    readonly verdict: (typeof VERDICTS)[number] | undefined;
    readonly debrief: ReturnType<typeof debriefOf> | undefined;
  },
): WrittenOfIntervention {
  const heldAt = debrief?.progress?.closedAt;
  const observation = heldAt ? among(chance, OBSERVATIONS) : undefined;
  return {
    interventionId: one.interventionId,
    supervisorUserId: one.supervisorUserId,
    fields: {
      Supervisor__c: one.supervisorUserId,
      Rep__c: call.repUserId,
      ...(verdict && {
        Rep_Verdict__c: verdict,
        Rep_Reply__c: REPLIES[verdict],
        Rep_Replied_At__c: call.endedAt,
      }),
      ...(debrief && {
        Coaching_State__c: heldAt ? 'done' : 'planned',
        Coaching_Due_On__c: debrief.dueOn,
      }),
      ...(heldAt && {
        Coaching_Stage__c: 'ready',
        Coaching_Done_At__c: heldAt,
        Debrief_On_Time__c: heldAt.slice(0, 10) <= debrief.dueOn ? 1 : 0,
        Observation__c: observation!,
      }),
      ...ratingFields(debrief?.progress?.ratings),
    },
    ...(heldAt && {
      note: {
        ...among(chance, NOTES),
        Observation__c: observation!,
        Shared_With_Rep__c: true,
        Done_At__c: heldAt,
      },
    }),
  };
}

interface SampleRatings {
  readonly rep?: { readonly value: number };
  readonly supervisor?: { readonly value: number };
}

const ratingFields = ({ rep, supervisor }: SampleRatings = {}): Record<string, number> => ({
  ...(rep && { Coaching_Rating_By_Rep__c: rep.value }),
  ...(supervisor && { Coaching_Rating_By_Supervisor__c: supervisor.value }),
});
