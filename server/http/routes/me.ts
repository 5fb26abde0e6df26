import {
  countsAsSaved,
  dispositionFamily,
  DISPOSITIONS,
  type DispositionCode,
} from '../../domain/call/dispositions.ts';
import { HELP_REASON_CODES } from '../../domain/call/helpRequest.ts';
import { HEARD_BY, MODES } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import { languageOf, TEXTS } from '../../domain/texts/texts.ts';
import { criteriaIn } from '../../domain/vocabulary/scripts.ts';
import { labelIn, offered, spelled } from '../../domain/vocabulary/vocabulary.ts';
import type {
  CoachingRulesSource,
  Directory,
  PersonShortcuts,
  Policies,
  Relays,
  SoftphoneTokens,
} from '../../ports/index.ts';
import type { Routes } from '../routes.ts';
import { shortcutsBody, softphoneTokenBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface MeRouteDeps {
  readonly authenticate: Authenticate;
  readonly directory: Pick<Directory, 'refresh'>;
  readonly policies: Pick<Policies, 'lastKnown'>;
  readonly softphoneTokens: SoftphoneTokens;
  readonly relays: Relays;
  readonly shortcuts: PersonShortcuts;
  readonly coachingRules: CoachingRulesSource;
}

/** What a person can choose from under a policy, in the person's language. */
function vocabularyIn(policy: Policy, locale: string | undefined) {
  const language = languageOf(locale);
  const { helpReasons, modes, dispositions, dispositionFamilies, reasonFamilies } = TEXTS[language];
  const vocabulary = vocabularyOf(policy);
  const { reasons, outcomes } = vocabulary;
  return {
    version: policy.version,
    helpReasons: HELP_REASON_CODES.map((code) => ({ code, label: helpReasons[code] })),
    reasons: offered(reasons).map(({ code, family, noteRequired }) => ({
      code,
      family,
      familyLabel: reasonFamilies[family] ?? spelled(family),
      label: labelIn(reasons, code, locale),
      noteRequired,
    })),
    dispositions: (Object.keys(DISPOSITIONS) as DispositionCode[]).map((code) => ({
      code,
      label: dispositions[code],
      family: dispositionFamily(code),
      familyLabel: dispositionFamilies[dispositionFamily(code)],
      countsAsSaved: countsAsSaved(code),
    })),
    outcomes: offered(outcomes).map(({ code, countsAsSaved: isSaved }) => ({
      code,
      label: labelIn(outcomes, code, locale),
      countsAsSaved: isSaved,
    })),
    criteria: criteriaIn(vocabulary, [locale ?? language, language, 'en']).map(
      ({ verdict, text }) => ({ verdict, text }),
    ),
    modes: MODES.map((mode) => ({ mode, label: modes[mode], heardBy: HEARD_BY[mode] })),
  };
}

/** The signed-in person: rights, shortcuts, vocabulary, and the softphone's token. */
export const meRoutes =
  ({
    authenticate,
    directory,
    policies,
    softphoneTokens,
    relays,
    shortcuts,
    coachingRules,
  }: MeRouteDeps): Routes =>
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

    router.get('/api/me/shortcuts', async (ctx) => {
      ctx.body = { shortcuts: await shortcuts.of(await authenticate.known(ctx)) };
    });

    router.put('/api/me/shortcuts', async (ctx) => {
      const person = await authenticate.known(ctx);
      await shortcuts.store(person, valid(shortcutsBody, ctx.request.body));
      ctx.status = 204;
    });

    router.get('/api/vocabulary', async (ctx) => {
      const { orgId, locale } = await authenticate.known(ctx);
      ctx.body = {
        ...vocabularyIn(policies.lastKnown(orgId), locale),
        debriefDueDays: coachingRules.of(orgId).debriefs.dueDays,
        tags: coachingRules.of(orgId).tags,
      };
    });

    router.post('/api/softphone/token', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { forTest } = valid(softphoneTokenBody, ctx.request.body ?? {});
      const iceServers = await relays.of(person);
      ctx.body = {
        ...softphoneTokens.issue(person, { forTest }),
        ...(iceServers.length > 0 && { iceServers }),
      };
    });
  };
