import type { Texts } from '../types.ts';
import { dialingWordings } from './dialing.ts';

export const wordings: Texts['wordings'] = {
  'pin_too_weak.not_digits': { message: 'Verwenden Sie in einer PIN nur Ziffern.' },
  'pin_too_weak.length': { message: 'Verwenden Sie {min} bis {max} Ziffern.' },
  'pin_too_weak.few_digits': { message: 'Verwenden Sie mindestens drei verschiedene Ziffern.' },
  'pin_too_weak.run': { message: 'Verwenden Sie keine aufeinanderfolgenden Ziffern wie 123456.' },
  'pin_too_weak.repetition': { message: 'Wiederholen Sie keine Zifferngruppe wie 123123.' },
  'policy_invalid.fault': { message: '{fault}' },
  'policy_invalid.faults': {
    message: '{fault} Weitere Fehler: {more}. Überprüfen Sie den Entwurf, um sie zu sehen.',
  },
  'outside_hours.opens': { hint: '{opening}' },
  'outside_hours.never': {
    hint: 'Diese Zeiten kommen nicht wieder. Wenden Sie sich an Ihren Administrator.',
  },
  'score_incomplete.comment': { message: 'Schreiben Sie einen Kommentar, wo einer nötig ist.' },
  'debrief_unfinished.your_score': { message: 'Sie haben den Anruf noch nicht bewertet.' },
  'debrief_unfinished.next_time': {
    message: 'Geben Sie an, was beim nächsten Mal anders werden soll.',
  },
  'debrief_unfinished.unread': { message: '{rep} hat Ihre Bewertung noch nicht gelesen.' },
  'reason_required.declined': {
    message:
      'Dieser Kunde möchte nicht, dass mitgehört wird. Wählen Sie, warum Sie beitreten müssen.',
  },
  'reason_required.not_offered': { message: 'Dieser Grund ist keiner der verfügbaren Gründe.' },
  'consent_missing.law': {
    message:
      'Der Kunde wurde noch nicht informiert, dass Anrufe mitgehört werden können. Erforderlich nach {law}.',
  },
  'consent_missing.playing': {
    message:
      'Der Kunde wurde noch nicht informiert, dass Anrufe mitgehört werden können. Erforderlich nach {law}.',
    hint: 'Die Eröffnungsansage läuft. Versuchen Sie es in ein paar Sekunden erneut.',
  },
  'legitimate_interest_missing.law': {
    message:
      'Ihr Unternehmen muss sein berechtigtes Interesse dokumentieren, bevor jemand diesem Anruf beitritt. Erforderlich nach {law}.',
  },
  'call_not_live.flag': {
    hint: 'Sie können einen Moment markieren, solange der Kunde in der Leitung ist.',
  },
  'call_not_live.help': {
    hint: 'Sie können Hilfe anfordern, solange der Kunde in der Leitung ist.',
  },
  'call_not_live.transfer': {
    hint: 'Sie können den Anruf weiterleiten, solange der Kunde in der Leitung ist.',
  },
  'already_on_another_call.own': {
    message: 'Sie sind in Ihrem eigenen Anruf mit {customer}.',
    hint: 'Beenden Sie ihn zuerst, oder übergeben Sie ihn.',
  },
  'already_on_another_call.to_place_one': {
    hint: 'Verlassen Sie ihn, um selbst anzurufen.',
  },
  'customer_needs_you.silent': {
    hint: 'Übernehmen Sie den Anruf, warten Sie, bis {rep} zurück ist, oder beenden Sie den Anruf, indem Sie ihn verlassen.',
  },
  'rep_not_present.take_over': { hint: 'Übernehmen Sie den Anruf oder verlassen Sie ihn.' },
  'rep_not_present.yourself': {
    message: 'Sie sind gerade nicht in diesem Anruf.',
    hint: 'Kehren Sie zuerst im Softphone zum Anruf zurück.',
  },
  'takeover_in_progress.own_call': { message: 'Ein Supervisor hat diesen Anruf übernommen.' },
  'floor_taken.talking': {
    message: 'Nur ein Supervisor kann jeweils sprechen. {who} spricht gerade.',
  },
  'floor_taken.about_to_talk': {
    message: 'Nur ein Supervisor kann jeweils sprechen. {who} spricht gleich.',
  },
  ...dialingWordings,
  'help_taken.by': { message: '{who} tritt bereits bei, um zu helfen.' },
  'colleague_busy.named': { message: '{who} ist in einem Anruf.' },
  'transfer_pending.takeover': { hint: 'Warten Sie einen Moment.' },
  'invalid_request.field': { message: 'Das Feld {field} ist ungültig.' },
  'invalid_request.too_large': { message: 'Die Anfrage ist zu groß.' },
  'invalid_request.unreadable': { message: 'Die Anfrage konnte nicht gelesen werden.' },
  'invalid_request.no_number': {
    message: 'Es gibt keine Telefonnummer, die angerufen werden kann.',
    hint: 'Fügen Sie dem Kontakt eine hinzu oder wählen Sie die Nummer.',
  },
  'carrier_unavailable.switch_refused': { message: 'Der Telefondienst hat den Wechsel abgelehnt.' },
  'carrier_unavailable.phone_not_rung': {
    message: 'Ihr Telefon konnte nicht angerufen werden.',
    hint: 'Versuchen Sie es erneut oder treten Sie mit dem Softphone bei.',
  },
  'carrier_unavailable.guest_not_rung': {
    hint: 'Die dritte Person wurde nicht angerufen. Versuchen Sie es gleich noch einmal.',
  },
  'carrier_unavailable.colleague_not_rung': {
    hint: 'Ihr Kollege wurde nicht angerufen. Versuchen Sie es in Kürze erneut.',
  },
  'carrier_unavailable.nothing_changed': { hint: 'Versuchen Sie es in Kürze erneut.' },
  'crm_unavailable.too_old': {
    message:
      'Salesforce antwortet nicht, und Ihre Berechtigungen (Stand {since}) sind zu alt, um dies zu erlauben.',
    hint: 'Sie können weiter mithören, zu „Mithören“ zurückkehren oder den Anruf verlassen. Versuchen Sie alles andere, sobald Salesforce wieder antwortet.',
  },
  'audio_check_failed.finding': {
    message:
      'Die letzte Audioprüfung wurde nicht bestanden: {finding} Supervisoren sind vorerst nicht zu hören.',
  },
  'audit_broken.fault': { message: '{fault}' },
  'not_authenticated.not_shown': {
    message: 'Salesforce zeigt Sie dem Dealside-Server nicht.',
    hint: 'Bitten Sie Ihren Administrator, dem Integrationsbenutzer die Berechtigung „Alle Benutzer anzeigen“ zu geben.',
  },
  'not_found.policy_version': { message: 'Diese Version der Richtlinie ist nicht vorhanden.' },
  'not_found.person': { message: 'Diese Person ist nicht vorhanden.' },
  'not_found.simulation': { message: 'Diese Simulation ist nicht vorhanden.' },
  'not_found.dead_letter': { message: 'Keine unzustellbare Nachricht hat diese Nummer.' },
  'not_found.softphone_unbuilt': {
    message: 'Das Softphone wurde noch nicht erstellt.',
    hint: 'Führen Sie npm start aus.',
  },
  'not_found.softphone_outside': {
    message: 'Das Softphone funktioniert nur auf einer Salesforce-Seite.',
    hint: 'Öffnen Sie Dealside über Salesforce.',
  },
  'not_found.page_unbuilt': {
    message: 'Die Seite wurde noch nicht erstellt.',
    hint: 'Führen Sie npm start aus.',
  },
};
