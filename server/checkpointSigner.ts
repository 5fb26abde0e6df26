import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyIdOf } from './domain/audit/checkpoint.ts';
import type { CheckpointSigner } from './ports/audit/audit.ts';

/**
 * Creates a signer from an ed25519 private key in PEM; signatures are in base64. Throws for another
 * type of key.
 */
export function createCheckpointSigner(privatePem: string): CheckpointSigner {
  const key = createPrivateKey(privatePem);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(
      `AUDIT_SIGNING_KEY_FILE holds a key of type ${key.asymmetricKeyType}; it must be ed25519`,
    );
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}
