import assert from 'node:assert/strict';
import {
  REFUSAL_CODES,
  REFUSAL_WORDINGS,
  refusal,
} from '../../../../server/domain/call/refusals.ts';
import { roleLabel, roleNames } from '../../../../server/domain/texts/labels.ts';
import {
  lawText,
  problemView,
  refusalText,
  refusalView,
} from '../../../../server/domain/texts/render.ts';
import {
  dateText,
  languageOf,
  listed,
  readerOf,
  TEXTS,
} from '../../../../server/domain/texts/texts.ts';

/** Every text of a catalogue, by its path. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    textsOf(inner, path ? `${path}/${key}` : key),
  );
}

const places = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ');

/** Texts that read the same in both languages: places alone, and words that German took over. */
const SAME = new Set([
  'wordings/policy_invalid.fault/message',
  'wordings/outside_hours.opens/hint',
  'wordings/outside_calling_hours.opens/hint',
  'wordings/audit_broken.fault/message',
  'written/supervisor',
  'roles/coach/one',
  'roles/coach/many',
  'roles/admin/one',
  'consent/law',
  'consent/onFile/place',
  'policy/explain/groups/team',
  'policy/explain/allowed',
  'policy/explain/refused',
]);
/** Texts whose places differ: the plural of an org's own role is known in English only. */
const OTHER_PLACES = new Set(['ownRole']);

describe('the catalogue of texts', () => {
  const [english, german] = [textsOf(TEXTS.en), new Map(textsOf(TEXTS.de))];

  it('has every text in both languages', () =>
    assert.deepEqual(english.map(([path]) => path).sort(), [...german.keys()].sort()));
  it('has none that is empty', () =>
    assert.deepEqual(
      [...english, ...german].filter(([, text]) => text.trim() === ''),
      [],
    ));
  it('fills the same places in both', () => {
    assert.deepEqual(
      english
        .filter(
          ([path, text]) => !OTHER_PLACES.has(path) && places(text) !== places(german.get(path)!),
        )
        .map(([path]) => path),
      [],
    );
  });
  it('says in German what it says in English, not the English', () => {
    assert.deepEqual(
      english
        .filter(([path, text]) => text === german.get(path))
        .map(([path]) => path)
        .filter((path) => !SAME.has(path)),
      [],
    );
  });
  it('writes as Salesforce does for the US: contractions, "canceled", "organization", no "whoever"', () => {
    const odd =
      /\b(can ?not|do not|does not|is not|has not|have not|organisation|cancelled|dialled|nobody|somebody|everybody|whoever|any more|louder)\b/i;
    const onScreens = english
      .filter(([path]) => !/^(scripts|announcements|notAdmitted)\//.test(path))
      .map(([path, text]) => [path, text.replace(/\{\w+\}/g, '')] as const);
    assert.deepEqual(
      onScreens.filter(([, text]) => odd.test(text)),
      [],
    );
  });
  it('has a text for each refusal and each of its wordings, and for nothing else', () => {
    assert.deepEqual(Object.keys(TEXTS.de.refusals).sort(), [...REFUSAL_CODES].sort());
    assert.deepEqual(Object.keys(TEXTS.de.wordings).sort(), [...REFUSAL_WORDINGS].sort());
  });
});

describe('a refusal', () => {
  it('has its times in the formats of the region that its reader has chosen', () => {
    const opening = {
      kind: 'opening',
      at: '2026-11-21T16:00:00.000Z',
      now: '2026-11-20T20:00:00.000Z',
      zone: 'America/Los_Angeles',
    } as const;
    const why = refusal('outside_hours', { wording: 'outside_hours.opens', values: { opening } });
    assert.deepEqual(
      [
        readerOf({ locale: 'en_US' }),
        readerOf({ locale: 'en_US', region: 'GB' }),
        readerOf({ locale: 'en_US', region: 'DE' }),
        readerOf({ locale: 'de', region: 'AT' }),
      ].map((reader) => refusalText(why, reader).hint),
      [
        'Allowed from 8:00 AM tomorrow, your time.',
        'Allowed from 8:00 tomorrow, your time.',
        'Allowed from 8:00 tomorrow, your time.',
        'Erlaubt ab morgen um 8:00 Uhr, Ihre Ortszeit.',
      ],
    );
  });

  it('about a field names it, and keeps what programs need beside the sentence', () => {
    const why = refusal('invalid_request', {
      field: 'to',
      detail: 'must not be before from',
      wording: 'invalid_request.field',
      values: { field: 'to' },
    });
    assert.deepEqual(refusalView(why, 'de'), {
      code: 'invalid_request',
      message: 'Das Feld to ist ungültig.',
      field: 'to',
      detail: 'must not be before from',
    });
  });

  it('reads in the language of its reader, with its code and facts beside it', () => {
    const why = refusal('floor_taken', {
      wording: 'floor_taken.talking',
      values: { who: 'Dana Whitfield' },
    });
    assert.deepEqual(refusalView(why, 'en'), {
      code: 'floor_taken',
      message: 'Only one supervisor can talk at a time. Dana Whitfield is talking.',
      hint: "You can listen. You'll see when you can talk.",
    });
    assert.equal(
      refusalText(why, 'de').message,
      'Nur ein Supervisor kann jeweils sprechen. Dana Whitfield spricht gerade.',
    );
    assert.deepEqual(refusalView(refusal('pin_wrong', { triesLeft: 2 }), 'de'), {
      code: 'pin_wrong',
      message: 'Falsche PIN.',
      field: 'pin',
      triesLeft: 2,
    });
  });
  it('says in words what it is filled with', () => {
    const opening = {
      kind: 'opening',
      at: '2026-11-21T16:00:00.000Z',
      now: '2026-11-20T20:00:00.000Z',
      zone: 'America/Los_Angeles',
      repName: 'Ravi Patel',
    } as const;
    const why = refusal('outside_hours', { wording: 'outside_hours.opens', values: { opening } });
    assert.deepEqual(
      [refusalText(why, 'en').hint, refusalText(why, 'de').hint],
      [
        "Allowed from 8:00 AM tomorrow, Ravi Patel's time.",
        'Erlaubt ab morgen um 8:00 Uhr, Ortszeit von Ravi Patel.',
      ],
    );
    const law = {
      kind: 'law',
      basis: 'Cal. Penal Code § 632',
      place: 'US-CA',
      witness: 'customer_number',
    } as const;
    assert.match(
      refusalText(
        refusal('consent_missing', { wording: 'consent_missing.law', values: { law } }),
        'de',
      ).message,
      /nach Cal\. Penal Code § 632 \(CA, Vereinigte Staaten, nach der Nummer des Kunden\)/,
    );
    const finding = {
      kind: 'finding',
      isLeak: true,
      mode: 'whisper',
      listener: 'customer',
      speaker: 'supervisor',
    } as const;
    assert.match(
      refusalText(
        refusal('audio_check_failed', {
          wording: 'audio_check_failed.finding',
          values: { finding },
        }),
        'de',
      ).message,
      /Beim Flüstern hört der Kunde den Supervisor\./,
    );
    const fault = {
      kind: 'fault',
      rule: 'managers',
      field: 'Groups__c',
      wording: 'unknown_group',
      values: { kind: 'queue', name: 'West' },
    } as const;
    assert.equal(
      refusalText(
        refusal('policy_invalid', { wording: 'policy_invalid.fault', values: { fault } }),
        'de',
      ).message,
      'Regel managers, Groups__c: Nicht vorhanden: Warteschlange mit dem Namen West. Korrigieren Sie den Entwicklernamen.',
    );
  });
  it('that ended a switch is told with the mode that was asked for', () => {
    const problem = {
      code: 'not_confirmed',
      mode: 'barge',
      at: '2026-11-20T20:00:00.000Z',
    } as const;
    assert.deepEqual(problemView(problem, 'de'), {
      code: 'not_confirmed',
      message: 'Der Telefondienst hat den Wechsel nicht bestätigt.',
      hint: 'Sie sind nicht zu hören.',
      mode: 'barge',
      at: '2026-11-20T20:00:00.000Z',
    });
  });
});

describe('a law on a call', () => {
  const said = (basis: string, language: 'en' | 'de' = 'en') =>
    lawText({ kind: 'law', basis, place: 'US-WA', witness: 'rep_location' }, language);

  it('is named, with the place by which it applies', () =>
    assert.match(
      said('Wash. Rev. Code § 9.73.030'),
      /^Wash\. Rev\. Code § 9\.73\.030 \(WA, United States, /,
    ));
  it('that is not on file, and none where none asks, are codes that each reader reads in words', () => {
    assert.match(said('no_law_on_file'), /^the strictest rule, because no law is on file/);
    assert.match(said('no_law_asks', 'de'), /^Kein Gesetz verlangt es/);
  });
  it('reads the same from a row that has the sentence of a former version', () => {
    assert.equal(
      said('No law is on file for this place, so everybody must know', 'de'),
      said('no_law_on_file', 'de'),
    );
    assert.equal(
      said("No law asks: a practice call has no customer and isn't recorded"),
      said('no_law_asks'),
    );
  });
});

describe('the language of a person', () => {
  it('is the one of their locale, English where it is not offered', () => {
    assert.deepEqual(['de', 'de_AT', 'de-DE', 'DE', 'en_US', 'fr', '', undefined].map(languageOf), [
      'de',
      'de',
      'de',
      'de',
      'en',
      'en',
      'en',
      'en',
    ]);
  });
  it('names roles, lists and dates in its own way', () => {
    assert.deepEqual(
      [roleLabel('supervisor', 'de'), roleLabel('deal_desk', 'en'), roleLabel(undefined, 'de')],
      ['Vertriebsmanager', 'Deal desk', 'Kollege'],
    );
    assert.deepEqual(
      [roleNames('coach', 'en'), roleNames('deal_desk', 'en'), roleNames('deal_desk', 'de')],
      ['Coaches', 'Deal desks', 'Personen mit der Rolle Deal desk'],
    );
    assert.deepEqual(
      [listed(['a', 'b', 'c'], 'en'), listed(['a', 'b', 'c'], 'de', 'disjunction')],
      ['a, b, and c', 'a, b oder c'],
    );
    assert.deepEqual(
      [dateText('2026-12-01', 'en'), dateText('2026-12-01', 'de')],
      ['Dec 1, 2026', '01.12.2026'],
    );
  });
});
