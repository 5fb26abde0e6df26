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
  | { readonly do: 'remove'; readonly who: ThirdPartyName };

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
];

/** A few mode changes, those with the most harmful leaks. */
export const SHORT: readonly Chapter[] = [
  [join('maya'), ...to('maya', 'whisper', 'barge', 'monitor', 'takeover'), leave('maya')],
  [join('maya'), ...to('maya', 'whisper'), add('guest'), ...to('maya', 'barge'), remove('guest')],
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
    case 'switch':
      return `${nameOf(act.who)} → ${act.to}${act.to === 'takeover' ? (act.rep === 'leaves' ? ', the rep leaves' : ', the rep listens') : ''}`;
  }
}

const nameOf = (who: SupervisorName): string => (who === 'maya' ? 'Maya' : 'Dana');
