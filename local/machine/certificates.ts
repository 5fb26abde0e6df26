import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export interface KeyPair { readonly key: string; readonly certificate: string }

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
const VALID_DAYS = 3650;

x509.cryptoProvider.set(webcrypto as Crypto);

/** A new RSA key (PKCS #8) and a certificate it has signed for itself, both PEM. */
export async function selfSigned(commonName: string, { hosts = [] as string[], now = new Date() } = {}): Promise<KeyPair> {
  const keys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${commonName}`, keys, signingAlgorithm: RSA,
    notBefore: now, notAfter: new Date(now.getTime() + VALID_DAYS * 86_400_000),
    extensions: hosts.length > 0 ? [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns', value })))] : [],
  });
  const key = x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { key, certificate: certificate.toString('pem') };
}
