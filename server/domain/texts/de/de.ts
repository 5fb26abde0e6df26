import type { Texts } from '../types.ts';
import { auditActions } from './auditActions.ts';
import { caller } from './caller.ts';
import { debriefEvent, debriefNotices, trainingNotice } from './debriefs.ts';
import { dialing } from './dialing.ts';
import { faults } from './faults.ts';
import { jointCallEvent, jointCallNotices } from './jointCalls.ts';
import { policy } from './policy.ts';
import { refusals } from './refusals.ts';
import { setup } from './setup.ts';
import { wordings } from './wordings.ts';
import { writeFaults } from './writeFaults.ts';
import { written } from './written.ts';

/** What the server says in German. */
export const de: Texts = {
  refusals,
  wordings,
  auditActions,
  browserPage: {
    rootTitle: 'Dealside-Server',
    rootText:
      'Das ist die Adresse, die Ihr CRM und der Telefondienst verwenden. Sie arbeiten mit Dealside in Ihrem CRM: Öffnen Sie dort die App Dealside.',
    notFoundTitle: 'Seite nicht gefunden',
    notFoundText:
      'Der Dealside-Server hat diese Seite nicht. Sie arbeiten mit Dealside in Ihrem CRM: Öffnen Sie dort die App Dealside.',
  },
  internalError: {
    message: 'Auf unserer Seite ist ein Fehler aufgetreten. Es wurde nichts geändert.',
    hint: 'Versuchen Sie es in Kürze erneut.',
  },
  notConfirmed: {
    message: 'Der Telefondienst hat den Wechsel nicht bestätigt.',
    hint: 'Sie sind nicht zu hören.',
  },
  takenOff: {
    policy: {
      message:
        'Nach Ihren Berechtigungen oder den Regeln Ihres Unternehmens dürfen Sie bei diesem Anruf nicht mehr dabei sein.',
      hint: 'Der Anruf geht ohne Sie weiter. Wenn Sie dabei sein sollten, fragen Sie Ihren Administrator.',
    },
    mode: {
      message:
        'Ihre Berechtigungen oder die Regeln Ihres Unternehmens erlauben den Modus nicht mehr, den Sie bei diesem Anruf verwendet haben.',
      hint: 'Treten Sie wieder bei, wenn Sie noch mithören dürfen. Andernfalls fragen Sie Ihren Administrator.',
    },
    alone: {
      message:
        'Ihre Berechtigungen oder die Regeln Ihres Unternehmens erlauben den Modus nicht mehr, den Sie bei diesem Anruf verwendet haben. Der Vertriebsmitarbeiter hatte den Anruf verlassen, deshalb geht der Anruf an ihn zurück: Der Kunde wäre sonst allein.',
      hint: 'Treten Sie wieder bei, wenn Sie noch mithören dürfen. Andernfalls fragen Sie Ihren Administrator.',
    },
  },
  steppedDown: {
    message:
      'Ihre Berechtigungen oder die Regeln Ihres Unternehmens erlauben den Modus „{lost}“ bei diesem Anruf nicht mehr.',
    one: 'Diesen Modus können Sie hier noch verwenden: {modes}. Wenn Sie mehr brauchen, fragen Sie Ihren Administrator.',
    several:
      'Diese Modi können Sie hier noch verwenden: {modes}. Wenn Sie mehr brauchen, fragen Sie Ihren Administrator.',
  },
  modes: { monitor: 'Mithören', whisper: 'Flüstern', barge: 'Aufschalten', takeover: 'Übernehmen' },
  roles: {
    supervisor: { one: 'Vertriebsmanager', many: 'Vertriebsmanager' },
    qa: { one: 'Qualitätsanalyst', many: 'Qualitätsanalysten' },
    coach: { one: 'Coach', many: 'Coaches' },
    specialist: { one: 'Spezialist', many: 'Spezialisten' },
    admin: { one: 'Administrator', many: 'Administratoren' },
    revops: { one: 'Revenue Operations', many: 'Revenue Operations' },
    rep: { one: 'Vertriebsmitarbeiter', many: 'Vertriebsmitarbeiter' },
  },
  ownRole: 'Personen mit der Rolle {role}',
  colleague: { one: 'Kollege', many: 'Kollegen' },
  reasons: {
    customer_asks_manager: 'Kunde verlangt einen Vorgesetzten',
    cancellation_threat: 'Kunde droht zu kündigen',
    legal_or_regulatory: 'Rechtliches oder Aufsicht',
    crisis_communication: 'Krisenkommunikation',
    exception_needed: 'Ausnahme oder große Erstattung nötig',
    technical_expertise: 'Fachwissen nötig',
    billing_dispute: 'Streitige Rechnung',
    account_security: 'Kontosicherheit',
    language_support: 'Sprachliche oder kulturelle Hilfe',
    strategic_account: 'Strategischer Kunde',
    large_deal: 'Große Opportunity',
    decision_maker: 'Entscheider am Telefon',
    mandatory_disclosure: 'Pflichthinweis',
    approval_needed: 'Freigabe durch zugelassene Person',
    objection_help: 'Hilfe bei einem Einwand',
    negotiation_help: 'Hilfe beim Verhandeln',
    close_assist: 'Hilfe beim Abschluss',
    sales_opportunity: 'Verkaufschance nutzen',
    rep_support: 'Vertriebsmitarbeiter bat um Unterstützung',
    stumped_rep: 'Vertriebsmitarbeiter weiß nicht weiter',
    new_rep_support: 'Neuer Vertriebsmitarbeiter',
    knowledge_transfer: 'Wissensvermittlung',
    model_response: 'Antwort vormachen',
    rep_safety: 'Belastung oder Sicherheit des Vertriebsmitarbeiters',
    abusive_customer: 'Ausfälliger Kunde',
    rep_mistake: 'Fehler oder ausgelassener Schritt droht',
    off_message: 'Falsche Aussage',
    compliance_language: 'Pflichttext fehlt',
    methodology_deviation: 'Vorgehen nicht eingehalten',
    planned_three_way: 'Geplantes Dreiergespräch',
    positive_recognition: 'Anerkennung',
    other: 'Sonstiges',
  },
  reasonFamilies: {
    escalation: 'Eskalation',
    complex: 'Komplexes Problem',
    high_value: 'Hoher Wert',
    mandatory: 'Pflicht',
    opportunity: 'Verkaufschance',
    rep: 'Vertriebsmitarbeiter',
    quality: 'Qualität',
    planned: 'Geplant',
    other: 'Sonstiges',
  },
  outcomes: {
    resolved: 'Gelöst',
    saved: 'Kunde gehalten',
    advanced: 'Opportunity vorangebracht',
    no_change: 'Keine Änderung',
    escalated_further: 'Weiter eskaliert',
    lost: 'Verloren',
    customer_hung_up: 'Kunde legte auf',
  },
  dispositions: {
    meeting_booked: 'Termin vereinbart',
    advanced: 'Opportunity vorangebracht',
    call_back: 'Rückruf vereinbart',
    information_sent: 'Informationen zugesagt',
    question_answered: 'Frage beantwortet',
    stayed: 'Wollte kündigen, bleibt',
    canceled: 'Wollte kündigen, geht',
    cancel_undecided: 'Wollte kündigen, unentschieden',
    not_interested: 'Kein Interesse',
    do_not_call: 'Möchte keine Anrufe',
    left_voicemail: 'Mailbox besprochen',
    no_answer: 'Nicht erreicht',
    wrong_number: 'Falsche Nummer',
    other: 'Sonstiges',
  },
  dispositionFamilies: {
    progress: 'Fortschritt',
    follow_up: 'Wiedervorlage',
    service: 'Anfrage',
    retention: 'Wollte kündigen',
    declined: 'Abgelehnt',
    not_reached: 'Nicht erreicht',
    other: 'Sonstiges',
  },
  alertFamilies: {
    asks_for_manager: 'Verlangt einen Vorgesetzten',
    threatens_to_cancel: 'Droht zu kündigen',
    legal_or_regulator: 'Anwalt oder Behörde',
    abuse: 'Beleidigung',
    beyond_authority: 'Ausnahme oder Rabatt über die Befugnis hinaus',
    competitor: 'Wettbewerber',
    account_security: 'Kontosicherheit',
    disclosure_missing: 'Vorgeschriebener Hinweis fehlt',
    stumped_rep: 'Vertriebsmitarbeiter weiß nicht weiter',
    close_at_hand: 'Abschluss in Reichweite',
  },
  alertRules: {
    Talk_Share: 'Eine Seite redet fast allein',
    Monologue: 'Langer Monolog',
    Dead_Air: 'Lange Stille',
    Crosstalk: 'Sie reden durcheinander',
    Call_Length: 'Langer Anruf',
    Nobody_Helps: 'Wartet noch auf Hilfe',
    Nobody_Free: 'Keine Hilfe frei',
    Sentiment: 'Kunde ist verärgert',
  },
  helpReasons: {
    pricing: 'Preis oder Rabatt',
    technical: 'Technische Frage',
    manager: 'Kunde verlangt einen Vorgesetzten',
    legal: 'Rechtliches oder Compliance',
    difficult: 'Schwieriges Gespräch',
    other: 'Etwas anderes',
  },
  scripts: {
    introduction:
      'Guten Tag, hier ist {supervisor}. Ich leite das Team von {rep}. Darf ich kurz dazukommen?',
    takeover:
      'Guten Tag, hier ist {supervisor}. Ich leite das Team von {rep} und übernehme dieses Gespräch.',
    roleClarifying: '{rep} bleibt für Sie zuständig. Ich helfe nur bei diesem einen Punkt.',
    solidarity: '{rep} hat Ihnen das Richtige gesagt. Ich ergänze nur eine Einzelheit.',
    handBack: 'Ich gebe Sie jetzt an {rep} zurück. Sie sind in guten Händen.',
  },
  vocabulary: {
    lists: {
      reasons: 'Gründe',
      outcomes: 'Ergebnisse',
      scripts: 'Skripte',
      phrases: 'Formulierungen',
      notices: 'Hinweise',
      criteria: 'Wann aufschalten',
    },
    status: { retired: 'Ausgemustert', gone: 'Gelöscht, für alte Einträge behalten' },
    noteRequired: 'Notiz erforderlich',
    countsAsSaved: 'Zählt als gehalten',
    notSaved: 'Zählt nicht als gehalten',
    labelIn: '{language}: „{label}“',
    phrase: '„{instead}“ statt „{avoid}“',
    scripts: {
      introduction: 'Vorstellung',
      role_clarifying: 'Wer Ansprechpartner bleibt',
      solidarity: 'Zum Vertriebsmitarbeiter stehen',
      hand_back: 'Zurückgeben',
      disclosure: 'Um Einwilligung bitten',
      text_whisper: 'Text an den Vertriebsmitarbeiter',
    },
    noticeKinds: {
      visual: 'Am Bildschirm',
      spoken: 'Ansage',
      tone: 'Ton',
      voicemail: 'Auf Mailbox',
    },
    audiences: {
      rep: 'Für den Vertriebsmitarbeiter',
      customer: 'Für den Kunden',
      everybody: 'Für alle im Anruf',
      caller_welcome: 'Für Anrufer: Begrüßung',
      caller_next: 'Für Anrufer: Jemand anderes wird versucht',
      caller_rep_lost: 'Für Anrufer: Verbindung zum Vertriebsmitarbeiter verloren',
      caller_on_hold: 'Für Anrufer: wartet auf eine Rücksprache',
      caller_one_moment: 'Für Anrufer: Browser des Vertriebsmitarbeiters ist weg',
      caller_message: 'Für Anrufer: Nachricht hinterlassen',
      caller_closed_message: 'Für Anrufer: geschlossen, Nachricht hinterlassen',
      caller_closed: 'Für Anrufer: geschlossen',
      caller_thanks: 'Für Anrufer: Nachricht hinterlassen, Dank',
    },
    verdicts: { barge: 'Aufschalten', do_not_barge: 'Nicht aufschalten' },
  },
  announcements: {
    disclosure: 'Bei diesem Gespräch kann zur Qualitätssicherung und Schulung mitgehört werden.',
    disclosure_recorded:
      'Dieses Gespräch wird zur Qualitätssicherung und Schulung aufgezeichnet, und es kann mitgehört werden.',
    disclosure_recorded_and_transcribed:
      'Dieses Gespräch wird zur Qualitätssicherung und Schulung aufgezeichnet und mitgeschrieben, und es kann mitgehört werden.',
    disclosure_transcribed:
      'Dieses Gespräch wird zur Qualitätssicherung und Schulung mitgeschrieben, und es kann mitgehört werden.',
    one_moment: 'Einen Moment, bitte.',
    joined: '{supervisor} nimmt jetzt am Gespräch teil.',
    about_to_listen: '{supervisor} wird bei diesem Gespräch mithören.',
    about_to_speak: '{supervisor} kommt gleich zum Gespräch dazu.',
  },
  unknownCaller: 'Unbekannter Anrufer',
  unassigned: 'Noch nicht zugewiesen',
  caller,
  notAdmitted: {
    notYourCall: 'Dieser Anruf ist nicht für Sie.',
    cannotBeJoined: 'Diesem Anruf können Sie nicht beitreten.',
    noLongerJoinable: 'Diesem Anruf können Sie nicht mehr beitreten.',
    nobodyAvailable:
      'Zurzeit kann niemand Ihren Anruf annehmen. Bitte versuchen Sie es später noch einmal.',
    notUnderstood:
      'Ihr Anruf konnte nicht verbunden werden. Bitte versuchen Sie es noch einmal. Auf Wiederhören.',
  },
  ownDevice: {
    take: 'Dealside. Ein Anruf von {customer}. Um ihn anzunehmen, drücken Sie eine beliebige Taste.',
    place: 'Dealside. Um {customer} anzurufen, drücken Sie eine beliebige Taste.',
    change:
      'Dealside. Um Ihren Anruf mit {customer} an diesem Telefon fortzusetzen, drücken Sie eine beliebige Taste.',
    listen: 'Um den Anruf von {rep} mitzuhören, drücken Sie eine beliebige Taste.',
    code: 'Hier ist Dealside. Ihr Code lautet:',
  },
  notices: {
    monitor: '{supervisor} hört mit. {supervisor} ist nicht zu hören.',
    whisper: '{supervisor} flüstert Ihnen zu. {customer} kann es nicht hören.',
    barge: '{supervisor} hat sich aufgeschaltet. Sie und {customer} können {supervisor} hören.',
    takeover: '{supervisor} hat den Anruf mit {customer} übernommen.',
    reason: 'Grund: {reason}.',
  },
  notifications: {
    receipt: {
      titles: {
        monitor: '{who} hat Ihren Anruf mit {customer} mitgehört',
        whisper: '{who} hat Ihnen im Anruf mit {customer} zugeflüstert',
        barge: '{who} hat sich in Ihren Anruf mit {customer} aufgeschaltet',
        takeover: '{who} hat Ihren Anruf mit {customer} übernommen',
      },
      body: 'Hat es geholfen? Öffnen Sie den Eingriff, um Feedback zu geben.',
    },
    coaching: {
      title: 'Nachbesprechung mit {who} geplant',
      body: 'Zu Ihrem Anruf mit {customer}. Fällig am {dueOn}.',
    },
    outcome: {
      title: 'Ergebnis zu erfassen: Anruf mit {customer}',
      body: 'Sie waren im Anruf von {rep}. Erfassen Sie in der Opportunity oder auf der Live-Wand, wie er ausging.',
    },
    debrief: debriefNotices,
    training: trainingNotice,
    jointCall: jointCallNotices,
    missedCall: {
      title: 'Verpasster Anruf von {customer}',
      body: 'Öffnen Sie die Aufgabe, um {number} zurückzurufen.',
    },
    help: {
      title: '{rep} braucht Hilfe: {reason}',
      body: 'Im Anruf mit {customer}. Treten Sie in Dealside Phone bei, um zu helfen.',
    },
    summons: {
      title: 'Compliance-Warnung im Anruf von {rep}: {label}',
      body: 'Im Anruf mit {customer}. Kümmern Sie sich in Dealside Phone oder auf der Live-Wand darum.',
      spoken:
        'Hier ist Dealside. Im Anruf von {rep} gibt es eine Compliance-Warnung. Bitte öffnen Sie die Live-Wand.',
    },
    helpSpoken:
      'Hier ist Dealside. {rep} bittet in einem Anruf um Hilfe. Bitte öffnen Sie die Live-Wand, um beizutreten.',
    followed: {
      title: '{rep} telefoniert',
      body: 'Mit {customer}. Sie folgen {rep}. Treten Sie über die Opportunity oder die Live-Wand bei.',
    },
    lostCall: {
      title: 'Verbindung zu {customer} abgebrochen',
      body: 'Niemand konnte den Anruf annehmen. Öffnen Sie die Aufgabe, um {number} zurückzurufen.',
    },
  },
  debriefEvent,
  jointCallEvent,
  missedCallTask: {
    subject: 'Rückruf: {customer}',
    nobodyAnswered: 'Niemand hat den Anruf angenommen.',
    closed: 'Der Anruf kam außerhalb der Geschäftszeiten.',
    repLost: 'Ihre Verbindung brach im Anruf ab, und niemand konnte ihn annehmen.',
    abandoned: 'Der Anrufer hat aufgelegt, während es klingelte.',
    when: 'Angerufen am {date} um {time}.',
    callBack: 'Rückruf: {number}',
    newLead: 'Als Lead anlegen: {link}',
    message: 'Nachricht ({seconds} s): {link}',
    words: 'Gesagt wurde: {words}',
  },
  written,
  writeFaults,
  findings: {
    leak: 'Beim {mode} hört {listener} {speaker}.',
    missing: 'Beim {mode} hört {listener} {speaker} nicht.',
    parties: {
      customer: { listens: 'der Kunde', isHeard: 'den Kunden' },
      rep: { listens: 'der Vertriebsmitarbeiter', isHeard: 'den Vertriebsmitarbeiter' },
      supervisor: { listens: 'der Supervisor', isHeard: 'den Supervisor' },
    },
  },
  practice: { customer: 'Übung: {scenario}' },
  consent: {
    law: '{basis} ({place}, {witness})',
    unknownPlace: 'unbekannter Ort',
    noLawAsks:
      'Kein Gesetz verlangt es: Ein Übungsanruf hat keinen Kunden und wird nicht aufgezeichnet',
    unknownBasis: 'der strengsten Regel, weil für diesen Ort kein Recht hinterlegt ist',
    witness: {
      customer_number: 'nach der Nummer des Kunden',
      customer_address: 'nach der Adresse des Kunden',
      rep_location: 'nach dem Standort des Vertriebsmitarbeiters',
      guest_number: 'nach der Nummer der dritten Person',
    },
    onFile: {
      table:
        'Für Orte ohne eigenen Eintrag gilt die Rechtstabelle von Dealside, Version {version}.',
      disclosedHere: 'Dealside spielt die Eröffnungsansage ab, wo ein Ort sie verlangt.',
      disclosedElsewhere:
        'Ihr Unternehmen informiert Kunden selbst, bevor Anrufe Dealside erreichen.',
      interest: 'Ihr berechtigtes Interesse ist hinterlegt: {document} ({owner}, seit {since}).',
      noInterest:
        'Ihr berechtigtes Interesse ist nicht hinterlegt. Wo das Recht es verlangt, tritt niemand Anrufen bei.',
      place: '{place}: {asks}{announced} {basis}',
      asks: {
        one_party: 'Die Einwilligung einer Seite genügt.',
        all_party: 'Alle im Anruf müssen es wissen.',
        agreement: 'Der Kunde muss zustimmen.',
      },
      announced: ' Ein Supervisor wird angesagt, bevor er spricht.',
    },
  },
  clock: {
    today: 'heute um {time} Uhr',
    tomorrow: 'morgen um {time} Uhr',
    weekday: '{day} um {time} Uhr',
    date: '{day} um {time} Uhr',
    midnight: '24:00',
  },
  policy,
  dialing,
  setup,
  faults,
  faultInRule: 'Regel {rule}, {fault}',
};
