import {
  hangUp,
  holdCustomer,
  type ControlOwnCallDeps,
} from '../../commands/calls/controlOwnCall.ts';
import { playDisclosure, type DisclosureDeps } from '../../commands/calls/disclosure.ts';
import { pauseRecording, type PauseRecordingDeps } from '../../commands/calls/pauseRecording.ts';
import { placeCall, type PlaceCallDeps } from '../../commands/calls/placeCall.ts';
import { withDevice, type WithDeviceDeps } from '../../commands/people/reach.ts';
import { provePin, type PinDeps } from '../../commands/stepUp/pin.ts';
import { moveToCall, type MoveToCallDeps } from '../../commands/supervision/moveToCall.ts';
import { startIntervention } from '../../commands/supervision/startIntervention.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { readerOf } from '../../domain/texts/texts.ts';
import type { InterventionKeys, Store } from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import {
  callsQuery,
  holdBody,
  pauseRecordingBody,
  placeCallBody,
  startInterventionBody,
  valid,
} from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import { callView, interventionView, isShownTo, type ViewContext } from '../views/presenters.ts';
import { connectionFor } from '../views/repCallViews.ts';

type CallReader = Pick<Store, 'loadCall' | 'findCalls'>;

export interface CallRouteDeps {
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
  readonly store: CallReader;
  readonly repCommands: PlaceCallDeps & ControlOwnCallDeps;
  readonly disclosure: DisclosureDeps;
  readonly recording: PauseRecordingDeps;
  readonly supervision: MoveToCallDeps;
  readonly interventionKeys: Pick<InterventionKeys, 'issue'>;
  readonly pin: PinDeps;
  readonly reach: WithDeviceDeps;
}

/** Calls: listed, placed and controlled by their rep, and joined by supervisors. */
export const callRoutes =
  (deps: CallRouteDeps): Routes =>
  (router) => {
    for (const routes of [callListRoutes, joinRoutes, ownCallRoutes]) routes(deps)(router);
  };

/** The calls that a person may see. */
const callListRoutes =
  (deps: CallRouteDeps): Routes =>
  (router) => {
    const { authenticate, viewing, store } = deps;

    router.get('/api/calls', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { opportunityId } = valid(callsQuery, ctx.query);
      const calls = await store.findCalls({
        orgId: person.orgId,
        opportunityId,
        status: ['ringing', 'live'],
      });
      const view = viewing(person);
      ctx.body = {
        calls: calls
          .filter((call) => isShownTo(person, call, view))
          .map((call) => callView(call, person, view)),
      };
    });

    router.get('/api/calls/:callId', async (ctx) => {
      const person = await authenticate.known(ctx);
      const view = viewing(person);
      ctx.body = callView(
        await visibleCall(store, person, { callId: ctx.params.callId!, view }),
        person,
        view,
      );
    });
  };

/** Supervisors join, also from another call. */
const joinRoutes =
  (deps: CallRouteDeps): Routes =>
  (router) => {
    const { authenticate } = deps;

    router.post('/api/calls/:callId/interventions', async (ctx) => {
      const signedIn = await authenticate(ctx);
      const { pin, moveFrom, ...body } = valid(startInterventionBody, ctx.request.body);
      if (pin) orRefuse(await provePin(deps.pin, signedIn, { pin }));
      const { person, device } = orRefuse(await withDevice(deps.reach, signedIn, body));
      const request = { ...body, device, callId: ctx.params.callId! };
      const { call, intervention } = orRefuse(
        moveFrom
          ? await moveToCall(deps.supervision, person, { ...request, moveFrom })
          : await startIntervention(deps.supervision, person, request),
      );
      ctx.status = 201;
      ctx.body = {
        key: await deps.interventionKeys.issue(intervention.interventionId),
        intervention: interventionView(call, intervention, readerOf(person)),
        connect:
          intervention.device === 'softphone'
            ? { params: { interventionId: intervention.interventionId } }
            : { ringing: intervention.device },
      };
    });
  };

/** What a rep does with a call of their own. */
const ownCallRoutes =
  (deps: CallRouteDeps): Routes =>
  (router) => {
    const { authenticate, viewing, repCommands } = deps;
    const answerOf = callAnswer(viewing);

    router.post('/api/calls', async (ctx) => {
      const person = await authenticate(ctx);
      const request = valid(placeCallBody, ctx.request.body);
      const call = orRefuse(await placeCall(repCommands, person, request));
      ctx.status = 201;
      ctx.body = {
        ...answerOf(call, person),
        connect: connectionFor(call),
      };
    });

    router.post('/api/calls/:callId/hold', async (ctx) => {
      const person = await authenticate.session(ctx);
      const { onHold } = valid(holdBody, ctx.request.body);
      const call = orRefuse(
        await holdCustomer(repCommands, person, { callId: ctx.params.callId!, onHold }),
      );
      ctx.status = 202;
      ctx.body = answerOf(call, person);
    });

    router.post('/api/calls/:callId/recording', async (ctx) => {
      const person = await authenticate.session(ctx);
      const { paused } = valid(pauseRecordingBody, ctx.request.body);
      const call = orRefuse(
        await pauseRecording(deps.recording, person, { callId: ctx.params.callId!, paused }),
      );
      ctx.status = 202;
      ctx.body = answerOf(call, person);
    });

    router.post('/api/calls/:callId/hangup', async (ctx) => {
      const person = await authenticate.session(ctx);
      const call = orRefuse(await hangUp(repCommands, person, { callId: ctx.params.callId! }));
      ctx.status = 202;
      ctx.body = answerOf(call, person);
    });

    router.post('/api/calls/:callId/disclosure', async (ctx) => {
      const person = await authenticate.known(ctx);
      const call = orRefuse(
        await playDisclosure(deps.disclosure, person, { callId: ctx.params.callId! }),
      );
      ctx.status = 202;
      ctx.body = answerOf(call, person);
    });
  };

/**
 * Returns the call. Throws the same refusal for a call that the person is not allowed to see as for
 * an unknown one.
 */
async function visibleCall(
  store: CallReader,
  person: Person,
  { callId, view }: { readonly callId: string; readonly view: ViewContext },
): Promise<Call> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== person.orgId || !isShownTo(person, call, view))
    throw new Refused(refusal('call_not_found'));
  return call;
}
