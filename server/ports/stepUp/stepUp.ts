import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { Pin, StepUpRule } from '../../domain/stepUp/pin.ts';
import type { Proofs } from '../../domain/stepUp/proofs.ts';

/** A user of an org. */
export interface PersonKey {
  readonly orgId: string;
  readonly userId: string;
}

/** Stores PINs. Source: PostgreSQL. */
export interface Pins {
  load(who: PersonKey): Promise<Pin | undefined>;
  /**
   * Locks the person's PIN, passes it to `decide`, and writes what that returns with its audit
   * entries, in one transaction.
   */
  change<T>(who: PersonKey, decide: (pin: Pin | undefined) => PinChange<T>): Promise<T>;
}

export interface PinChange<T> {
  /** `removed` deletes the PIN; without a value it stays as it is. */
  readonly pin?: Pin | 'removed';
  readonly audit: readonly AuditEntry[];
  readonly answer: T;
}

/** A hash that is slow on purpose: about a tenth of a second. */
export interface PinHash {
  of(pin: string): Promise<string>;
  matches(pin: string, hash: string): Promise<boolean>;
}

export interface Passkey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  /**
   * Goes up with each use, at authenticators that count. A copied authenticator shows by a counter
   * that does not.
   */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/**
 * Stores passkeys, and how long a proof by passkey is valid. Each writing method is one transaction.
 * Source: PostgreSQL.
 */
export interface Passkeys {
  of(who: PersonKey): Promise<Passkey[]>;
  add(who: PersonKey, passkey: Passkey, audit: readonly AuditEntry[]): Promise<void>;
  /**
   * Writes a use and its proof. Returns false when another use was written since the passkey was
   * read.
   */
  used(
    who: PersonKey,
    use: { credentialId: string; counter: number; before: number; at: string; provedUntil: string },
    audit: readonly AuditEntry[],
  ): Promise<boolean>;
  /** Removes one passkey, or all without an id. Returns how many. */
  remove(
    who: PersonKey,
    credentialId: string | undefined,
    audit: readonly AuditEntry[],
  ): Promise<number>;
  provedUntil(who: PersonKey): Promise<string | undefined>;
}

type OneTimePurpose = 'live' | 'recording' | 'passkey-link' | 'passkey-challenge';

/** Secrets that work once and for a short time; only their hashes are stored. Source: PostgreSQL. */
export interface OneTimeSecrets {
  store(
    secret: string,
    entry: PersonKey & {
      purpose: OneTimePurpose;
      expiresAt: string;
      data?: Readonly<Record<string, string>>;
    },
  ): Promise<void>;
  /**
   * The value behind the secret, at its first use; undefined afterwards and after it has expired.
   */
  redeem(
    secret: string,
    purpose: OneTimePurpose,
    now: string,
  ): Promise<(PersonKey & { data: Readonly<Record<string, string>> }) | undefined>;
}

/**
 * The server's part of a WebAuthn ceremony. `options` and `response` are for the browser: their
 * content is not read elsewhere.
 */
export interface PasskeyCeremony {
  toRegister(
    person: PersonKey & { name: string },
    known: readonly Passkey[],
  ): Promise<{ challenge: string; options: unknown }>;
  registered(response: unknown, challenge: string, now: string): Promise<Passkey | undefined>;
  toProve(known: readonly Passkey[]): Promise<{ challenge: string; options: unknown }>;
  /** The new counter of the passkey that was used; undefined when the response proves nothing. */
  proved(response: unknown, challenge: string, passkey: Passkey): Promise<number | undefined>;
  /** Which passkey a response claims to come from. */
  credentialIdIn(response: unknown): string | undefined;
}

/** The rule of an org for PINs and passkeys. Throws CrmUnavailable. Source: the CRM. */
export interface StepUpRules {
  of(orgId: string): Promise<StepUpRule>;
}

/** What a person has proved beyond the session, by PIN and passkey. Source: PostgreSQL. */
export interface ProofSource {
  of(who: PersonKey): Promise<Proofs>;
}
