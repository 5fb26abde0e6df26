import type { Texts } from '../types.ts';
import { auditActions } from './auditActions.ts';
import { debriefEvent, debriefNotices, trainingNotice } from './debriefs.ts';
import { dialing } from './dialing.ts';
import { faults } from './faults.ts';
import { jointCallEvent, jointCallNotices } from './jointCalls.ts';
import { policy } from './policy.ts';
import { refusals } from './refusals.ts';
import { setup } from './setup.ts';
import { wordings } from './wordings.ts';
import { writeFaults } from './writeFaults.ts';
import { written } from './written.ts';

/** The server's texts in US English, for sales teams. */
export const en: Texts = {
  refusals,
  wordings,
  auditActions,
  browserPage: {
    rootTitle: 'Dealside server',
    rootText:
      'This is the address that your CRM and the phone service use. You work with Dealside in your CRM: open the app Dealside there.',
    notFoundTitle: 'Page not found',
    notFoundText:
      "The Dealside server doesn't have this page. You work with Dealside in your CRM: open the app Dealside there.",
  },
  internalError: {
    message: 'Something went wrong on our side. Nothing was changed.',
    hint: 'Try again in a moment.',
  },
  notConfirmed: {
    message: "The phone service didn't confirm the switch.",
    hint: "You can't be heard.",
  },
  takenOff: {
    policy: {
      message: "Your permissions or your company's policy no longer let you supervise this call.",
      hint: 'The call goes on without you. If you should be on it, ask your administrator.',
    },
    mode: {
      message:
        "Your permissions or your company's policy no longer allow the mode that you used on this call.",
      hint: 'If you can still monitor the call, join it again. Otherwise ask your administrator.',
    },
    alone: {
      message:
        "Your permissions or your company's policy no longer allow the mode that you used on this call. The rep had left, so Dealside is calling the rep back. Otherwise the customer would be alone.",
      hint: 'If you can still monitor the call, join it again. Otherwise ask your administrator.',
    },
  },
  steppedDown: {
    message: "Your permissions or your company's policy no longer allow {lost} on this call.",
    one: 'The mode that you can still use here: {modes}. If you need more, ask your administrator.',
    several:
      'The modes that you can still use here: {modes}. If you need more, ask your administrator.',
  },
  modes: { monitor: 'Monitor', whisper: 'Whisper', barge: 'Barge', takeover: 'Takeover' },
  roles: {
    supervisor: { one: 'Sales manager', many: 'Sales managers' },
    qa: { one: 'Quality analyst', many: 'Quality analysts' },
    coach: { one: 'Coach', many: 'Coaches' },
    specialist: { one: 'Specialist', many: 'Specialists' },
    admin: { one: 'Administrator', many: 'Administrators' },
    revops: { one: 'Revenue operations', many: 'Revenue operations' },
    rep: { one: 'Rep', many: 'Reps' },
  },
  ownRole: '{plural}',
  colleague: { one: 'Colleague', many: 'Colleagues' },
  reasons: {
    customer_asks_manager: 'Customer asks for a manager',
    cancellation_threat: 'Customer threatens to cancel',
    legal_or_regulatory: 'Legal or regulatory matter',
    crisis_communication: 'Crisis communication',
    exception_needed: 'Exception or large refund needed',
    technical_expertise: 'Technical expertise needed',
    billing_dispute: 'Billing dispute',
    account_security: 'Account security',
    language_support: 'Language or cultural support',
    strategic_account: 'Strategic account',
    large_deal: 'Large deal',
    decision_maker: 'Key decision maker on the line',
    mandatory_disclosure: 'Mandatory disclosure',
    approval_needed: 'Approval by a licensed person',
    objection_help: 'Help with an objection',
    negotiation_help: 'Help in negotiation',
    close_assist: 'Help to close',
    sales_opportunity: 'Sales opportunity to capture',
    rep_support: 'Rep asked for support',
    stumped_rep: 'Rep is stumped',
    new_rep_support: 'New rep',
    knowledge_transfer: 'Knowledge transfer',
    model_response: 'Model the response',
    rep_safety: 'Rep distress or safety',
    abusive_customer: 'Abusive customer',
    rep_mistake: 'Mistake or skipped step ahead',
    off_message: 'Off message',
    compliance_language: 'Compliance language missing',
    methodology_deviation: 'Methodology not followed',
    planned_three_way: 'Planned three-way call',
    positive_recognition: 'Positive recognition',
    other: 'Other',
  },
  reasonFamilies: {
    escalation: 'Escalation',
    complex: 'Complex issue',
    high_value: 'High value',
    mandatory: 'Mandatory',
    opportunity: 'Sales opportunity',
    rep: 'Rep',
    quality: 'Quality',
    planned: 'Planned',
    other: 'Other',
  },
  outcomes: {
    resolved: 'Resolved',
    saved: 'Customer saved',
    advanced: 'Deal advanced',
    no_change: 'No change',
    escalated_further: 'Escalated further',
    lost: 'Lost',
    customer_hung_up: 'Customer hung up',
  },
  dispositions: {
    meeting_booked: 'Meeting booked',
    advanced: 'Deal advanced',
    call_back: 'Call back later',
    information_sent: 'Sending information',
    question_answered: 'Question answered',
    stayed: 'Wanted to cancel, stays',
    canceled: 'Wanted to cancel, leaves',
    cancel_undecided: 'Wanted to cancel, undecided',
    not_interested: 'Not interested',
    do_not_call: 'Asked not to be called',
    left_voicemail: 'Left voicemail',
    no_answer: 'No answer',
    wrong_number: 'Wrong number',
    other: 'Other',
  },
  dispositionFamilies: {
    progress: 'Progress',
    follow_up: 'Follow-up',
    service: 'Service',
    retention: 'Wanted to cancel',
    declined: 'Declined',
    not_reached: 'Not reached',
    other: 'Other',
  },
  alertFamilies: {
    asks_for_manager: 'Asks for a manager',
    threatens_to_cancel: 'Threatens to cancel',
    legal_or_regulator: 'Legal or regulator',
    abuse: 'Abuse',
    beyond_authority: 'Exception or discount beyond authority',
    competitor: 'Competitor',
    account_security: 'Account security',
    disclosure_missing: 'Required disclosure missing',
    stumped_rep: 'Stumped rep',
    close_at_hand: 'Close at hand',
  },
  alertRules: {
    Talk_Share: 'One side does the talking',
    Monologue: 'Long monologue',
    Dead_Air: 'Dead air',
    Crosstalk: 'They talk over each other',
    Call_Length: 'Long call',
    Nobody_Helps: 'Still waiting for help',
    Nobody_Free: 'No helper free',
    Sentiment: 'Customer is upset',
  },
  helpReasons: {
    pricing: 'Pricing or discount',
    technical: 'Technical question',
    manager: 'Customer asks for a manager',
    legal: 'Legal or compliance',
    difficult: 'Difficult conversation',
    other: 'Something else',
  },
  scripts: {
    introduction:
      'Hi, this is {supervisor}. I lead the team {rep} works in. May I join you for a moment?',
    takeover:
      'Hi, this is {supervisor}. I lead the team {rep} works in, and I am taking this call from here.',
    roleClarifying: '{rep} stays your main contact. I am only here to help with this one point.',
    solidarity: '{rep} has told you the right thing. Let me add one detail.',
    handBack: 'I will leave you with {rep} now. You are in good hands.',
  },
  vocabulary: {
    lists: {
      reasons: 'Reasons',
      outcomes: 'Outcomes',
      scripts: 'Scripts',
      phrases: 'Phrases',
      notices: 'Notices',
      criteria: 'When to barge',
    },
    status: { retired: 'Retired', gone: 'Deleted, kept for old records' },
    noteRequired: 'Note required',
    countsAsSaved: 'Counts as saved',
    notSaved: "Doesn't count as saved",
    labelIn: '{language}: {label}',
    phrase: 'Say “{instead}” instead of “{avoid}”',
    scripts: {
      introduction: 'Introduction',
      role_clarifying: 'Who stays the contact',
      solidarity: 'Standing by the rep',
      hand_back: 'Handing back',
      disclosure: 'Asking for consent',
      text_whisper: 'Text to the rep',
    },
    noticeKinds: {
      visual: 'On screen',
      spoken: 'Spoken',
      tone: 'Tone',
      voicemail: 'Left on voicemail',
    },
    audiences: {
      rep: 'For the rep',
      customer: 'For the customer',
      everybody: 'For everyone on the call',
      caller_welcome: 'For callers: welcome',
      caller_next: 'For callers: a colleague is tried',
      caller_rep_lost: 'For callers: the rep was disconnected',
      caller_on_hold: 'For callers: on hold for a talk',
      caller_one_moment: "For callers: the rep's browser is gone",
      caller_message: 'For callers: leave a message',
      caller_closed_message: 'For callers: closed, leave a message',
      caller_closed: 'For callers: closed',
      caller_thanks: 'For callers: message left',
    },
    verdicts: { barge: 'Barge', do_not_barge: "Don't barge" },
  },
  announcements: {
    disclosure: 'This call may be listened to for quality and training.',
    disclosure_recorded: 'This call is recorded and may be listened to for quality and training.',
    disclosure_recorded_and_transcribed:
      'This call is recorded and transcribed, and may be listened to for quality and training.',
    disclosure_transcribed:
      'This call is transcribed and may be listened to for quality and training.',
    one_moment: 'One moment, please.',
    joined: '{supervisor} has joined the call.',
    about_to_listen: '{supervisor} is about to listen to this call.',
    about_to_speak: '{supervisor} is about to join the call.',
  },
  unknownCaller: 'Unknown caller',
  unassigned: 'Not assigned yet',
  caller: {
    welcome: 'Thank you for calling. Please stay on the line, we are connecting you.',
    onHold:
      'Please hold while we find the right answer for you. We will be back with you in a moment.',
    repLost:
      'The person you were talking to was disconnected. Please stay on the line, we are connecting you again.',
    nextStep: 'No one has answered yet. We are trying a colleague. Please stay on the line.',
    leaveMessage:
      'No one can take your call right now. Please leave a message after the tone, it is recorded, and we will call you back. Press the pound key when you have finished.',
    closedMessage:
      'You are calling outside our business hours. Please leave a message after the tone, it is recorded, and we will call you back. Press the pound key when you have finished.',
    closed: 'You are calling outside our business hours. Please call again later. Goodbye.',
    messageLeft: 'Thank you. We will call you back. Goodbye.',
    askRating:
      'One question, if you like: how satisfied are you with this call? Press a key from 1, not at all, to 5, very satisfied. Otherwise just hang up.',
    rated: 'Thank you. Goodbye.',
  },
  notAdmitted: {
    notYourCall: 'This call is not yours to take.',
    cannotBeJoined: 'This call cannot be joined.',
    noLongerJoinable: 'This call cannot be joined anymore.',
    nobodyAvailable: 'No one can take your call right now. Please try again later.',
    notUnderstood: 'Your call could not be connected. Please try again. Goodbye.',
  },
  ownDevice: {
    take: 'Dealside. A call from {customer}. To take it, press any key.',
    place: 'Dealside. To call {customer}, press any key.',
    change: 'Dealside. To continue your call with {customer} on this phone, press any key.',
    listen: 'To listen to the call of {rep}, press any key.',
    code: 'This is Dealside. Your code is:',
  },
  notices: {
    monitor: "{supervisor} is listening. {supervisor} can't be heard.",
    whisper: "{supervisor} is whispering to you. {customer} can't hear it.",
    barge: '{supervisor} barged in. You and {customer} can hear {supervisor}.',
    takeover: '{supervisor} took over the call with {customer}.',
    reason: 'Reason: {reason}.',
  },
  notifications: {
    receipt: {
      titles: {
        monitor: '{who} listened to your call with {customer}',
        whisper: '{who} whispered to you on your call with {customer}',
        barge: '{who} barged into your call with {customer}',
        takeover: '{who} took over your call with {customer}',
      },
      body: 'Did it help? Open the intervention to give feedback.',
    },
    coaching: {
      title: 'Debrief with {who} planned',
      body: 'About your call with {customer}. Due {dueOn}.',
    },
    outcome: {
      title: 'Outcome to log: call with {customer}',
      body: 'You were on the call of {rep}. Log how it went, beside the deal or on the live wall.',
    },
    debrief: debriefNotices,
    training: trainingNotice,
    jointCall: jointCallNotices,
    missedCall: {
      title: 'Missed call from {customer}',
      body: 'Open the task to call back {number}.',
    },
    help: {
      title: '{rep} needs help: {reason}',
      body: 'On the call with {customer}. Join to help from Dealside Phone.',
    },
    summons: {
      title: 'Compliance alert on the call of {rep}: {label}',
      body: 'On the call with {customer}. Open Dealside Phone or the live wall to take it.',
      spoken:
        'This is Dealside. A compliance alert was raised on the call of {rep}. Please open the live wall.',
    },
    helpSpoken:
      'This is Dealside. {rep} asks for help on a call. Please open the live wall to join.',
    followed: {
      title: '{rep} is on a call',
      body: 'With {customer}. You follow {rep}. Join from the deal or the live wall.',
    },
    lostCall: {
      title: 'You were disconnected from {customer}',
      body: 'No one could take the call. Open the task to call back {number}.',
    },
  },
  debriefEvent,
  jointCallEvent,
  missedCallTask: {
    subject: 'Call back: {customer}',
    nobodyAnswered: 'No one answered the call.',
    closed: 'The call came outside business hours.',
    abandoned: 'The caller hung up while phones were ringing.',
    repLost: 'Your connection was lost during the call, and no one could take it.',
    when: 'Called on {date} at {time}.',
    callBack: 'Call back: {number}',
    newLead: 'Make it a lead: {link}',
    message: 'Message ({seconds} s): {link}',
    words: 'They said: {words}',
  },
  written,
  writeFaults,
  findings: {
    leak: 'In {mode}, {listener} can hear {speaker}.',
    missing: "In {mode}, {listener} can't hear {speaker}.",
    parties: {
      customer: { listens: 'the customer', isHeard: 'the customer' },
      rep: { listens: 'the rep', isHeard: 'the rep' },
      supervisor: { listens: 'the supervisor', isHeard: 'the supervisor' },
    },
  },
  practice: { customer: 'Practice: {scenario}' },
  consent: {
    law: '{basis} ({place}, {witness})',
    unknownPlace: 'unknown place',
    noLawAsks: "No law asks: a practice call has no customer and isn't recorded",
    unknownBasis: 'the strictest rule, because no law is on file for this place',
    witness: {
      customer_number: "by the customer's number",
      customer_address: "by the customer's address",
      rep_location: "by the rep's location",
      guest_number: "by the third party's number",
    },
    onFile: {
      table:
        "Places without an entry of your own follow Dealside's table of jurisdictions, version {version}.",
      disclosedHere: 'Dealside plays the disclosure where a place asks for it.',
      disclosedElsewhere: 'Your company gives the disclosure itself, before calls reach Dealside.',
      interest: 'Your legitimate interest is on file: {document} ({owner}, since {since}).',
      noInterest:
        "Your legitimate interest isn't on file, so no one joins calls where the law asks for it.",
      place: '{place}: {asks}{announced} {basis}',
      asks: {
        one_party: "One party's consent is enough.",
        all_party: 'Everyone on the call must be told.',
        agreement: 'The customer must agree.',
      },
      announced: ' A supervisor is announced before talking.',
    },
  },
  clock: {
    today: '{time} today',
    tomorrow: '{time} tomorrow',
    weekday: '{time} on {day}',
    date: '{time} on {day}',
    midnight: 'midnight',
  },
  policy,
  dialing,
  setup,
  faults,
  faultInRule: 'Rule {rule}, {fault}',
};
