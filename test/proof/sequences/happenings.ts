import fc from 'fast-check';
import {
  MODES,
  REP_AFTER_TAKEOVER,
  type Mode,
  type RepAfterTakeover,
} from '../../../server/domain/call/modes.ts';
import {
  CALLBACK_FAULTS,
  REST_FAULTS,
  type CallbackFault,
  type RestFault,
} from './phoneNetwork.ts';

export const SUPERVISORS = ['maya', 'dana', 'tomas'] as const;
export type SupervisorName = (typeof SUPERVISORS)[number];

/** Reactions of the colleague's softphone to ringing. */
const ANSWERS = ['answers', 'declines', 'lets it ring'] as const;
export type ColleagueAnswer = (typeof ANSWERS)[number];

/** What people, phones and networks do on a call. */
export type Happening =
  | { readonly do: 'joins'; readonly who: SupervisorName }
  | { readonly do: 'joins by phone'; readonly who: SupervisorName }
  /** To the other call, or back. */
  | { readonly do: 'moves'; readonly who: SupervisorName }
  | {
      readonly do: 'switches';
      readonly who: SupervisorName;
      readonly to: Mode;
      readonly rep: RepAfterTakeover;
    }
  | { readonly do: 'requests the floor'; readonly who: SupervisorName }
  | { readonly do: 'releases the floor'; readonly who: SupervisorName }
  | { readonly do: 'leaves'; readonly who: SupervisorName }
  | { readonly do: 'closes the browser'; readonly who: SupervisorName }
  | { readonly do: 'browser dies'; readonly who: SupervisorName }
  | { readonly do: 'rep holds the customer' }
  | { readonly do: 'rep resumes the customer' }
  | { readonly do: 'rep is held from outside' }
  | { readonly do: 'rep is resumed from outside' }
  | {
      readonly do: 'rep asks a colleague to take the call';
      readonly atOnce: boolean;
      readonly colleague: ColleagueAnswer;
    }
  | {
      readonly do: 'rep asks a supervisor to take the call';
      readonly who: SupervisorName;
      readonly atOnce: boolean;
      readonly colleague: ColleagueAnswer;
    }
  | {
      readonly do: 'rep asks a group to take the call';
      readonly atOnce: boolean;
      readonly colleague: ColleagueAnswer;
    }
  | {
      readonly do: 'rep adds a third party';
      readonly whom: 'an outside number' | 'a colleague';
      readonly holds: boolean;
      readonly leave: boolean;
      readonly third: ColleagueAnswer;
    }
  | { readonly do: 'rep removes the third party' }
  | { readonly do: 'rep leaves the call to the third party' }
  | { readonly do: 'third party hangs up' }
  | { readonly do: 'rep hands the call over' }
  | { readonly do: 'rep takes the call back' }
  | { readonly do: 'colleague closes the browser' }
  | { readonly do: 'rep hangs up the call' }
  | { readonly do: 'rep closes the browser' }
  | { readonly do: 'rep’s browser dies' }
  | { readonly do: 'customer hangs up' }
  | { readonly do: 'request fails'; readonly fault: RestFault; readonly after: number }
  | { readonly do: 'callback fails'; readonly fault: CallbackFault; readonly after: number }
  | { readonly do: 'carrier is away'; readonly ms: number }
  | { readonly do: 'Dealside is killed'; readonly ms: number };

/** A happening, and the time until the next one. */
interface Moment {
  readonly happening: Happening;
  readonly thenMs: number;
}

export interface Sequence {
  /** Seed of the network's delays. */
  readonly noise: number;
  /** Supervisors who are on the call, in monitor, at its start. */
  readonly monitoring: readonly SupervisorName[];
  readonly moments: readonly Moment[];
}

const who = fc.oneof(
  { weight: 3, arbitrary: fc.constant('maya') },
  { weight: 2, arbitrary: fc.constantFrom(...SUPERVISORS) },
);
const one = <T extends Happening['do']>(name: T) =>
  fc.constant({ do: name } as Extract<Happening, { do: T }>);

const answer = fc.oneof(
  { weight: 4, arbitrary: fc.constant(ANSWERS[0]) },
  { weight: 1, arbitrary: fc.constantFrom(...ANSWERS) },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('joins' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('joins by phone' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('moves' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('requests the floor' as const, 'releases the floor' as const),
      who,
    }),
  },
  {
    weight: 45,
    arbitrary: fc.record({
      do: fc.constant('switches' as const),
      who,
      to: fc.constantFrom(...MODES),
      rep: fc.constantFrom(...REP_AFTER_TAKEOVER),
    }),
  },
  { weight: 7, arbitrary: fc.record({ do: fc.constant('leaves' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('closes the browser' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('browser dies' as const), who }) },
  { weight: 3, arbitrary: one('rep holds the customer') },
  { weight: 3, arbitrary: one('rep resumes the customer') },
  { weight: 3, arbitrary: one('rep is held from outside') },
  { weight: 3, arbitrary: one('rep is resumed from outside') },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('rep asks a colleague to take the call' as const),
      atOnce: fc.boolean(),
      colleague: answer,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('rep asks a supervisor to take the call' as const),
      who,
      atOnce: fc.boolean(),
      colleague: answer,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('rep asks a group to take the call' as const),
      atOnce: fc.boolean(),
      colleague: answer,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('rep adds a third party' as const),
      whom: fc.constantFrom('an outside number' as const, 'a colleague' as const),
      holds: fc.boolean(),
      leave: fc.oneof(
        { weight: 3, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      third: answer,
    }),
  },
  { weight: 3, arbitrary: one('rep removes the third party') },
  { weight: 2, arbitrary: one('rep leaves the call to the third party') },
  { weight: 1, arbitrary: one('third party hangs up') },
  { weight: 6, arbitrary: one('rep hands the call over') },
  { weight: 3, arbitrary: one('rep takes the call back') },
  { weight: 1, arbitrary: one('colleague closes the browser') },
  {
    weight: 1,
    arbitrary: fc.oneof(one('rep hangs up the call'), one('customer hangs up')),
  },
  {
    weight: 4,
    arbitrary: fc.oneof(one('rep closes the browser'), one('rep’s browser dies')),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('request fails' as const),
      fault: fc.constantFrom(...REST_FAULTS),
      after: fc.nat(4),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('callback fails' as const),
      fault: fc.constantFrom(...CALLBACK_FAULTS),
      after: fc.nat(3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('carrier is away' as const),
      ms: fc.integer({ min: 500, max: 12_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('Dealside is killed' as const),
      ms: fc.integer({ min: 200, max: 9_000 }),
    }),
  },
);

/** Mostly short times, sometimes long enough that everything comes to rest. */
const thenMs = fc.oneof(
  { weight: 3, arbitrary: fc.nat(150) },
  { weight: 4, arbitrary: fc.nat(2_500) },
  { weight: 1, arbitrary: fc.nat(15_000) },
);

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  noise: fc.nat(),
  monitoring: fc.oneof(
    { weight: 4, arbitrary: fc.shuffledSubarray([...SUPERVISORS], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  moments: fc.array(fc.record({ happening, thenMs }), { minLength: 6, maxLength: 30, size: 'max' }),
});

/** Describes a sequence for people, one line for each happening. */
export function describeSequence({ noise, monitoring, moments }: Sequence): string {
  return [
    `noise ${noise}; in monitor: ${monitoring.join(', ') || 'nobody'}`,
    ...moments.map(
      ({ happening, thenMs: ms }, i) =>
        `${String(i + 1).padStart(3)}. ${describeHappening(happening)}, then ${ms} ms`,
    ),
  ].join('\n');
}

export function describeHappening(happening: Happening): string {
  switch (happening.do) {
    case 'switches':
      return `${happening.who} switches to ${happening.to}${happening.to === 'takeover' ? ` (the rep ${happening.rep})` : ''}`;
    case 'browser dies':
      return `${happening.who}’s browser dies`;
    case 'rep asks a colleague to take the call':
      return `${happening.do} ${happening.atOnce ? 'at once' : 'after a talk'}, who ${happening.colleague}`;
    case 'rep asks a supervisor to take the call':
      return `rep asks ${happening.who} to take the call ${happening.atOnce ? 'at once' : 'after a talk'}, who ${happening.colleague}`;
    case 'rep asks a group to take the call':
      return `${happening.do} ${happening.atOnce ? 'at once' : 'after a talk'}, which ${happening.colleague}`;
    case 'rep adds a third party':
      return `${happening.do}, ${happening.whom}, which ${happening.third}${happening.leave ? ', and leaves' : happening.holds ? ', with the customer on hold' : ''}`;
    case 'joins':
    case 'joins by phone':
    case 'moves':
    case 'leaves':
    case 'requests the floor':
    case 'releases the floor':
    case 'closes the browser':
      return `${happening.who} ${happening.do}`;
    case 'request fails':
    case 'callback fails':
      return `${happening.do}: ${happening.fault}, after ${happening.after} others`;
    case 'carrier is away':
    case 'Dealside is killed':
      return `${happening.do} for ${happening.ms} ms`;
    default:
      return happening.do;
  }
}
