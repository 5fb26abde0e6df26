import { refusal, type Refusal } from '../call/refusals.ts';

/**
 * The proofs of identity that a person has given beyond the session, and until when each is valid.
 */
export interface Proofs {
  readonly pin: Proof;
  readonly passkey: Proof;
}

export type Proof =
  | { readonly status: 'not_set' }
  | { readonly status: 'set'; readonly provedUntil?: string };

export const NO_PROOFS: Proofs = { pin: { status: 'not_set' }, passkey: { status: 'not_set' } };

/** The refusal for a proof that the policy requires and that is missing; undefined when none is. */
export function missingProof(
  { pin, passkey }: { readonly pin: boolean; readonly passkey: boolean },
  proofs: Proofs,
  now: string,
): Refusal | undefined {
  if (pin && !isProofValid(proofs.pin, now))
    return refusal(proofs.pin.status === 'set' ? 'pin_required' : 'pin_not_set');
  if (passkey && !isProofValid(proofs.passkey, now))
    return refusal(proofs.passkey.status === 'set' ? 'passkey_required' : 'passkey_not_set');
  return undefined;
}

/** Whether a proof still counts at `now` (ISO 8601). */
export const isProofValid = (proof: Proof, now: string): boolean =>
  proof.status === 'set' && proof.provedUntil !== undefined && proof.provedUntil > now;
