import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { selfSigned } from './selfSigned.ts';

/**
 * Writes the keys by which a server and an org know each other, and that sign the audit.
 *
 * @param org whose keys; each org has its own
 */
export async function writeKeys(dir: string, org = 'org') {
  const [client, signing] = await Promise.all([
    selfSigned(`${org}-client`),
    selfSigned(`${org}-signing`),
  ]);
  const clientKeyFile = join(dir, 'client.key');
  const signingCertificateFile = join(dir, 'signing.crt');
  await writeFile(clientKeyFile, client.privateKey);
  await writeFile(signingCertificateFile, signing.certificate);
  const auditSigningKeyFile = join(dir, 'audit-signing.key');
  await writeFile(
    auditSigningKeyFile,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  return { client, signing, clientKeyFile, signingCertificateFile, auditSigningKeyFile };
}
