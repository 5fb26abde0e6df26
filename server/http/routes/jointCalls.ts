import { z } from 'zod';
import {
  cancelJointCall,
  jointCallPartnersOf,
  jointCallsOf,
  moveJointCall,
  planJointCall,
  type JointCallDeps,
  type ShownJointCall,
} from '../../commands/supervision/jointCalls.ts';
import type { Person } from '../../domain/call/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { recordId, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';

export interface JointCallRouteDeps {
  readonly authenticate: Authenticate;
  readonly joint: JointCallDeps;
}

const listQuery = z.object({ partners: z.literal('true').optional() });
const planBody = z.object({
  withUserId: recordId,
  as: z.enum(['rep', 'supervisor']),
  startsAt: z.iso.datetime({ offset: true }),
  opportunityId: recordId.optional(),
});
const moveBody = planBody.pick({ startsAt: true });

/** Joint calls: a rep and a supervisor plan to talk to a customer together. */
export const jointCallRoutes =
  ({ authenticate, joint }: JointCallRouteDeps): Routes =>
  (router) => {
    router.get('/api/joint-calls', async (ctx) => {
      const person = await authenticate(ctx);
      const { partners } = valid(listQuery, ctx.query);
      const jointCalls = await jointCallsOf(joint, person);
      ctx.body = {
        jointCalls: jointCalls.map((one) => jointCallView(one, person)),
        ...(partners && {
          partners: (await jointCallPartnersOf(joint, person)).map(
            ({ person: { userId, name }, as }) => ({ userId, name, as }),
          ),
        }),
      };
    });

    router.post('/api/joint-calls', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(planBody, ctx.request.body);
      ctx.status = 201;
      ctx.body = jointCallView(orRefuse(await planJointCall(joint, person, asked)), person);
    });

    router.put('/api/joint-calls/:jointCallId', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { startsAt } = valid(moveBody, ctx.request.body);
      const jointCallId = ctx.params.jointCallId!;
      const moved = orRefuse(await moveJointCall(joint, person, { jointCallId, startsAt }));
      ctx.body = { jointCallId, startsAt: moved.startsAt };
    });

    router.delete('/api/joint-calls/:jointCallId', async (ctx) => {
      const person = await authenticate.known(ctx);
      orRefuse(await cancelJointCall(joint, person, { jointCallId: ctx.params.jointCallId! }));
      ctx.status = 204;
    });
  };

const jointCallView = (
  { jointCall, rep, supervisor, reasonCode }: ShownJointCall,
  { userId }: Person,
) => ({
  jointCallId: jointCall.jointCallId,
  you: userId === jointCall.repUserId ? ('rep' as const) : ('supervisor' as const),
  rep,
  supervisor,
  startsAt: jointCall.startsAt,
  status: jointCall.status,
  opportunityId: jointCall.opportunityId,
  callId: jointCall.callId,
  reasonCode,
});
