import {
  selfSigned as makeSelfSigned,
  type KeyAndCertificate,
} from '../../local/machine/keys/certificates.ts';

export type { KeyAndCertificate };

const made = new Map<string, Promise<KeyAndCertificate>>();

/**
 * The key and the certificate of this name: the same ones in all files of a process, because finding
 * the primes of a key takes longer than to start an org. Who must differ has another name.
 */
export function selfSigned(name: string): Promise<KeyAndCertificate> {
  const found = made.get(name) ?? makeSelfSigned(name);
  made.set(name, found);
  return found;
}
