/** What Lightning Experience itself says in German. The package's own texts are translated by it. */
export const GERMAN: Readonly<Record<string, string>> = {
  Home: 'Startseite',
  Opportunity: 'Opportunity',
  Opportunities: 'Opportunitys',
  Account: 'Account',
  Accounts: 'Accounts',
  Contact: 'Kontakt',
  Contacts: 'Kontakte',
  Lead: 'Lead',
  Leads: 'Leads',
  Task: 'Aufgabe',
  Tasks: 'Aufgaben',
  'Call Intervention': 'Anrufeingriff',
  'Call Interventions': 'Anrufeingriffe',
  'Help Request': 'Hilfeanfrage',
  'Help Requests': 'Hilfeanfragen',
  'Rep Call': 'Anruf',
  'Rep Calls': 'Anrufe',
  'Call Note': 'Anrufnotiz',
  'Call Notes': 'Anrufnotizen',
  Reports: 'Berichte',
  Dashboards: 'Dashboards',
  More: 'Mehr',
  'Search…': 'Suchen…',
  'Loading…': 'Wird geladen…',
  'Skip to main content': 'Zum Hauptinhalt wechseln',
  Activity: 'Aktivität',
  Details: 'Details',
  Highlights: 'Wichtige Felder',
  Owner: 'Inhaber',
  Phone: 'Telefon',
  Mobile: 'Mobiltelefon',
  Amount: 'Betrag',
  'Close Date': 'Schlusstermin',
  Stage: 'Phase',
  'Opportunity Name': 'Opportunity-Name',
  'Account Name': 'Accountname',
  Probability: 'Wahrscheinlichkeit',
  'Next Step': 'Nächster Schritt',
  Industry: 'Branche',
  'Billing City': 'Ort (Rechnung)',
  'Billing State': 'Bundesland (Rechnung)',
  Title: 'Position',
  Name: 'Name',
  Company: 'Firma',
  Subject: 'Thema',
  Status: 'Status',
  'Due Date': 'Fälligkeitsdatum',
  Priority: 'Priorität',
  'Assigned To': 'Zugewiesen an',
  Comments: 'Kommentare',
  Supervisor: 'Supervisor',
  Rep: 'Vertriebsmitarbeiter',
  'Highest Mode': 'Höchster Modus',
  'Intervention Number': 'Eingriffsnummer',
  'Request Number': 'Anfragenummer',
  'Call Number': 'Anrufnummer',
  'Note Number': 'Notiznummer',
  Note: 'Notiz',
  Created: 'Erstellt',
  'Upcoming & Overdue': 'Anstehend und überfällig',
  Past: 'Vergangen',
  'No past activity.': 'Keine vergangenen Aktivitäten.',
  'No activities to show. Tasks appear here.':
    'Keine Aktivitäten vorhanden. Aufgaben erscheinen hier.',
  'Loading activities…': 'Aktivitäten werden geladen…',
  'Details of {subject}': 'Details zu {subject}',
  '{who} had an event at {time}': '{who} hatte um {time} ein Ereignis',
  '{who} has an event at {time}': '{who} hat um {time} ein Ereignis',
  '{who} logged a call': '{who} hat einen Anruf protokolliert',
  '{who} logged a call with {customer}': '{who} hat einen Anruf mit {customer} protokolliert',
  '{who} has an upcoming call': '{who} hat einen anstehenden Anruf',
  '{who} has an upcoming call about {customer}': '{who} hat einen anstehenden Anruf zu {customer}',
  '{who} completed a task': '{who} hat eine Aufgabe abgeschlossen',
  '{who} completed a task with {customer}': '{who} hat eine Aufgabe mit {customer} abgeschlossen',
  '{who} has an upcoming task': '{who} hat eine anstehende Aufgabe',
  '{who} has an upcoming task about {customer}': '{who} hat eine anstehende Aufgabe zu {customer}',
  Reason: 'Grund',
  Outcome: 'Ergebnis',
  Modes: 'Modi',
  Description: 'Beschreibung',
  "This page isn't available": 'Diese Seite ist nicht verfügbar',
  "Either the tab doesn't exist, or your permission sets don't include it. Ask your administrator.":
    'Die Registerkarte ist nicht vorhanden oder nicht in Ihren Berechtigungssätzen. Fragen Sie Ihren Administrator.',
  "Page doesn't exist": 'Seite nicht vorhanden',
  'Enter a valid URL and try again.': 'Geben Sie eine gültige URL ein und versuchen Sie es erneut.',
  'Go to Home': 'Zur Startseite',
};

/** As a page says it that is opened by a person in this language: en-US, de-DE and so on. */
let locale = 'en-US';

/** From now on pages speak the language of this locale. */
export function speak(of: string): void {
  locale = of;
  document.documentElement.lang = of.split('-')[0]!;
}

export const currentLocale = (): string => locale;

/** A text of Lightning Experience in the language of the person. */
export const say = (english: string): string =>
  locale.startsWith('de') ? (GERMAN[english] ?? english) : english;
