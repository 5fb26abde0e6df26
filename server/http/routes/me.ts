import { HEARD_BY, MODES } from '../../domain/call/modes.ts';
import {
  countsAsSaved,
  dispositionFamily,
  DISPOSITIONS,
  type DispositionCode,
} from '../../domain/call/dispositions.ts';
import { HELP_REASON_CODES } from '../../domain/call/helpRequest.ts';
import {
  OUTCOME_CODES,
  REASONS,
  noteRequiredFor,
  type ReasonCode,
} from '../../domain/call/reasons.ts';
import type { Language } from '../../domain/call/language.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import type { Person } from '../../domain/call/people.ts';
import type { Directory, SoftphoneTokens } from '../../ports/index.ts';
import type { Authenticate } from '../authenticate.ts';
import { softphoneTokenBody, valid } from '../schemas.ts';
import type { Routes } from '../routes.ts';

export interface MeRouteDeps {
  readonly authenticate: Authenticate;
  readonly directory: Pick<Directory, 'refresh'>;
  readonly softphoneTokens: SoftphoneTokens;
}

/** What a person can choose from, in the person's language. */
function vocabularyIn(language: Language) {
  const { helpReasons, reasons, outcomes, scripts, modes, dispositions, dispositionFamilies } =
    TEXTS[language];
  return {
    helpReasons: HELP_REASON_CODES.map((code) => ({ code, label: helpReasons[code] })),
    reasons: (Object.keys(REASONS) as ReasonCode[]).map((code) => ({
      code,
      family: REASONS[code].family,
      label: reasons[code],
      noteRequired: noteRequiredFor(code),
    })),
    dispositions: (Object.keys(DISPOSITIONS) as DispositionCode[]).map((code) => ({
      code,
      label: dispositions[code],
      family: dispositionFamily(code),
      familyLabel: dispositionFamilies[dispositionFamily(code)],
      countsAsSaved: countsAsSaved(code),
    })),
    outcomes: OUTCOME_CODES.map((code) => ({ code, label: outcomes[code] })),
    scripts,
    modes: MODES.map((mode) => ({ mode, label: modes[mode], heardBy: HEARD_BY[mode] })),
  };
}

export const meRoutes =
  ({ authenticate, directory, softphoneTokens }: MeRouteDeps): Routes =>
  (router) => {
    const view = ({ userId, name, roles, permittedModes, locale, asOf }: Person) => ({
      user: { userId, name, roles },
      language: languageOf(locale),
      modes: permittedModes,
      asOf,
    });

    router.get('/api/me', async (ctx) => {
      ctx.body = view(await authenticate.known(ctx));
    });

    router.post('/api/me/refresh', async (ctx) => {
      const { orgId, userId } = await authenticate.session(ctx);
      await directory.refresh(orgId, userId);
      ctx.body = view(await authenticate.known(ctx));
    });

    router.get('/api/vocabulary', async (ctx) => {
      const { locale } = await authenticate.known(ctx);
      ctx.body = vocabularyIn(languageOf(locale));
    });

    router.post('/api/softphone/token', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { forTest } = valid(softphoneTokenBody, ctx.request.body ?? {});
      ctx.body = softphoneTokens.issue(person, { forTest });
    });
  };
