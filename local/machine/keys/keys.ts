import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { privateDir, readIfThere, writePrivate } from '../files/privateFiles.ts';

/** Keys and secrets between the processes of this machine. */
export interface Keys {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly twimlAppSid: string;
  readonly clientId: string;
  /** The org's key for signing session tokens. */
  readonly orgSigning: KeyFiles;
  /** The server's key for signing in to the org. */
  readonly serverClient: KeyFiles;
  /** The server's key for signing audit checkpoints. */
  readonly auditSigningKeyFile: string;
}

/** PEM files. */
interface KeyFiles {
  readonly keyFile: string;
  readonly certificateFile: string;
}

type Secrets = Omit<Keys, 'orgSigning' | 'serverClient' | 'auditSigningKeyFile'>;

/**
 * Where the key that signs audit checkpoints is kept: apart from the database whose integrity it
 * proves. `DEALSIDE_AUDIT_KEY` names another file.
 */
export function auditKeyFile(env: NodeJS.ProcessEnv, dataDir: string): string {
  if (env.DEALSIDE_AUDIT_KEY) return resolve(env.INIT_CWD ?? '.', env.DEALSIDE_AUDIT_KEY);
  const state = env.XDG_STATE_HOME ?? join(env.HOME ?? homedir(), '.local', 'state');
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join(state, 'dealside', `audit-signing-${name}.key`);
}

/**
 * Reads the keys in a folder, and the key that signs checkpoints. Missing keys are created. The
 * signing key of a former version is moved to its new place. If that place cannot be written to, it
 * stays in the folder.
 */
export async function loadKeys(dir: string, auditKey?: string): Promise<Keys> {
  privateDir(dir);
  const [orgSigning, serverClient] = await Promise.all([
    keyPair(dir, 'org-signing'),
    keyPair(dir, 'server-client'),
  ]);
  return {
    ...secrets(join(dir, 'secrets.json')),
    orgSigning,
    serverClient,
    auditSigningKeyFile: signingKeyAt(auditKey, join(dir, 'audit-signing.key')),
  };
}

function secrets(path: string): Secrets {
  const kept = readIfThere(path);
  if (kept) return JSON.parse(kept) as Secrets;
  const made: Secrets = {
    accountSid: sid('AC'),
    authToken: randomHex(),
    apiKeySid: sid('SK'),
    apiKeySecret: randomHex(),
    twimlAppSid: sid('AP'),
    clientId: `dealside-${randomHex()}`,
  };
  writePrivate(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

async function keyPair(dir: string, name: string): Promise<KeyFiles> {
  const files = { keyFile: join(dir, `${name}.key`), certificateFile: join(dir, `${name}.crt`) };
  if (readIfThere(files.keyFile) && readIfThere(files.certificateFile)) return files;
  const { selfSigned } = await import('./certificates.ts');
  const { privateKey, certificate } = await selfSigned(`dealside-${name}`);
  writePrivate(files.keyFile, privateKey);
  writePrivate(files.certificateFile, certificate);
  return files;
}

function signingKeyAt(wanted: string | undefined, former: string): string {
  if (wanted === undefined) return signingKey(former);
  try {
    const kept = readIfThere(wanted) ?? readIfThere(former);
    // An existing folder keeps its mode, because others may have to enter it.
    mkdirSync(dirname(wanted), { recursive: true, mode: 0o700 });
    if (kept !== undefined && !readIfThere(wanted)) {
      writePrivate(wanted, kept);
      rmSync(former);
    }
    return signingKey(wanted);
  } catch {
    return signingKey(former);
  }
}

function signingKey(path: string): string {
  if (!readIfThere(path))
    writePrivate(
      path,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
  return path;
}

const randomHex = (): string => randomBytes(16).toString('hex');
const sid = (prefix: string): string => `${prefix}${randomHex()}`;
