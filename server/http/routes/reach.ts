import {
  changeRepDevice,
  changeSupervisorDevice,
  type ChangeDeviceDeps,
} from '../../commands/calls/changeDevice.ts';
import {
  askReachCode,
  chooseReach,
  confirmReach,
  reachOptions,
  type ReachDeps,
} from '../../commands/people/reach.ts';
import type { Person } from '../../domain/call/people.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { deviceBody, reachBody, reachCodeBody, reachConfirmBody, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import type { ViewContext } from '../views/presenters.ts';

export interface ReachRouteDeps {
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
  readonly reach: ReachDeps;
  readonly changes: ChangeDeviceDeps;
}

/** The device on which calls reach a person, and changing it during a call. */
export const reachRoutes =
  ({ authenticate, viewing, reach, changes }: ReachRouteDeps): Routes =>
  (router) => {
    const answerOf = callAnswer(viewing);
    router.get('/api/me/reach', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = await reachOptions(reach, person);
    });

    router.put('/api/me/reach', async (ctx) => {
      const person = await authenticate.known(ctx);
      ctx.body = orRefuse(await chooseReach(reach, person, valid(reachBody, ctx.request.body)));
    });

    router.post('/api/me/reach/code', async (ctx) => {
      const person = await authenticate(ctx);
      const asked = valid(reachCodeBody, ctx.request.body);
      ctx.status = 202;
      ctx.body = orRefuse(await askReachCode(reach, person, asked));
    });

    router.post('/api/me/reach/confirm', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { code } = valid(reachConfirmBody, ctx.request.body);
      ctx.body = orRefuse(await confirmReach(reach, person, { code }));
    });

    router.post('/api/calls/:callId/device', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { device } = valid(deviceBody, ctx.request.body);
      const callId = ctx.params.callId!;
      const call = orRefuse(await changeRepDevice(changes, person, { callId, device }));
      ctx.status = 202;
      ctx.body = {
        ...answerOf(call, person),
        connect:
          device === 'softphone' ? { params: { callId, change: 'true' } } : { ringing: device },
      };
    });

    router.post('/api/interventions/:interventionId/device', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { device } = valid(deviceBody, ctx.request.body);
      const interventionId = ctx.params.interventionId!;
      const call = orRefuse(
        await changeSupervisorDevice(changes, person, { interventionId, device }),
      );
      ctx.status = 202;
      ctx.body = {
        ...answerOf(call, person),
        connect:
          device === 'softphone'
            ? { params: { interventionId, change: 'true' } }
            : { ringing: device },
      };
    });
  };
