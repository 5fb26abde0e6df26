import type { DialingRefusals, DialingTexts, DialingWordings } from '../types.ts';

export const dialing: DialingTexts = {
  countries: {
    listed: 'Vertriebsmitarbeiter können Nummern in diesen Ländern anrufen: {countries}.',
    derived:
      'Vertriebsmitarbeiter können Nummern in diesen Ländern anrufen: {countries}. Das sind die Länder der eigenen Nummern und der Accounts Ihres Unternehmens.',
  },
  notCountries:
    'Nicht verstanden und nicht beachtet: {words}. Geben Sie Ländercodes wie US, CA, GB ein.',
  refused:
    'Nie angerufen werden Notrufnummern, Premium-Nummern, Nummern mit geteilten Kosten, persönliche Nummern, Satellitennummern, Nummern internationaler Netze und Personen mit „Nicht anrufen“.',
  machines: {
    detected: 'Twilio erkennt bei Anrufen der Vertriebsmitarbeiter, ob eine Mailbox annimmt.',
    messages:
      'Vertriebsmitarbeiter können Ihre Nachrichten auf Mailboxen hinterlassen, wenn der Kunde hier ist: {places}.',
    noMessages:
      'Vertriebsmitarbeiter können keine Nachrichten hinterlassen: Es ist kein Ort genannt.',
  },
  limits:
    'Ein Vertriebsmitarbeiter kann bis zu {minute} Anrufe pro Minute, {hour} pro Stunde und {day} pro Tag tätigen.',
  hours: {
    us_consumers:
      'Verbraucher in den Vereinigten Staaten werden von {from} bis {to} Uhr ihrer Ortszeit angerufen.',
    consumers: 'Verbraucher werden von {from} bis {to} Uhr ihrer Ortszeit angerufen.',
    everybody: 'Kunden werden von {from} bis {to} Uhr ihrer Ortszeit angerufen.',
    nobody: 'Anrufzeiten sind ausgeschaltet: Kunden können jederzeit angerufen werden.',
  },
  opens: 'Dieser Kunde kann ab {when} seiner Ortszeit angerufen werden ({zone}).',
  callerId:
    'Kunden sehen die eigene Nummer des Vertriebsmitarbeiters, sonst die seiner Warteschlange oder seines Teams, sonst {main}. Nur Nummern, die das Telefonnetz als Ihre bestätigt hat, werden verwendet.',
  localPresence: {
    on: 'Lokale Nummern sind eingeschaltet: Ein Kunde sieht eine Ihrer Nummern mit seiner eigenen Vorwahl, wenn Sie eine haben.',
    off: 'Lokale Nummern sind ausgeschaltet.',
  },
  numberFaults: {
    unreadable:
      'Der Datensatz „{record}“ von Dealside Number wird nicht beachtet: Seine Nummer ist nicht lesbar, oder For ist nicht person, queue, team, org oder local.',
    unknown_holder:
      'Der Datensatz „{record}“ von Dealside Number wird nicht beachtet: Who nennt keinen aktiven Benutzer, keine Warteschlange und keine öffentliche Gruppe.',
    not_owned:
      '{record} wird nicht verwendet: Das Telefonnetz kennt sie nicht als Ihre Nummer. Mieten oder bestätigen Sie sie dort.',
  },
};

export const dialingRefusals: DialingRefusals = {
  emergency_number: {
    message: 'Dealside kann keine Notrufe absetzen. Benutzen Sie ein Telefon.',
    hint: 'Wählen Sie den Notruf jetzt mit einem Mobiltelefon oder über einen Festnetzanschluss.',
  },
  number_invalid: { message: 'Dies ist keine Telefonnummer, die angerufen werden kann.' },
  number_premium: {
    message: '{number} ist eine Premium-Nummer. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie eine andere Nummer dieses Kunden.',
  },
  number_shared_cost: {
    message:
      '{number} ist eine Servicenummer mit geteilten Kosten. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie die Festnetz- oder Mobilnummer dieses Kunden.',
  },
  number_personal: {
    message: '{number} ist eine persönliche Rufnummer. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie die Festnetz- oder Mobilnummer dieses Kunden.',
  },
  number_satellite: {
    message: '{number} ist ein Satellitentelefon. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie die Festnetz- oder Mobilnummer dieses Kunden.',
  },
  number_international: {
    message:
      '{number} gehört zu einem internationalen Netz und zu keinem Land. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie die Festnetz- oder Mobilnummer dieses Kunden.',
  },
  number_special: {
    message: '{number} ist ein Pager oder eine Mailbox. Dealside ruft solche Nummern nicht an.',
    hint: 'Verwenden Sie die Festnetz- oder Mobilnummer dieses Kunden.',
  },
  country_not_called: {
    message: 'Ihr Unternehmen ruft keine Nummern in diesem Land an: {country}.',
    hint: 'Überprüfen Sie die Ländervorwahl oder bitten Sie Ihren Administrator, dieses Land zuzulassen.',
  },
  do_not_call: {
    message: 'Dieser Kunde möchte nicht angerufen werden.',
    hint: 'In Salesforce ist für diese Person oder Nummer „Nicht anrufen“ ausgewählt. Schreiben Sie stattdessen.',
  },
  outside_calling_hours: {
    message: 'Zu dieser Zeit kann dieser Kunde nicht angerufen werden.',
    hint: 'Versuchen Sie es später oder fragen Sie Ihren Administrator nach den Anrufzeiten.',
  },
  too_many_calls: {
    message: 'Sie haben das Limit für Anrufe erreicht.',
    hint: 'Warten Sie einen Moment.',
  },
};

export const dialingWordings: DialingWordings = {
  'number_invalid.not_a_number': {
    message: 'Dies ist keine Telefonnummer.',
    hint: 'Geben Sie Ziffern ein, zum Beispiel +1 415 555 0142.',
  },
  'number_invalid.too_short': {
    message: 'Diese Telefonnummer ist zu kurz.',
    hint: 'Fügen Sie die fehlenden Ziffern hinzu. Eine Nummer im Ausland beginnt mit + und der Ländervorwahl.',
  },
  'number_invalid.too_long': {
    message: 'Diese Telefonnummer ist zu lang.',
    hint: 'Entfernen Sie die überzähligen Ziffern.',
  },
  'number_invalid.country_code': {
    message: 'Kein Land hat diese Vorwahl.',
    hint: 'Überprüfen Sie die Ziffern nach dem +.',
  },
  'number_invalid.not_in_use': {
    message:
      'Kein Telefon hat diese Nummer: Ihre Vorwahl oder ihre ersten Ziffern sind nicht vergeben.',
    hint: 'Überprüfen Sie die Ziffern.',
  },
  'outside_calling_hours.opens': { hint: '{opening}' },
  'too_many_calls.minute': {
    message: 'Sie haben in einer Minute {limit} Anrufe getätigt. Das ist das Limit.',
    hint: 'Warten Sie eine Minute und rufen Sie dann wieder an.',
  },
  'too_many_calls.hour': {
    message: 'Sie haben in einer Stunde {limit} Anrufe getätigt. Das ist das Limit.',
    hint: 'Rufen Sie später wieder an oder bitten Sie Ihren Administrator, das Limit zu ändern.',
  },
  'too_many_calls.day': {
    message: 'Sie haben an einem Tag {limit} Anrufe getätigt. Das ist das Limit.',
    hint: 'Rufen Sie morgen wieder an oder bitten Sie Ihren Administrator, das Limit zu ändern.',
  },
};
