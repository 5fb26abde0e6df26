import assert from 'node:assert/strict';
import type { Answer, Console } from './console.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

interface Identity {
  identity: string;
}

/** The client identity of a person's softphone. */
export const identityOf = async (console: Console): Promise<string> =>
  (await console.ask<Identity>('POST', '/api/softphone/token')).body.identity;

/** Gives a supervisor the permissions of a rep, too; before the server has looked them up. */
export async function alsoTakesCalls(world: World, alias: string): Promise<void> {
  const held = await world.orgControl<{ AssigneeId: string; PermissionSetId: string }[]>(
    'records/PermissionSetAssignment',
  );
  const users = await world.orgControl<{ Id: string; Username: string }[]>('records/User');
  const idOf = (name: string): string =>
    users.find(({ Username }) => Username.startsWith(`${name}@`))!.Id;
  const { PermissionSetId } = held.find(({ AssigneeId }) => AssigneeId === idOf('ravi'))!;
  await world.orgControl('insert/PermissionSetAssignment', {
    AssigneeId: idOf(alias),
    PermissionSetId,
    IsActive: true,
  });
}

/** Asks again, as the refusal says, where the org of a busy machine did not answer in time. */
const onceSalesforceAnswers = <T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> =>
  until('Salesforce answers', async () => {
    const answer = await ask();
    return answer.status === 503 ? undefined : answer;
  });

/**
 * Starts a call of a scripted rep and customer about an opportunity; returns its id. A transcription
 * has what the rep `says`.
 */
export async function placedCallOf(
  world: World,
  rep: string,
  opportunity: string,
  says?: string,
): Promise<string> {
  const opportunities =
    await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  const console = world.as(rep);
  const placed = await onceSalesforceAnswers(() =>
    console.placeCall({
      opportunityId: opportunities.find((one) => one.Name.startsWith(opportunity))!.Id,
    }),
  );
  await world.carrierControl('POST', 'calls', {
    from: `client:${await identityOf(console)}`,
    params: placed.body.connect.params,
    script: { toneHz: 500, ...(says && { says }) },
  });
  return placed.body.call.callId;
}

/** The same, once the call is live. */
export async function liveCallOf(
  ...[world, rep, ...rest]: Parameters<typeof placedCallOf>
): Promise<string> {
  const callId = await placedCallOf(world, rep, ...rest);
  await becomesLive(world, rep, callId);
  return callId;
}

/**
 * Waits until Dealside knows that rep and customer are together. At the carrier a phone is in the
 * conference already while it rings, and what is done then is done to a call that nobody answered.
 */
export async function becomesLive(world: World, rep: string, callId: string): Promise<void> {
  const console = world.as(rep);
  await until(
    `${rep}’s call is live`,
    async () => (await console.call(callId)).body.status === 'live',
  );
}

/** How often a supervisor joins again who was taken off before the softphone was there. */
const MOST_JOINS = 3;

/**
 * Joins a supervisor with a scripted softphone in monitor; returns the intervention's id. Where the
 * machine is so busy that Dealside hears no sign of life of the supervisor for ten seconds, the
 * supervisor is taken off, and joins again.
 */
export async function superviseAs(
  world: World,
  supervisor: Console,
  callId: string,
  joins = 1,
): Promise<string> {
  const { status, body } = await onceSalesforceAnswers(() => supervisor.supervise(callId));
  assert.equal(status, 201, `${supervisor.alias} cannot join: ${JSON.stringify(body)}`);
  const {
    intervention: { interventionId },
    connect,
  } = body;
  await world.carrierControl('POST', 'calls', {
    from: `client:${await identityOf(supervisor)}`,
    params: connect.params,
    script: { toneHz: 800 },
  });
  const became = await until(`${supervisor.alias} monitors`, async () => {
    const found = await supervisor.call(callId);
    if (modeOf(found, interventionId) === 'monitor') return 'on';
    const isThere = found.body.interventions.some((one) => one.interventionId === interventionId);
    return isThere ? undefined : 'taken off';
  });
  if (became === 'on') return interventionId;
  assert.ok(joins < MOST_JOINS, `${supervisor.alias} was taken off at each of ${joins} joins`);
  return superviseAs(world, supervisor, callId, joins + 1);
}

/** Takes a supervisor off a call, to the end of the intervention. */
export async function leaveAs(
  supervisor: Console,
  callId: string,
  interventionId: string,
): Promise<void> {
  await supervisor.leave(interventionId);
  await until(
    `${supervisor.alias} has left`,
    async () =>
      !(await supervisor.call(callId)).body.interventions.some(
        (one) => one.interventionId === interventionId,
      ),
  );
}

type Called = Awaited<ReturnType<Console['call']>>;

/** The confirmed mode of an intervention. */
export function modeOf({ body }: Called, interventionId: string): string | undefined {
  const found = body.interventions.find((one) => one.interventionId === interventionId);
  return found && 'mode' in found ? found.mode : undefined;
}

/** Everybody has finished their last call a while ago: who just finishes one is rung last. */
export const haveFinishedCalls = (world: World): Promise<unknown> =>
  world.database(
    `update "Call" set "endedAt" = "endedAt" - interval '1 minute' where "status" = 'ended'`,
  );
