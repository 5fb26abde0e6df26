import type Router from '@koa/router';
import { HELP_REASONS } from '../../domain/help/helpRequest.ts';
import { HEARD_BY, MODE_LABEL, MODES } from '../../domain/call/modes.ts';
import { OUTCOMES, REASONS, noteRequiredFor, type ReasonCode } from '../../domain/supervision/reasons.ts';
import { SCRIPTS } from '../../domain/notices/phrases.ts';
import type { Person } from '../../domain/people/people.ts';
import type { Directory, SoftphoneTokens } from '../../ports/index.ts';
import type { Authenticate } from '../authenticate.ts';

export interface MeRouteDeps {
  readonly authenticate: Authenticate;
  readonly directory: Directory;
  readonly softphoneTokens: SoftphoneTokens;
}

const VOCABULARY = {
  helpReasons: Object.entries(HELP_REASONS).map(([code, label]) => ({ code, label })),
  reasons: Object.entries(REASONS).map(([code, { family, label }]) => ({
    code, family, label, noteRequired: noteRequiredFor(code as ReasonCode),
  })),
  outcomes: Object.entries(OUTCOMES).map(([code, label]) => ({ code, label })),
  scripts: SCRIPTS.en,
  modes: MODES.map((mode) => ({ mode, label: MODE_LABEL[mode], heardBy: HEARD_BY[mode] })),
};

/** The signed-in person, the vocabulary of codes and labels, and the softphone's token. */
export function meRoutes(router: Router, { authenticate, directory, softphoneTokens }: MeRouteDeps): void {
  const view = ({ userId, name, roles, permittedModes, asOf }: Person) => ({ user: { userId, name, roles }, modes: permittedModes, asOf });

  router.get('/api/me', async (ctx) => {
    ctx.body = view(await authenticate(ctx));
  });

  router.post('/api/me/refresh', async (ctx) => {
    const { orgId, userId } = await authenticate(ctx);
    directory.refresh(orgId, userId);
    ctx.body = view(await authenticate(ctx));
  });

  router.get('/api/vocabulary', async (ctx) => {
    await authenticate(ctx);
    ctx.body = VOCABULARY;
  });

  router.post('/api/softphone/token', async (ctx) => {
    const person = await authenticate(ctx);
    ctx.body = softphoneTokens.issue(person);
  });
}
