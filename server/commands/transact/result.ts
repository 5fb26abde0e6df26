import type { Refusal } from '../../domain/call/refusals.ts';

/** What a command returns: what came of it, or why it was not done. */
export type Result<T> = { readonly ok: T } | { readonly refusal: Refusal };
