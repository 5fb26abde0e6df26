import type { Language } from '../call/language.ts';

/**
 * What means the same, by name: phrases of rules refer to them as `{name}`. A phrase of several
 * words stands side by side; a `*` at its end is any ending, a `=` before it exactly this form.
 */
// prettier-ignore
export const CONCEPTS: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    manager: [
      'manager', 'supervisor', 'boss', 'superior', 'team lead', 'team leader', 'director',
      'management', 'someone above you', 'somebody above you', 'anyone above you', 'higher up', 'higher ups', 'someone higher', 'somebody higher',
      'someone senior', 'somebody senior', 'someone more senior', 'somebody more senior', 'person in charge', 'person who runs', 'person who manages', 'person responsible', 'person running', 'somebody who runs', 'someone who runs', 'someone who manages', 'someone responsible', 'people in charge', 'people upstairs', 'head honcho', 'upstairs', 'executive', 'executives', 'shift lead', 'team manager', 'someone in charge', 'somebody in charge',
      'whoever is in charge', 'whoever is', 'whoever can', 'whoever makes', 'whoever handles', 'whoever has', 'higher authority', 'general manager', "whoever's in charge", 'whoever runs', 'someone with authority', 'somebody with authority', 'someone with more authority', 'someone with actual authority',
      'someone with some authority', 'somebody with some authority', 'someone with real authority', 'someone in authority',
      'ceo', 'vice president', 'vp', 'someone over you', 'somebody over you', 'whoever you report', 'person above you',
      'whoever supervises', 'superviser', 'floor manager', 'department head', 'head of', 'your lead', 'senior rep', 'senior person', 'senior colleague',
      'someone up the chain', 'somebody up the chain', 'next level', 'leadership',
    ],
    talk: ['=speak', '=speaking', '=talk', '=talking', 'discuss', '=chat', 'a word with', 'hear from', 'get hold of', 'reach', 'deal with', 'dealing with', '=spoken', 'connected to', 'escalated to', 'transferred to', 'take it up with', 'take this up with', 'raise this with', 'raise it with', 'discussing', 'conversation with', 'communicate with', 'contact'],
    hand_over: ['transfer', 'connect', 'put', 'pass', 'hand', 'escalate', 'forward', 'bump', 'send', 'kick', 'patch', 'get', 'give', 'let', 'elevate', 'move'],
    can_decide: [
      'can decide', 'can approve', 'can make decisions', 'can actually', 'makes decisions', 'makes the decisions', 'has authority', 'has the authority', 'has the power',
      'can do something', 'can fix', 'can authorize', 'can sign off', 'is able to', 'is allowed to', 'calls the shots', 'knows what', 'can really', 'can resolve', 'can make', 'has actual', 'has the final say', 'can override', 'can overrule',
    ],
    agreement: [
      'account', 'contract', 'subscription', 'service', 'services', 'plan', 'membership', 'agreement', 'license', 'licenses', 'policy', 'everything', 'seats',
      'relationship', 'partnership', 'renewal', 'this thing', 'the whole thing', 'our business', 'my business', 'platform', 'your product', 'your software', 'your company', 'account with you',
    ],
    leave_you: [
      'cancel', 'terminate', 'discontinue', 'end the', 'end this', 'end our', 'end my', 'ending the', 'ending our', 'ending this', 'ending my', 'end it', 'put an end to', 'stop', 'drop', 'close', 'quit', 'leave', 'ditch', 'dump', 'scrap', 'exit', 'kill', 'shut down', 'get out of', 'getting out of', 'pull out of', 'pulling out of',
      'walk away from', 'walking away from', 'back out of', 'get rid of', 'getting rid of', 'pull the plug on', 'pulling the plug on', 'done with', 'through with', 'finished with', 'call off', 'opt out of', 'wind down', 'move off', 'moving off', 'part ways with', 'cut ties with', 'cutting ties with', 'abandon', 'bail on', 'sever',
    ],
    lawyer: ['lawyer', 'attorney', 'solicitor', 'counsel', 'law firm', 'barrister', 'legal counsel', 'legal team', 'legal department', 'legal people', 'our legal', 'legal representation'],
    regulator: [
      'regulator', 'regulators', 'ftc', 'fcc', 'cfpb', 'bbb', 'better business bureau', 'attorney general', 'ombudsman', 'watchdog', 'consumer protection', 'consumer affairs', 'data protection authority',
      'data protection officer', 'federal trade commission', 'trading standards', 'state authorities', 'the authorities', 'information commissioner', 'trade commission', 'licensing board', 'the state board', 'regulatory authority', 'regulatory body', 'government agency',
    ],
    insult: [
      'idiot', 'idiots', 'dumbest', 'stupidest', 'dumber', 'stupider', 'idiotic', 'moronic', 'cretin', 'imbeciles', 'lying', 'spineless', 'hopeless', 'scumbag', 'scumbags', 'swindler', 'swindlers', 'fraudster', 'fraudsters', 'con man', 'rude', 'lazy', 'amateurs', 'amateur', 'moron', 'morons', 'imbecile', 'stupid', 'dumb', 'useless', 'incompetent', 'pathetic', 'liar', 'liars', 'crook', 'crooks', 'scammer', 'scammers', 'jerk', 'loser', 'losers', 'clown', 'clowns',
      'brain dead', 'braindead', 'worthless', 'clueless', 'fool', 'dimwit', 'halfwit', 'ignorant', 'disgusting', 'scum', 'trash', 'garbage', 'joke', 'thief', 'thieves', 'con artist', 'con artists', 'waste of space', 'waste of oxygen', 'brainless', 'simpleton', 'parasite', 'parasites', 'leech', 'dimwits', 'dunce', 'nitwit', 'buffoon', 'expletive', 'snake', 'snakes', 'retarded', 'pig', 'pigs',
    ],
    swearing: ['fuck*', 'motherfuck*', 'asshole*', 'bastard*', 'bitch*', 'bullshit', 'shithead', 'dickhead', 'dipshit', 'prick', 'cunt*', 'expletive', 'goddamn*', 'piece of shit', 'piece of crap', 'full of shit', 'full of crap', 'jackass', 'dumbass', 'douchebag'],
    big_percent: [
      '20 percent', '25 percent', '30 percent', '35 percent', '40 percent', '45 percent', '50 percent', '55 percent', '60 percent', '65 percent', '70 percent', '75 percent', '80 percent', '90 percent',
      'twenty percent', 'twenty five percent', 'thirty percent', 'thirty five percent', 'forty percent', 'forty five percent', 'fifty percent', 'sixty percent', 'seventy percent', 'eighty percent', '22 percent', '28 percent', '33 percent', '38 percent', 'twenty two percent', 'thirty three percent',
    ],
    off: ['off', 'discount', 'less', 'cheaper', 'lower', 'reduce', 'reduction', 'below', 'under', 'cut', 'knock', 'shave', 'markdown', 'rebate', 'slash', 'drop'],
    rival: [
      'hubspot', 'zoho', 'pipedrive', 'freshworks', 'freshsales', 'dynamics', 'oracle', 'gong', 'salesloft', 'dialpad', 'aircall', 'ringcentral', 'talkdesk', 'genesys', 'five9', 'vonage', 'competitor', 'competitors', 'competition', 'rival', 'rivals', 'someone else', 'somebody else', 'another vendor', 'other vendors', 'another provider', 'other providers', 'another supplier', 'other suppliers', 'different vendor', 'different provider', 'different supplier', 'alternative vendor', 'alternatives', 'another company', 'other companies', 'another solution', 'other solutions', 'other platforms', 'another platform', 'other tools', 'other options', 'two others', 'two other', 'three other', 'a few others', 'several others', 'the others', 'other bidders', 'another bid', 'other bids', 'another firm', 'other firms', 'other players', 'another tool', 'other products', 'another product', 'competing product', 'competing products', 'competing offer', 'competing offers', 'competing quote', 'competing bid', 'competing vendor', 'competing vendors', 'competing proposal',
    ],
    evaluate: ['evaluate', 'compare', 'consider', 'look at', 'looking at', 'looked at', 'look into', 'looking into', 'talk to', 'talking to', 'talking with', 'spoke to', 'spoke with', 'speak with', 'speaking with', 'meeting with', 'met with', 'test', 'trial', 'pilot', 'demo', 'shortlist', 'quote from', 'quotes from', 'offer from', 'offers from', 'proposal from', 'proposals from', 'pricing from', 'bid from', 'bids from', 'switch to', 'switching to', 'go with', 'going with', 'went with', 'move to', 'moving to', 'leaning toward', 'leaning towards', 'in talks with', 'conversation with', 'conversations with', 'heard from', 'pitch from', 'against', 'versus', 'approached by', 'contacted by', 'courted by', 'weigh', 'weighing', 'benchmark'],
    secret_thing: ['account', 'login', 'password', 'email', 'mailbox', 'system', 'credentials', 'data', 'records', 'profile', 'card', 'portal', 'workspace', 'environment', 'database', 'api key', 'tenant', 'server', 'files', 'user'],
    paperwork: ['contract', 'contracts', 'agreement', 'paperwork', 'order form', 'docusign', 'invoice', 'purchase order', 'statement of work', 'signature', 'dotted line', 'e-signature', 'esignature', 'signing link', 'final documents', 'papers'],
  },
  de: {
    manager: [
      'chef', 'chefin', 'vorgesetzte*', 'leiter', 'leiterin', 'abteilungsleit*', 'teamleit*', 'geschäftsführ*', 'geschäftsleitung', 'führungskraft', 'verantwortliche*', 'manager', 'managerin', 'supervisor', 'jemand höheren', 'jemanden über ihnen', 'jemand über ihnen', 'vorstand', 'direktor', 'boss', 'leitung', 'ranghöher*', 'weisungsbefugte*', 'entscheider', 'entscheidungsträger', 'jemandem von oben', 'jemanden von oben', 'höhere stelle', 'nächsthöhere*', 'zuständige person',
    ],
    talk: ['sprechen', 'reden', 'verbinden', 'unterhalten', 'durchstellen', 'stellen', 'geben', 'holen', 'weiterleiten', 'haben', 'übergeben', 'weiterverbinden', 'rufen', 'kontakt', 'eskalieren', 'dazuholen', 'einschalten', 'erreichen', 'vermitteln', 'hören', 'besprechen', 'klären', 'sprech'],
    agreement: ['vertrag', 'vertrages', 'abo', 'abonnement', 'konto', 'dienst', 'tarif', 'mitgliedschaft', 'lizenz', 'lizenzen', 'zusammenarbeit', 'paket', 'vereinbarung', 'geschäftsbeziehung', 'service', 'alles', 'ganze', 'partnerschaft', 'plattform'],
    lawyer: ['anwalt', 'anwälte', 'anwältin', 'anwalts*', 'rechtsanwalt*', 'rechtsanwält*', 'rechtsabteilung', 'jurist', 'juristen', 'kanzlei', 'rechtsbeistand', 'justiziar*'],
    regulator: ['bundesnetzagentur', 'verbraucherzentrale', 'verbraucherschutz', 'datenschutzbehörde', 'datenschutzbeauftragte*', 'landesdatenschutz*', 'aufsichtsbehörde', 'bafin', 'ombudsmann', 'ombudsstelle', 'kartellamt', 'behörde', 'behörden', 'wettbewerbszentrale', 'schlichtungsstelle', 'staatsanwaltschaft', 'polizei', 'aufsicht', 'gewerbeaufsicht', 'schiedsstelle'],
    insult: [
      'idiot*', 'dumm', 'dummkopf', 'blöd', 'blöde*', 'unfähig', 'inkompetent', 'lügner*', 'betrüger*', 'trottel', 'vollidiot*', 'versager*', 'nichtsnutz', 'lächerlich', 'depp*', 'abzocker*', 'gauner', 'verbrecher', 'bescheuert', 'hirnlos', 'pfeife', 'pfeifen', 'niete', 'nieten', 'saftladen', 'schwachkopf', 'schwachköpfe', 'dreist', 'unverschämt', 'flasche', 'flaschen', 'amateur*', 'stümper*', 'null', 'clown', 'clowns', 'penner', 'ganove*', 'expletive', 'taugenichts', 'drecksack', 'dämlich', 'armselig', 'erbärmlich', 'schwachsinnig', 'hohlkopf',
    ],
    swearing: ['arschloch*', 'scheiß*', 'wichser*', 'verpiss*', 'fick*', 'verdammte*', 'drecks*', 'hurensohn', 'mistkerl*', 'halt die klappe', 'halten sie die klappe', 'halten sie den mund', 'halt den mund', 'schnauze', 'maul', 'leck mich', 'lecken sie mich', 'expletive', 'arsch', 'arschgeige', 'kotzbrocken', 'scher dich', 'scheren sie sich', 'zum teufel', 'blödmann'],
    big_percent: ['20 prozent', '25 prozent', '30 prozent', '35 prozent', '40 prozent', '45 prozent', '50 prozent', '60 prozent', '70 prozent', '20 percent', '25 percent', '30 percent', '40 percent', '50 percent', 'zwanzig prozent', 'fünfundzwanzig prozent', 'dreißig prozent', 'fünfunddreißig prozent', 'vierzig prozent', 'fünfzig prozent', 'sechzig prozent', 'ein drittel'],
    rival: ['hubspot', 'zoho', 'pipedrive', 'dynamics', 'konkurrenz', 'konkurrent', 'konkurrenten', 'mitbewerb*', 'wettbewerb', 'wettbewerber*', 'anderen anbieter', 'andere anbieter', 'anderer anbieter', 'andere anbietern', 'anderen anbietern', 'weitere anbieter', 'weiteren anbieter', 'weiteren anbietern', 'zwei anbieter', 'zwei anbietern', 'drei anbieter', 'drei anbietern', 'mehrere anbieter', 'mehreren anbietern', 'anderen lieferanten', 'anderer lieferant', 'alternative', 'alternativen', 'alternativanbieter', 'jemand anderem', 'jemand anderen', 'konkurrenzangebot*', 'vergleichsangebot*', 'konkurrenzprodukt*', 'gegenangebot*', 'anderen hersteller', 'andere hersteller', 'anderen herstellern', 'anderen dienstleister*', 'anderes angebot', 'anderen produkten', 'fremdanbieter', 'zweitangebot'],
    evaluate: ['vergleichen', 'prüfen', 'evaluieren', 'testen', 'angebot', 'angebote', 'gespräch', 'gespräche', 'gesprochen', 'reden', 'wechseln', 'anschauen', 'angeschaut', 'angesehen', 'ansehen', 'schauen', 'sprechen', 'eingeholt', 'einholen', 'günstiger', 'billiger', 'vorliegen', 'kontakt', 'verhandeln', 'tendieren', 'entscheiden', 'umsehen', 'umgesehen', 'bietet', 'bieten', 'auswahl', 'liegt', 'holen', 'besser', 'präsentiert', 'präsentation', 'demo', 'verglichen', 'geprüft', 'getestet', 'überlegung', 'erwägen', 'gegenüber', 'umworben', 'unterbreitet', 'vorgestellt', 'verlangt', 'abgegeben'],
    secret_thing: ['konto', 'account', 'passwort', 'zugang', 'zugänge', 'zugangsdaten', 'postfach', 'system', 'daten', 'kundendaten', 'profil', 'karte', 'login', 'server', 'datenbank', 'kennwort', 'benutzerkonto', 'portal', 'kundenkonto', 'mailkonto', 'netzwerk', 'admin'],
    paperwork: ['vertrag', 'vertragsunterlagen', 'unterlagen', 'auftragsformular', 'bestellformular', 'rechnung', 'auftragsbestätigung', 'unterschrift', 'papiere', 'bestellung', 'kaufvertrag', 'auftrag'],
  },
};
