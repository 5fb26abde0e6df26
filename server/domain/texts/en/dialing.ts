import type { DialingRefusals, DialingTexts, DialingWordings } from '../types.ts';

export const dialing: DialingTexts = {
  countries: {
    listed: 'Reps can call numbers in these countries: {countries}.',
    derived:
      "Reps can call numbers in these countries: {countries}. They are the countries of your company's own numbers and of its accounts.",
  },
  notCountries: 'Not understood, and ignored: {words}. Enter country codes such as US, CA, GB.',
  refused:
    'Never called: emergency, premium-rate, shared-cost, personal and satellite numbers, numbers of international networks, and people who are marked do-not-call.',
  machines: {
    detected: 'Twilio listens for answering machines on calls that reps place.',
    messages: 'Reps can leave your messages on machines of customers in: {places}.',
    noMessages: 'Reps can leave no messages on machines: no place is listed.',
  },
  limits: 'A rep can place up to {minute} calls a minute, {hour} an hour and {day} a day.',
  hours: {
    us_consumers:
      'Consumers in the United States are called from {from} to {to} in their own time zone.',
    consumers: 'Consumers are called from {from} to {to} in their own time zone.',
    everybody: 'Customers are called from {from} to {to} in their own time zone.',
    nobody: 'Calling hours are off: customers can be called at any time.',
  },
  opens: "This customer can be called from {when} by the customer's clock ({zone}).",
  callerId:
    "Customers see the rep's own number, or that of the rep's queue or team, or {main}. Only numbers that the phone network has verified as yours are used.",
  localPresence: {
    on: 'Local presence is on: a customer sees one of your numbers with their own area code, if you have one.',
    off: 'Local presence is off.',
  },
  numberFaults: {
    unreadable:
      'The record "{record}" of Dealside Number is ignored: its number can\'t be read, or For isn\'t person, queue, team, org or local.',
    unknown_holder:
      'The record "{record}" of Dealside Number is ignored: Who names no active user, queue or public group.',
    not_owned:
      "{record} isn't used: the phone network doesn't know it as your number. Rent it or verify it there.",
  },
};

export const dialingRefusals: DialingRefusals = {
  emergency_number: {
    message: "Dealside can't place emergency calls. Use a phone.",
    hint: 'Call the emergency number from a mobile phone or landline now.',
  },
  number_invalid: { message: "This isn't a phone number that can be called." },
  number_premium: {
    message: "{number} is a premium-rate number, and Dealside doesn't call those.",
    hint: 'Use another number of this customer.',
  },
  number_shared_cost: {
    message: "{number} is a shared-cost service number, and Dealside doesn't call those.",
    hint: 'Use the landline or mobile number of this customer.',
  },
  number_personal: {
    message: "{number} is a personal follow-me number, and Dealside doesn't call those.",
    hint: 'Use the landline or mobile number of this customer.',
  },
  number_satellite: {
    message: "{number} is a satellite phone, and Dealside doesn't call those.",
    hint: 'Use the landline or mobile number of this customer.',
  },
  number_international: {
    message:
      "{number} belongs to an international network, not to a country, and Dealside doesn't call those.",
    hint: 'Use the landline or mobile number of this customer.',
  },
  number_special: {
    message: "{number} is a pager or a voicemail service, and Dealside doesn't call those.",
    hint: 'Use the landline or mobile number of this customer.',
  },
  country_not_called: {
    message: "Your company doesn't call numbers in {country}.",
    hint: 'Check the country code, or ask your administrator to allow this country.',
  },
  do_not_call: {
    message: "This customer doesn't want to be called.",
    hint: 'This person or number is marked do-not-call in Salesforce. Write to them instead.',
  },
  outside_calling_hours: {
    message: "It's outside the hours at which this customer can be called.",
    hint: 'Try again later, or ask your administrator about the calling hours.',
  },
  too_many_calls: {
    message: "You've reached the limit of calls.",
    hint: 'Wait a moment.',
  },
};

export const dialingWordings: DialingWordings = {
  'number_invalid.not_a_number': {
    message: "This isn't a phone number.",
    hint: 'Enter digits, such as +1 415 555 0142.',
  },
  'number_invalid.too_short': {
    message: 'This phone number is too short.',
    hint: 'Add the missing digits. A number in another country begins with + and the country code.',
  },
  'number_invalid.too_long': {
    message: 'This phone number is too long.',
    hint: 'Remove the digits that are too many.',
  },
  'number_invalid.country_code': {
    message: 'No country has this country code.',
    hint: 'Check the digits after the +.',
  },
  'number_invalid.not_in_use': {
    message: "No phone has this number: its area code or first digits aren't in use.",
    hint: 'Check the digits.',
  },
  'outside_calling_hours.opens': { hint: '{opening}' },
  'too_many_calls.minute': {
    message: "You've placed {limit} calls in a minute, which is the limit.",
    hint: 'Wait a minute, then call again.',
  },
  'too_many_calls.hour': {
    message: "You've placed {limit} calls in an hour, which is the limit.",
    hint: 'Call again later, or ask your administrator to change the limit.',
  },
  'too_many_calls.day': {
    message: "You've placed {limit} calls in a day, which is the limit.",
    hint: 'Call again tomorrow, or ask your administrator to change the limit.',
  },
};
