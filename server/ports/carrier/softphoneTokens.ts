import type { PersonKey } from '../stepUp/stepUp.ts';

/**
 * Issues the token with which a browser registers as a softphone at the carrier. `expiresAt` is ISO
 * 8601; `lifetimeMs` says the same to a browser whose clock is wrong.
 */
export interface SoftphoneTokens {
  /** `forTest`: for a call that tests the network. It rings no phone, and is on no call. */
  issue(
    person: PersonKey,
    more?: { readonly forTest?: boolean },
  ): {
    token: string;
    identity: string;
    expiresAt: string;
    lifetimeMs: number;
    signalingUrl?: string;
    /** Through which of the carrier's entrances the softphone connects, in this order. */
    edges?: readonly string[];
  };
}
