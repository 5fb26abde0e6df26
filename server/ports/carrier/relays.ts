import type { PersonKey } from '../stepUp/stepUp.ts';

/** A server through which a browser's sound can go, with credentials for a time. */
export interface RelayServer {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

/**
 * The relays of a person's org; none where softphones connect directly, or where those of the
 * carrier cannot be had now. Never throws.
 */
export interface Relays {
  of(person: PersonKey): Promise<readonly RelayServer[]>;
  /**
   * Whether one of an org's relays answers this server over TCP, which softphones use where UDP is
   * blocked.
   */
  check(orgId: string): Promise<'not_set' | 'ready' | 'failing'>;
}
