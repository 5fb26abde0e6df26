import type Router from '@koa/router';
import { acknowledgeNotice } from '../../commands/acknowledgeNotice.ts';
import { changeMode, type Switching } from '../../commands/changeMode.ts';
import { claimWord, releaseWord } from '../../commands/claimWord.ts';
import { giveOutcome } from '../../commands/giveOutcome.ts';
import { renewPresence, type Presence } from '../../commands/keepPresence.ts';
import { leaveCall } from '../../commands/leaveCall.ts';
import { provePin, type Pinning } from '../../commands/stepUp/pin.ts';
import type { Supervised } from '../../commands/onIntervention.ts';
import type { Store } from '../../ports.ts';
import type { Authenticate } from '../authenticate.ts';
import { granted } from '../errors.ts';
import { interventionsDue, interventionView } from '../presenters.ts';
import { changeModeBody, outcomeBody, valid } from '../schemas.ts';

export interface InterventionRoutes extends Switching, Presence, Pinning {
  readonly store: Store;
  readonly authenticate: Authenticate;
}

export function interventionRoutes(router: Router, deps: InterventionRoutes): void {
  const { authenticate, store } = deps;

  router.get('/api/interventions', async (ctx) => {
    const person = await authenticate(ctx);
    const calls = await store.findCalls({ orgId: person.orgId, outcomeDueBy: person.userId });
    ctx.body = { interventions: interventionsDue(calls, person) };
  });

  router.post('/api/interventions/:interventionId/mode', async (ctx) => {
    const person = await authenticate(ctx);
    const { pin, ...body } = valid(changeModeBody, ctx.request.body);
    if (pin) granted(await provePin(deps, person, pin));
    const changed = await changeMode(deps, person, { ...body, interventionId: ctx.params.interventionId! });
    ctx.status = 202;
    ctx.body = shown(changed);
  });

  router.put('/api/interventions/:interventionId/claim', async (ctx) => {
    const person = await authenticate(ctx);
    ctx.body = shown(await claimWord(deps, person, { interventionId: ctx.params.interventionId! }));
  });

  router.delete('/api/interventions/:interventionId/claim', async (ctx) => {
    const person = await authenticate(ctx);
    ctx.body = shown(await releaseWord(deps, person, { interventionId: ctx.params.interventionId! }));
  });

  router.post('/api/interventions/:interventionId/presence', async (ctx) => {
    const person = await authenticate(ctx);
    granted(await renewPresence(deps, person, { interventionId: ctx.params.interventionId! }));
    ctx.status = 204;
  });

  router.post('/api/interventions/:interventionId/leave', async (ctx) => {
    const person = await authenticate(ctx);
    const left = await leaveCall(deps, person, { interventionId: ctx.params.interventionId! });
    ctx.status = 202;
    ctx.body = shown(left);
  });

  router.post('/api/interventions/:interventionId/outcome', async (ctx) => {
    const person = await authenticate(ctx);
    const body = valid(outcomeBody, ctx.request.body);
    const judged = await giveOutcome(deps, person, { ...body, interventionId: ctx.params.interventionId! });
    ctx.body = shown(judged);
  });

  router.post('/api/notices/:noticeId/acknowledge', async (ctx) => {
    const person = await authenticate(ctx);
    granted(await acknowledgeNotice(deps, person, { noticeId: ctx.params.noticeId! }));
    ctx.status = 204;
  });
}

function shown(result: Supervised) {
  const { call, intervention } = granted(result);
  return { intervention: interventionView(call, intervention) };
}
