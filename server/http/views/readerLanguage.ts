import type { Context } from 'koa';
import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { languageIn, languageOf, readerOf, type Reader } from '../../domain/texts/texts.ts';

/** Remembers the requesting person, so that the response is in this person's language. */
export function rememberReader(ctx: Context, person: Person): void {
  ctx.state.reader = readerOf(person);
}

/**
 * How the requesting person reads, or in the language that the browser prefers until that person is
 * known.
 */
export const readerOfRequest = (ctx: Context): Reader =>
  (ctx.state.reader as Reader | undefined) ??
  languageOf(ctx.acceptsLanguages(...LANGUAGES) || undefined);

export const readerLanguage = (ctx: Context): Language => languageIn(readerOfRequest(ctx));
