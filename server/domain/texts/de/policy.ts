import type { PolicyTexts } from '../types.ts';

export const policy: PolicyTexts = {
  rule: '{who} können bei {calls} {modes}',
  ruleToRep: '{who} können bei Ihren Anrufen {modes}',
  modes: {
    monitor: 'mithören',
    whisper: 'flüstern',
    barge: 'sich aufschalten',
    takeover: 'übernehmen',
  },
  calls: {
    own_reports: 'Anrufen ihrer direkt und indirekt unterstellten Mitarbeiter',
    everyone: 'allen Anrufen',
    team: {
      shared: 'Anrufen von Vertriebsmitarbeitern ihrer Teams',
      named: 'Anrufen von Vertriebsmitarbeitern des Teams {groups}',
    },
    queue: {
      shared: 'Anrufen von Vertriebsmitarbeitern ihrer Warteschlangen',
      named: 'Anrufen von Vertriebsmitarbeitern der Warteschlange {groups}',
    },
    skill: {
      shared: 'Anrufen von Vertriebsmitarbeitern mit denselben Fähigkeiten',
      named: 'Anrufen von Vertriebsmitarbeitern mit der Fähigkeit {groups}',
    },
    territory: {
      shared: 'Anrufen von Vertriebsmitarbeitern ihrer Gebiete',
      named: 'Anrufen von Vertriebsmitarbeitern des Gebiets {groups}',
    },
  },
  stages: 'zu Opportunities in der Phase {stages}',
  minimumAmount:
    'zu Opportunities im Wert von mindestens {amount} in der Währung Ihres Unternehmens',
  kept: {
    byServer:
      'Transkripte werden so viele Tage aufbewahrt: {limit}. Dieser Server bewahrt sie nicht länger auf.',
    byPolicy:
      'Transkripte, und was Warnungen daraus zitieren, werden so viele Tage aufbewahrt: {days}. Höchstens auf diesem Server: {limit}.',
    limited:
      'Transkripte, und was Warnungen daraus zitieren, werden so viele Tage aufbewahrt: {limit}. Ihre Einstellung lautet {days}, aber dieser Server bewahrt sie nicht länger auf.',
  },
  hours: '{days} von {from} bis {to} Uhr in der Zeitzone {clock}',
  exceptOn: 'außer an Feiertagen in {calendar}',
  everyDay: 'täglich',
  dayRange: '{first} bis {last}',
  clocks: {
    rep: 'des Vertriebsmitarbeiters',
    you: 'Ihres Benutzers',
    supervisor: 'des Supervisors',
  },
  after: 'nach Angabe {what}',
  demands: {
    reason: 'eines Grunds',
    point: 'des Punkts, um den es beim Aufschalten geht',
    pin: 'ihrer PIN',
    passkey: 'ihres Passkeys',
  },
  noticeFirst: 'nach einer Ansage',
  recorded: 'mit Aufzeichnung des Supervisors',
  oneAtOnce: 'jeweils nur in einem Anruf',
  atOnce: 'jeweils in höchstens {count} Anrufen',
  repNotified: 'Der Vertriebsmitarbeiter {how}.',
  youNotified: 'Sie {how}.',
  notices: {
    banner: { third: 'sieht den Namen', second: 'sehen den Namen' },
    tone: {
      third: 'hört einen Ton, wenn {modes} beginnt',
      second: 'hören einen Ton, wenn {modes} beginnt',
    },
    spoken_to_rep: { third: 'hört eine Ansage', second: 'hören eine Ansage' },
    spoken_to_everyone: {
      third: 'hört mit dem Kunden eine Ansage',
      second: 'hören mit dem Kunden eine Ansage',
    },
  },
  toneModes: {
    monitor: 'das Mithören',
    whisper: 'das Flüstern',
    barge: 'das Aufschalten',
    takeover: 'das Übernehmen',
  },
  covert:
    'Der Vertriebsmitarbeiter wird nicht benachrichtigt. Zweck: {purpose}. Verantwortlicher: {owner}. Letzter Tag: {endsOn}.',

  forRep: {
    managers: 'Ihre Manager {names}',
    everyone: '{roles}, die alle Anrufe sehen,',
    shared: {
      team: '{roles} Ihrer Teams',
      queue: '{roles} Ihrer Warteschlangen',
      skill: '{roles} mit einer Ihrer Fähigkeiten',
      territory: '{roles} Ihrer Gebiete',
    },
    covertNone:
      'Verdecktes Mithören erfordert eine eigene Regel mit Verantwortlichem, Zweck und letztem Tag. Ihre Organisation hat derzeit keine solche Regel.',
    covertOne:
      'Verdecktes Mithören erfordert eine eigene Regel mit Verantwortlichem, Zweck und letztem Tag. Ihre Organisation hat derzeit eine solche Regel.',
    covertMany:
      'Verdecktes Mithören erfordert eine eigene Regel mit Verantwortlichem, Zweck und letztem Tag. Ihre Organisation hat derzeit {count} solche Regeln.',
  },

  explain: {
    can: {
      monitor: '{person} kann den Anruf von {rep} mithören',
      whisper: '{person} kann im Anruf von {rep} flüstern',
      barge: '{person} kann sich in den Anruf von {rep} aufschalten',
      takeover: '{person} kann den Anruf von {rep} übernehmen',
      covert: '{person} kann den Anruf von {rep} verdeckt mithören',
    },
    cannot: {
      monitor: '{person} kann den Anruf von {rep} derzeit nicht mithören',
      whisper: '{person} kann im Anruf von {rep} derzeit nicht flüstern',
      barge: '{person} kann sich in den Anruf von {rep} derzeit nicht aufschalten',
      takeover: '{person} kann den Anruf von {rep} derzeit nicht übernehmen',
      covert: '{person} kann den Anruf von {rep} derzeit nicht verdeckt mithören',
    },
    allowed: '{can}. Erlaubt durch die Regel {rule}.',
    refused: '{cannot}. {why}',
    opens: 'Erlaubt ab {when}, Ihre Ortszeit.',
    opensForRep: 'Erlaubt ab {when}, Ortszeit von {rep}.',
    opensForPerson: 'Erlaubt ab {when}, Ortszeit von {person}.',
    never: 'Ihre Zeiten kommen innerhalb eines Jahres nicht wieder.',
    groups: { team: 'Team', queue: 'Warteschlange', skill: 'Fähigkeit', territory: 'Gebiet' },
    because: {
      role: 'Sie gilt für die Rolle {role}, die {person} nicht hat.',
      own_call: 'Niemand ist Supervisor eigener Anrufe.',
      deals: 'Der Anruf betrifft keine solche Opportunity.',
      mode: 'Sie erlaubt {mode} nicht.',
      permission: '{person} hat die Berechtigung {permission} nicht.',
      end_date: 'Ihr letzter Tag war {endsOn}.',
      reach: {
        own_reports: '{rep} ist {person} nicht unterstellt.',
        everyone: '{person} hat die Berechtigung Dealside All Calls nicht.',
        shared: '{person} und {rep} haben kein gemeinsames Merkmal: {group}.',
        named: '{rep} gehört nicht dazu: {group} {groups}.',
      },
      covert: {
        only: 'Sie gilt nur für verdecktes Mithören, das nicht angefordert wurde.',
        not: 'Sie erlaubt kein verdecktes Mithören.',
      },
      hours: 'Sie gilt nicht zu dieser Zeit. {opening}',
      at_once: {
        one: 'Sie erlaubt {limit} gleichzeitig, und {person} ist in 1 anderen Anruf.',
        many: 'Sie erlaubt {limit} gleichzeitig, und {person} ist in {count} anderen Anrufen.',
      },
    },
    remedy: {
      role: '{person} die Rolle {role} erhält',
      covert: 'verdecktes Mithören angefordert wird',
      mode: 'ein Administrator der Regel {mode} hinzufügt',
      permission: '{person} die Berechtigung {permission} erhält',
      end_date: '{owner} ihr einen späteren letzten Tag gibt',
      hours: {
        byRep: 'sie bis {when}, Ortszeit von {rep}, warten',
        byPerson: 'sie bis {when}, Ortszeit von {person}, warten',
      },
      at_once: '{person} einen anderen Anruf verlässt',
      deals: 'der Anruf eine Opportunity{which} betrifft',
      dealStages: ' in der Phase {stages}',
      dealAmount: ' im Wert von mindestens {amount} in der Währung Ihres Unternehmens',
      reach: {
        own_reports: '{rep} {person} direkt oder indirekt unterstellt ist',
        everyone: '{person} die Berechtigung Dealside All Calls erhält',
        shared: '{person} und {rep} etwas gemeinsam haben: {group}',
        named: '{rep} dazugehört: {group} {groups}',
      },
    },
    wouldAllow: 'Die Regel {rule} würde es erlauben, wenn {remedies}.',
    inactive: 'Aktivieren Sie den Benutzer von {person} in Salesforce. Danach gelten die Regeln.',
  },
};
