import type { Texts } from '../types.ts';
import { auditActions } from './auditActions.ts';
import { dialling } from './dialling.ts';
import { policy } from './policy.ts';
import { refusals, wordings } from './refusals.ts';

/** The server's texts in US English, for sales teams. */
export const en: Texts = {
  refusals,
  wordings,
  auditActions,
  internalError: {
    message: 'Something went wrong on our side. Nothing was changed.',
    hint: 'Try again in a moment.',
  },
  notConfirmed: {
    message: "The phone service didn't confirm the switch.",
    hint: "You can't be heard.",
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
    exception_needed: 'Exception or large refund needed',
    technical_expertise: 'Technical expertise needed',
    billing_dispute: 'Billing dispute',
    account_security: 'Account security',
    strategic_account: 'Strategic account',
    large_deal: 'Large deal',
    decision_maker: 'Key decision maker on the line',
    mandatory_disclosure: 'Mandatory disclosure',
    approval_needed: 'Approval by a licensed person',
    objection_help: 'Help with an objection',
    negotiation_help: 'Help in negotiation',
    close_assist: 'Help to close',
    rep_support: 'Rep asked for support',
    new_rep_support: 'New rep',
    rep_safety: 'Rep distress or safety',
    abusive_customer: 'Abusive customer',
    off_message: 'Off message',
    compliance_language: 'Compliance language missing',
    planned_three_way: 'Planned three-way call',
    positive_recognition: 'Positive recognition',
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
    roleClarifying: '{rep} stays your main contact. I am only here to help with this one point.',
    handBack: 'I will leave you with {rep} now. You are in good hands.',
  },
  announcements: {
    disclosure: 'This call may be listened to for quality and training.',
    disclosure_recorded: 'This call is recorded and may be listened to for quality and training.',
    joined: '{supervisor} has joined the call.',
    about_to_listen: '{supervisor} is about to listen to this call.',
    about_to_speak: '{supervisor} is about to join the call.',
  },
  unknownCaller: 'Unknown caller',
  caller: {
    welcome: 'Thank you for calling. Please stay on the line, we are connecting you.',
    nextStep: 'No one has answered yet. We are trying a colleague. Please stay on the line.',
    leaveMessage:
      'No one can take your call right now. Please leave a message after the tone, it is recorded, and we will call you back. Press the pound key when you have finished.',
    closedMessage:
      'You are calling outside our business hours. Please leave a message after the tone, it is recorded, and we will call you back. Press the pound key when you have finished.',
    closed: 'You are calling outside our business hours. Please call again later. Goodbye.',
    messageLeft: 'Thank you. We will call you back. Goodbye.',
  },
  notAdmitted: {
    notYourCall: 'This call is not yours to take.',
    cannotBeJoined: 'This call cannot be joined.',
    noLongerJoinable: 'This call cannot be joined any more.',
    nobodyAvailable: 'Nobody can take your call right now. Please try again later.',
  },
  notices: {
    monitor: "{supervisor} is listening. {supervisor} can't be heard.",
    whisper: "{supervisor} is whispering to you. {customer} can't hear it.",
    barge: '{supervisor} barged in. You and {customer} can hear {supervisor}.',
    takeover: '{supervisor} took over the call with {customer}.',
    reason: 'Reason: {reason}.',
  },
  notifications: {
    did: {
      monitor: 'listened',
      whisper: 'whispered to you',
      barge: 'barged in',
      takeover: 'took over',
    },
    receipt: {
      title: '{who} {did} on your call with {customer}',
      body: 'Did it help? Open the intervention to give feedback.',
    },
    coaching: {
      title: 'Debrief with {who} planned',
      body: 'About your call with {customer}. Due {dueOn}.',
    },
    missedCall: {
      title: 'Missed call from {customer}',
      body: 'Open the task to call back {number}.',
    },
  },
  missedCallTask: {
    subject: 'Call back: {customer}',
    nobodyAnswered: 'No one answered the call.',
    closed: 'The call came outside business hours.',
    abandoned: 'The caller hung up while phones were ringing.',
    when: 'Called on {date} at {time}.',
    callBack: 'Call back: {number}',
    newLead: 'Make it a lead: {link}',
    message: 'Message ({seconds} s): {link}',
  },
  findings: {
    leak: 'In {mode}, {listener} can hear {speaker}.',
    missing: "In {mode}, {listener} can't hear {speaker}.",
    parties: {
      customer: { listens: 'the customer', isHeard: 'the customer' },
      rep: { listens: 'the rep', isHeard: 'the rep' },
      supervisor: { listens: 'the supervisor', isHeard: 'the supervisor' },
    },
  },
  consent: {
    law: '{basis} ({place}, {witness})',
    unknownPlace: 'unknown place',
    unknownBasis: 'the strictest rule, because no law is on file for this place',
    witness: {
      customer_number: "by the customer's number",
      customer_address: "by the customer's address",
      rep_location: "by the rep's location",
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
  dialling,
  faults: {
    name_repeated: 'Another rule has this name. Give each rule its own name.',
    rep_always_sees:
      'The rep always sees who joins. Add the banner, or make the rule covert with an owner, a purpose, and a last day.',
    covert_is_told:
      'Covert monitoring notifies no one. Remove the notices, or make the rule visible.',
    covert_is_heard: 'Only monitoring can be covert. Remove the other modes from this rule.',
    nothing_announced:
      "Announcing first requires something to play. Add a tone or a spoken message, or don't announce first.",
    never_open:
      'Hours that end when they start never apply. For the whole day, enter 00:00 to 24:00.',
    unknown_calendar:
      'There are no holidays with the name {calendar}. Add them, or correct the name.',
    not_fields: 'This must be a set of named fields.',
    missing: 'This field is missing.',
    unknown_field: "This field doesn't exist. Correct its name or remove it.",
    not_text: 'This must be text.',
    empty: "This can't be empty.",
    not_offered: "{value} isn't one of {offered}.",
    not_list: 'This must be a list.',
    empty_list: "This list can't be empty.",
    twice: '{value} is listed twice.',
    not_time_from: "{value} isn't a time such as 08:00.",
    not_time_to: "{value} isn't a time such as 18:00 or 24:00.",
    not_whole: 'This must be a whole number of 1 or more.',
    not_amount: 'This must be an amount of 0 or more.',
    not_date: "{value} isn't a date such as 2026-12-31.",
    no_deals: 'Enter stages or a minimum amount.',
    covert_not_ticked:
      "This rule has an owner, a purpose, or a last day, but Covert isn't selected. Select it, or clear those fields.",
    unknown_group: "There's no {kind} with the name {name}. Correct the developer name.",
  },
  faultInRule: 'Rule {rule}, {fault}',
};
