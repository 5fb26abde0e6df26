import type { Texts } from '../types.ts';
import { debriefRefusals } from './debriefs.ts';
import { dialingRefusals } from './dialing.ts';
import { outcomeRefusals } from './outcomes.ts';

export const refusals: Texts['refusals'] = {
  not_authenticated: {
    message: 'Sie sind nicht bei Dealside angemeldet.',
    hint: 'Laden Sie die Salesforce-Seite neu.',
  },
  token_expired: {
    message: 'Ihre Dealside-Sitzung ist abgelaufen.',
    hint: 'Laden Sie die Salesforce-Seite neu.',
  },
  token_signature_invalid: {
    message: 'Ihre Sitzung wurde nicht von einer registrierten Salesforce-Organisation signiert.',
    hint: 'Bitten Sie Ihren Administrator, das Signaturzertifikat zu überprüfen.',
  },
  org_unknown: {
    message: 'Diese Salesforce-Organisation ist nicht bei Dealside registriert.',
    hint: 'Bitten Sie Ihren Administrator, sie zu registrieren.',
  },
  signing_key_not_valid: {
    message: 'Ihre Sitzung wurde mit einem Schlüssel signiert, der derzeit nicht gültig ist.',
    hint: 'Bitten Sie Ihren Administrator, das aktuelle Zertifikat der Organisation zu registrieren.',
  },
  origin_not_allowed: {
    message: 'Diese Seite gehört nicht zu Ihrer Salesforce-Organisation.',
    hint: 'Öffnen Sie Dealside über Salesforce.',
  },
  user_inactive: {
    message: 'Ihr Salesforce-Benutzer ist nicht aktiv.',
    hint: 'Wenden Sie sich an Ihren Administrator.',
  },
  rights_unknown: {
    message: 'Ihre Berechtigungen konnten zu lange nicht überprüft werden.',
    hint: 'Versuchen Sie es erneut, wenn Salesforce wieder verfügbar ist.',
  },
  pin_not_set: {
    message: 'Hierfür ist eine PIN erforderlich, und Sie haben noch keine.',
    hint: 'Erstellen Sie eine PIN.',
  },
  pin_required: { message: 'Hierfür ist Ihre PIN erforderlich.' },
  pin_wrong: { message: 'Falsche PIN.' },
  pin_locked: {
    message: 'Ihre PIN ist nach zu vielen falschen Eingaben gesperrt.',
    hint: 'Warten Sie oder bitten Sie Ihren Administrator, sie zurückzusetzen.',
  },
  pin_too_weak: {
    message: 'Diese PIN ist zu leicht zu erraten.',
    hint: 'Wählen Sie eine andere PIN.',
  },
  passkey_not_set: {
    message: 'Hierfür ist ein Passkey erforderlich, und Sie haben noch keinen.',
    hint: 'Registrieren Sie einen Passkey.',
  },
  passkey_required: {
    message: 'Hierfür ist Ihr Passkey erforderlich.',
    hint: 'Bestätigen Sie mit Ihrem Passkey.',
  },
  passkey_failed: {
    message: 'Ihr Passkey konnte nicht überprüft werden.',
    hint: 'Versuchen Sie es erneut.',
  },
  passkey_not_found: { message: 'Dieser Passkey ist nicht vorhanden.' },
  link_used: {
    message: 'Dieser Link wurde bereits verwendet oder ist abgelaufen.',
    hint: 'Schließen Sie dieses Fenster und beginnen Sie in Salesforce von vorn.',
  },
  person_not_found: { message: 'Diese Person gibt es in Ihrer Salesforce-Organisation nicht.' },
  not_a_supervisor: {
    message: 'Nur Supervisoren und Qualitätsanalysten können den Anrufen anderer beitreten.',
    hint: 'Bitten Sie Ihren Administrator um den Berechtigungssatz Dealside Supervisor.',
  },
  out_of_scope: {
    message: 'Dieser Anruf gehört zu einem Vertriebsmitarbeiter außerhalb Ihres Teams.',
    hint: 'Bitten Sie den Manager des Vertriebsmitarbeiters beizutreten.',
  },
  mode_not_permitted: {
    message: 'Ihre Rolle erlaubt diesen Modus nicht.',
    hint: 'Verwenden Sie einen der verfügbaren Modi.',
  },
  not_yours_to_ask: {
    message:
      'Nur Administratoren und die Manager einer Person können sehen, was die Person tun darf.',
  },
  policy_invalid: { message: 'Die Richtlinie enthält Fehler.' },
  simulation_running: {
    message: 'Für Ihre Organisation läuft noch eine andere Simulation.',
    hint: 'Warten Sie, bis sie beendet ist, oder brechen Sie sie ab.',
  },
  backtest_running: {
    message: 'Für Ihre Organisation wird schon eine Regel über vergangene Anrufe ausgeführt.',
    hint: 'Warten Sie, bis sie fertig ist.',
  },
  rule_not_replayed: {
    message:
      'Eine Regel über offene Hilfeanfragen lässt sich nicht über vergangene Anrufe ausführen.',
    hint: 'Transkripte enthalten keine Hilfeanfragen. Probieren Sie die Regel an laufenden Anrufen aus.',
  },
  no_policy: {
    message: 'Es ist keine Richtlinie in Kraft, daher kann niemand Anrufen beitreten.',
    hint: 'Bitten Sie Ihren Administrator, die Richtlinie in Salesforce zu überprüfen.',
  },
  deal_out_of_scope: {
    message:
      'Mit Ihrer Rolle können Sie nur Anrufen zu bestimmten Opportunities beitreten, und dieser gehört nicht dazu.',
    hint: 'Bitten Sie den Manager des Vertriebsmitarbeiters beizutreten.',
  },
  outside_hours: { message: 'Zu dieser Zeit können Sie keinen Anrufen beitreten.' },
  covert_rule_ended: {
    message: 'Die Erlaubnis zum verdeckten Mithören ist abgelaufen.',
    hint: 'Treten Sie wie gewohnt bei, wenn eine andere Regel es erlaubt. Der Vertriebsmitarbeiter sieht Sie dann.',
  },
  too_many_at_once: {
    message: 'Sie sind in so vielen Anrufen, wie Ihre Rolle erlaubt.',
    hint: 'Verlassen Sie zuerst einen davon.',
  },
  reason_required: { message: 'Wählen Sie zuerst einen Grund aus.' },
  point_required: { message: 'Geben Sie den Punkt ein, den Sie beitragen wollen.' },
  reason_note_required: { message: 'Geben Sie zu diesem Grund eine Notiz ein.' },
  call_claimed: {
    message: '{who} kümmert sich um diesen Anruf.',
    hint: 'Sie können trotzdem beitreten oder sich um einen anderen kümmern.',
  },
  course_first: {
    message: 'Schließen Sie den Kurs für Supervisoren ab, bevor Sie diesen Modus nutzen.',
    hint: 'Sie finden ihn auf der Startseite. Mithören und Verlassen gehen immer.',
  },
  words_not_yours: {
    message: 'Treten Sie dem Anruf bei, um mitzulesen.',
    hint: 'Nur der Vertriebsmitarbeiter und Supervisoren im Anruf sehen, was gesagt wird.',
  },
  call_not_found: {
    message: 'Dieser Anruf ist nicht vorhanden.',
    hint: 'Er wurde möglicherweise beendet. Die Liste zeigt die Live-Anrufe.',
  },
  intervention_not_found: { message: 'Dieser Eingriff ist nicht vorhanden.' },
  device_unknown: {
    message: 'Ihr Salesforce-Benutzer hat dieses Telefon nicht.',
    hint: 'Treten Sie mit dem Softphone bei oder lassen Sie die Nummer bei Ihrem Benutzer hinzufügen.',
  },
  phone_not_yours: {
    message: 'Diese Nummer ist nicht als Ihre bestätigt.',
    hint: 'Bestätigen Sie sie zuerst mit einem Code oder wählen Sie eine Nummer Ihres Salesforce-Benutzers.',
  },
  code_wrong: {
    message: 'Das ist nicht der Code.',
    hint: 'Geben Sie die sechs Ziffern ein, die Sie gehört haben.',
  },
  code_expired: {
    message: 'Dieser Code gilt nicht mehr.',
    hint: 'Lassen Sie die Nummer noch einmal anrufen, um einen neuen zu erhalten.',
  },
  rep_not_notified: {
    message:
      'Der Vertriebsmitarbeiter hat den gesetzlichen Hinweis auf Mithören noch nicht zur Kenntnis genommen.',
    hint: 'Der Hinweis steht auf der Startseite des Vertriebsmitarbeiters.',
  },
  monitoring_declined: {
    message: 'Dieser Kunde möchte nicht, dass mitgehört wird.',
    hint: 'Der Vertriebsmitarbeiter kann es im Anruf ändern, wenn der Kunde zustimmt.',
  },
  consent_missing: {
    message: 'Der Kunde wurde noch nicht informiert, dass Anrufe mitgehört werden können.',
    hint: 'Geben Sie in diesem Anruf die Eröffnungsansage wieder und treten Sie dann bei.',
  },
  agreement_missing: {
    message: 'Der Kunde hat dem Mithören noch nicht zugestimmt. Erforderlich nach {law}.',
    hint: 'Der Vertriebsmitarbeiter fragt den Kunden und wählt „Kunde stimmt dem Mithören zu“.',
  },
  announcement_failed: {
    message:
      'Die Ansage, dass Sie beitreten, wurde nicht vollständig wiedergegeben, daher sind Sie nicht zu hören.',
    hint: 'Stellen Sie sicher, dass niemand in der Warteschleife ist, und versuchen Sie es erneut.',
  },
  legitimate_interest_missing: {
    message:
      'Ihr Unternehmen muss sein berechtigtes Interesse dokumentieren, bevor jemand diesem Anruf beitritt.',
    hint: 'Bitten Sie Ihren Administrator, es zu dokumentieren.',
  },
  recording_not_found: { message: 'Diese Aufzeichnung ist nicht vorhanden.' },
  no_recordings: {
    message: 'Dazu gibt es keine fertigen Aufzeichnungen.',
    hint: 'Prüfen Sie den Anruf, oder wählen Sie andere Tage.',
  },
  export_not_found: { message: 'Dieser Export ist nicht vorhanden.' },
  export_too_large: {
    message: 'Ein Archiv enthält höchstens {recordings} Aufzeichnungen und {hours} Stunden.',
    hint: 'Wählen Sie weniger Tage.',
  },
  recording_not_ready: {
    message: 'Die Aufzeichnung ist noch nicht bereit.',
    hint: 'Sie ist kurz nach dem Anruf verfügbar.',
  },
  policy_text_changed: {
    message: 'Die Regeln haben sich gerade geändert.',
    hint: 'Lesen Sie sie noch einmal, und bestätigen Sie dann.',
  },
  notice_not_found: { message: 'Dieser Hinweis ist nicht vorhanden.' },
  call_not_live: {
    message: 'Der Anruf ist nicht live.',
    hint: 'Sie können beitreten, wenn der Kunde antwortet.',
  },
  already_on_call: { message: 'Sie sind bereits in diesem Anruf.' },
  already_on_another_call: {
    message: 'Sie sind im Anruf von {rep}.',
    hint: 'Verlassen Sie ihn zuerst, oder wechseln Sie in diesen Anruf.',
  },
  customer_needs_you: {
    message: '{rep} ist nicht im Anruf, und {customer} wäre sonst allein.',
    hint: 'Warten Sie, bis {rep} zurück ist, und geben Sie den Anruf zurück, oder verlassen Sie ihn, um ihn zu beenden.',
  },
  still_leaving: {
    message: 'Sie haben den Anruf von {rep} noch nicht verlassen.',
    hint: 'Versuchen Sie es gleich noch einmal.',
  },
  rep_on_hold: {
    message: 'Der Vertriebsmitarbeiter ist in der Warteschleife und kann ein Flüstern nicht hören.',
    hint: 'Warten Sie, bis der Vertriebsmitarbeiter zurück ist.',
  },
  rep_not_present: {
    message: 'Der Vertriebsmitarbeiter ist nicht im Anruf.',
    hint: 'Verlassen Sie den Anruf, um ihn zu beenden, oder sprechen Sie mit dem Kunden weiter.',
  },
  takeover_in_progress: {
    message: 'Ein anderer Supervisor hat diesen Anruf übernommen.',
    hint: 'Sie können weiter zuhören.',
  },
  floor_taken: {
    message: 'Nur ein Supervisor kann jeweils sprechen.',
    hint: 'Sie können zuhören. Sie sehen, wann Sie sprechen können.',
  },
  intervention_ended: {
    message: 'Sie sind nicht mehr in diesem Anruf.',
    hint: 'Treten Sie erneut bei.',
  },
  not_joined_yet: { message: 'Sie treten dem Anruf noch bei.', hint: 'Warten Sie einen Moment.' },
  switch_pending: {
    message: 'Der letzte Wechsel ist noch nicht bestätigt.',
    hint: 'Warten Sie einen Moment.',
  },
  not_your_intervention: { message: 'Dieser Eingriff gehört jemand anderem.' },
  not_your_call: { message: 'Dieser Anruf gehört jemand anderem.' },
  not_a_rep: {
    message: 'Sie sind nicht für Anrufe eingerichtet.',
    hint: 'Bitten Sie Ihren Administrator um den Berechtigungssatz Dealside Rep.',
  },
  practice_call: {
    message: 'Das ist ein Übungsanruf.',
    hint: 'Hilfe, Weiterleitungen, dritte Personen und Ansagen gibt es nur bei Anrufen mit Kunden.',
  },
  practice_not_over: {
    message: 'Dieser Übungsanruf ist noch nicht beendet.',
    hint: 'Legen Sie zuerst auf, und sagen Sie dann, wie es lief.',
  },
  help_already_asked: {
    message: 'Sie haben bereits Hilfe angefordert.',
    hint: 'Ihre Supervisoren sehen die Anfrage.',
  },
  help_reason_required: { message: 'Wählen Sie aus, wobei Sie Hilfe brauchen.' },
  help_not_asked: { message: 'Diese Hilfeanfrage ist nicht mehr offen.' },
  help_taken: { message: 'Ein anderer Supervisor tritt bereits bei, um zu helfen.' },
  join_first: {
    message: 'Sie sind nicht in diesem Anruf.',
    hint: 'Treten Sie dem Anruf bei, bevor Sie dem Vertriebsmitarbeiter schreiben.',
  },
  text_whisper_not_found: { message: 'Diese Nachricht ist nicht vorhanden.' },
  rep_busy: {
    message: 'Sie sind bereits in einem Anruf.',
    hint: 'Beenden Sie zuerst diesen Anruf.',
  },
  ...dialingRefusals,
  colleague_unknown: {
    message: 'Es gibt keinen passenden Kollegen, der Anrufe annimmt.',
    hint: 'Wählen Sie jemanden aus der Liste aus.',
  },
  colleague_busy: {
    message: 'Dieser Kollege ist in einem Anruf.',
    hint: 'Wählen Sie jemand anderen aus oder warten Sie.',
  },
  colleague_not_there: {
    message: 'Ihr Kollege hat noch nicht geantwortet.',
    hint: 'Warten Sie einen Moment oder nehmen Sie den Anruf zurück.',
  },
  group_unknown: {
    message: 'An diese Gruppe können keine Anrufe weitergeleitet werden.',
    hint: 'Wählen Sie eine Gruppe aus der Liste aus.',
  },
  transfer_pending: {
    message: 'Dieser Anruf wird bereits weitergeleitet.',
    hint: 'Übergeben Sie ihn oder nehmen Sie ihn zuerst zurück.',
  },
  nobody_free: {
    message: 'In dieser Gruppe ist gerade niemand frei.',
    hint: 'Wählen Sie eine andere Gruppe oder einen Kollegen.',
  },
  guest_there: {
    message: 'In diesem Anruf ist bereits eine dritte Person.',
    hint: 'Entfernen Sie diese zuerst.',
  },
  guest_is_customer: { message: 'Das ist die Nummer des Kunden in diesem Anruf.' },
  guest_is_colleague: {
    message: 'Sie können den Anruf nur einer externen Nummer überlassen.',
    hint: 'Leiten Sie ihn stattdessen an Ihren Kollegen weiter.',
  },
  no_guest: { message: 'Diese dritte Person ist nicht im Anruf.' },
  no_transfer: { message: 'Dieser Anruf wird nicht weitergeleitet.' },
  not_recorded: { message: 'Dieser Anruf wird nicht aufgezeichnet.' },
  ...debriefRefusals,
  calendar_unreachable: {
    message:
      'Die Kalender in Salesforce sind nicht erreichbar. Versuchen Sie es erneut, oder verabreden Sie sich selbst.',
  },
  score_incomplete: { message: 'Beantworten Sie alle Punkte.' },
  outcome_invalid: { message: 'Wählen Sie eines der verfügbaren Ergebnisse aus.' },
  tag_unknown: {
    message: 'Dieses Schlagwort wird nicht mehr angeboten. Wählen Sie ein anderes oder keines.',
  },
  outcome_not_due: {
    message:
      'Es ist kein Ergebnis fällig. Der Eingriff ist noch nicht beendet, oder Sie waren nie zu hören.',
  },
  unreadable_request: { message: 'Die Anfrage konnte nicht gelesen werden.' },
  disposition_invalid: { message: 'Wählen Sie eines der verfügbaren Gesprächsergebnisse aus.' },
  wrap_up_not_due: {
    message:
      'Dieser Anruf kann noch nicht abgeschlossen werden. Er ist noch nicht beendet, oder es wurde niemand angerufen.',
  },
  record_not_offered: {
    message: 'Dieser Kontakt oder Lead hat nicht die Telefonnummer des Anrufs.',
    hint: 'Wählen Sie einen der aufgeführten Datensätze oder „Kein Datensatz“ aus.',
  },
  message_not_allowed: {
    message: 'Ihre Organisation erlaubt bei diesem Anruf keine hinterlassenen Nachrichten.',
    hint: 'Die Orte dafür nennt ein Administrator in Dealside Setting: Default.',
  },
  no_machine: {
    message:
      'Eine Nachricht kann erst hinterlassen werden, wenn eine Mailbox angenommen hat und ihre Ansage vorbei ist.',
  },
  supervisor_audible: {
    message: 'In diesem Anruf ist ein Supervisor zu hören.',
    hint: 'Bitten Sie ihn, sich zuerst stummzuschalten.',
  },
  message_unknown: {
    message: 'Diese Nachricht gibt es nicht mehr.',
    hint: 'Wählen Sie eine andere.',
  },
  customer_known: {
    message: 'Dieser Anruf ist bereits mit {name} verknüpft.',
    hint: 'Sie können den Datensatz ändern, wenn Sie den Anruf abschließen.',
  },
  invalid_request: { message: 'Die Anfrage ist ungültig.' },
  carrier_unavailable: {
    message: 'Der Telefondienst hat nicht geantwortet.',
    hint: 'Sie sind nicht zu hören. Versuchen Sie es in Kürze erneut.',
  },
  crm_unavailable: {
    message:
      'Salesforce hat nicht geantwortet, daher konnten Ihre Berechtigungen nicht überprüft werden.',
    hint: 'Versuchen Sie es in Kürze erneut.',
  },
  audio_check_failed: {
    message:
      'Die letzte Audioprüfung wurde nicht bestanden, daher sind Supervisoren vorerst nicht zu hören.',
    hint: 'Sie können mithören. Flüstern und Aufschalten sind wieder verfügbar, wenn eine Audioprüfung bestanden wird.',
  },
  audio_check_too_soon: {
    message: 'Eine Audioprüfung läuft gerade oder wurde eben beendet.',
    hint: 'Warten Sie eine Minute.',
  },
  audit_broken: {
    message: 'Das Prüfprotokoll kann nicht signiert werden, weil es noch keine Einträge hat.',
    hint: 'Überprüfen Sie das Prüfprotokoll.',
  },
  checkpoints_off: {
    message: 'Dieser Server hat keinen Schlüssel zum Signieren von Prüfpunkten.',
    hint: 'Legen Sie AUDIT_SIGNING_KEY_FILE fest.',
  },
  person_on_call: {
    message: 'Diese Person ist gerade in einem Anruf.',
    hint: 'Löschen Sie die Daten nach dem Anruf.',
  },
  person_unknown: {
    message: 'Über diese Person sind keine Daten gespeichert.',
    hint: 'Suchen Sie nach dem Kontakt und nach der Telefonnummer.',
  },
  not_an_admin: {
    message: 'Nur Administratoren können dies tun.',
    hint: 'Wenden Sie sich an Ihren Administrator.',
  },
  ...outcomeRefusals,
  signature_invalid: { message: 'Die Meldung ist nicht vom Telefondienst signiert.' },
  not_found: { message: 'Das Gesuchte wurde nicht gefunden.' },
  rate_limited: { message: 'Zu viele Anfragen.', hint: 'Warten Sie einen Moment.' },
};
