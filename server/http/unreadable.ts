import type { Context, Next } from 'koa';
import { refusal } from '../domain/call/refusals.ts';
import { Refused } from './errors.ts';

const NUL = '\u0000';
/** No request of ours is nested deeper. What reads a body may recurse. */
const MAX_DEPTH = 32;

/** Whether PostgreSQL and JSON can keep the text: no NUL, no half of a surrogate pair. */
const isKeepable = (text: string): boolean => !text.includes(NUL) && text.isWellFormed();

/** The text with what cannot be kept replaced by U+FFFD. */
export const keepable = (text: string): string =>
  isKeepable(text) ? text : text.replaceAll(NUL, '\ufffd').toWellFormed();

/** Throws Refused `unreadable_request` when a text or a name in the value cannot be kept. */
export function refuseUnkeepable(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0 && depth <= MAX_DEPTH; depth += 1) {
    const inner: unknown[] = [];
    for (const one of level) {
      if (typeof one === 'string' && !isKeepable(one))
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

/** Middleware that refuses an address that names something with a NUL in it. */
export async function readableAddress(ctx: Context, next: Next): Promise<void> {
  if (/%00/.test(ctx.path)) throw new Refused(refusal('unreadable_request'));
  await next();
}

/**
 * For the body parser: a body that cannot be decoded as its headers say. Errors that name a status
 * of their own, such as broken JSON, are rethrown.
 */
export function bodyFault(error: unknown): never {
  const { status } = error as { status?: number };
  if (status === 400 || status === 413) throw error;
  throw new Refused(refusal('unreadable_request'));
}
