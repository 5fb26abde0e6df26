import type { Person } from '../domain/call/people.ts';
import type { EventStream } from './sse.ts';

/** A page that is connected to the live feed. */
export interface Console {
  person: Person;
  readonly stream: EventStream;
}

export type Consoles = Map<EventStream, Console>;
