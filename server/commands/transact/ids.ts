import { createHash } from 'node:crypto';

/**
 * An id made of these parts, in the form of a UUID: a repeated request of the same person gets the
 * same id.
 */
export function idFrom(...parts: string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
