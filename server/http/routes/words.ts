import { z } from 'zod';
import { claimCall } from '../../commands/alerts/claimCall.ts';
import type { IsRepNew } from '../../commands/alerts/newReps.ts';
import { answerSummons } from '../../commands/alerts/summonses.ts';
import { recordingsHeardBy } from '../../commands/recordings/openRecording.ts';
import type { DecideOnDeps } from '../../commands/transact/decideOn.ts';
import type { LostWords } from '../../commands/words/hearing.ts';
import { readTranscript, type ReadTranscriptDeps } from '../../commands/words/readTranscript.ts';
import type { AlertRule } from '../../domain/alerts/rule.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { mayReadWords, maySeeAlerts } from '../../domain/supervision/transcriptReaders.ts';
import { alertLabel } from '../../domain/texts/alertLabels.ts';
import { languageOf } from '../../domain/texts/texts.ts';
import { since } from '../../domain/transcript/figures.ts';
import type {
  AlertMutes,
  CallAlert,
  CallAlerts,
  CallClaims,
  Clock,
  Policies,
  RepFollows,
  Store,
} from '../../ports/index.ts';
import { orRefuse, Refused } from '../errors.ts';
import type { Routes } from '../routes.ts';
import { recordId, valid } from '../schemas.ts';
import type { Authenticate } from '../session/authenticate.ts';
import { callAnswer } from '../views/callAnswer.ts';
import type { cuesView } from '../views/cueViews.ts';
import type { ViewContext } from '../views/presenters.ts';
import {
  alertViews,
  attentionView,
  lineView,
  talkView,
  transcriptView,
} from '../views/wordsViews.ts';

export interface WordRouteDeps {
  readonly authenticate: Authenticate;
  readonly viewing: (person: Person) => ViewContext;
  readonly store: Pick<Store, 'loadCall'>;
  readonly clock: Clock;
  readonly reading: ReadTranscriptDeps;
  /** The card and the checklist that the rep of the call is shown. */
  readonly cuesOf: (call: Call, now: string) => Promise<ReturnType<typeof cuesView>>;
  /** Whose words are missing now, because a transcription failed. */
  readonly lostWords: (call: Call) => readonly LostWords[];
  readonly alertsOf: (call: Call) => Promise<readonly CallAlert[]>;
  /** Preloads the alerts of these calls in one query. */
  readonly loadAlerts: (callIds: readonly string[]) => Promise<void>;
  readonly isRepNew: IsRepNew;
  readonly openCalls: () => Iterable<Call>;
  readonly alerts: Pick<CallAlerts, 'find' | 'mark'>;
  readonly mutes: AlertMutes;
  /** An org's rule that is in force. */
  readonly alertRule: (
    orgId: string,
    ruleName: string,
  ) => Pick<AlertRule, 'label' | 'family'> | undefined;
  readonly claims: CallClaims;
  readonly summonses: DecideOnDeps & { readonly policies: Pick<Policies, 'inForce'> };
  readonly follows: RepFollows;
  /** Called when something about a call that people see has changed: alerts, their marks, or claims. */
  readonly onChanged: (call: Pick<Call, 'orgId' | 'callId'>) => void;
}

/** How far back the transcript of a live call is sent. */
const MISSED_MS = 60_000;

const markBody = z.object({ useful: z.boolean() });
const muteBody = z.object({
  ruleName: z.string().min(1).max(80),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .optional(),
});
const claimBody = z.object({ forJoin: z.boolean().optional() });
/** Given back only if it was taken by joining. */
const unclaimQuery = z.object({ forJoin: z.literal('true').optional() });
const unfollowBody = z.object({ repUserId: recordId });
const followBody = unfollowBody.extend({ kind: z.enum(['every_call', 'next_call']) });

/** Transcripts, alerts, and the attention that calls need. */
export const wordRoutes =
  (deps: WordRouteDeps): Routes =>
  (router) => {
    for (const routes of [transcriptRoutes, attentionRoutes, alertRoutes, followRoutes])
      routes(deps)(router);
  };

/** What was said on a call. */
const transcriptRoutes =
  (deps: WordRouteDeps): Routes =>
  (router) => {
    const { authenticate, viewing, clock } = deps;

    router.get('/api/calls/:callId/words', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { call, lines, seesAlerts } = orRefuse(
        await readTranscript(deps.reading, person, { callId: ctx.params.callId! }),
      );
      const now = clock.now();
      ctx.body = {
        isTranscribed: call.transcribes === true,
        lines: (call.status === 'ended' ? lines : since(lines, now, MISSED_MS)).map(lineView),
        lost: deps.lostWords(call),
        talk: talkView(lines, now),
        alerts: seesAlerts ? alertViews(await deps.alertsOf(call), person) : [],
        cues: call.transcribes ? await deps.cuesOf(call, now) : undefined,
      };
    });

    router.get('/api/calls/:callId/transcript', async (ctx) => {
      const person = await authenticate(ctx);
      const { call, lines, seesAlerts } = orRefuse(
        await readTranscript(deps.reading, person, { callId: ctx.params.callId! }),
      );
      const heard = recordingsHeardBy(person, viewing(person).policy, clock.now());
      ctx.body = transcriptView(call, person, {
        lines,
        alerts: seesAlerts ? await deps.alertsOf(call) : [],
        heard: heard(call),
      });
    });
  };

/** The calls that need attention, and who looks after them. */
const attentionRoutes =
  (deps: WordRouteDeps): Routes =>
  (router) => {
    const { authenticate, viewing, clock } = deps;
    const answerOf = callAnswer(viewing);

    router.get('/api/attention', async (ctx) => {
      const person = await authenticate.known(ctx);
      const [claims, mutes, follows] = await Promise.all([
        deps.claims.ofOrg(person.orgId, clock.now()),
        mutesOf(deps, person),
        deps.follows.of(person),
      ]);
      const view = viewing(person);
      const calls = [...deps.openCalls()].filter(
        (call) => call.status === 'live' && maySeeAlerts(call, person, view),
      );
      await deps.loadAlerts(calls.map(({ callId }) => callId));
      const items = await Promise.all(
        calls.map(async (call) =>
          attentionView(call, person, {
            alerts: await deps.alertsOf(call),
            claim: claims.find(({ callId }) => callId === call.callId),
            isRepNew: await deps.isRepNew(call),
            now: clock.now(),
          }),
        ),
      );
      ctx.body = {
        calls: items.toSorted((a, b) => b.score - a.score),
        mutes,
        follows,
      };
    });

    router.post('/api/calls/:callId/claim', async (ctx) => {
      const person = await authenticate(ctx);
      const call = await seenCall(deps, person, ctx.params.callId!);
      const view = viewing(person);
      if (!maySeeAlerts(call, person, view)) throw new Refused(refusal('out_of_scope'));
      const claim = orRefuse(
        await claimCall({ claims: deps.claims, clock, onClaimed: deps.onChanged }, person, {
          call,
          policy: view.policy,
          forJoin: valid(claimBody, ctx.request.body ?? {}).forJoin,
        }),
      );
      ctx.status = 201;
      ctx.body = { claim: { userId: claim.userId, name: claim.userName, until: claim.until } };
    });

    router.delete('/api/calls/:callId/claim', async (ctx) => {
      const { orgId, userId } = await authenticate.session(ctx);
      const callId = ctx.params.callId!;
      const { forJoin } = valid(unclaimQuery, ctx.query);
      const { giveBack, release } = deps.claims;
      if (!(await (forJoin ? giveBack : release)(orgId, callId, userId)))
        throw new Refused(refusal('not_found'));
      deps.onChanged({ orgId, callId });
      ctx.status = 204;
    });

    router.post('/api/calls/:callId/summonses/:alertId/answer', async (ctx) => {
      const person = await authenticate(ctx);
      const { callId, alertId } = ctx.params as { callId: string; alertId: string };
      const call = orRefuse(await answerSummons(deps.summonses, person, { callId, alertId }));
      ctx.body = answerOf(call, person);
    });
  };

/** What a person thinks of alerts, and which they want. */
const alertRoutes =
  (deps: WordRouteDeps): Routes =>
  (router) => {
    const { authenticate, viewing, store, clock } = deps;

    router.post('/api/alerts/:alertId/mark', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { useful } = valid(markBody, ctx.request.body);
      const alert = await deps.alerts.find(person.orgId, ctx.params.alertId!);
      const call = alert?.status === 'shown' ? await store.loadCall(alert.callId) : undefined;
      if (!alert || !call || !maySeeAlerts(call, person, viewing(person)))
        throw new Refused(refusal('not_found'));
      await deps.alerts.mark(alert.alertId, {
        mark: useful ? 'useful' : 'not_useful',
        by: person.userId,
        at: clock.now(),
      });
      deps.onChanged(call);
      ctx.status = 204;
    });

    router.put('/api/alert-mutes', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { ruleName, minutes } = valid(muteBody, ctx.request.body);
      if (!person.permittedModes.includes('monitor'))
        throw new Refused(refusal('not_a_supervisor'));
      await deps.mutes.set(person, {
        ruleName,
        ...(minutes !== undefined && {
          until: new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString(),
        }),
      });
      ctx.body = { mutes: await mutesOf(deps, person) };
    });

    router.post('/api/alert-mutes/remove', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { ruleName } = valid(muteBody, ctx.request.body);
      await deps.mutes.remove(person, ruleName);
      ctx.body = { mutes: await mutesOf(deps, person) };
    });
  };

/** The reps whose calls a person follows. */
const followRoutes =
  (deps: WordRouteDeps): Routes =>
  (router) => {
    const { authenticate, clock } = deps;

    router.put('/api/follows', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { repUserId, kind } = valid(followBody, ctx.request.body);
      await deps.follows.set(person, { repUserId, kind }, clock.now());
      ctx.body = { follows: await deps.follows.of(person) };
    });

    router.post('/api/follows/remove', async (ctx) => {
      const person = await authenticate.known(ctx);
      const { repUserId } = valid(unfollowBody, ctx.request.body);
      await deps.follows.remove(person, repUserId);
      ctx.body = { follows: await deps.follows.of(person) };
    });
  };

/** What a person has muted, each with the label of its rule while the rule is in force. */
async function mutesOf({ mutes, alertRule, clock }: WordRouteDeps, person: Person) {
  const language = languageOf(person.locale);
  return (await mutes.of(person, clock.now())).map((mute) => {
    const rule = alertRule(person.orgId, mute.ruleName);
    return { ...mute, label: rule && alertLabel({ ...rule, ruleName: mute.ruleName }, language) };
  });
}

/** The call, if this person is allowed to know of it. */
async function seenCall(
  { store, viewing }: WordRouteDeps,
  person: Person,
  callId: string,
): Promise<Call> {
  const call = await store.loadCall(callId);
  const view = viewing(person);
  if (!call || (!maySeeAlerts(call, person, view) && !mayReadWords(call, person, view)))
    throw new Refused(refusal('call_not_found'));
  return call;
}
