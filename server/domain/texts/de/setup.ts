import type { SetupTexts } from '../setupTexts.ts';

export const setup: SetupTexts = {
  unknown:
    'Das ließ sich gerade nicht lesen. Prüfen Sie erneut; bleibt es dabei, öffnen Sie den Tab Abgleich mit Salesforce.',
  elsewhere: {
    crm: 'Salesforce: Anrufeingriffe, Anrufe, Anrufnotizen, Hilfeanfragen, Bestätigungen, Aufgaben sowie Kontakt oder Benutzer',
    carrier: 'Telefonnetz: Aufzeichnungen und Anrufdaten',
  },
  checks: {
    server_url: {
      title: 'Adresse des Servers',
      ok: 'Salesforce führt zu diesem Server, {url}.',
      remedies: {
        not_set:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Setting, Default: Setzen Sie Server URL auf {expected}.',
        not_https:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Setting, Default: Server URL muss mit https:// beginnen. Setzen Sie sie auf {expected}.',
        differs:
          'Salesforce führt zu {found}, dieser Server ist aber {expected}. Setzen Sie Server URL in Dealside Setting, Default, oder PUBLIC_URL des Servers.',
      },
    },
    certificate: {
      title: 'Zertifikat, das Sitzungen signiert',
      ok: '{name} signiert Sitzungen, und der Server nimmt es bis {until} an.',
      remedies: {
        not_named:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Setting, Default: Nennen Sie das signierende Zertifikat.',
        expired:
          'Das Zertifikat ist am {until} abgelaufen. Erstellen Sie ein neues unter Setup, Zertifikat- und Schlüsselverwaltung, richten Sie den Server damit ein und nennen Sie es in Dealside Setting, Default.',
        expires_soon:
          'Das Zertifikat läuft am {until} ab. Erstellen Sie ein neues unter Setup, Zertifikat- und Schlüsselverwaltung, richten Sie den Server mit beiden ein und nennen Sie dann das neue in Dealside Setting, Default.',
      },
    },
    package_version: {
      title: 'Version des Pakets',
      ok: 'Das Paket gehört zu diesem Server: {version}, Quellen {sources}.',
      remedies: {
        unnamed:
          'Das Paket in Ihrer Organisation nennt keine Version. Der Server braucht {expected}. Stellen Sie das Paket des Servers mit npm run salesforce:deploy bereit: Ihre Richtlinie und Ihre Datensätze bleiben.',
        package_older:
          'Das Paket hat Version {found}, der Server {expected}. Stellen Sie das Paket des Servers bereit: Ihre Richtlinie und Ihre Datensätze bleiben.',
        server_older:
          'Das Paket hat Version {found}, der Server noch {expected}. Aktualisieren Sie den Server.',
        differs:
          'Das Paket hat wie der Server Version {version}, wurde aber geändert: Ihre Organisation hat die Quellen {found}, der Server wurde mit {expected} ausgeliefert. Stellen Sie das Paket des Servers bereit; ist Ihres das neuere, aktualisieren Sie den Server.',
      },
    },
    permission_sets: {
      title: 'Berechtigungssätze',
      ok: 'Jeder Berechtigungssatz, den Dealside braucht, ist jemandem zugewiesen.',
      remedies: {
        nobody_holds:
          'Setup, Berechtigungssätze: Niemand hat {sets}. Weisen Sie jeden jemandem zu.',
      },
    },
    integration_access: {
      title: 'Was der Server in Salesforce liest',
      ok: 'Der Integrationsbenutzer kann alles lesen, was die Richtlinie braucht.',
      remedies: {
        users:
          'Der Integrationsbenutzer sieht nicht alle Benutzer, darum können sich manche nicht anmelden. Weisen Sie ihm Dealside Integration erneut zu.',
        setup:
          'Der Integrationsbenutzer kann Rollen oder Berechtigungssätze nicht lesen, darum treffen Regeln auf niemanden zu. Weisen Sie ihm Dealside Integration erneut zu.',
        skills:
          'Eine Regel nennt Fähigkeiten, und der Integrationsbenutzer kann keine lesen. Stellen Sie force-app/main/skills bereit und weisen Sie ihm Dealside Integration Skills zu.',
      },
    },
    notifications: {
      title: 'Benachrichtigungstypen',
      ok: 'Alle Benachrichtigungstypen sind da.',
      remedies: {
        missing:
          'Setup, Benutzerdefinierte Benachrichtigungen: {names} fehlt. Stellen Sie das Paket erneut bereit.',
      },
    },
    calendars: {
      title: 'Kalender',
      ok: 'Zeiten für Nachbesprechungen werden in den Kalendern von Vertriebsmitarbeitern und Supervisoren gelesen und gebucht.',
      remedies: {
        not_read:
          'Der Integrationsbenutzer kann keine Ereignisse lesen, darum werden keine Zeiten für Nachbesprechungen vorgeschlagen. Weisen Sie ihm Dealside Integration erneut zu: Darin ist der Zugriff auf Aktivitäten.',
        not_edited:
          'Der Integrationsbenutzer kann keine Ereignisse anlegen, darum kann keine Nachbesprechung gebucht werden. Weisen Sie ihm Dealside Integration erneut zu: Darin ist das Bearbeiten von Ereignissen.',
        no_role:
          'Der Integrationsbenutzer hat keine Rolle, darum sehen Kalender für ihn leer aus und vergebene Zeiten werden vorgeschlagen. Setup, Benutzer: Geben Sie ihm eine Rolle über Vertriebsmitarbeitern und Supervisoren.',
      },
    },
    phone_numbers: {
      title: 'Rufnummern',
      ok: 'Anrufe bei Ihren Nummern erreichen diesen Server.',
      remedies: {
        none: 'Twilio nennt keine Nummer für Ihr Unternehmen. Mieten oder verifizieren Sie eine in der Twilio Console.',
        elsewhere:
          'Anrufe bei {numbers} erreichen diesen Server nicht. Twilio Console, die Nummer, „A call comes in“: Webhook, {expected}, HTTP POST.',
      },
    },
    unknown_callers: {
      title: 'Anrufer, die nicht in Salesforce stehen',
      ok: 'Sie erreichen {group} mit {count} Benutzern.',
      remedies: {
        no_group:
          'Für sie klingelt kein Telefon. Sie können eine Nachricht hinterlassen, und {name} bekommt eine Aufgabe zum Rückruf. Damit Telefone klingeln: Setup, Benutzerdefinierte Metadatentypen, Dealside Inbound, Default: Nennen Sie für unbekannte Anrufer eine Warteschlange oder öffentliche Gruppe.',
        nobody_in_it:
          'Für sie klingelt kein Telefon: {group} hat keine Benutzer als Mitglieder. Sie können eine Nachricht hinterlassen, und {name} bekommt eine Aufgabe zum Rückruf. Setup: Fügen Sie Benutzer hinzu, keine Rollen oder Gruppen, oder nennen Sie in Dealside Inbound, Default, eine andere Gruppe.',
        nobody_told:
          'Sie hören, dass niemand den Anruf annehmen kann, und hinterlassen keine Aufgabe. Setup, Benutzerdefinierte Metadatentypen, Dealside Inbound, Default: Nennen Sie für unbekannte Anrufer eine Warteschlange oder öffentliche Gruppe mit Benutzern, oder geben Sie einem Benutzer den Berechtigungssatz Dealside Admin.',
      },
    },
    callbacks: {
      title: 'Meldungen des Telefonnetzes',
      ok: 'Das Telefonnetz hat zuletzt am {at} gemeldet.',
      remedies: {
        none_yet:
          'Das Telefonnetz hat noch nichts gemeldet. Führen Sie einen Testanruf; bleibt es dabei, muss Twilio {expected} erreichen können.',
        stopped:
          'Seither gab es Anrufe, aber das Telefonnetz hat zuletzt am {at} gemeldet. Twilio muss {expected} erreichen können.',
      },
    },
    audio_check: {
      title: 'Audioprüfung',
      ok: 'Bestanden am {at}: nichts war zu hören, was nicht zu hören sein durfte.',
      remedies: {
        never: 'Sie lief noch nie. Starten Sie sie jetzt.',
        failed:
          'Sie wurde am {at} nicht bestanden. Flüstern, Aufschalten und Übernehmen können aus sein, bis sie wieder bestanden wird. Öffnen Sie sie, um zu sehen, was zu hören war.',
        not_run: 'Sie konnte am {at} nicht laufen. Öffnen Sie sie, um zu sehen, warum.',
        old: 'Sie wurde zuletzt am {at} bestanden. Starten Sie sie jetzt.',
      },
    },
    sound_relays: {
      title: 'Audio hinter Firewalls',
      ok: 'Ein Relay antwortet über TCP. So haben Anrufe auch dort Audio, wo eine Firewall kein UDP durchlässt.',
      remedies: {
        failing:
          'Kein Relay antwortet über TCP (TURN_URLS). Wo eine Firewall kein UDP durchlässt, haben Anrufe so lange kein Audio; das Softphone sagt das und bietet das eigene Telefon an. Das Protokoll des Servers nennt den Grund.',
      },
    },
    policy: {
      title: 'Richtlinie',
      ok: 'Version {version} gilt.',
      remedies: {
        none: 'Es wurde keine Richtlinie gelesen, darum kann niemand einem Anruf beitreten. Legen Sie die Vorgaben an, indem Sie das Paket bereitstellen, oder erstellen Sie Regeln unter Setup, Benutzerdefinierte Metadatentypen, Dealside Policy Rule.',
        refused:
          'Eine neuere Richtlinie hat Fehler und gilt nicht; Version {version} gilt weiter. Öffnen Sie die Richtlinie, um sie zu sehen.',
      },
    },
    sync: {
      title: 'Schreiben nach Salesforce',
      ok: 'Nichts wurde abgelehnt, und nichts wartet lange.',
      remedies: {
        dead_letter:
          'Salesforce hat 1 Datensatz abgelehnt. Öffnen Sie den Abgleich, um zu sehen, warum, und um es erneut zu versuchen.',
        dead_letters:
          'Salesforce hat {count} Datensätze abgelehnt. Öffnen Sie den Abgleich, um zu sehen, warum, und um es erneut zu versuchen.',
        one_waits: '1 Datensatz wartet seit {at}. Öffnen Sie den Abgleich.',
        waits: '{count} Datensätze warten seit {at}. Öffnen Sie den Abgleich.',
      },
    },
    api_limit: {
      title: 'API-Anfragen am Tag',
      ok: 'Ihre Organisation hat in 24 Stunden {used} von {limit} verbraucht.',
      remedies: {
        near: 'Ihre Organisation hat in 24 Stunden {used} von {limit} verbraucht. Nahe dem Limit warten weniger dringende Datensätze. Unter Setup, Systemübersicht, finden Sie, was sie sonst verbraucht.',
      },
    },
    incidents: {
      title: 'Prüfprotokoll',
      ok: 'Kein Widerspruch zwischen Prüfprotokoll und Telefonnetz ist offen.',
      remedies: {
        one_open:
          '1 Widerspruch zwischen Prüfprotokoll und Telefonnetz ist offen. Öffnen Sie das Prüfprotokoll, um ihn zu klären.',
        open: '{count} Widersprüche zwischen Prüfprotokoll und Telefonnetz sind offen. Öffnen Sie das Prüfprotokoll, um sie zu klären.',
      },
    },
    outcome_files: {
      title: 'Tageswerte als Dateien',
      ok: 'Die letzten acht Tage liegen als Dateien für Ihre anderen Systeme bereit.',
      remedies: {
        failing:
          'Dateien lassen sich nicht dort ablegen, wo die Konfiguration des Servers es vorsieht (OUTCOMES_DROP_DIR oder OUTCOMES_DROP_BUCKET). Das Protokoll des Servers nennt den Grund. Die letzten acht Tage werden abgelegt, sobald es geht.',
      },
    },
    scorecard: {
      title: 'Bewertungsbogen',
      ok: 'Anrufe werden nach {count} Punkten bewertet.',
      remedies: {
        no_text:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} ist leer. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        unknown_kind:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} ist „{value}“; möglich sind scale, yes_no und choice. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        few_choices:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} braucht mindestens zwei Auswahlwerte, getrennt durch Semikolon. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        repeated_choice:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} enthält „{value}“ zweimal. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        reserved_choice:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} darf „{value}“ nicht enthalten, das bedeutet, dass etwas nicht zutrifft. Setzen Sie stattdessen „May Not Apply“. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        long_choice:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} enthält einen Auswahlwert mit mehr als 255 Zeichen: „{value}…“. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        negative_weight:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} ist {value}; möglich ist 0 oder mehr. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
        no_weight_at_all:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Scorecard Item: {item}: {field} ist in jedem Datensatz 0, so lässt sich kein Anruf bewerten. Bis dahin gilt der letzte Bewertungsbogen ohne Fehler; gab es keinen, gelten die Datensätze ohne Fehler oder sonst der mitgelieferte Bewertungsbogen.',
      },
    },
    survey: {
      title: 'Zufriedenheit der Kunden',
      ok: 'Was Kunden sagen, wird aus {object} gelesen: {count} Antworten gehören zu Anrufen, {apart} zu keinem. Zuletzt gelesen am {at}.',
      remedies: {
        several:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: nur ein Datensatz darf aktiv sein. Schalten Sie die anderen aus.',
        missing:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist leer und muss gesetzt sein.',
        not_a_name:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist „{value}“, das ist kein API-Name. Schreiben Sie ihn wie im Objekt-Manager; ein Punkt führt zu einem verknüpften Datensatz, wie in Response.CompletionDateTime.',
        no_object:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: der Integrationsbenutzer sieht das Objekt {value} nicht. Prüfen Sie den API-Namen, und geben Sie dem Integrationsbenutzer „Lesen“ und „Alle anzeigen“ dafür.',
        no_field:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}, und der Integrationsbenutzer sieht kein solches Feld. Prüfen Sie den API-Namen, und geben Sie dem Integrationsbenutzer „Lesen“ dafür.',
        no_changes:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {value} hat keinen System-Modstamp, Änderungen werden dort also nicht gefunden. Wählen Sie ein anderes Objekt.',
        not_a_number:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}; es muss ein Zahlenfeld sein.',
        not_a_time:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}; es muss ein Feld mit Datum und Uhrzeit sein.',
        not_an_id:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}; es muss eine Nachschlagebeziehung sein oder ein Text mit der ID des Anrufs.',
        not_a_text:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}; es muss ein Text, eine Auswahlliste oder eine Nachschlagebeziehung sein.',
        not_a_join:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} muss call, contact oder opportunity sein.',
        scale:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}. Lowest muss kleiner sein als Good From, und Good From höchstens Highest.',
        hours:
          'Setup, Benutzerdefinierte Metadatentypen, Dealside Survey: {field} ist {value}. Es müssen 1 bis 720 Stunden sein.',
        none_joined:
          'Keine von {count} Antworten in {object} gehört zu einem Anruf. Dealside Survey: Prüfen Sie Joined By, Join Field und Within Hours.',
      },
    },
  },
};
