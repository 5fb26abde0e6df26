import type { PolicyTexts } from '../types.ts';

export const policy: PolicyTexts = {
  rule: '{who} can {modes} {calls}',
  ruleToRep: '{who} can {modes} your calls',
  modes: { monitor: 'monitor', whisper: 'whisper on', barge: 'barge into', takeover: 'take over' },
  calls: {
    own_reports: 'the calls of their direct and indirect reports',
    everyone: "everyone's calls",
    team: {
      shared: 'the calls of reps in their teams',
      named: 'the calls of reps in the team {groups}',
    },
    queue: {
      shared: 'the calls of reps in their queues',
      named: 'the calls of reps in the queue {groups}',
    },
    skill: {
      shared: 'the calls of reps who share their skills',
      named: 'the calls of reps with the skill {groups}',
    },
    territory: {
      shared: 'the calls of reps in their territories',
      named: 'the calls of reps in the territory {groups}',
    },
  },
  stages: 'about deals in the stage {stages}',
  minimumAmount: "about deals worth {amount} or more in your company's currency",
  kept: {
    byServer: 'Transcripts are kept for this many days: {limit}. This server keeps them no longer.',
    byPolicy:
      'Transcripts, and what alerts quote of them, are kept for this many days: {days}. The most on this server: {limit}.',
    limited:
      'Transcripts, and what alerts quote of them, are kept for this many days: {limit}. Your setting says {days}, but this server keeps them no longer.',
  },
  hours: '{days} from {from} to {to} in {clock} time zone',
  exceptOn: 'except on holidays in {calendar}',
  everyDay: 'every day',
  dayRange: '{first} to {last}',
  clocks: { rep: "the rep's", you: 'your', supervisor: 'their own' },
  after: 'after providing {what}',
  demands: {
    reason: 'a reason',
    point: 'the point that a barge adds',
    pin: 'their PIN',
    passkey: 'their passkey',
  },
  noticeFirst: 'after an announcement',
  recorded: "with the supervisor's voice recorded",
  oneAtOnce: 'on one call at a time',
  atOnce: 'on {count} calls at a time',
  repNotified: 'The rep {how}.',
  youNotified: 'You {how}.',
  notices: {
    banner: { third: 'sees who it is', second: 'see who it is' },
    tone: {
      third: 'hears a tone when {modes} begins',
      second: 'hear a tone when {modes} begins',
    },
    spoken_to_rep: { third: 'hears a spoken message', second: 'hear a spoken message' },
    spoken_to_everyone: {
      third: 'hears a spoken message, as does the customer',
      second: 'hear a spoken message, as does the customer',
    },
  },
  toneModes: {
    monitor: 'monitoring',
    whisper: 'whispering',
    barge: 'barging in',
    takeover: 'a takeover',
  },
  covert: "The rep isn't notified. Purpose: {purpose}. Owner: {owner}. Last day: {endsOn}.",

  forRep: {
    managers: '{names}, your managers,',
    everyone: '{roles} who see all calls',
    shared: {
      team: '{roles} in your teams',
      queue: '{roles} in your queues',
      skill: '{roles} who share a skill with you',
      territory: '{roles} in your territories',
    },
    covertNone:
      'Covert monitoring requires its own rule with an owner, a purpose, and a last day. Your organization has no such rule now.',
    covertOne:
      'Covert monitoring requires its own rule with an owner, a purpose, and a last day. Your organization has one such rule now.',
    covertMany:
      'Covert monitoring requires its own rule with an owner, a purpose, and a last day. Your organization has {count} such rules now.',
  },

  explain: {
    can: {
      monitor: "{person} can monitor {rep}'s call",
      whisper: "{person} can whisper on {rep}'s call",
      barge: "{person} can barge into {rep}'s call",
      takeover: "{person} can take over {rep}'s call",
      covert: "{person} can monitor {rep}'s call covertly",
    },
    cannot: {
      monitor: "{person} can't monitor {rep}'s call right now",
      whisper: "{person} can't whisper on {rep}'s call right now",
      barge: "{person} can't barge into {rep}'s call right now",
      takeover: "{person} can't take over {rep}'s call right now",
      covert: "{person} can't monitor {rep}'s call covertly right now",
    },
    allowed: '{can}. Allowed by the rule {rule}.',
    refused: '{cannot}. {why}',
    opens: 'Allowed from {when}, your time.',
    opensForRep: "Allowed from {when}, {rep}'s time.",
    opensForPerson: "Allowed from {when}, {person}'s time.",
    never: "Its hours don't come again within a year.",
    groups: { team: 'team', queue: 'queue', skill: 'skill', territory: 'territory' },
    because: {
      role: "It's for the role {role}, which {person} doesn't have.",
      own_call: 'No one supervises their own call.',
      deals: "The call isn't about such a deal.",
      mode: "It doesn't allow {mode}.",
      permission: "{person} doesn't have the permission {permission}.",
      end_date: 'Its last day was {endsOn}.',
      reach: {
        own_reports: "{rep} doesn't report to {person}.",
        everyone: "{person} doesn't have the permission Dealside All Calls.",
        shared: '{person} and {rep} have no {group} in common.',
        named: "{rep} isn't in the {group} {groups}.",
      },
      covert: {
        only: "It's only for covert monitoring, which wasn't requested.",
        not: "It doesn't allow covert monitoring.",
      },
      hours: "It doesn't apply at this hour. {opening}",
      at_once: {
        one: 'It allows {limit} at a time, and {person} is on 1 other call.',
        many: 'It allows {limit} at a time, and {person} is on {count} other calls.',
      },
    },
    remedy: {
      role: '{person} gets the role {role}',
      covert: 'covert monitoring is requested',
      mode: 'an administrator adds {mode} to the rule',
      permission: '{person} gets the permission {permission}',
      end_date: '{owner} gives it a later last day',
      hours: {
        byRep: "they wait until {when}, {rep}'s time",
        byPerson: "they wait until {when}, {person}'s time",
      },
      at_once: '{person} leaves another call',
      deals: 'the call is about a deal{which}',
      dealStages: ' in the stage {stages}',
      dealAmount: " worth {amount} or more in your company's currency",
      reach: {
        own_reports: '{rep} reports to {person}, directly or indirectly',
        everyone: '{person} gets the permission Dealside All Calls',
        shared: '{person} and {rep} share a {group}',
        named: '{rep} gets the {group} {groups}',
      },
    },
    wouldAllow: 'The rule {rule} would allow it if {remedies}.',
    inactive: "Activate {person}'s user in Salesforce. Then the rules apply.",
  },
};
