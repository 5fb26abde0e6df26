import type { Context, Next } from 'koa';
import { refusal } from '../domain/call/refusals.ts';
import { Refused } from './errors.ts';

const NUL = '\u0000';
/**
 * Deepest nesting of a body. Dealside sends none that is deeper, and code that reads a body may
 * recurse.
 */
const MAX_DEPTH = 32;

/** Whether PostgreSQL and JSON can store the text: no NUL, no lone surrogate. */
const isStorable = (text: string): boolean => !text.includes(NUL) && text.isWellFormed();

/** The text with characters that cannot be stored replaced by U+FFFD. */
export const storableText = (text: string): string =>
  isStorable(text) ? text : text.replaceAll(NUL, '\ufffd').toWellFormed();

/** Throws Refused `unreadable_request` if a string or a key in the value cannot be stored. */
export function refuseUnkeepable(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0 && depth <= MAX_DEPTH; depth += 1) {
    const inner: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string' && !isStorable(one))
        throw new Refused(refusal('unreadable_request'));
      if (typeof one !== 'object' || one === null) continue;
      if (Array.isArray(one)) inner.push(...(one as unknown[]));
      else for (const [name, part] of Object.entries(one)) inner.push(name, part);
    }
    level = inner;
  }
  if (level.length > 0)
    throw new Refused(refusal('invalid_request', { wording: 'invalid_request.unreadable' }));
}

/** Middleware that refuses a path that contains an encoded NUL. */
export async function readableAddress(ctx: Context, next: Next): Promise<void> {
  if (/%00/.test(ctx.path)) throw new Refused(refusal('unreadable_request'));
  await next();
}

/**
 * Error handler of the body parser: refuses a body that cannot be decoded as its headers say.
 * Rethrows errors with a status of their own, such as for broken JSON.
 */
export function bodyFault(error: unknown): never {
  const { status } = error as { status?: number };
  if (status === 400 || status === 413) throw error;
  throw new Refused(refusal('unreadable_request'));
}
