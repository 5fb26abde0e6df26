import { MODES, type Mode } from './modes.ts';

/** What a single key can do: switch to a mode, hand back, leave, show the list of keys. */
export type Shortcut = Mode | 'handBack' | 'leave' | 'list';

export const SHORTCUTS: readonly Shortcut[] = [...MODES, 'handBack', 'leave', 'list'];

/** A person's keys, one character each; none acts while they are off. */
export interface Shortcuts {
  readonly isOn: boolean;
  readonly keys: Readonly<Record<Shortcut, string>>;
}
