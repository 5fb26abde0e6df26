import type { AuditEntry } from '../domain/audit/entries.ts';
import type { Pin, StepUpRule } from '../domain/stepUp/pin.ts';
import type { Proofs } from '../domain/stepUp/proofs.ts';

/** A user of an org. */
export interface PersonKey {
  readonly orgId: string;
  readonly userId: string;
}

/** Keeps PINs. Source: PostgreSQL. */
export interface Pins {
  load(who: PersonKey): Promise<Pin | undefined>;
  /** Locks the person's PIN, shows it to `decide`, and writes what that answers with its audit, in one transaction. */
  change<T>(who: PersonKey, decide: (pin: Pin | undefined) => PinChange<T>): Promise<T>;
}

export interface PinChange<T> {
  /** `removed` forgets the PIN; without it nothing is written of it. */
  readonly pin?: Pin | 'removed';
  readonly audit: readonly AuditEntry[];
  readonly answer: T;
}

/** Slow by intent: an answer takes about a tenth of a second. */
export interface PinHash {
  of(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
}

export interface Passkey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  /** Counts up with each use at authenticators that count; a copy is found by a count that does not. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** Keeps passkeys, and until when one that was used counts. Each writing method is one transaction. Source: PostgreSQL. */
export interface Passkeys {
  of(who: PersonKey): Promise<Passkey[]>;
  add(who: PersonKey, passkey: Passkey, audit: readonly AuditEntry[]): Promise<void>;
  /** Counts the use and the proof. Answers false when the counter did not go up since it was read. */
  used(who: PersonKey, use: { credentialId: string; counter: number; before: number; at: string; provedUntil: string }, audit: readonly AuditEntry[]): Promise<boolean>;
  /** Removes one, or all without an id. Answers how many. */
  remove(who: PersonKey, credentialId: string | undefined, audit: readonly AuditEntry[]): Promise<number>;
  provedUntil(who: PersonKey): Promise<string | undefined>;
}

export type OneTimePurpose = 'live' | 'recording' | 'passkey-link' | 'passkey-challenge';

/** Secrets that work once and not for long; only their hashes are kept. Source: PostgreSQL. */
export interface OneTimeSecrets {
  keep(secret: string, entry: PersonKey & { purpose: OneTimePurpose; expiresAt: string; data?: Readonly<Record<string, string>> }): Promise<void>;
  /** What the secret stands for, the first time; undefined ever after, and when it has expired. */
  take(secret: string, purpose: OneTimePurpose, now: string): Promise<(PersonKey & { data: Readonly<Record<string, string>> }) | undefined>;
}

/** What a browser and an authenticator do together (WebAuthn), as far as the server takes part. `options` and `response` are theirs to read. */
export interface PasskeyCeremony {
  toRegister(person: PersonKey & { name: string }, known: readonly Passkey[]): Promise<{ challenge: string; options: unknown }>;
  registered(response: unknown, challenge: string, now: string): Promise<Passkey | undefined>;
  toProve(known: readonly Passkey[]): Promise<{ challenge: string; options: unknown }>;
  /** The new count of the passkey that was used; undefined when the answer proves nothing. */
  proved(response: unknown, challenge: string, passkey: Passkey): Promise<number | undefined>;
  /** Which passkey an answer claims to come from. */
  credentialIdIn(response: unknown): string | undefined;
}

/** What the admin of an org asks of PINs and passkeys. Throws CrmUnavailable. */
export interface StepUpRules {
  of(orgId: string): Promise<StepUpRule>;
}

/** What a person has proved beyond the session. */
export interface ProofSource {
  of(who: PersonKey): Promise<Proofs>;
}
