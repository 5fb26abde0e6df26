import type { Mode, SupervisorName, ThirdPartyName } from './situations.ts';

/**
 * One act, measured after it; the acts of a supervisor who is on the call between their steps too.
 */
export type Act =
  | { readonly do: 'join'; readonly who: SupervisorName }
  | {
      readonly do: 'switch';
      readonly who: SupervisorName;
      readonly to: Mode;
      readonly rep?: 'leaves';
    }
  | { readonly do: 'leave'; readonly who: SupervisorName }
  | { readonly do: 'add'; readonly who: ThirdPartyName }
  | { readonly do: 'remove'; readonly who: ThirdPartyName }
  /** The rep transfers the call to a supervisor who is on it, who takes over; the rep leaves. */
  | { readonly do: 'transfer'; readonly who: SupervisorName }
  /** The rep rings a supervisor who is not on the call, who answers, and then hands the call over. */
  | { readonly do: 'ring'; readonly who: SupervisorName }
  | { readonly do: 'handOver'; readonly who: SupervisorName }
  /** By one click the supervisor leaves this call and joins another one, where they whisper. */
  | { readonly do: 'moveAway'; readonly who: SupervisorName }
  /** By one click the supervisor leaves that other call and joins this one. */
  | { readonly do: 'moveBack'; readonly who: SupervisorName };

/** Acts on one call. */
export type Chapter = readonly Act[];

const join = (who: SupervisorName): Act => ({ do: 'join', who });
const leave = (who: SupervisorName): Act => ({ do: 'leave', who });
const add = (who: ThirdPartyName): Act => ({ do: 'add', who });
const remove = (who: ThirdPartyName): Act => ({ do: 'remove', who });
const to = (who: SupervisorName, ...modes: Mode[]): Act[] =>
  modes.map((mode) => ({ do: 'switch', who, to: mode }));
const takesAlone = (who: SupervisorName): Act => ({
  do: 'switch',
  who,
  to: 'takeover',
  rep: 'leaves',
});

const moveAway = (who: SupervisorName): Act => ({ do: 'moveAway', who });
const moveBack = (who: SupervisorName): Act => ({ do: 'moveBack', who });

/** Every change between two modes once, from monitor to monitor; in a takeover the rep listens. */
const EVERY_SWITCH: readonly Mode[] = [
  'whisper',
  'monitor',
  'barge',
  'monitor',
  'takeover',
  'whisper',
  'barge',
  'whisper',
  'takeover',
  'barge',
  'takeover',
  'monitor',
];

/** A third party who comes during a whisper, and one who is there before the supervisor is. */
const WITH_THIRD_PARTIES: readonly Chapter[] = [
  ...(['colleague', 'guest'] as const).flatMap((third): Chapter[] => [
    [
      join('maya'),
      ...to('maya', 'whisper'),
      add(third),
      ...to('maya', 'barge', 'whisper', 'monitor', 'takeover', 'whisper'),
      remove(third),
      leave('maya'),
    ],
    [add(third), join('maya'), ...to('maya', 'whisper'), takesAlone('maya'), remove(third)],
  ]),
  [
    add('guest'),
    join('maya'),
    ...to('maya', 'whisper'),
    remove('guest'),
    add('colleague'),
    ...to('maya', 'takeover'),
    leave('maya'),
  ],
];

/** Out of each mode, and back; the other call is never without its rep, and hears no whisper. */
const MOVES: readonly Chapter[] = (['monitor', 'whisper', 'barge', 'takeover'] as const).map(
  (mode): Chapter => [
    join('maya'),
    ...(mode === 'monitor' ? [] : to('maya', mode)),
    moveAway('maya'),
    moveBack('maya'),
    ...to('maya', 'whisper'),
    leave('maya'),
  ],
);

/** To a supervisor who whispers, and to one who is rung; beside another supervisor, too. */
const TRANSFERS: readonly Chapter[] = [
  ...(['monitor', 'whisper', 'barge'] as const).map((mode): Chapter => [
    join('maya'),
    ...(mode === 'monitor' ? [] : to('maya', mode)),
    { do: 'transfer', who: 'maya' },
  ]),
  [
    { do: 'ring', who: 'maya' },
    { do: 'handOver', who: 'maya' },
  ],
  [
    join('dana'),
    ...to('dana', 'whisper'),
    { do: 'ring', who: 'maya' },
    { do: 'handOver', who: 'maya' },
  ],
];

export const FULL: readonly Chapter[] = [
  [join('maya'), ...to('maya', ...EVERY_SWITCH), leave('maya')],
  ...(['whisper', 'barge', 'takeover'] as const).map((mode): Chapter => [
    join('maya'),
    ...to('maya', mode),
    leave('maya'),
  ]),
  ...(['monitor', 'whisper', 'barge'] as const).map((mode): Chapter => [
    join('maya'),
    ...(mode === 'monitor' ? [] : to('maya', mode)),
    takesAlone('maya'),
  ]),
  [
    join('maya'),
    join('dana'),
    ...to('maya', ...EVERY_SWITCH),
    ...to('dana', 'whisper'),
    ...to('maya', 'whisper', 'barge', 'takeover'),
    ...to('dana', 'barge'),
    ...to('maya', 'whisper', 'barge'),
    ...to('dana', 'takeover'),
    ...to('maya', 'whisper'),
    ...to('dana', 'monitor'),
    leave('dana'),
    ...to('maya', 'whisper'),
    leave('maya'),
  ],
  [join('dana'), join('maya'), ...to('maya', 'whisper'), takesAlone('maya')],
  ...WITH_THIRD_PARTIES,
  ...MOVES,
  ...TRANSFERS,
];

/** A few mode changes, those with the most harmful leaks. */
export const SHORT: readonly Chapter[] = [
  [join('maya'), ...to('maya', 'whisper', 'barge', 'monitor', 'takeover'), leave('maya')],
  [join('maya'), ...to('maya', 'whisper'), add('guest'), ...to('maya', 'barge'), remove('guest')],
];

/** From a whisper to another call and back, and a call that goes to a supervisor who is rung. */
export const SHORT_MOVES: readonly Chapter[] = [
  [join('maya'), ...to('maya', 'whisper'), moveAway('maya'), moveBack('maya')],
  [
    { do: 'ring', who: 'maya' },
    { do: 'handOver', who: 'maya' },
  ],
];

/** Enough to find each planted fault of the mixes. */
export const CONTROL: readonly Chapter[] = [
  [join('maya'), add('guest'), ...to('maya', 'whisper', 'barge')],
];

export function actInWords(act: Act): string {
  switch (act.do) {
    case 'join':
      return `${nameOf(act.who)} joins`;
    case 'leave':
      return `${nameOf(act.who)} leaves`;
    case 'add':
      return `a ${act.who} is added`;
    case 'remove':
      return `the ${act.who} is removed`;
    case 'transfer':
      return `the rep transfers to ${nameOf(act.who)}`;
    case 'ring':
      return `the rep rings ${nameOf(act.who)}, who answers`;
    case 'handOver':
      return `the rep hands over to ${nameOf(act.who)}`;
    case 'moveAway':
      return `${nameOf(act.who)} moves to another call`;
    case 'moveBack':
      return `${nameOf(act.who)} moves back to this call`;
    case 'switch':
      return `${nameOf(act.who)} → ${act.to}${act.to === 'takeover' ? (act.rep === 'leaves' ? ', the rep leaves' : ', the rep listens') : ''}`;
  }
}

const nameOf = (who: SupervisorName): string => (who === 'maya' ? 'Maya' : 'Dana');
