import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import type { PinHash } from '../ports/index.ts';

/**
 * 32 MB and about 0.1 s for each attempt.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const DEFAULT_PARAMETERS: Parameters = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MAX_MEMORY = 256 * 1024 * 1024;

interface Parameters {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * Hashes PINs with scrypt. Each hash contains its parameters, so that they can be raised while old
 * hashes stay valid.
 */
export function createPinHash(parameters: Parameters = DEFAULT_PARAMETERS): PinHash {
  return {
    async of(pin) {
      const salt = randomBytes(SALT_BYTES);
      const { N, r, p } = parameters;
      return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${(await deriveKey(pin, salt, parameters)).toString('base64url')}`;
    },

    async matches(pin, hash) {
      const [kind, N, r, p, salt = '', key = ''] = hash.split('$');
      if (kind !== 'scrypt') return false;
      const expected = Buffer.from(key, 'base64url');
      const actual = await deriveKey(pin, Buffer.from(salt, 'base64url'), {
        N: Number(N),
        r: Number(r),
        p: Number(p),
      });
      return expected.length === actual.length && timingSafeEqual(expected, actual);
    },
  };
}

const deriveKey = (pin: string, salt: Buffer, parameters: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, KEY_BYTES, { ...parameters, maxmem: MAX_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
