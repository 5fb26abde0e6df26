import type { Proof } from '../../domain/stepUp/proofs.ts';
import type { Passkeys, Pins, ProofSource } from '../../ports/index.ts';

/** What a person has proved, read from where PINs and passkeys are kept. */
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
