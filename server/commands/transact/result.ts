import type { Refusal } from '../../domain/call/refusals.ts';

/** The result of a command: its value, or the refusal. */
export type Result<T> = { readonly ok: T } | { readonly refusal: Refusal };
