import type { Shortcuts } from '../../domain/call/shortcuts.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/** The single keys that people have chosen, on every computer of theirs. Source: PostgreSQL. */
export interface PersonShortcuts {
  /** Undefined where the person has chosen none. */
  of(person: PersonKey): Promise<Shortcuts | undefined>;
  store(person: PersonKey, shortcuts: Shortcuts): Promise<void>;
}
