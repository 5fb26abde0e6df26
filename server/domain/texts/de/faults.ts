import type { Texts } from '../types.ts';

export const faults: Texts['faults'] = {
  name_repeated: 'Eine andere Regel hat diesen Namen. Geben Sie jeder Regel einen eigenen Namen.',
  rep_always_sees:
    'Der Vertriebsmitarbeiter sieht immer, wer beitritt. Fügen Sie das Banner hinzu oder machen Sie die Regel verdeckt, mit Verantwortlichem, Zweck und letztem Tag.',
  covert_is_told:
    'Verdecktes Mithören benachrichtigt niemanden. Entfernen Sie die Hinweise oder machen Sie die Regel sichtbar.',
  covert_is_heard:
    'Nur Mithören kann verdeckt sein. Entfernen Sie die anderen Modi aus dieser Regel.',
  nothing_announced:
    'Für eine Ansage vorab muss etwas wiedergegeben werden. Fügen Sie einen Ton oder eine Ansage hinzu oder verzichten Sie auf die Ansage vorab.',
  never_open:
    'Zeiten, die enden, wenn sie beginnen, gelten nie. Geben Sie für den ganzen Tag 00:00 bis 24:00 ein.',
  unknown_calendar:
    'Es gibt keine Feiertage mit dem Namen {calendar}. Fügen Sie sie hinzu oder korrigieren Sie den Namen.',
  unheld_role:
    'Kein aktiver Benutzer hat die Rolle {role}; nach dieser Regel kann niemand beitreten. Korrigieren Sie ihren Namen oder weisen Sie einen Berechtigungssatz von Dealside zu, der sie vergibt.',
  not_fields: 'Dies muss ein Satz benannter Felder sein.',
  missing: 'Dieses Feld fehlt.',
  unknown_field:
    'Dieses Feld ist nicht vorhanden. Korrigieren Sie seinen Namen oder entfernen Sie es.',
  not_text: 'Dies muss Text sein.',
  empty: 'Dies darf nicht leer sein.',
  not_offered: '{value} ist keiner der Werte {offered}.',
  not_list: 'Dies muss eine Liste sein.',
  empty_list: 'Diese Liste darf nicht leer sein.',
  twice: '{value} ist zweimal aufgeführt.',
  not_time_from: '{value} ist keine Uhrzeit wie 08:00.',
  not_time_to: '{value} ist keine Uhrzeit wie 18:00 oder 24:00.',
  not_whole: 'Dies muss eine ganze Zahl ab 1 sein.',
  not_days: 'Dies muss eine ganze Zahl von Tagen von 1 bis {most} sein.',
  not_amount: 'Dies muss ein Betrag ab 0 sein.',
  not_date: '{value} ist kein Datum wie 2026-12-31.',
  no_deals: 'Geben Sie Phasen oder einen Mindestbetrag ein.',
  covert_not_ticked:
    'Diese Regel hat einen Verantwortlichen, einen Zweck oder einen letzten Tag, aber „Covert“ ist nicht ausgewählt. Wählen Sie es aus oder leeren Sie diese Felder.',
  unknown_group:
    'Nicht vorhanden: {kind} mit dem Namen {name}. Korrigieren Sie den Entwicklernamen.',
  code_repeated: 'Ein anderer Eintrag hat den Code {value}. Geben Sie jedem seinen eigenen.',
  label_repeated:
    'Ein anderer aktiver Eintrag heißt ebenfalls {value}. Geben Sie jedem eine eigene Bezeichnung oder mustern Sie einen aus.',
  too_long: '{value} hat {length} Zeichen, höchstens {most} sind möglich.',
  not_language: '{value} ist keine Sprache wie de oder pt-BR.',
  not_spoken: 'Ansagen gibt es nur in {offered}, nicht in {value}.',
  unknown_reason:
    'Einen Grund mit dem Code {value} gibt es nicht. Korrigieren Sie ihn oder fügen Sie den Grund hinzu.',
  lacks_place: '{value} fehlt im Text: Der Vertriebsmitarbeiter liest immer, wer im Anruf ist.',
  not_labels:
    '{value} ist keine Bezeichnung wie „fr: Litige“. Schreiben Sie eine Sprache in jede Zeile.',
};
