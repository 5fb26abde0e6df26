import type { Context } from 'koa';
import type { Result } from '../../commands/transact/result.ts';
import {
  cancelTransfer,
  completeTransfer,
  requestTransfer,
  type TransferDeps,
} from '../../commands/calls/transferCall.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Directory } from '../../ports/index.ts';
import type { Authenticate } from '../authenticate.ts';
import { orRefuse, Refused } from '../errors.ts';
import { callView, type ViewContext } from '../presenters.ts';
import { colleaguesQuery, transferBody, valid } from '../schemas.ts';
import type { Routes } from '../routes.ts';

export interface TransferRouteDeps {
  readonly transfers: TransferDeps;
  readonly directory: Pick<Directory, 'colleagues'>;
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
}

/** A rep's transfer of a call to a colleague: request, then complete or cancel. */
export const transferRoutes =
  (deps: TransferRouteDeps): Routes =>
  (router) => {
    const { authenticate, directory, viewing, transfers } = deps;
    const accepted = (ctx: Context, person: Person, result: Result<Call>): void => {
      ctx.body = { call: callView(orRefuse(result), person, viewing(person)) };
      ctx.status = 202;
    };

    router.get('/api/colleagues', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { search } = valid(colleaguesQuery, ctx.query);
      if (!person.roles.includes('rep')) throw new Refused(refusal('not_a_rep'));
      const found = await directory.colleagues(person.orgId, search);
      ctx.body = { colleagues: found.filter(({ userId }) => userId !== person.userId) };
    });

    router.post('/api/calls/:callId/transfer', async (ctx) => {
      const person = await authenticate(ctx);
      const request = valid(transferBody, ctx.request.body);
      accepted(
        ctx,
        person,
        await requestTransfer(transfers, person, { ...request, callId: ctx.params.callId! }),
      );
    });

    router.post('/api/calls/:callId/transfer/complete', async (ctx) => {
      const person = await authenticate.known(ctx);
      accepted(ctx, person, await completeTransfer(transfers, person, ctx.params.callId!));
    });

    router.post('/api/calls/:callId/transfer/cancel', async (ctx) => {
      const person = await authenticate.session(ctx);
      accepted(ctx, person, await cancelTransfer(transfers, person, ctx.params.callId!));
    });
  };
