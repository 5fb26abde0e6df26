import type { Mode } from '../types.ts';

/** Why a transfer failed. */
type TransferEnd = 'not_answered' | 'not_rung' | 'colleague_left' | 'taken_over';

/** Why a third party is no longer on the call. */
type GuestEnd = 'removed' | 'not_answered' | 'busy' | 'not_rung' | 'left';

/** How a call is transferred, or a third party added. */
type TransferWay = 'after_a_talk' | 'at_once' | 'together';

/** All texts of the softphone, in one language. `fill` replaces `{placeholders}`. */
export interface Texts {
  readonly title: string;
  readonly openFromSalesforce: string;
  readonly close: string;
  readonly cancel: string;
  readonly tryAgain: string;
  readonly device: Readonly<
    Record<'waiting' | 'connecting' | 'registered' | 'lost' | 'failed', string>
  >;
  readonly deviceFailed: string;
  readonly feedLost: string;
  readonly feedLostAsOf: string;
  readonly grantsUntil: string;
  readonly permissionsFrom: string;
  readonly whileAway: string;
  /** What to do if this person cannot be heard. */
  readonly noMicrophone: Readonly<Record<'missing' | 'denied' | 'busy', string>>;
  readonly noPhoneService: string;
  readonly signInRefused: string;
  readonly retry: string;

  readonly incomingCall: string;
  readonly answer: string;
  readonly decline: string;
  readonly answerWho: string;
  readonly declineWho: string;
  readonly hangUpFirst: string;
  /** Why a colleague, or the rep who was lost, is being rung. */
  readonly ringsForLostRep: string;
  readonly supervisingNow: string;
  readonly supervisingOther: string;
  readonly leaveAndAnswer: string;
  readonly leaveAndAnswerWho: string;
  readonly ringFrom: string;
  readonly ringAbout: string;
  readonly ringAnswer: string;
  readonly ringIsOver: string;
  readonly call: string;
  readonly connecting: string;
  readonly reconnecting: string;
  readonly hangingUp: string;
  readonly ringing: string;
  readonly joining: string;
  readonly onHold: string;
  readonly onTheCall: string;
  readonly withRep: string;
  readonly repLeft: string;
  readonly silenced: string;
  readonly silencedBy: string;
  readonly mute: string;
  readonly unmute: string;
  readonly hold: string;
  readonly resume: string;
  readonly hangUp: string;
  readonly createLead: string;
  /** Who has answered, and the messages that can be left. */
  readonly answering: Readonly<
    Record<'title' | 'machine' | 'unknown' | 'choose' | 'message' | 'leave' | 'none', string>
  >;

  readonly seen: string;
  readonly gotIt: string;

  readonly modes: Readonly<Record<Mode, string>>;
  /** The name of a takeover, for saying that somebody has taken over. */
  readonly takeoverName: string;
  readonly heardBy: Readonly<Record<Mode, string>>;
  readonly heardByCustomerAlone: string;
  readonly supervision: string;
  readonly whoHearsYou: string;
  readonly switchingTo: string;
  /** Shown beside the time for which the customer has heard the supervisor. */
  readonly heardFor: string;
  /** Placeholder: {rep}. */
  readonly guidance: Readonly<Record<'long' | 'quiet', string>>;
  readonly steppedDown: string;
  /** Behind the time since which the customer hears a supervisor. Places: {percent}. */
  readonly talkShare: string;
  readonly serverSilent: string;
  readonly microphoneOff: string;
  readonly microphoneOffUntilMode: string;
  readonly turnMicrophoneOn: string;
  readonly handBack: string;
  readonly leave: string;
  readonly leaveAndEnd: string;
  readonly floorTaken: string;
  readonly floorRequested: string;
  readonly requestFloor: string;
  readonly cancelFloor: string;

  readonly selectReason: string;
  readonly note: string;
  readonly limitReached: string;
  readonly limitLeft: string;
  readonly limitLeftOne: string;
  readonly whatAboutRep: string;
  readonly repLeaves: string;
  readonly repListens: string;
  readonly youCanSay: string;
  readonly whyBarge: string;
  readonly whyTakeover: string;
  readonly whisperFirst: string;
  readonly bargeNow: string;
  readonly takeoverNow: string;

  readonly selectCall: string;
  readonly number: string;
  readonly dial: string;
  /** Shown beside the dial pad, whatever numbers are reachable. */
  readonly noEmergencyCalls: string;
  readonly theyWillSee: string;
  readonly theySee: string;
  readonly callList: {
    readonly title: string;
    readonly progress: string;
    readonly numberOfRecord: string;
    readonly callWho: string;
    readonly next: string;
    readonly skip: string;
    readonly stop: string;
    readonly done: string;
    readonly called: string;
    readonly skipped: string;
    readonly finishFirst: string;
    readonly finishFirstHint: string;
  };
  readonly keypad: string;

  /** The device on which calls reach this person. */
  readonly reach: Readonly<
    Record<
      | 'title'
      | 'now'
      | 'change'
      | 'device'
      | 'keyHint'
      | 'otherNumber'
      | 'callMe'
      | 'calling'
      | 'code'
      | 'confirm',
      string
    >
  > & { readonly devices: Readonly<Record<'softphone' | 'phone' | 'sip', string>> };
  /** A call on another device of this person. */
  readonly elsewhere: Readonly<
    Record<
      | 'rep'
      | 'supervisor'
      | 'ringing'
      | 'changing'
      | 'toPhone'
      | 'toComputer'
      | 'otherWindow'
      | 'toHere',
      string
    >
  >;
  readonly leaveCall: string;
  readonly transfer: string;
  readonly transferTo: string;
  readonly searchByNameOrNumber: string;
  readonly searching: string;
  readonly colleagues: string;
  readonly someOfColleagues: string;
  readonly showMore: string;
  readonly noMatch: string;
  readonly noColleagues: string;
  readonly typeAgain: string;
  readonly transferWays: string;
  readonly ways: Readonly<Record<TransferWay, string>>;
  readonly waysTo: Readonly<Record<TransferWay, string>>;
  readonly onThisCall: string;
  readonly yourManager: string;
  readonly group: string;
  readonly groupFree: string;
  readonly groupBusy: string;
  readonly groupClosed: string;
  /** Why a group cannot be transferred to, and what an administrator can do. */
  readonly groupBecause: Readonly<Record<'no_reps', string>>;
  readonly ownTeam: string;
  readonly holdCustomer: string;
  readonly ringingGroup: string;
  readonly waitingForTakeover: string;
  readonly handedToYou: string;
  readonly ringingColleague: string;
  readonly colleagueThere: string;
  readonly handOver: string;
  readonly handOverTo: string;
  readonly withdraw: string;
  readonly transferEnded: Readonly<Record<TransferEnd, string>>;
  readonly thirdParty: string;
  readonly guestThere: string;
  readonly guestHasCall: string;
  readonly leaveToGuest: string;
  readonly removeGuest: string;
  readonly stopRinging: string;
  readonly guestEnded: Readonly<Record<GuestEnd, string>>;
  readonly guestHearsYou: string;

  readonly testAudio: string;
  readonly microphone: string;
  readonly microphoneLevel: string;
  readonly saySomething: string;
  readonly playSound: string;

  readonly quality: Readonly<
    Record<'slow' | 'uneven' | 'lossy' | 'poor' | 'silent' | 'noSound', string>
  >;
  /** What is wrong with the network if a supervisor should not talk over it. */
  readonly connection: Readonly<Record<'loss' | 'jitter' | 'delay' | 'silence', string>>;
  readonly connectionHint: string;
  readonly connectionHintRep: string;
  readonly connectAgain: string;
  readonly connectAgainHint: string;
  readonly joinByPhone: string;
  readonly returnTitle: string;
  readonly returnRep: string;
  /** The rep's connection was lost. `attended`: a supervisor is talking with the customer. */
  readonly returnLost: Readonly<Record<'waiting' | 'attended', string>>;
  readonly returnSupervisor: string;
  readonly returnToCall: string;
  /** What the customer was told while this page was not connected or sent no heartbeat. */
  readonly customerHeard: string;
  readonly joinAgain: string;
  readonly dismiss: string;
  readonly onAnotherCall: string;
  readonly onAnotherCallHint: string;
  readonly callFailed: string;
  readonly callNotConnected: string;
  readonly notConnected: string;
  readonly waitAndRetry: string;
  readonly serverUnreachable: string;
  readonly checkNetwork: string;
  readonly noAnswer: string;
  readonly failed: string;

  readonly afterCall: {
    readonly title: string;
    readonly timeLeft: string;
    readonly hint: string;
    readonly ready: string;
  };
  readonly practice: {
    readonly title: string;
    readonly hint: string;
    readonly call: string;
    readonly callWho: string;
    readonly review: string;
    readonly reviewHint: string;
    readonly save: string;
  };

  readonly passkey: {
    readonly wait: string;
    readonly register: PasskeyTexts;
    readonly prove: PasskeyTexts;
    readonly canceled: string;
    readonly failed: string;
    readonly unsupported: string;
  };
}

interface PasskeyTexts {
  readonly ask: string;
  readonly button: string;
  readonly done: string;
}
