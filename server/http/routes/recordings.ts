import { finishedCallsOf, type FinishedCallsDeps } from '../../commands/calls/finishedCalls.ts';
import {
  findRecording,
  openRecording,
  recordingsHeardBy,
  recordingsOf,
  recordingsOfCall,
  type OpenRecordingDeps,
} from '../../commands/recordings/openRecording.ts';
import { monitoringScope } from '../../domain/policy/monitoringScope.ts';
import type {
  Clock,
  CoachingRulesSource,
  Debriefs,
  Ids,
  OneTimeSecrets,
} from '../../ports/index.ts';
import { orRefuse } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { finishedCallsQuery, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { finishedCallView } from '../views/finishedCallView.ts';
import { recordingView } from '../views/presenters.ts';

export interface RecordingRouteDeps {
  readonly authenticate: Authenticate;
  readonly recordings: OpenRecordingDeps;
  readonly finished: FinishedCallsDeps;
  readonly secrets: Pick<OneTimeSecrets, 'store'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly coachingRules: CoachingRulesSource;
  readonly debriefs: Pick<Debriefs, 'plannedFor'>;
}

/** Longest time from the click on Play to the request for the sound. */
const TICKET_MS = 30_000;

/** The recording id is part of the secret, so that a ticket opens only its own recording. */
const secretOf = (recordingId: string, ticket: string): string => `${recordingId}:${ticket}`;

/** Ended calls and recordings. A recording is played with a single-use ticket, which is audited. */
export const recordingRoutes =
  (deps: RecordingRouteDeps): Routes =>
  (router) => {
    const { authenticate, secrets, clock, ids } = deps;

    router.get('/api/finished-calls', async (ctx) => {
      const person = await authenticate(ctx);
      const { endedAt, callId, sample, flagged } = valid(finishedCallsQuery, ctx.query);
      const { sampledPerWeek, newRepDays } = deps.coachingRules.of(person.orgId);
      const { calls, next, mayBeReviewed } = await finishedCallsOf(deps.finished, person, {
        before: endedAt && callId ? { endedAt, callId } : undefined,
        isFlagged: flagged !== undefined,
        sample: sample && { callsPerWeek: sampledPerWeek, newRepDays },
      });
      const policy = await deps.recordings.policies.inForce(person.orgId);
      const now = clock.now();
      const heard = recordingsHeardBy(person, policy, now);
      const planned = await deps.debriefs.plannedFor(
        person.orgId,
        calls.map((call) => call.callId),
      );
      ctx.body = {
        calls: calls.map((call) =>
          finishedCallView(call, person, {
            heard: heard(call),
            debriefs: planned.get(call.callId) ?? [],
            isSample: sample !== undefined,
            mayBeReviewed: mayBeReviewed.has(call.callId),
          }),
        ),
        next,
        /** Says why there are none. */
        monitors: monitoringScope(policy, person, now),
      };
    });

    router.get('/api/interventions/:interventionId/recordings', async (ctx) => {
      const person = await authenticate(ctx);
      const recordings = orRefuse(
        await recordingsOf(deps.recordings, person, { interventionId: ctx.params.interventionId! }),
      );
      ctx.body = { recordings: recordings.map(recordingView) };
    });

    router.get('/api/calls/:callId/recordings', async (ctx) => {
      const person = await authenticate(ctx);
      const recordings = orRefuse(
        await recordingsOfCall(deps.recordings, person, { callId: ctx.params.callId! }),
      );
      ctx.body = { recordings: recordings.map(recordingView) };
    });

    router.get('/api/recordings/:recordingId/details', async (ctx) => {
      const person = await authenticate(ctx);
      const recordingId = ctx.params.recordingId!;
      const { recording } = orRefuse(await findRecording(deps.recordings, person, { recordingId }));
      ctx.body = { recordings: [recordingView(recording)] };
    });

    router.post('/api/recordings/:recordingId/ticket', async (ctx) => {
      const person = await authenticate(ctx);
      const recordingId = ctx.params.recordingId!;
      orRefuse(await findRecording(deps.recordings, person, { recordingId }));
      const [ticket, expiresAt] = [
        ids.next(),
        new Date(Date.parse(clock.now()) + TICKET_MS).toISOString(),
      ];
      await secrets.store(secretOf(recordingId, ticket), {
        orgId: person.orgId,
        userId: person.userId,
        purpose: 'recording',
        expiresAt,
      });
      ctx.status = 201;
      ctx.body = {
        link: `/api/recordings/${encodeURIComponent(recordingId)}?ticket=${ticket}`,
        expiresAt,
      };
    });

    router.get('/api/recordings/:recordingId', async (ctx) => {
      const recordingId = ctx.params.recordingId!;
      const { ticket } = ctx.query;
      const person =
        typeof ticket === 'string'
          ? await authenticate.byTicket(ctx, secretOf(recordingId, ticket), 'recording')
          : await authenticate(ctx);
      const { contentType, sound } = orRefuse(
        await openRecording(deps.recordings, person, { recordingId }),
      );
      ctx.type = contentType;
      ctx.set('cache-control', 'no-store');
      // Lets the org's pages, which are another site, play it. Access was checked above.
      ctx.set('cross-origin-resource-policy', 'cross-origin');
      ctx.body = sound;
    });
  };
