import type { Texts } from '../types.ts';

export const faults: Texts['faults'] = {
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
  unheld_role:
    'No active user has the role {role}, so this rule lets no one join. Correct its name, or assign a permission set of Dealside that gives it.',
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
  not_days: 'This must be a whole number of days from 1 to {most}.',
  not_amount: 'This must be an amount of 0 or more.',
  not_date: "{value} isn't a date such as 2026-12-31.",
  no_deals: 'Enter stages or a minimum amount.',
  covert_not_ticked:
    "This rule has an owner, a purpose, or a last day, but Covert isn't selected. Select it, or clear those fields.",
  unknown_group: "There's no {kind} with the name {name}. Correct the developer name.",
  code_repeated: 'Another record has the code {value}. Give each its own.',
  label_repeated:
    'Another active record is also called {value}. Give each its own label, or retire one.',
  too_long: '{value} has {length} characters; {most} is the most.',
  not_language: "{value} isn't a language such as de or pt-BR.",
  not_spoken: 'Announcements can be spoken in {offered} only, not in {value}.',
  unknown_reason: "There's no reason with the code {value}. Correct it, or add the reason.",
  lacks_place: '{value} is missing in the text: the rep always reads who is on the call.',
  not_labels: '{value} isn\'t a label such as "fr: Litige". Write one language on each line.',
};
