import type { Context } from 'koa';
import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { languageOf } from '../../domain/texts/texts.ts';

/** Remembers the requesting person, so that the response is in this person's language. */
export function rememberReader(ctx: Context, { locale }: Person): void {
  ctx.state.language = languageOf(locale);
}

/**
 * The language of the requesting person, or the one that the browser prefers until that person is
 * known.
 */
export const readerLanguage = (ctx: Context): Language =>
  (ctx.state.language as Language | undefined) ??
  languageOf(ctx.acceptsLanguages(...LANGUAGES) || undefined);
