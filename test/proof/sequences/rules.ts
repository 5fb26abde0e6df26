import type { Participant } from '../../../local/carrier/conference/conference.ts';
import { HEALTHY } from '../../../server/domain/audioCheck/audioCheck.ts';
import { interventionOf, type Call, type Intervention } from '../../../server/domain/call/call.ts';
import { callView } from '../../../server/http/views/presenters.ts';
import { PATHS } from '../../../server/telephony/webhooks/paths.ts';
import { SAMPLE_POLICY } from '../../support/samplePolicy.ts';
import { PEOPLE } from './people.ts';
import type { Step } from './phoneNetwork.ts';
import {
  checkOtherCall,
  guestsAreAtRest,
  guestsIn,
  HEARD_IN,
  otherCallIsAtRest,
} from './rulesOfOthers.ts';
import type { Stage } from './stage.ts';

const interventionIdOf = ({ label }: Participant): string => label!.slice('supervisor-'.length);

/** Checks what must hold after each request that the carrier processed. */
export function watchStep(
  stage: Stage,
  step: Step,
): { before(): void; after(isLate: boolean): void } {
  const intended = stage.call();
  void intended.then((call) => stage.note(call));
  const form = Object.fromEntries(step.form);
  const target = [...(stage.room?.participants.values() ?? [])].find(
    ({ leg }) => leg.callSid === step.callSid,
  );
  if (target?.label === 'customer') checkCustomerUntouched(stage, step, form);
  let heardBefore = 0;
  return {
    before: () => void (heardBefore = heardByCustomer(stage).length),
    after(isLate) {
      const heardAfter = heardByCustomer(stage).length;
      const customer = stage.member('customer');
      const { rep } = stage;
      // A request that is processed after its timeout cannot be prevented; it must be corrected,
      // which the state at rest shows.
      if (target && target === rep && form.Muted)
        stage.repMutedLate = isLate && form.Muted === 'true';
      const isUnattended =
        !isLate &&
        !stage.repMutedLate &&
        heardBefore > 0 &&
        heardAfter === 0 &&
        customer &&
        !customer.hold &&
        rep &&
        !rep.hold;
      const present = new Set(stage.room?.participants.keys());
      if (isUnattended) void intended.then((call) => checkUnattended(stage, call!, present, step));
      checkCustomer(stage);
      const unmutesSupervisor = form.Muted === 'false' && target?.label?.startsWith('supervisor-');
      if (unmutesSupervisor)
        void intended.then((call) =>
          checkAudience(
            stage,
            call!,
            interventionIdOf(target!),
            form.Coaching === 'true' ? 'rep' : 'everyone',
          ),
        );
    },
  };
}

/**
 * Not a violation while a supervisor has left and no callback has arrived yet: reconciliation finds
 * it within seconds.
 */
function checkUnattended(stage: Stage, call: Call, present: ReadonlySet<string>, step: Step): void {
  const isUnknown = call.participants.some(
    ({ status, connectionId: callSid, party }) =>
      status === 'connected' && party.role === 'supervisor' && !present.has(callSid!),
  );
  if (!isUnknown)
    stage.violate(
      `${step.method} ${step.form.join('&')} left the customer with nobody to hear, though the rep is there`,
    );
}

function checkCustomerUntouched(stage: Stage, step: Step, form: Record<string, string>): void {
  const holdOnly =
    step.method === 'POST' && /^Hold(,HoldUrl,HoldMethod)?$/.test(Object.keys(form).join());
  if (!holdOnly)
    return stage.violate(
      `the customer's leg was asked to change: ${step.method} ${JSON.stringify(form)}`,
    );
  if (form.Hold !== 'true' && !form.HoldUrl) return;
  switch (form.HoldUrl && new URL(form.HoldUrl).pathname) {
    case PATHS.held:
      if (!stage.repWasEverGone)
        stage.violate('the customer was told to wait for a rep, and a rep was always there');
      return;
    case PATHS.onHold:
    case undefined:
      if (!stage.repHolds.everWanted)
        stage.violate('the customer was put on hold, and the rep had not asked for it');
      return;
    default:
      stage.violate(`the customer on hold would hear ${form.HoldUrl}`);
  }
}

/** A supervisor's leg is unmuted only for a requested mode, and only for its audience. */
function checkAudience(
  stage: Stage,
  call: Call,
  interventionId: string,
  audience: 'rep' | 'everyone',
): void {
  const intervention = interventionOf(call, interventionId);
  const mode =
    intervention?.status === 'active' && !intervention.leaving
      ? (intervention.pending?.mode ?? intervention.mode)
      : undefined;
  const permitted =
    mode && (audience === 'everyone' ? HEARD_IN[mode].customer : mode === 'whisper');
  if (!permitted)
    stage.violate(
      `the supervisor of ${interventionId} was made audible to ${audience} in ${mode ?? 'no mode'}`,
    );
}

/**
 * The customer is connected, unmuted and not coaching, until the customer, the rep or a supervisor
 * after a takeover ends the call.
 */
export function checkCustomer(stage: Stage): void {
  const { room } = stage;
  const customer = stage.member('customer');
  if (customer?.muted) stage.violate('the customer is muted');
  if (customer?.coaching) stage.violate('the customer is coaching');
  if (customer?.hold && !stage.repHolds.everWanted && !stage.repWasEverGone)
    stage.violate('the customer is on hold');
  const { colleague } = stage;
  for (const supervisor of stage.supervisors) {
    if (
      supervisor.between &&
      customer &&
      stage.hears(customer, { ...supervisor, ...supervisor.between })
    )
      stage.violate('the customer hears a coach between the two changes of one request');
    if (supervisor.coaching && customer && stage.hears(customer, supervisor))
      stage.violate('the customer hears a coach');
    if (
      supervisor.coaching &&
      colleague &&
      supervisor.callSidToCoach !== colleague.leg.callSid &&
      stage.hears(colleague, supervisor)
    )
      stage.violate('a colleague hears what is whispered to the rep');
    for (const guest of guestsIn(room))
      if (
        (supervisor.coaching && stage.hears(guest, supervisor)) ||
        (supervisor.between && stage.hears(guest, { ...supervisor, ...supervisor.between }))
      )
        stage.violate('a third party hears what is whispered to the rep');
    supervisor.between = undefined;
  }
  checkOtherCall(stage);
  if (
    customer ||
    !room ||
    !stage.hasBegun ||
    stage.left.customer ||
    stage.repHungUp ||
    (stage.left.thirdParty && stage.wasLeftToThirdParty)
  )
    return;
  // A customer who was waited for in vain has been sent on: the state at rest shows it.
  if (stage.repWasEverGone && room.status === 'completed') return;
  if (room.status !== 'completed')
    return stage.violate('the customer is off the call, and the others are on it');
  const ending = room.endedByCallSid && stage.labels.get(room.endedByCallSid);
  const hadTakenOver = [...stage.tookOver].some(
    (interventionId) => !stage.supervisors.some((one) => interventionIdOf(one) === interventionId),
  );
  if (!hadTakenOver)
    stage.violate(
      `the call ended (${room.reasonEnded}${ending ? ` by ${ending}` : ''}) though neither customer nor rep nor a supervisor who had taken over left`,
    );
}

function heardByCustomer(stage: Stage): Participant[] {
  const customer = stage.member('customer');
  return customer
    ? [...stage.room!.participants.values()].filter((speaker) => stage.hears(customer, speaker))
    : [];
}

/** Checks the state at rest: the screen shows exactly who hears whom. */
export async function checkStateAtRest(stage: Stage): Promise<void> {
  const call = (await stage.call())!;
  stage.note(call);
  checkCustomer(stage);
  await otherCallIsAtRest(stage);
  const { room } = stage;
  for (const { participants } of stage.orphans)
    stage.violate(
      `[${[...participants.values()].map(({ label }) => label).join(', ')}] are in a conference of their own`,
    );
  if (!room || room.status === 'completed') {
    if (call.status !== 'ended') stage.violate('the conference is over, the call is not');
    checkWhyEnded(stage, call);
    for (const one of call.interventions)
      if (one.status !== 'ended')
        stage.violate(`the call is over, ${nameOf(one)}'s intervention is ${one.status}`);
    return;
  }
  if (call.status === 'ended') return stage.violate('the call has ended, the conference goes on');
  checkParticipants(stage, call);
  for (const supervisor of stage.supervisors) supervisorIsAsShown(stage, call, supervisor);
  for (const intervention of call.interventions) interventionIsAtRest(stage, intervention);
  repIsAsShown(stage, call);
  transferIsAtRest(stage, call);
  guestsAreAtRest(stage, call);
}

/** A rep who vanished has not ended the call: it went on until somebody did, or to the voicemail. */
function checkWhyEnded(stage: Stage, call: Call): void {
  const isExplained =
    call.status !== 'ended' ||
    call.endReason !== 'hung_up' ||
    stage.left.customer ||
    stage.repHungUp ||
    stage.tookOver.size > 0;
  if (!isExplained) stage.violate('the call ended, and nobody who may end it had hung up');
}

/** A transfer has ended, or waits for the rep while both reps are on the call. */
function transferIsAtRest(stage: Stage, { transfer, interventions }: Call): void {
  const { colleague } = stage;
  if (transfer?.status === 'handing_over') stage.violate('the call is still being handed over');
  if (transfer?.status === 'requested' && transfer.by === 'takeover') {
    if (
      !interventions.some(
        ({ status, supervisor }) => status === 'active' && supervisor.userId === transfer.to.userId,
      )
    )
      stage.violate('a transfer waits for a supervisor who is not on the call');
  } else if (transfer?.status === 'requested' && !colleague)
    stage.violate('a transfer waits for a colleague who is not on the call');
  if (transfer?.status !== 'requested' && colleague)
    stage.violate(`${colleague.label} is on the call, and no transfer is open`);
  if (colleague?.muted) stage.violate('the colleague is silent');
  if (colleague?.endConferenceOnExit && stage.rep)
    stage.violate('the rep is there, and the colleague’s leaving would end the call');
  const customer = stage.member('customer');
  if (
    customer &&
    !customer.hold &&
    stage.repCanAnswer &&
    heardByCustomer(stage).length === 0 &&
    !stage.rep?.hold
  )
    stage.violate('the customer hears nobody');
}

function checkParticipants(stage: Stage, call: Call): void {
  const inConference = [...stage.room!.participants.keys()].sort().join();
  const inCall = call.participants
    .filter(({ status }) => status === 'connected')
    .map(({ connectionId: callSid }) => callSid)
    .sort()
    .join();
  if (inConference !== inCall)
    stage.violate(
      `on the call are [${labelsOf(stage, inConference)}], known are [${labelsOf(stage, inCall)}]`,
    );
}

const labelsOf = (stage: Stage, callSids: string): string =>
  callSids
    .split(',')
    .map((callSid) => stage.labels.get(callSid) ?? callSid)
    .join(', ');

function supervisorIsAsShown(stage: Stage, call: Call, leg: Participant): void {
  const intervention = interventionOf(call, interventionIdOf(leg));
  if (intervention?.status !== 'active')
    return stage.violate(
      `${leg.label} listens, and the intervention is ${intervention?.status ?? 'unknown'}`,
    );
  const view = viewOf(call).interventions.find(
    ({ interventionId }) => interventionId === intervention.interventionId,
  );
  const mode = view && 'mode' in view ? view.mode : undefined;
  if (!mode) return stage.violate(`${nameOf(intervention)} is on the call, and no screen says so`);
  for (const role of ['customer', 'rep'] as const) {
    const listener = role === 'rep' ? stage.rep : stage.member(role);
    if (!listener || listener.hold) continue;
    const hears = stage.hears(listener, leg);
    if (hears !== HEARD_IN[mode][role])
      stage.violate(
        `the screen says ${nameOf(intervention)} is in ${mode}, and the ${role} ${hears ? 'hears' : 'does not hear'} it`,
      );
  }
  const noticeMode = call.notices.findLast(
    (notice) => notice.interventionId === intervention.interventionId,
  )?.mode;
  if (noticeMode !== mode)
    stage.violate(
      `the rep's last notice says ${nameOf(intervention)} is in ${noticeMode}, the screen says ${mode}`,
    );
}

function interventionIsAtRest(stage: Stage, intervention: Intervention): void {
  if (intervention.status === 'ended') return;
  const name = nameOf(intervention);
  if (intervention.status === 'joining') return stage.violate(`${name} is still joining`);
  if (intervention.pending)
    stage.violate(`${name}'s switch to ${intervention.pending.mode} still hangs`);
  if (intervention.leaving) stage.violate(`${name} is still leaving`);
  if (!stage.member(`supervisor-${intervention.interventionId}`))
    stage.violate(`${name} is shown on the call and is not there`);
}

function repIsAsShown(stage: Stage, call: Call): void {
  const { rep } = stage;
  const customer = stage.member('customer');
  const view = viewOf(call);
  if (customer && view.customer.onHold !== customer.hold)
    stage.violate(`the screen says the customer is ${view.customer.onHold ? '' : 'not '}on hold`);
  if (customer?.hold && !stage.repHolds.everWanted && heardBySomebody(stage, customer))
    stage.violate('the customer is held though somebody is there to talk to');
  if (!rep) return;
  if (view.rep.onHold !== rep.hold)
    stage.violate(`the screen says the rep is ${view.rep.onHold ? '' : 'not '}on hold`);
  const takenOver = call.interventions.some(
    (one) => one.status === 'active' && one.mode === 'takeover',
  );
  if (rep.muted !== takenOver)
    stage.violate(
      takenOver
        ? 'the call is taken over and the rep is not silent'
        : 'the rep is silent and nobody has taken over',
    );
  for (const leg of stage.supervisors) {
    if (leg.endConferenceOnExit)
      stage.violate(`the rep is there, and ${leg.label}'s leaving would end the call`);
  }
}

/** Whether the customer would hear somebody if they were not on hold. */
const heardBySomebody = (stage: Stage, customer: Participant): boolean =>
  [...stage.room!.participants.values()].some((speaker) =>
    stage.hears({ ...customer, hold: false }, speaker),
  );

/** The call as a supervisor's console shows it. */
const viewOf = (call: Call) =>
  callView(call, PEOPLE.maya, {
    policy: SAMPLE_POLICY,
    now: call.startedAt,
    carrierHealth: HEALTHY,
  });

const nameOf = ({ supervisor }: Intervention): string => supervisor.name;
