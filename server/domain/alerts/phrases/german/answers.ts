import type { AlertFamily } from '../../rule.ts';

/** What the other one answers, as the second sign; see the English ones. */
// Words of one meaning side by side, as one reads them.
// oxfmt-ignore
export const GERMAN_ANSWERS: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: [
    '+ chef/chefin/leiter/leiterin/teamleiter/teamleitung/vorgesetzte/vorgesetzter/vorgesetzten/leitung/geschäftsführer/filialleiter/abteilungsleiter',
    '+ schau/schaue/frage/frag/sehe/guck/gucke ob/wer/mal frei/da/ist/erreichbar/hier',
    '+ verbinde/verbinden/durchstellen/stelle/stell',
    '+ er/sie/der/die ist/sitzt gerade/noch/leider/im/in besprechung/termin/gespräch/pause/meeting/haus',
    '+ selbst/selber .. helfen/klären/lösen',
  ],
  legal_or_regulator: [
    '+ beschwerde/rechtsabteilung/anwalt/anwältin/gericht/verbraucherzentrale/ombudsmann/schlichtung/rechtlich',
    '+ gutes/ihr/ihnen recht/frei',
    '+ notiere/notier/vermerke/nehme .. das/so/auf/zur_kenntnis',
    '+ muss/müssen .. nicht/doch sein',
  ],
  beyond_authority: [
    '+ kann/darf/können/dürfen ich/wir/das/ihnen nicht/leider/keine',
    '+ geht/ginge/möglich/drin + leider/so/nicht',
    '+ freigabe/genehmigen/genehmigung/chef/chefin/vorgesetzten/rücksprache/spielraum/befugt/befugnis',
    '+ ärger + kriegen/bekommen/geben',
    '+ echt/wirklich/klasse/super/stark/toll',
  ],
  competitor: [
    '+ mithalten/vergleichen/vergleich/konkurrenz/mitbewerber/wettbewerber/günstiger/gegenangebot/nachziehen',
    '+ was/wer/welche bieten/bietet/ist/haben/hat die/der/da/drin/enthalten',
    '+ enthalten/inklusive/unterschied/leistung/leistungen',
    '+ bevor/ehe sie/du',
  ],
  stumped_rep: [
    '+ wer/jemand/irgendwer/einer/niemand weiß/wüsste/kann/könnte/denn/dann/sonst',
    '+ sie/du wissen/weißt das/es nicht',
    '+ rufen/melden/fragen/klären/kriegen/finden sie/das/es/mich',
    '+ also/ja/nein/nun/jetzt oder/was/doch',
  ],
  close_at_hand: [
    '+ freut/freue/wunderbar/hervorragend/glückwunsch/willkommen/klasse/perfekt/ausgezeichnet/großartig',
    '+ schicke/schick/sende/maile/mache/bereite ich/ihnen/es/das/den vertrag/unterlagen/auftrag/fertig/rüber/zu/angebot/link/bestätigung',
    '+ vertrag/unterschrift/unterlagen/auftragsbestätigung/anzahlung/auftrag/rechnung/vertragsbeginn/starttermin',
    '+ brauche/bräuchte/benötige ich/noch/nur/dann iban/adresse/daten/ausweis/unterschrift/mail/kontonummer',
  ],
};
