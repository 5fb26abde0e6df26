import type { Person } from '../domain/call/people.ts';
import type { Log } from '../ports/index.ts';
import type { Console } from './consoles.ts';
import type { EventStream } from './sse.ts';

export interface ConsoleRightsDeps {
  /** The person as the CRM has them now; undefined if it no longer has them. */
  readonly currentPerson: (person: Person) => Promise<Person | undefined>;
  /**
   * How far the clock has ended what lets this person monitor covertly, as a text to compare.
   */
  readonly covertProgress: (person: Person) => string;
  readonly isConnected: (console: Console) => boolean;
  readonly onChanged: (console: Console) => Promise<void>;
  readonly log: Log;
}

export interface ConsoleRights {
  /** Remembers what the person may do as the console opens, for the first comparison. */
  opened(console: Console): void;
  /**
   * Checks the person's rights again, because a stream outlives the session with which it was
   * opened.
   */
  renew(console: Console): Promise<void>;
}

export function createConsoleRights(deps: ConsoleRightsDeps): ConsoleRights {
  const { currentPerson, covertProgress, isConnected, onChanged, log } = deps;
  /** How far the covert rules about the person had ended when each console was checked last. */
  const covertRules = new WeakMap<EventStream, string>();

  /** Whether a covert rule about the person has ended, at least somewhere, since the last check. */
  function covertHasEnded({ stream, person }: Console): boolean {
    const before = covertRules.get(stream);
    const after = covertProgress(person);
    covertRules.set(stream, after);
    return after !== before;
  }

  return {
    opened({ stream, person }) {
      covertRules.set(stream, covertProgress(person));
    },
    async renew(console) {
      const previous = console.person;
      try {
        const person = await currentPerson(previous);
        if (!isConnected(console)) return;
        if (!person?.active) return console.stream.close();
        console.person = person;
        const rightsDiffer = person !== previous && rightsOf(person) !== rightsOf(previous);
        if (covertHasEnded(console) || rightsDiffer) await onChanged(console);
      } catch (fault) {
        // If the person is not in memory while the CRM is unavailable, the console keeps its view.
        log.warn({ fault: String(fault) }, 'console rights check failed');
      }
    },
  };
}

/**
 * The facts about a person that the policy uses, as a text to compare; without the age of the data.
 */
const rightsOf = ({ asOf: _asOf, name: _name, ...rights }: Person): string =>
  JSON.stringify(rights);
