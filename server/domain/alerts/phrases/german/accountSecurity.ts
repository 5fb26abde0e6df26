/** What German phrases say that an account or an identity is in danger, in the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  // What the rep says of it.
  'rep: =betrug/phishing/fishing/phising/betrugsversuch/betrugsmasche/fremdzugriff/betrüger/' +
    '=fake/identitätsdiebstahl ! betrugsschutz/schutz_vor/schützt/erkennt/prüft/schulung/meldet/' +
    'versicherung/bei_ihnen_wenn/passiert/training/modul & das/da/dann/wir/ihr/ihre/sie ! ' +
    '=wenn_jemand/=wenn_einer/melden_kunden ! kein',
  'rep: =jemand/fremdes/fremder/unbekannt* =auf/=ihr/=in/=ihrem/=sich/=anderes/=gerät/=hat/=mit ' +
    'zugegriffen/angemeldet/eingeloggt/anmeldung/gerät ! =wenn/=falls/erkennt/sehen_sie',
  'rep: login/anmeldung/zugriff =von/=aus unbekannt*/fremd*/ausland/russland/china ! =wenn/' +
    '=falls/zeigt/erkennt',
  'rep: sperre/sperr/gesperrt/sperren =konto/=karte/=zugang/=sofort/=den/=die/=das/=ihr konto/' +
    'karte/zugang/account/kennwort ! rechnung/mahnung/bezahlt/rückstand/=wenn/versehentlich/' +
    'frost & konto/karte/zugang/account ! =muss_ich/zahlungs*',
  'alone:rep: klicken/geklickt =sie/=da =bitte/=da/=auf/=nicht/=keinesfalls =nicht/=nichts/=auf/=drauf ' +
    'drauf/link/an',
  // Somebody else was in there.
  'customer: anmeldung/anmeldungen/login/logins/zugriff/zugriffe/einwahl/einwahlversuch* =aus/' +
    '=von/=um/=nachts land/ausland/russland/china/fremden/übersee/unbekannten/nigeria/indien/' +
    'rumänien/vietnam/asien/polen/ukraine/brasilien/irgendwo/drei_uhr/=nacht ! büro/außendienst/' +
    'urlaub/homeoffice',
  'customer: ~{stranger} zugriff/eingeloggt/angemeldet/zugegriffen/=geändert/gestohlen/geklaut/' +
    'verschafft/missbraucht/heruntergeladen/ausgegeben/verändert/eingewählt/abgegriffen/kopiert/' +
    'abgehoben/abgebucht/bestellt/eingekauft/mitlesen/liest/gelesen/drin_=gewesen/reingekommen/' +
    'leergeräumt/eingelöst/umgeleitet/ausspioniert/abgeschlossen/eröffnet/übernommen ! =kann/' +
    '=könnte/=wenn/=falls/=damit/kollege*/team/=muss/=sollte/zugriff_haben_sollte/schulung/' +
    'braucht/haben_will ! {own}_kolleg* ! vor_mir/hat_hier_=schon ! urlaubsvertretung/' +
    'postfach_geteilt ! {own}_sohn ! sekretärin ! =jemand_=schon & konto/account/passwort/' +
    'kennwort/zugang/zugangsdaten/system/daten/mails/mail/karte/namen/name/=rechner/computer/' +
    'server/postfach/euro/geld/identität/nummer/gutschein*/adresse/profil/{own}/login/' +
    'kundendaten',
  'customer: ~unter/mit/auf/in meinem/unserem namen/name/konto/account =bestellt/=gekauft/=einen/' +
    '=was/=etwas/=sachen/=bestellungen/=vertrag/=ein/=angemeldet/=hat bestellt/gekauft/' +
    'abgeschlossen/angemeldet/eingekauft/vertrag/bestellungen/verschickt/eröffnet ! =ich_habe/' +
    'kollege/steht_auf/läuft_auf/hat_mein/soll_auf ! frau/mann & =jemand/=einer/fremd*/' +
    'unbekannt*/=wer/nicht/nie/missbrauch*/=hat_sich',
  'customer: {secret_thing} =gehackt/gestohlen/geklaut/geleakt/kompromittiert/missbraucht/' +
    'veröffentlicht/abgegriffen/übernommen/gekapert/geknackt/ausgespäht/aufgetaucht/abgeflossen/' +
    'entwendet/abhandengekommen/verschlüsselt/gekapert/leergeräumt/geplündert ! =falls/=wenn ! ' +
    'daten_übernommen/daten_verschlüsselt/altsystem/sind_die_daten ! werden_die/wird_das ! ' +
    'noch_nie',
  'customer: =gehackt/=gehackten/=hacker/=hackern/hackerangriff/cyberangriff/gekapert/' +
    'kompromittiert/ausgespäht/datenleck/datenpanne/datendiebstahl/identitätsdiebstahl/' +
    'identitätsmissbrauch/phishing/phishingmail/trojaner/ransomware/schadsoftware/' +
    'erpressungssoftware/darknet/lösegeld/lösegeldforderung/sicherheitsvorfall/betrugsversuch/' +
    'kontoübernahme/datenabfluss/datenklau/schadprogramm ! schulung/=falls/was_passiert/' +
    'wie_schützen/schutz_vor/schützt/schützen_sie/training/letztes_jahr/versicherung_gegen/=wenn/' +
    'wie_=sicher/absichern/nie/in_den_nachrichten/vorbeugen',
  'customer: unbefugt*/unberechtigt*/verdächtig*/unbekannt*/fremd*/seltsam*/merkwürdig*/komisch* ' +
    'zugriff*/anmeldung*/login*/abbuchung*/aktivität*/gerät*/nutzer*/benutzer*/zugang/mail/mails/' +
    'e-mail*/transaktion*/buchung*/überweisung*/konto/konten/person*/nachricht*/ip/iban/' +
    'bestellung*/adresse/anruf*/kontonummer/lieferadresse/abhebung* ! =kann/geräusch*/' +
    'fremdgerät* ! werden_erkannt/erkennt/newsletter',
  // It was not me.
  'customer: ~=nicht =von mir/uns/ihm/ihr ! idee/vorschlag/text & bestell*/abgebucht/abbuchung*/' +
    '=geändert/buchung*/konto/überweis*/mail/karte/login/anmeldung/passwort/sms/=aber ! ' +
    'schnitzel/kritik/kinder',
  'customer: ~abgebucht/abbuchung/abbuchungen/buchung/bestellung/bestellungen/bestellt/' +
    'überweisung/passwort/adresse/=geändert =was/=die/=das/=da/=und/=von/=euro/=bin/=ist/=nicht/' +
    '=aber/=wurde =nicht/=nie/=von/=ich/=mir =nicht/=von/=mir/=ich/=war/=wars mir/ich/kenne/uns/' +
    'veranlasst/gemacht ! kollege/noch/angekommen/zugestellt/geliefert/{own}_kolleg*/mahnung/' +
    'stornieren',
  'customer: ~=war =ich =nicht/=bestimmt/=definitiv/=gar ! =sicher/da/dort/zufrieden/gut/im/auf/' +
    'dabei/fertig/zuhause/erreichbar/kollege/schuld/online/krank/zuständig/vorbereitet/' +
    'begeistert/drauf_vorbereitet',
  'customer: ~=ich =war =das/=es =nicht/=gar/=bestimmt =nicht ! kollege/schuld',
  'customer: ~=wir/=ich =das/=es/=nichts/=diese/=den/=die =nicht/=nie/=gar/=überhaupt veranlasst/' +
    'autorisiert/getätigt/angefordert/ausgelöst/vorgenommen/bestellt/beantragt/unterschrieben/' +
    'abgeschlossen ! noch_nicht/bisher/vertrag_noch/fehlt ! =wollte',
  'customer: ~=nicht/=nie + veranlasst/autorisiert/getätigt/angefordert/beauftragt/ausgelöst ! ' +
    'noch_nicht/bisher',
  'customer: nicht/nie/gar_nicht/keine veranlasst/autorisiert/getätigt/angefordert/ausgelöst/' +
    'beauftragt ! noch ! bisher',
  'customer: ~passwort/kennwort/pin/e-mail-adresse/mailadresse/telefonnummer/handynummer/' +
    'lieferadresse/iban/bankverbindung =wurde/=ist/=hat/=einer/=jemand/=sich =geändert/' +
    '=zurückgesetzt/=ausgetauscht/=heute/=einer/=jemand/=plötzlich =geändert/zurückgesetzt/' +
    'ausgetauscht/verändert ! selbst/regelmäßig/ich_habe/haben_wir/wir_haben/habe_ich/umgezogen/' +
    'geheiratet/=wie ! bitte ! müssen ! muss',
  'customer: ~=jemand/=einer/=wer =mein/=meine/=unser/=unsere/=das/=die {secret_thing} =geändert/' +
    '=ändert/verändert/benutzt/verwendet/zurückgesetzt ! =kann/=könnte/=muss/kollege/=wenn/=soll',
  'customer: ~ohne =unser/=mein/=unsere/=meine/=unserer/=meiner/=dass/=ich zutun/wissen/' +
    'zustimmung/erlaubnis/einwilligung/was_gemacht & konto/passwort/=geändert/abgebucht/bestell*/' +
    'zugriff/daten/angemeldet/verschickt/überwiesen',
  'customer: ~{own} =konto/=karte fehlen/fehlt/verschwunden/=weg/abgeräumt/leer & euro/geld/' +
    'gutschein*/punkte/guthaben ! lohn/noch_nicht',
  'customer: ~fehlen/fehlt/verschwunden konto/kundenkonto/guthaben/punktekonto',
  // Old colleagues, other people's data.
  'customer: ausgeschieden*/ehemalige*/gekündigt*/früher*/ex/entlassen*/alter/alte mitarbeiter*/' +
    'kollege*/kollegin/admin*/dienstleister/it/itler/azubi/praktikant*/geschäftsführer =noch/' +
    '=immer/=hat/=kommt/=kann noch & zugriff/zugang/eingeloggt/daten/angemeldet/rein/passwort/' +
    'passwörter/reinkommen/einloggen',
  'customer: =immer/=noch =noch/=zugriff/=rein/=ins/=in =auf/=ins/=rein/=die/=system/=unsere/' +
    '=zugang/=unser zugriff/zugang/rein/system & ehemalig*/ausgeschieden*/ex/alter/früher*/' +
    'gekündigt*/entlassen*',
  'customer: daten/rechnung/rechnungen/kontakte/unterlagen/verträge/bestellungen =anderer/=von/' +
    '=eines/=fremder/=einem =anderer/=anderen/fremden/fremder/jemand kunden/firma/unternehmen/' +
    'firmen/leuten/=anderem/kunde ! umzieh* & sehe/sehen/gesehen/angezeigt/bekommen/zugeschickt/' +
    'gekriegt/plötzlich',
  'customer: fremde/=andere kundendaten/daten/rechnungen/kontakte/namen gesehen/sehen/sehe/' +
    'angezeigt/zugeschickt/bekommen',
  'customer: sagen/sag/geben/gib/durchgeben/nennen/verraten/zurücksetzen/schicken passwort/' +
    'kennwort/pin/adresse/kontostand/kontonummer/handynummer/nummer/zugangsdaten/geburtsdatum/' +
    'daten ! {own}_passwort_vergessen & {someone_elses}',
  'customer: sagen/sag/geben/gib/durchgeben/nennen kontostand/passwort/kennwort ! =wie_=ändere/' +
    '=wo_finde/zurücksetzen',
  'customer: {someone_elses} & passwort/kennwort/pin/adresse/kontostand/konto/zugang/' +
    'zugangsdaten/reingehen/einloggen & sagen/geben/noch/nennen/welche/zurücksetzen/=ändern/' +
    'durchgeben/haben_ich ! =und_mir/gemeinsam*/gemeinschaftskonto/rechnung_an/newsletter/liefern',
  'customer: ausgeben/ausgegeben/ausgibt/ausgebe/gib/geb/gebe/gibt/tarnt/melde als ihre/ihr/' +
    'mitarbeiter/unsere/er/sie/ihn/support/bank/polizei/microsoft/techniker/firma/aus/chef & ' +
    '=aus/ausgegeben/ausgibt/ausgeben/tarnt ! kleidung',
  'customer: ausgegeben/ausgibt/ausgaben/tarnt =sich/=als/=für ihre/mitarbeiter/unsere/mich/uns/' +
    'support',
  // A message, a code, a link.
  'customer: bestätigungscode*/sicherheitscode*/codes/code/=tans/tan/push/freigabe/freigaben ' +
    '=aufs/=bekomme/=kriege/=bekommen/=dauernd/=ständig/=die/=auf/=nicht =handy/=nicht/=ich/=die/' +
    '=dauernd/=gar/=angefordert angefordert/ständig/dauernd/nicht_angefordert/gar_nicht & nicht/' +
    'nie/ständig/dauernd ! =kommt/angekommen',
  'customer: mail/mails/e-mail/sms/nachricht/anruf/brief/link/whatsapp/=s_m_s =gekriegt/=kriagt/' +
    '=bekommen/=gekommen/=kam/=von/=in/=ihrem/=soll/=mit/=so =ich/=i/=soll/=ihrem/=ihnen/' +
    '=angeblich/=mein/=mei/=nem/=link/=ein/=so/=einem angeblich/bestätigen/bestätigt/' +
    'verifizieren/ihrem_namen/karte/pin/tan/gesperrt/entsperren/link ! termin/einladung/rechnung/' +
    'newsletter/auftragsbestätigung/webinar/zahlungslink/angebot/umfrage/link_zum_angebot/' +
    'link_zur_sitzung/meeting & {own}/soll/angeblich/namen/geklickt/gekriegt/bekommen/kriagt ! ' +
    '=den_link/danke',
  'customer: soll/sollte/wollte/wollten/muss =mei/=mein/=meine/=meinen/=ich/=i/=die/=unser karte/' +
    'kreditkarte/konto/zugangsdaten/pin/tan/passwort/iban/daten bestätigen/verifizieren/eingeben/' +
    'durchgeben/nennen/aktualisieren ! newsletter/formular & mail/sms/anruf*/angerufen/link/' +
    'nachricht/brief/webseite/seite',
  'customer: pin/tan/kennwort/passwort/zugangsdaten/kartennummer/kreditkartennummer/daten =ein/' +
    '=eingegeben/=eingeben/=dort/=da/=am/=gegeben/=durchgegeben/=verraten eingegeben/gegeben/' +
    'durchgegeben/verraten/weitergegeben/eingetippt ! ihnen/ihrem_kollegen/formular/nochmal/' +
    'richtig/falsch/immer/dreimal ! komme_nicht/komm_nicht ! gewinnspiel_bei_ihnen & =ja/=link/' +
    '=telefon/=jemandem/=seite/=dort/=da/=am/=meine/=mein/=meinen/=dem/=denen/=pin',
  'customer: link/anhang/datei/mail/drauf geklickt/geöffnet/angeklickt/klickt/draufgeklickt ! ' +
    'webinar/meeting/konferenz/video/sitzung/angebot/termin/umfrage/unterschr* & {own}/habe/=hab/' +
    '=hob/=schon/=scho/=aus/=versehen ! danke',
  'customer: =hab/=habe/=hob/=bin/=ist =scho/=schon/=da/=leider/=aus/=versehentlich/=drauf ' +
    '=drauf/=klickt/=geklickt/=reingefallen/=versehen klickt/geklickt/reingefallen/draufgeklickt ' +
    '@ link/mail/karte/absender/phishing/betrug',
  'customer: fernzugriff/fernwartung/teamviewer/anydesk & angerufen/anruf*/wollte/wollten/' +
    'angeblich/ausgegeben/microsoft ! ihr_techniker/ihrem_support/kollege ! können_sie/bitte',
  'customer: angerufen/angeblich/jemand =von/=ihnen/=ihrem/=sei/=wäre/=gesagt/=er ihnen/bank/' +
    'ihrer_firma/microsoft/support/polizei/mitarbeiter & passwort/pin/tan/zugang/daten/=rechner/' +
    'überweis*/karte/fernzugriff/kontonummer',
  'customer: gefälscht*/fingierte*/gefakt* rechnung*/mail*/e-mail*/webseite/login*/seite/' +
    'absender/unterschrift/ausweis/shop ! fälschungssicher',
  'customer: {own} unterschrift gefälscht',
  'customer: =nach/um =meinem/=unserem/=ihrem/=der passwort/kennwort/pin/tan gefragt/gebeten',
  // Lost or stolen.
  'customer: gestohlen/geklaut/entwendet/verloren/verlorengegangen/abhandengekommen laptop/handy/' +
    'telefon/karte/gerät/notebook/diensthandy/zugangsdaten/token/portemonnaie/geldbeutel/' +
    'kreditkarte/geldbörse ! gefunden ! =nicht',
  'customer: laptop/handy/telefon/karte/notebook/diensthandy/zugangsdaten/token/=rechner/' +
    'portemonnaie/geldbeutel/kreditkarte/geldbörse/ausweis/rucksack/tasche gestohlen/geklaut/' +
    'entwendet/verloren/abhandengekommen/=gehackt ! wiedergefunden ! =wenn/=falls',
  'customer: =missbrauch/missbraucht/missbräuchlich {secret_thing}/{own} ! {own}_vertrauen ! ' +
    '=wenn/schutz',
  // More ways of saying it.
  'customer: ~rechnung/mahnung/paket/bestätigung/bestellung/vertrag =gekriegt/=bekommen/=für/' +
    '=über/=die .. =nie/=nicht/=gar_nicht bestellt/gekauft/abgeschlossen/beantragt/gemacht ! ' +
    'noch_nicht',
  'customer: ~=war/=bin/=wohne/=wohn =ich/=noch/=in =noch/=nie/=gar =nie/=nicht =in ! urlaub & ' +
    'eingeloggt/angemeldet/bestellt/abgebucht/eingelöst/gekauft/zugegriffen/geliefert/konto',
  'customer: ~buchung/buchungen/abbuchung/abbuchungen/bestellung/bestellungen/adresse/' +
    'lieferadresse/nummer/iban/gerät/konto/umsätze/überweisung/zahlung =drin/=da/=die/=den/=das/' +
    '=hinterlegt =die/=kenn/=kenne/=kennen/=ich/=sagt/=wir .. =nicht/=gar_nicht/=nichts & kenne/' +
    'kenn/kennen/sagt_mir/zuordnen ! =sie ! knopf',
  'customer: portemonnaie/geldbeutel/geldbörse/handtasche/brieftasche/handy/diensthandy/laptop/' +
    'karte/kreditkarte =ist/=sind =weg/=verschwunden/=geklaut ! =wieder_da/akku',
  'customer: nummer/daten/kartennummer/pin/tan/=tans/passwort/code/kontonummer/iban =von/=der/' +
    '=karte/=am/=telefon .. durchgegeben/gegeben/verraten/gesagt/genannt ! =ihnen/kollegen/' +
    'ihrer_kollegin & telefon/=einem/=jemandem/=denen/anruf*/link/mail/=dem',
  'customer: =jemandem/=einem/=denen/=dem =meine/=mein/=die/=den/=meinen =pin/=tan/=kartennummer/' +
    '=passwort/=daten/=code/=kontonummer/=iban/=zugangsdaten gegeben/durchgegeben/verraten/' +
    'gesagt/genannt ! =ihnen/kollegen',
  'customer: kontodaten/kontostand/passwort/kennwort/adresse/zugang/zugangsdaten/pin/nummer =von/' +
    '=meiner/=meines/=meinem =meiner/=meinem/=seiner/=mutter/=frau/=mannes =mutter/=vater/=frau/' +
    '=mann/=tochter/=sohn/=chef/=oma/=opa/=freundin/=freund/=ex/=nachbar*/=bruder/=schwester/' +
    '=kollegen/=kollegin haben/geben/sagen/durchgeben/wissen/nennen/bekommen ! =rechnung',
  'customer: kennt/hat/kenne/weiß =das/=mein/=noch/=sein/=ihr/=unser =passwort/=kennwort/=pin/' +
    '=zugang/=zugangsdaten & ex/exfrau/exmann/ehemalig*/früher*/fremd*/=jemand/noch ! vergessen ' +
    '! =wer',
  'customer: ~{own} =namen/=name/=konto/=karte/=daten/=kosten .. abgeschlossen/bestellt/' +
    'eingekauft/angemeldet/registriert/beantragt & =jemand/=einer/=wer/sohn/exfrau/exmann/fremd*/' +
    'wissen/=irgendwer/=nicht',
  'customer: gibt/geben/gab/gibt_sich =sich =einer/=jemand/=wer/=als/=da =für/=als/=einer =mich/' +
    '=uns/=ihre/=ihr/=unsere/=einer =aus/=mitarbeiter/=firma/=von',
  'customer: mail/sms/nachricht/anruf/brief =gar/=wohl/=wirklich/=nicht =nicht/=gar/=wirklich ' +
    '=von/=nicht =ihnen/=euch/=von ! angekommen ! =die_echt',
  'rep: betrügerisch*/gefälschte* mail/mails/anruf/nachricht/sms/seite/rechnung/website ! ' +
    'erkennt/schutz/schützt/=wenn',
  'rep: unbekannten/fremden/unbekanntes/fremdes/unbekannter gerät/land/adresse/standort/=rechner ' +
    '! =wenn/erkennt/=falls/zeigt_ihnen/sehen_sie',
  'customer: liest/lesen/hört =jemand/=einer/=wer =meine/=unsere/=mein .. mit',
  'customer: passwort/zugangsdaten/kennwort =über/=auf/=in/=soll/=ändern =einen/=ändern/=dem/' +
    '=diesem/=über link/seite & mail/sms/soll/nachricht ! =wie/zurücksetzen_link',
  '! tierfutter/hackbraten/holz',
  // In passing, and shorter.
  'customer: eingehackt/reingehackt/gehackter/einhacken ! =wie_kann/schutz/=wenn',
  'customer: ~=von =mir/=uns =das/=es/=keiner/=niemand/=nicht .. =nicht/=keiner/=niemand/=nichts ' +
    '! idee & bestell*/gebucht/überwies*/konto/sachen/abgebucht/geändert/mail/=war',
  'customer: =verschickt/=versendet/=schickt/=schreibt =jemand/=einer/=wer/=mails/=nachrichten/' +
    '=spam .. =unserem/=meinem/=unserer/=meiner/=unseren .. absender/namen/adresse/account/konto/' +
    'mail',
  'customer: =jemand/=einer/=wer =verschickt/=versendet/=schickt/=schreibt .. =unserem/=meinem/' +
    '=unserer/=meiner absender/namen/adresse/account/konto/mail',
  'customer: =andere/=fremde/=falsche/=fremder/=unbekannte/=neue + handynummer/telefonnummer/' +
    'mailadresse/lieferadresse/iban/bankverbindung/kontonummer/adresse/nummer =hinterlegt/=drin/' +
    '=eingetragen/=drauf ! können_sie/bitte/=ich_habe/=umgezogen/tippfehler & =wieso/=warum/' +
    '=plötzlich/=da/=nicht/=die',
  'customer: =sagen/=geben/=verraten =sie/=mir/=mal .. =wo/=welche/=wie/=ob =er/=sie/=mein/' +
    '=meine + =wohnt/=arbeitet/=bestellt/=hat/=mann/=ex/=frau ! =wo_sie_sitzen',
  'customer: =sicheres/=sichere/=anderes + konto .. überweisen/überweise/=gesagt ! wollen_wir',
  'customer: passwort/kennwort/zugang/pin =vom/=von/=des/=meines/=meinem =kollegen/=kollegin/' +
    '=chef/=chefs/=chefin/=mannes/=frau/=mitbewohner/=nachbarn/=ex/=freundin/=freund/=vorgänger ' +
    '.. =zurücksetzen/=geben/=sagen/=haben/=ändern/=schicken ! =sein_eigenes/=braucht',
  'customer: ~=nicht + =meine/=unsere + unterschrift/bestellung/karte/nummer/kontonummer/adresse/' +
    'handschrift ! =sondern_die',
  'customer: link/anhang/knopf =gedrückt/=getippt/=draufgedrückt/=aufgemacht ! =wo/' +
    '=nichts_passiert/webinar/bestätigung & =auf/=so/=hab/=habe/=mail/=sms/=den & mail/sms/' +
    'nachricht/=so/=komisch* ! =grünen/=roten',
  'customer: konto/karte/zugang =wär/=wäre/=sei/=ist/=wird =gesperrt/=abgelaufen/=eingeschränkt ' +
    '=stimmt/=steht/=wegen/=und/=ich ! {own}_schuld & mail/sms/nachricht/anruf/link',
  'customer: ~=jemand/=einer/=wer/=irgendwer/=fremder/=unbekannter .. =eingeloggt/=angemeldet/' +
    '=zugegriffen/=eingekauft/=geändert/=abgebucht/=bestellt/=gehackt/=missbraucht/=kopiert/' +
    '=verschickt/=ausgetauscht/=abgeräumt & {own}/konto/passwort/karte/namen/system/account ! ' +
    '=kann/=könnte/=muss/=wenn/=falls/=soll/kolleg*/team/abteilung',
  'customer: ~=das + =war/=waren + =ich/=wir + =nicht ! kollege/kollegin/=sondern/=schuld/' +
    '=der_das_gesagt',
  'customer: ~=ich/=wir + =war/=waren + =das/=es + =nicht/=gar_nicht/=bestimmt_nicht/=nie ! ' +
    'kollege/schuld',
  'customer: =betrüger/=betrügern/=fake/=fakeshop/=schwindler/=abzocke/=masche =rein*/' +
    '=aufgesessen/=auf/=gefallen/=reingefallen ! =seid/=sind_sie',
  'customer: =auf .. =betrüger/=fake/=fakeshop/=mail/=masche/=link .. reingefallen/' +
    'hereingefallen/reinfallen',
  'customer: bankdaten/kontodaten/kartendaten/zugangsdaten/kreditkartendaten/daten/passwort/pin/' +
    'tan .. =seite/=link/=formular/=mail/=telefon .. eingegeben/eingetippt/gegeben/durchgegeben ' +
    '! ihrer_seite/eurer_seite/ihr_formular',
  'customer: =geld/=euro/=guthaben/=punkte =ist/=sind/=weg/=fehlt/=fehlen/=verschwunden .. =weg/' +
    '=fehlt/=fehlen/=verschwunden/=konto/=karte & konto/karte ! =zurück/=noch_nicht_da/gehalt/' +
    '=lohn',
  'customer: =für/=von + {own} + =oma/=opa/=mutter/=vater/=frau/=mann/=chef/=chefin/=freund/' +
    '=freundin/=sohn/=tochter/=nachbarin/=nachbarn/=mitbewohner .. =pin/=passwort/=kennwort/' +
    '=kontostand/=tan/=zugangsdaten & =haben/=sagen/=geben/=kann/=können',
];
