import type { Mode, SupervisorName } from './situations.ts';

/** One act of a supervisor, measured between its steps and after it. */
export type Act =
  | { readonly do: 'join'; readonly who: SupervisorName }
  | {
      readonly do: 'switch';
      readonly who: SupervisorName;
      readonly to: Mode;
      readonly rep?: 'leaves';
    }
  | { readonly do: 'leave'; readonly who: SupervisorName };

/** Acts on one call. */
export type Chapter = readonly Act[];

const join = (who: SupervisorName): Act => ({ do: 'join', who });
const leave = (who: SupervisorName): Act => ({ do: 'leave', who });
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
];

/** A few mode changes, those with the most harmful leaks. */
export const SHORT: readonly Chapter[] = [
  [join('maya'), ...to('maya', 'whisper', 'barge', 'monitor', 'takeover'), leave('maya')],
];

/** Enough to find each planted fault of the mixes. */
export const CONTROL: readonly Chapter[] = [[join('maya'), ...to('maya', 'whisper', 'barge')]];

export function actInWords(act: Act): string {
  const name = act.who === 'maya' ? 'Maya' : 'Dana';
  switch (act.do) {
    case 'join':
      return `${name} joins`;
    case 'leave':
      return `${name} leaves`;
    case 'switch':
      return `${name} → ${act.to}${act.to === 'takeover' ? (act.rep === 'leaves' ? ', the rep leaves' : ', the rep listens') : ''}`;
  }
}
