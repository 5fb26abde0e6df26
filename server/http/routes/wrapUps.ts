import { linkCustomer } from '../../commands/calls/linkCustomer.ts';
import {
  callsToWrapUp,
  recordsOfCall,
  wrapUpCall,
  type WrapUpDeps,
} from '../../commands/calls/wrapUpCall.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { linkCustomerBody, valid, wrapUpBody } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callRecordView, repCallView } from '../views/repCallViews.ts';

export interface WrapUpRouteDeps {
  readonly authenticate: Authenticate;
  readonly wrapUps: WrapUpDeps;
}

/** Wrap-ups: what reps say of their own ended calls. */
export const wrapUpRoutes =
  ({ authenticate, wrapUps }: WrapUpRouteDeps): Routes =>
  (router) => {
    router.get('/api/wrap-ups', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { calls, total } = await callsToWrapUp(wrapUps, person);
      ctx.body = { calls: calls.flatMap((call) => repCallView(call, person.userId) ?? []), total };
    });

    router.get('/api/calls/:callId/records', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { subjects, areMore } = orRefuse(
        await recordsOfCall(wrapUps, person, { callId: ctx.params.callId! }),
      );
      ctx.body = { records: subjects.map(callRecordView), areMore };
    });

    router.put('/api/calls/:callId/customer', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { contactId } = valid(linkCustomerBody, ctx.request.body);
      const call = orRefuse(
        await linkCustomer(wrapUps, person, { callId: ctx.params.callId!, contactId }),
      );
      ctx.body = { record: callRecordView(call) };
    });

    router.put('/api/calls/:callId/wrap-up', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { about, ...said } = valid(wrapUpBody, ctx.request.body);
      const call = orRefuse(
        await wrapUpCall(wrapUps, person, {
          ...said,
          callId: ctx.params.callId!,
          ...(about && { about: 'none' in about ? 'none' : about }),
        }),
      );
      ctx.body = { call: repCallView(call, person.userId) };
    });
  };
