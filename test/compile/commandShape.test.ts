import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type * as callerId from '../../server/commands/calls/callerId.ts';
import type * as changeDevice from '../../server/commands/calls/changeDevice.ts';
import type * as controlOwnCall from '../../server/commands/calls/controlOwnCall.ts';
import type * as disclosure from '../../server/commands/calls/disclosure.ts';
import type * as finishedCalls from '../../server/commands/calls/finishedCalls.ts';
import type * as guardDial from '../../server/commands/calls/guardDial.ts';
import type * as guests from '../../server/commands/calls/inviteGuest.ts';
import type * as leaveMessage from '../../server/commands/calls/leaveMessage.ts';
import type * as linkCustomer from '../../server/commands/calls/linkCustomer.ts';
import type * as monitoredReps from '../../server/commands/calls/monitoredReps.ts';
import type * as partlyAway from '../../server/commands/calls/partlyAway.ts';
import type * as pauseRecording from '../../server/commands/calls/pauseRecording.ts';
import type * as placeCall from '../../server/commands/calls/placeCall.ts';
import type * as placePractice from '../../server/commands/calls/placePractice.ts';
import type * as planRepLoss from '../../server/commands/calls/planRepLoss.ts';
import type * as practice from '../../server/commands/calls/practice.ts';
import type * as rateCall from '../../server/commands/calls/rateCall.ts';
import type * as readyReps from '../../server/commands/calls/readyReps.ts';
import type * as receiveCall from '../../server/commands/calls/receiveCall.ts';
import type * as repIsFree from '../../server/commands/calls/repIsFree.ts';
import type * as repPages from '../../server/commands/calls/repPages.ts';
import type * as ringGroup from '../../server/commands/calls/ringGroup.ts';
import type * as transferCall from '../../server/commands/calls/transferCall.ts';
import type * as transferGroups from '../../server/commands/calls/transferGroups.ts';
import type * as whomToRing from '../../server/commands/calls/whomToRing.ts';
import type * as wrapUpCall from '../../server/commands/calls/wrapUpCall.ts';
import type * as courses from '../../server/commands/people/courses.ts';
import type * as employeeNotices from '../../server/commands/people/employeeNotices.ts';
import type * as exportAndErase from '../../server/commands/people/exportAndErase.ts';
import type * as policyText from '../../server/commands/people/policyText.ts';
import type * as reach from '../../server/commands/people/reach.ts';
import type * as noteScorecard from '../../server/commands/policy/noteScorecard.ts';
import type * as policyCache from '../../server/commands/policy/policyCache.ts';
import type * as recordChanges from '../../server/commands/policy/recordChanges.ts';
import type * as simulatePolicy from '../../server/commands/policy/simulatePolicy.ts';
import type * as exportRecordings from '../../server/commands/recordings/exportRecordings.ts';
import type * as openRecording from '../../server/commands/recordings/openRecording.ts';
import type * as passkeys from '../../server/commands/stepUp/passkeys.ts';
import type * as pin from '../../server/commands/stepUp/pin.ts';
import type * as proofs from '../../server/commands/stepUp/proofs.ts';
import type * as acknowledgeNotice from '../../server/commands/supervision/acknowledgeNotice.ts';
import type * as calibrate from '../../server/commands/supervision/calibrate.ts';
import type * as changeDebrief from '../../server/commands/supervision/changeDebrief.ts';
import type * as changeMode from '../../server/commands/supervision/changeMode.ts';
import type * as closeDebrief from '../../server/commands/supervision/closeDebrief.ts';
import type * as debriefs from '../../server/commands/supervision/debriefs.ts';
import type * as debriefTimes from '../../server/commands/supervision/debriefTimes.ts';
import type * as dropExpiredLeases from '../../server/commands/supervision/dropExpiredLeases.ts';
import type * as failModeChange from '../../server/commands/supervision/failModeChange.ts';
import type * as giveOutcome from '../../server/commands/supervision/giveOutcome.ts';
import type * as help from '../../server/commands/supervision/help.ts';
import type * as helpers from '../../server/commands/supervision/helpers.ts';
import type * as jointCalls from '../../server/commands/supervision/jointCalls.ts';
import type * as lateOutcomes from '../../server/commands/supervision/lateOutcomes.ts';
import type * as leaveCall from '../../server/commands/supervision/leaveCall.ts';
import type * as leaveForAnother from '../../server/commands/supervision/leaveForAnother.ts';
import type * as measureLatency from '../../server/commands/supervision/measureLatency.ts';
import type * as moments from '../../server/commands/supervision/moments.ts';
import type * as monitoringChoice from '../../server/commands/supervision/monitoringChoice.ts';
import type * as moveToCall from '../../server/commands/supervision/moveToCall.ts';
import type * as moveToQuieterMode from '../../server/commands/supervision/moveToQuieterMode.ts';
import type * as planDebrief from '../../server/commands/supervision/planDebrief.ts';
import type * as rateCoaching from '../../server/commands/supervision/rateCoaching.ts';
import type * as recordRepPath from '../../server/commands/supervision/recordRepPath.ts';
import type * as removeSupervisor from '../../server/commands/supervision/removeSupervisor.ts';
import type * as renewLease from '../../server/commands/supervision/renewLease.ts';
import type * as requestFloor from '../../server/commands/supervision/requestFloor.ts';
import type * as startIntervention from '../../server/commands/supervision/startIntervention.ts';
import type * as stepDown from '../../server/commands/supervision/stepDown.ts';
import type * as textWhispers from '../../server/commands/supervision/textWhispers.ts';
import type * as trainingSignals from '../../server/commands/supervision/trainingSignals.ts';
import type { Person } from '../../server/domain/call/people.ts';

/**
 * The names of the functions of a module that are asked by a person and take anything but an object
 * beside their dependencies and the person.
 */
type Misshapen<Module> = {
  [Name in keyof Module]: Module[Name] extends (
    deps: never,
    person: infer Asker,
    ...asked: infer Asked
  ) => unknown
    ? unknown extends Asker
      ? never
      : Person extends Asker
        ? Asked extends readonly [] | readonly [object]
          ? never
          : Name
        : never
    : never;
}[keyof Module];

interface Modules {
  callerId: typeof callerId;
  changeDevice: typeof changeDevice;
  controlOwnCall: typeof controlOwnCall;
  disclosure: typeof disclosure;
  finishedCalls: typeof finishedCalls;
  guardDial: typeof guardDial;
  guests: typeof guests;
  leaveMessage: typeof leaveMessage;
  linkCustomer: typeof linkCustomer;
  monitoredReps: typeof monitoredReps;
  partlyAway: typeof partlyAway;
  pauseRecording: typeof pauseRecording;
  placeCall: typeof placeCall;
  placePractice: typeof placePractice;
  planRepLoss: typeof planRepLoss;
  readyReps: typeof readyReps;
  practice: typeof practice;
  rateCall: typeof rateCall;
  receiveCall: typeof receiveCall;
  repIsFree: typeof repIsFree;
  repPages: typeof repPages;
  ringGroup: typeof ringGroup;
  transferCall: typeof transferCall;
  transferGroups: typeof transferGroups;
  whomToRing: typeof whomToRing;
  wrapUpCall: typeof wrapUpCall;
  courses: typeof courses;
  employeeNotices: typeof employeeNotices;
  exportAndErase: typeof exportAndErase;
  policyText: typeof policyText;
  reach: typeof reach;
  noteScorecard: typeof noteScorecard;
  policyCache: typeof policyCache;
  recordChanges: typeof recordChanges;
  simulatePolicy: typeof simulatePolicy;
  exportRecordings: typeof exportRecordings;
  openRecording: typeof openRecording;
  passkeys: typeof passkeys;
  pin: typeof pin;
  proofs: typeof proofs;
  acknowledgeNotice: typeof acknowledgeNotice;
  calibrate: typeof calibrate;
  changeMode: typeof changeMode;
  debriefTimes: typeof debriefTimes;
  changeDebrief: typeof changeDebrief;
  closeDebrief: typeof closeDebrief;
  debriefs: typeof debriefs;
  planDebrief: typeof planDebrief;
  dropExpiredLeases: typeof dropExpiredLeases;
  failModeChange: typeof failModeChange;
  giveOutcome: typeof giveOutcome;
  help: typeof help;
  helpers: typeof helpers;
  lateOutcomes: typeof lateOutcomes;
  leaveCall: typeof leaveCall;
  leaveForAnother: typeof leaveForAnother;
  measureLatency: typeof measureLatency;
  moments: typeof moments;
  monitoringChoice: typeof monitoringChoice;
  moveToCall: typeof moveToCall;
  moveToQuieterMode: typeof moveToQuieterMode;
  rateCoaching: typeof rateCoaching;
  recordRepPath: typeof recordRepPath;
  removeSupervisor: typeof removeSupervisor;
  renewLease: typeof renewLease;
  requestFloor: typeof requestFloor;
  startIntervention: typeof startIntervention;
  stepDown: typeof stepDown;
  textWhispers: typeof textWhispers;
  trainingSignals: typeof trainingSignals;
  jointCalls: typeof jointCalls;
}

type OtherShapes = { [Name in keyof Modules]: Misshapen<Modules[Name]> }[keyof Modules];

/** Does not compile while a command has another shape; the error names it. */
const haveOneShape: [OtherShapes] extends [never] ? true : OtherShapes = true;

describe('the commands of people', () => {
  it('have one shape, checked by the compiler: dependencies, person, one object', () =>
    assert.equal(haveOneShape, true));

  it('are all checked', () => {
    const source = readFileSync(new URL(import.meta.url), 'utf8');
    const folders = ['calls', 'people', 'policy', 'recordings', 'stepUp', 'supervision'];
    const missing = folders.flatMap((folder) =>
      readdirSync(new URL(`../../server/commands/${folder}/`, import.meta.url))
        .filter((file) => !file.endsWith('Deps.ts'))
        .map((file) => `server/commands/${folder}/${file}`)
        .filter((path) => !source.includes(`'../../${path}'`)),
    );
    assert.deepEqual(missing, []);
  });
});
