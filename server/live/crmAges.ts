import type { CrmAge } from '../domain/call/ageLimits.ts';
import type { Person } from '../domain/call/people.ts';
import type { Console } from './consoles.ts';
import type { EventStream } from './sse.ts';

/** How often pages are compared with what is known of the CRM. Costs no request. */
const LOOK_MS = 2_000;

export interface CrmAgesDeps {
  readonly consoles: () => Iterable<Console>;
  /** From memory; undefined while the CRM answers. */
  readonly ageOf: (person: Person) => CrmAge | undefined;
}

/** Tells each page when the CRM stops answering, from when nothing is granted, and its return. */
export interface CrmAges {
  opened(console: Console): void;
  stop(): void;
}

export function sendCrmAges({ consoles, ageOf }: CrmAgesDeps): CrmAges {
  /** What each console was sent last, as a text to compare. */
  const sent = new WeakMap<EventStream, string>();

  function look({ stream, person }: Console): void {
    const age = ageOf(person) ?? {};
    const text = JSON.stringify(age);
    if (sent.get(stream) === text) return;
    sent.set(stream, text);
    stream.send('rights', age);
  }

  const looking = setInterval(() => {
    for (const console of consoles()) look(console);
  }, LOOK_MS);

  return { opened: look, stop: () => clearInterval(looking) };
}
