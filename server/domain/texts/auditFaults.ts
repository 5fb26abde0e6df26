import type { Fault, FaultKind } from '../audit/verify.ts';
import type { Language } from '../call/language.ts';
import { fill } from './texts.ts';

const KINDS: Readonly<Record<Language, Readonly<Record<FaultKind, string>>>> = {
  en: {
    unreadable: "A part of the audit can't be read.",
    changed: 'An entry was changed after it was written.',
    missing: 'An entry is missing.',
    inserted: 'An entry was inserted or is there twice.',
    reordered: 'Entries were reordered.',
    foreign: 'An entry belongs to another org.',
    truncated: 'Entries at the end were removed.',
    erased_without_trace: 'Personal data was removed without an erasure on the audit.',
    checkpoint_invalid: "The signature of a checkpoint isn't valid.",
    checkpoint_missing: 'A checkpoint is missing.',
    checkpoint_contradicted: 'A checkpoint signed entries other than those that are there now.',
    report_missing: 'A report of the phone network is missing.',
    incident_missing: 'An incident is missing.',
    incident_changed: 'An incident was changed.',
    crm_differs: 'The checkpoints in Salesforce differ from those on the server.',
  },
  de: {
    unreadable: 'Ein Teil des Prüfprotokolls ist nicht lesbar.',
    changed: 'Ein Eintrag wurde nachträglich geändert.',
    missing: 'Ein Eintrag fehlt.',
    inserted: 'Ein Eintrag wurde eingefügt oder ist doppelt vorhanden.',
    reordered: 'Die Reihenfolge der Einträge wurde geändert.',
    foreign: 'Ein Eintrag gehört zu einer anderen Organisation.',
    truncated: 'Einträge am Ende wurden entfernt.',
    erased_without_trace:
      'Personenbezogene Daten wurden entfernt, ohne dass das Prüfprotokoll eine Löschung enthält.',
    checkpoint_invalid: 'Die Signatur eines Prüfpunkts ist ungültig.',
    checkpoint_missing: 'Ein Prüfpunkt fehlt.',
    checkpoint_contradicted: 'Ein Prüfpunkt hat andere Einträge signiert als die vorhandenen.',
    report_missing: 'Eine Meldung des Telefonnetzes fehlt.',
    incident_missing: 'Ein Vorfall fehlt.',
    incident_changed: 'Ein Vorfall wurde geändert.',
    crm_differs: 'Die Prüfpunkte in Salesforce weichen von denen auf dem Server ab.',
  },
};

const WHERE: Readonly<Record<Language, string>> = {
  en: '{what} First affected entry: {position}.',
  de: '{what} Erster betroffener Eintrag: {position}.',
};

/** What a reader of the audit page is told of a fault. Its `message` has the details, in English. */
export function auditFaultText(
  { kind, position }: Pick<Fault, 'kind' | 'position'>,
  language: Language,
): string {
  const what = KINDS[language][kind];
  return position === undefined
    ? what
    : fill(WHERE[language], { what, position: String(position) });
}
