import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** Both as PEM. */
export interface KeyAndCertificate {
  readonly privateKey: string;
  readonly certificate: string;
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
const DAY_MS = 86_400_000;

/** A new 2048-bit RSA key (PKCS #8) and a self-signed certificate for `name`. */
export async function selfSigned(name: string): Promise<KeyAndCertificate> {
  const keys = (await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: `CN=${name}`,
      keys,
      signingAlgorithm: RSA,
      notBefore: new Date(Date.now() - DAY_MS),
      notAfter: new Date(Date.now() + 3650 * DAY_MS),
      extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
    },
    webcrypto as Crypto,
  );
  const privateKey = x509.PemConverter.encode(
    await webcrypto.subtle.exportKey('pkcs8', keys.privateKey),
    'PRIVATE KEY',
  );
  return { privateKey, certificate: certificate.toString('pem') };
}
