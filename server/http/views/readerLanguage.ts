import type { Context } from 'koa';
import { LANGUAGES, type Language } from '../../domain/call/language.ts';
import type { Person } from '../../domain/call/people.ts';
import { languageOf } from '../../domain/texts/texts.ts';

/** Remembers who asked: from now on the request is answered in this person's language. */
export function rememberReader(ctx: Context, { locale }: Person): void {
  ctx.state.language = languageOf(locale);
}

/**
 * The language of the person who asked; before that person is known, the one that the browser
 * prefers.
 */
export const readerLanguage = (ctx: Context): Language =>
  (ctx.state.language as Language | undefined) ??
  languageOf(ctx.acceptsLanguages(...LANGUAGES) || undefined);
