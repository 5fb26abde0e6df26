// Globals of browsers that jsdom lacks.
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, { TextDecoder, TextEncoder });

// Lightning Web Security refuses data URLs that code sets, but not those in templates.
const { get, set, ...others } = Object.getOwnPropertyDescriptor(
  HTMLAnchorElement.prototype,
  'href',
);
Object.defineProperty(HTMLAnchorElement.prototype, 'href', {
  ...others,
  get,
  set(address) {
    if (/^(data|javascript|vbscript):/i.test(String(address)))
      throw new Error(
        `Lightning Web Security: an address may not begin with ${address.slice(0, 11)}`,
      );
    set.call(this, address);
  },
});
