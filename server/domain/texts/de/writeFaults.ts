import type { Texts } from '../types.ts';

const CHECK_PERMISSION_SET =
  'Setup, Berechtigungssätze, Dealside Integration: Prüfen Sie, ob der Integrationsbenutzer ihn hat und ob er unverändert ist. Ein erneutes Bereitstellen des Pakets stellt ihn wieder her.';
const CHECK_ROLE =
  'Ist es eine Aufgabe, prüfen Sie auch, ob die Rolle des Integrationsbenutzers über denen von Supervisor und Vertriebsmitarbeiter steht (Setup, Rollen).';
const DEPLOY_AGAIN = 'Stellen Sie das Paket Dealside erneut bereit.';
const ACTIVATE = 'Aktivieren Sie den Benutzer kurz und versuchen Sie es noch einmal.';

export const writeFaults: Texts['writeFaults'] = {
  validation_rule: {
    message: 'Eine Validierungsregel Ihrer Organisation lehnt den Datensatz ab.',
    hint: 'Setup, Objekt-Manager, Validierungsregeln: Lassen Sie Datensätze des Integrationsbenutzers zu oder berichtigen Sie, was die Regel nennt.',
  },
  lookup_filter: {
    message: 'Ein Nachschlagefilter Ihrer Organisation lehnt den Datensatz ab.',
    hint: 'Setup, Objekt-Manager: Erweitern Sie den Nachschlagefilter des Felds oder machen Sie ihn optional.',
  },
  records_not_combinable: {
    message: 'Salesforce lässt die Verbindung dieser Datensätze nicht zu.',
    hint: 'Prüfen Sie Kontakt, Lead und Opportunity des Anrufs: Ein Lead lässt sich nicht mit einer Opportunity verbinden.',
  },
  field_missing: {
    message:
      'Ein Feld des Pakets Dealside fehlt, oder der Integrationsbenutzer darf es nicht sehen.',
    hint: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  object_missing: {
    message:
      'Ein Objekt des Pakets Dealside fehlt, oder der Integrationsbenutzer darf es nicht sehen.',
    hint: `${DEPLOY_AGAIN} ${CHECK_PERMISSION_SET}`,
  },
  record_not_writable: {
    message: 'Der Integrationsbenutzer darf diesen Datensatz nicht schreiben.',
    hint: `${CHECK_PERMISSION_SET} ${CHECK_ROLE}`,
  },
  field_not_writable: {
    message: 'Der Integrationsbenutzer darf ein Feld des Pakets Dealside nicht schreiben.',
    hint: CHECK_PERMISSION_SET,
  },
  reference_not_visible: {
    message: 'Der Integrationsbenutzer darf Opportunity, Kontakt oder Inhaber nicht sehen.',
    hint: 'Setup, Berechtigungssätze, Dealside Integration, Objekteinstellungen: Schalten Sie „Alle anzeigen“ für Accounts, Kontakte, Leads und Opportunities ein.',
  },
  api_not_allowed: {
    message: 'Der Integrationsbenutzer darf die API nicht verwenden.',
    hint: CHECK_PERMISSION_SET,
  },
  picklist_value_missing: {
    message: 'Einer Auswahlliste Ihrer Organisation fehlt ein Wert von Dealside.',
    hint: 'Setup, Objekt-Manager, Call Intervention: Ergänzen Sie den Wert im Feld oder stellen Sie das Paket erneut bereit.',
  },
  field_required: {
    message: 'Ihre Organisation verlangt ein Feld, das Dealside nicht ausfüllt.',
    hint: 'Setup, Objekt-Manager: Machen Sie das Feld optional oder geben Sie ihm einen Standardwert.',
  },
  text_too_long: {
    message: 'Ein Text ist länger als das Feld Ihrer Organisation.',
    hint: 'Setup, Objekt-Manager: Geben Sie dem Feld seine Länge zurück. Ein erneutes Bereitstellen des Pakets tut das.',
  },
  number_too_large: {
    message: 'Eine Zahl ist größer als das Feld Ihrer Organisation.',
    hint: DEPLOY_AGAIN,
  },
  reference_missing: {
    message: 'Einen Datensatz, auf den dieser verweist, gibt es nicht mehr.',
    hint: 'Prüfen Sie, ob Supervisor und Vertriebsmitarbeiter noch Benutzer dieser Organisation sind.',
  },
  reference_deleted: {
    message: 'Ein Datensatz, auf den dieser verweist, wurde gelöscht.',
    hint: 'Stellen Sie ihn aus dem Papierkorb wieder her.',
  },
  trigger_refuses: {
    message: 'Ein Trigger oder Flow Ihrer Organisation lehnt den Datensatz ab.',
    hint: 'Sehen Sie den Trigger oder Flow an, den die Details nennen, und lassen Sie Datensätze des Integrationsbenutzers zu.',
  },
  flow_failed: {
    message: 'Ein Flow Ihrer Organisation scheiterte an dem Datensatz.',
    hint: 'Setup, Flows: Sehen Sie das fehlgeschlagene Interview an und berichtigen Sie den Flow.',
  },
  rep_inactive: {
    message: 'Der Vertriebsmitarbeiter ist kein aktiver Benutzer mehr.',
    hint: ACTIVATE,
  },
  rep_may_not_read: {
    message: 'Der Vertriebsmitarbeiter darf den Datensatz nicht sehen, der ihm gehören soll.',
    hint: 'Setup, Berechtigungssätze, Dealside Rep, Zuweisungen verwalten: Weisen Sie ihn dem Vertriebsmitarbeiter zu.',
  },
  owner_inactive: {
    message: 'Supervisor oder Vertriebsmitarbeiter ist kein aktiver Benutzer mehr.',
    hint: ACTIVATE,
  },
  duplicate_rule: {
    message: 'Eine Duplikatregel Ihrer Organisation lehnt den Datensatz ab.',
    hint: 'Setup, Duplikatregeln: Lassen Sie Datensätze des Integrationsbenutzers zu.',
  },
  storage_full: {
    message: 'Ihre Organisation hat keinen Speicher mehr.',
    hint: 'Setup, Speichernutzung: Schaffen Sie Platz und versuchen Sie es dann noch einmal.',
  },
  org_unregistered: {
    message: 'Diese Organisation ist beim Dealside-Server nicht mehr registriert.',
    hint: 'Bitten Sie den Betreiber des Servers, sie wieder zu registrieren.',
  },
  notification_type_missing: {
    message: 'Der Benachrichtigungstyp {name} fehlt in Ihrer Organisation.',
    hint: DEPLOY_AGAIN,
  },
  checkpoint_differs: {
    message:
      'Salesforce hat einen anderen Prüfpunkt {number}. Einen von beiden hat nicht Dealside geschrieben.',
    hint: 'Exportieren Sie das Prüfprotokoll und die Prüfpunkte in Salesforce und vergleichen Sie beide.',
  },
  caller_unread: {
    message: 'Salesforce hat nicht gesagt, wem dieser verpasste Anruf gehört.',
    hint: 'Dealside fragt wieder, bis Salesforce antwortet.',
  },
  missed_call_unassigned: {
    message: 'Niemand kann diesen verpassten Anruf bekommen.',
    hint: 'Setup, Benutzerdefinierte Metadatentypen, Dealside Inbound, Default: Nennen Sie für unbekannte Anrufer eine Warteschlange oder öffentliche Gruppe.',
  },
  unexpected: {
    message: 'Der Datensatz wurde nicht angenommen, und die Ursache ist unbekannt.',
    hint: 'Versuchen Sie es noch einmal. Wenn es bleibt, geben Sie die Details dem Betreiber des Dealside-Servers.',
  },
};
