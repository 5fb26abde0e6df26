import type { Person } from '../../domain/call/people.ts';
import { asksForProof } from '../../domain/policy/decide.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { NO_PROOFS, type Proof, type Proofs } from '../../domain/stepUp/proofs.ts';
import type { Passkeys, Pins, ProofSource } from '../../ports/index.ts';

/** A person's proofs, read from the stored PINs and passkeys. */
export function createProofSource({
  pins,
  passkeys,
}: {
  readonly pins: Pick<Pins, 'load'>;
  readonly passkeys: Pick<Passkeys, 'of' | 'provedUntil'>;
}): ProofSource {
  const proof = (isSet: boolean, provedUntil: string | undefined): Proof =>
    isSet ? { status: 'set', provedUntil } : { status: 'not_set' };
  return {
    async of(who) {
      const [pin, registered, provedUntil] = await Promise.all([
        pins.load(who),
        passkeys.of(who),
        passkeys.provedUntil(who),
      ]);
      return {
        pin: proof(pin !== undefined, pin?.provedUntil),
        passkey: proof(registered.length > 0, provedUntil),
      };
    },
  };
}

/** The proofs that a decision under this policy may need; where no rule asks for any, none is read. */
export const proofsFor = async (
  proofs: ProofSource,
  policy: Policy,
  person: Person,
): Promise<Proofs> => (asksForProof(policy, person) ? proofs.of(person) : NO_PROOFS);
