import type { JoinRefusal, ParticipantSettings } from '../conference/conference.ts';
import type { Rooms } from '../conference/rooms.ts';
import { type Leg, type LegFacts, type LegStatus } from '../legs/leg.ts';
import type { Form } from '../webhooks/signature.ts';
import type { Playable } from '../webhooks/subscription.ts';
import { type Verb } from './parser.ts';

/**
 * Executes one verb of a document. Resolves to `stop` when the rest of the document must not be
 * executed.
 */
export type VerbHandler = (leg: Leg, verb: Verb, url: string) => Promise<'next' | 'stop'>;

/** The part of the switchboard that instructions use. */
export interface Board {
  readonly rooms: Rooms;
  readonly verbs: ReadonlyMap<string, VerbHandler>;
  logError(leg: Leg, code: number, message: string): void;
  dial(facts: LegFacts & { timeoutMs?: number }, onAnswer: (leg: Leg) => void): { leg: Leg };
  enterRoom(leg: Leg, friendlyName: string, settings: ParticipantSettings): void;
  hangUp(leg: Leg, status?: LegStatus): void;
}

/** Executes TwiML for legs. */
export interface Instructions {
  /** Fetches a document and executes it. */
  follow(leg: Leg, where: Playable, more?: Form): void;
  /** Executes a document; its URLs are relative to `url`. */
  run(leg: Leg, document: string, url: string): void;
  /** Joins a conference and resolves when the leg has left it, or with the code of a refusal. */
  inRoom(
    leg: Leg,
    friendlyName: string,
    settings: ParticipantSettings,
  ): Promise<JoinRefusal | undefined>;
  /** Called when the leg has left its conference and continues with its document. */
  released(leg: Leg): void;
  /** Called when the leg has left its conference and must not continue with its document. */
  forget(leg: Leg): void;
}
