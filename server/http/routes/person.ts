import type Router from '@koa/router';
import { HEARD_BY, MODE_LABEL, MODES } from '../../domain/modes.ts';
import { OUTCOMES, REASONS, SCRIPTS, noteRequiredFor, type ReasonCode } from '../../domain/vocabulary.ts';
import type { SoftphoneTokens } from '../../ports.ts';
import type { Authenticate } from '../authenticate.ts';

export interface PersonRoutes {
  readonly authenticate: Authenticate;
  readonly softphoneTokens: SoftphoneTokens;
}

const VOCABULARY = {
  reasons: Object.entries(REASONS).map(([code, { family, label }]) => ({
    code, family, label, noteRequired: noteRequiredFor(code as ReasonCode),
  })),
  outcomes: Object.entries(OUTCOMES).map(([code, label]) => ({ code, label })),
  scripts: SCRIPTS,
  modes: MODES.map((mode) => ({ mode, label: MODE_LABEL[mode], heardBy: HEARD_BY[mode] })),
};

export function personRoutes(router: Router, { authenticate, softphoneTokens }: PersonRoutes): void {
  router.get('/api/me', async (ctx) => {
    const { userId, name, roles, permittedModes } = await authenticate(ctx);
    ctx.body = { user: { userId, name, roles }, modes: permittedModes };
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
