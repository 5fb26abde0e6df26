import type { Context } from 'koa';
import {
  inviteGuest,
  leaveToGuest,
  removeGuest,
  type GuestDeps,
} from '../../commands/calls/inviteGuest.ts';
import {
  cancelTransfer,
  completeTransfer,
  requestGroupTransfer,
  requestTransfer,
  type GroupTransferDeps,
} from '../../commands/calls/transferCall.ts';
import { transferGroupsFor } from '../../commands/calls/transferGroups.ts';
import type { Result } from '../../commands/transact/result.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Directory } from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { colleaguesQuery, guestBody, transferBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import type { ViewContext } from '../views/presenters.ts';

export interface TransferRouteDeps {
  readonly transfers: GroupTransferDeps;
  readonly guests: GuestDeps;
  readonly directory: Pick<Directory, 'colleagues' | 'person'>;
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
}

/** How many colleagues are listed at a time. */
const PAGE = 20;

/**
 * A rep's transfer of a call, request, then complete or cancel; and third parties on it.
 */
export const transferRoutes =
  (deps: TransferRouteDeps): Routes =>
  (router) => {
    for (const routes of [targetRoutes, passOnRoutes, guestRoutes]) routes(deps)(router);
  };

/** To whom a rep can pass a call. */
const targetRoutes =
  (deps: TransferRouteDeps): Routes =>
  (router) => {
    const { authenticate, directory, transfers } = deps;

    router.get('/api/colleagues', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { search, from } = valid(colleaguesQuery, ctx.query);
      if (!person.roles.includes('rep')) throw new Refused(refusal('not_a_rep'));
      const found = await directory.colleagues(person.orgId, search);
      const others = found.filter(({ userId }) => userId !== person.userId);
      ctx.body = { colleagues: others.slice(from, from + PAGE), total: others.length };
    });

    router.get('/api/transfer-targets', async (ctx) => {
      const person = await authenticate.known(ctx);
      if (!person.roles.includes('rep')) throw new Refused(refusal('not_a_rep'));
      const managers = await Promise.all(
        person.managerIds.map((userId) => directory.person(person.orgId, userId)),
      );
      ctx.body = {
        managers: managers.flatMap((manager) =>
          manager?.active ? [{ userId: manager.userId, name: manager.name }] : [],
        ),
        groups: await transferGroupsFor(transfers, person),
      };
    });
  };

/** A call is passed on. */
const passOnRoutes =
  (deps: TransferRouteDeps): Routes =>
  (router) => {
    const { authenticate, transfers } = deps;
    const answerOf = callAnswer(deps.viewing);
    const accepted = (ctx: Context, person: Person, result: Result<Call>): void => {
      ctx.body = answerOf(orRefuse(result), person);
      ctx.status = 202;
    };

    router.post('/api/calls/:callId/transfer', async (ctx) => {
      const person = await authenticate(ctx);
      const request = { ...valid(transferBody, ctx.request.body), callId: ctx.params.callId! };
      accepted(
        ctx,
        person,
        'toGroup' in request
          ? await requestGroupTransfer(transfers, person, request)
          : await requestTransfer(transfers, person, request),
      );
    });

    router.post('/api/calls/:callId/transfer/complete', async (ctx) => {
      const person = await authenticate.known(ctx);
      accepted(
        ctx,
        person,
        await completeTransfer(transfers, person, { callId: ctx.params.callId! }),
      );
    });

    router.post('/api/calls/:callId/transfer/cancel', async (ctx) => {
      const person = await authenticate.session(ctx);
      accepted(
        ctx,
        person,
        await cancelTransfer(transfers, person, { callId: ctx.params.callId! }),
      );
    });
  };

/** Third parties on a call. */
const guestRoutes =
  (deps: TransferRouteDeps): Routes =>
  (router) => {
    const { authenticate, guests } = deps;
    const answerOf = callAnswer(deps.viewing);
    const accepted = (ctx: Context, person: Person, result: Result<Call>): void => {
      ctx.body = answerOf(orRefuse(result), person);
      ctx.status = 202;
    };

    router.post('/api/calls/:callId/guests', async (ctx) => {
      const person = await authenticate(ctx);
      const { leave, holdCustomer, requestId, ...to } = valid(guestBody, ctx.request.body);
      accepted(
        ctx,
        person,
        await inviteGuest(guests, person, {
          callId: ctx.params.callId!,
          requestId,
          to: 'toUserId' in to ? { userId: to.toUserId } : { number: to.toNumber },
          leave,
          holdCustomer,
        }),
      );
    });

    router.delete('/api/calls/:callId/guests/:guestId', async (ctx) => {
      const person = await authenticate.session(ctx);
      const { callId, guestId } = ctx.params;
      accepted(
        ctx,
        person,
        await removeGuest(guests, person, { callId: callId!, guestId: guestId! }),
      );
    });

    router.post('/api/calls/:callId/guests/:guestId/leave', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { callId, guestId } = ctx.params;
      accepted(
        ctx,
        person,
        await leaveToGuest(guests, person, { callId: callId!, guestId: guestId! }),
      );
    });
  };
