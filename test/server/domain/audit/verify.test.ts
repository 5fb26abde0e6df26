import assert from 'node:assert/strict';
import fc from 'fast-check';
import { digestOfErased, type Fault } from '../../../../server/domain/audit/verify.ts';
import type { ExportReading } from '../../../../server/domain/audit/export.ts';
import type { ChainedEntry } from '../../../../server/domain/audit/chain.ts';
import { canonicalJson } from '../../../../server/domain/audit/canonicalJson.ts';
import {
  chained,
  checkpointAt,
  exportOf,
  newSigner,
  rechained,
  sampleChain,
  verdictOn,
} from '../../../support/auditChains.ts';
import { auditEntry } from '../../../support/auditStage.ts';

const signer = newSigner();
const entries = sampleChain(12);
const checkpoints = [checkpointAt(signer, entries[4]!, 1), checkpointAt(signer, entries[9]!, 2)];
const inCrm = checkpoints.map(({ statement, signature }) => ({ statement, signature }));
const uncovered = { entries: 2, since: entries[10]!.at };
const UNCOVERED = `Covered by no checkpoint: the last 2 entries, since ${uncovered.since}. Had more come after that and been cut off, nobody could see it.`;
const whole = exportOf({ signer, checkpoints, entries });

function faultOf(
  parts: { entries?: ChainedEntry[]; checkpoints?: typeof checkpoints },
  reading?: ExportReading,
): Fault {
  const verdict = verdictOn(exportOf({ signer, checkpoints, entries, ...parts }), reading);
  assert.ok('message' in verdict, 'the fault was not found');
  return verdict;
}
const without = (place: number) => entries.filter(({ position }) => position !== place);
const swapped = (a: number, b: number) =>
  entries.map((entry) =>
    entry.position === a ? entries[b - 1]! : entry.position === b ? entries[a - 1]! : entry,
  );
const changed = (place: number, change: (entry: ChainedEntry) => ChainedEntry) =>
  entries.map((entry) => (entry.position === place ? change(entry) : entry));

describe('an audit that nobody touched', () => {
  it('is verified, with its checkpoints and what Salesforce holds of them', () => {
    const verdict = verdictOn(whole, { inCrm, healthy: [signer] });
    assert.deepEqual(verdict, {
      orgId: 'org-a',
      entries: 12,
      checkpoints: 2,
      head: entries.at(-1)!.hash,
      keyIds: [signer.keyId],
      uncovered,
      notes: [UNCOVERED],
    });
  });
  it('whose newest entry is signed has nothing that could be cut off', () => {
    const verdict = verdictOn(exportOf({ signer, checkpoints, entries: entries.slice(0, 10) }), {
      inCrm,
      healthy: [signer],
    });
    assert.deepEqual('notes' in verdict && [verdict.uncovered, verdict.notes], [
      { entries: 0 },
      [],
    ]);
  });
  it('is verified when it is empty, or has no checkpoint yet', () => {
    assert.ok('head' in verdictOn(exportOf({ signer, checkpoints: [], entries: [] })));
    assert.ok('head' in verdictOn(exportOf({ signer, checkpoints: [], entries })));
  });
  it('says what could not be checked', () => {
    const verdict = verdictOn(whole);
    assert.ok('notes' in verdict);
    assert.match(
      verdict.notes.join(),
      /Not compared with Salesforce.*keys the export itself brings/,
    );
  });
  it('whose newest checkpoint has not reached Salesforce yet says so', () => {
    const verdict = verdictOn(whole, { inCrm: inCrm.slice(0, 1), healthy: [signer] });
    assert.deepEqual('notes' in verdict && verdict.notes, [
      'Checkpoint 2 is not in Salesforce yet.',
      UNCOVERED,
    ]);
  });
});

describe('an entry', () => {
  it('that was changed is named', () => {
    const { message, position, kind } = faultOf({
      entries: changed(7, (entry) => ({ ...entry, action: 'ModeFailed' })),
    });
    assert.equal(
      message,
      'Entry 7 (ModeFailed, 2026-11-02T17:00:06.000Z) was changed: what it says does not match its hash.',
    );
    assert.deepEqual([position, kind], [7, 'changed']);
  });
  it('whose own hashes were made anew is betrayed by the next', () => {
    const fault = faultOf({
      entries: [
        ...entries.slice(0, 6),
        rechained(changed(7, (entry) => ({ ...entry, action: 'ModeFailed' })))[6]!,
        ...entries.slice(7),
      ],
    });
    assert.match(fault.message, /^Entry 8 .* does not follow entry 7/);
  });
  it('that was changed together with all hashes after it is betrayed by the checkpoint', () => {
    const fault = faultOf({
      entries: rechained(changed(7, (entry) => ({ ...entry, details: {} }))),
    });
    assert.deepEqual([fault.kind, fault.position], ['checkpoint_contradicted', 6]);
    assert.match(
      fault.message,
      /^Checkpoint 2 signed another entry 10 than the one that stands there: from entry 6 on/,
    );
  });
  it('that was deleted is named', () => {
    assert.equal(
      faultOf({ entries: without(7) }).message,
      'Entry 7 is missing: after entry 6 comes entry 8.',
    );
    assert.equal(
      faultOf({ entries: without(1) }).message,
      'Entry 1 is missing: the chain begins with entry 2.',
    );
  });
  it('that was doubled or inserted is named', () => {
    const doubled = faultOf({
      entries: [...entries.slice(0, 7), entries[6]!, ...entries.slice(7)],
    });
    assert.deepEqual([doubled.kind, doubled.position], ['inserted', 7]);
    const forged = { ...entries[7]!, auditId: 'forged' };
    const inserted = faultOf({ entries: [...entries.slice(0, 7), forged, ...entries.slice(7)] });
    assert.match(inserted.message, /^Entry 8 .* was changed/);
    const fitting = rechained([...entries.slice(0, 7), forged])[7]!;
    assert.match(
      faultOf({ entries: [...entries.slice(0, 7), fitting, ...entries.slice(7)] }).message,
      /^Entry 8 .* place 8 was taken already: it was inserted or doubled/,
    );
  });
  it('that changed places with another is named', () => {
    const { kind, position, message } = faultOf({ entries: swapped(6, 7) });
    assert.deepEqual([kind, position], ['reordered', 6]);
    assert.match(message, /^Entry 6 .* is not in its place/);
  });
  it('of another org is named', () => {
    assert.equal(
      faultOf({ entries: changed(3, () => sampleChain(5, 'org-b')[2]!) }).message,
      'Entry 3 belongs to org org-b, not to org-a.',
    );
    assert.equal(faultOf({ entries: sampleChain(12, 'org-b') }).kind, 'foreign');
  });
  it('whose personal data was changed is named', () => {
    const fault = faultOf({
      entries: changed(2, (entry) => ({
        ...entry,
        personal: { 'reason.note': { ...entry.personal['reason.note']!, value: 'Never asked.' } },
      })),
    });
    assert.match(fault.message, /^The reason.note beside Entry 2 .* was changed/);
  });
});

describe('the tail of the audit', () => {
  it('cut off behind a checkpoint is missed by the checkpoint', () => {
    const fault = faultOf({ entries: entries.slice(0, 8) });
    assert.equal(
      fault.message,
      'The chain ends with entry 8, but Checkpoint 2 signed entry 10: entry 9 and what came after it were cut off.',
    );
  });
  it('cut off together with the checkpoint is missed by Salesforce', () => {
    const fault = faultOf(
      { entries: entries.slice(0, 8), checkpoints: checkpoints.slice(0, 1) },
      { inCrm, healthy: [signer] },
    );
    assert.equal(
      fault.message,
      'The chain ends with entry 8, but Salesforce’s checkpoint 2 signed entry 10: entry 9 and what came after it were cut off.',
    );
  });
  it('cut off wholly is missed', () => {
    assert.deepEqual(faultOf({ entries: [] }).kind, 'truncated');
  });
  it('cut off in the file is missed by the line that ends an export', () => {
    const fault = verdictOn(whole.slice(0, -2));
    assert.match(
      'message' in fault ? fault.message : '',
      /^The export ends in the middle|were cut off/,
    );
  });
});

describe('a checkpoint', () => {
  const other = newSigner();
  const cases: [string, Parameters<typeof faultOf>[0], RegExp, ExportReading?][] = [
    ['that was deleted', { checkpoints: checkpoints.slice(1) }, /^Checkpoint 1 is missing/],
    [
      'that changed places with another',
      { checkpoints: checkpoints.toReversed() },
      /^Checkpoint 1 is missing or out of its place/,
    ],
    [
      'whose word was swapped with another’s',
      {
        checkpoints: [
          {
            ...checkpoints[0]!,
            statement: checkpoints[1]!.statement,
            signature: checkpoints[1]!.signature,
          },
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was swapped: what was signed is checkpoint 2/,
    ],
    [
      'whose word was changed',
      {
        checkpoints: [
          {
            ...checkpoints[0]!,
            statement: checkpoints[0]!.statement.replace('"position":5', '"position":4'),
          },
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was changed: its signature does not match/,
    ],
    [
      'of another org',
      { checkpoints: [checkpointAt(signer, sampleChain(5, 'org-b')[4]!, 1), checkpoints[1]!] },
      /^Checkpoint 1 belongs to org org-b/,
    ],
    [
      'of a key that the reader does not trust',
      {},
      /^Checkpoint 1 is signed with the key .*, which is not among those you trust/,
      { healthy: [other] },
    ],
    [
      'of a key that is not the one of its name',
      {
        checkpoints: [
          checkpointAt({ ...other, keyId: signer.keyId }, entries[4]!, 1),
          checkpoints[1]!,
        ],
      },
      /^Checkpoint 1 was changed/,
    ],
    [
      'on a history that was rewritten',
      { entries: rechained(changed(2, (entry) => ({ ...entry, result: 'refused' }))) },
      /^Checkpoint 1 signed another entry 5/,
    ],
  ];
  for (const [what, parts, message, reading] of cases)
    it(`${what} is found`, () => assert.match(faultOf(parts, reading).message, message));

  it('that was made anew with the stolen key is found in Salesforce', () => {
    const rewritten = rechained(changed(2, (entry) => ({ ...entry, result: 'refused' })));
    const parts = {
      entries: rewritten,
      checkpoints: [checkpointAt(signer, rewritten[4]!, 1), checkpointAt(signer, rewritten[9]!, 2)],
    };
    assert.ok('head' in verdictOn(exportOf({ signer, ...parts })), 'nothing here alone can tell');
    assert.match(
      faultOf(parts, { inCrm }).message,
      /^Checkpoint 1 says something else in Salesforce/,
    );
  });
  it('that was deleted in Salesforce, or forged there, is found', () => {
    assert.match(
      faultOf({}, { inCrm: inCrm.slice(1) }).message,
      /^Checkpoint 1 is not in Salesforce, though later ones are/,
    );
    assert.match(
      faultOf({}, { inCrm: [{ ...inCrm[0]!, signature: inCrm[1]!.signature }, inCrm[1]!] }).message,
      /in Salesforce bears no valid signature/,
    );
    assert.match(
      faultOf({}, { inCrm: [inCrm[0]!, inCrm[0]!, inCrm[1]!] }).message,
      /in Salesforce twice/,
    );
  });
});

describe('personal data that was erased', () => {
  const blank = (chain: ChainedEntry[], places: number[], erasedBy: string) =>
    chain.map((entry) =>
      places.includes(entry.position)
        ? {
            ...entry,
            personal: Object.fromEntries(
              Object.entries(entry.personal).map(([name, { commitment }]) => [
                name,
                { commitment, erasedBy },
              ]),
            ),
          }
        : entry,
    );
  const fields = [
    { position: 2, name: 'reason.note' },
    { position: 5, name: 'reason.note' },
  ];
  const erasure = auditEntry({
    orgId: 'org-a',
    auditId: 'erasure',
    action: 'PersonErased',
    details: { fields: 2, digest: digestOfErased(fields) },
  });
  const facts = entries.map(
    ({ v: _v, position: _p, previous: _pr, contentHash: _c, hash: _h, personal, ...fact }) => ({
      ...fact,
      personal: Object.entries(personal).map(([name, field]) => ({
        name,
        value: 'value' in field ? field.value : '',
        subjects: [],
      })),
    }),
  );
  const erased = chained([...facts, erasure]);
  const faults = (chain: ChainedEntry[]) =>
    verdictOn(exportOf({ signer, checkpoints: [], entries: chain }));

  it('leaves the chain verifiable', () =>
    assert.ok('head' in faults(blank(erased, [2, 5], 'erasure'))));
  it('without an erasure that tells of it is found', () => {
    const fault = faults(blank(erased, [2, 5, 8], 'nobody'));
    assert.deepEqual(
      'message' in fault && fault.message,
      'The reason.note beside entry 2 is gone, and no erasure tells of it.',
    );
  });
  it('beyond what the erasure tells is found', () => {
    const fault = faults(blank(erased, [2, 5, 8], 'erasure'));
    assert.match(
      'message' in fault ? fault.message : '',
      /^The reason.note beside entry 2 is gone, and the erasure in entry 13 was of other fields/,
    );
  });
  it('only in word is found', () => {
    const fault = faults(erased);
    assert.match(
      'message' in fault ? fault.message : '',
      /^Entry 13 tells of an erasure of 2 fields, but all are there/,
    );
  });
});

describe('any corruption of an export', function corruption() {
  this.timeout(300_000);

  const text = whole.join('\n');
  const first = text.indexOf('{"action"');
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const entryLines = whole.flatMap((line, i) => (line.includes('"type":"entry"') ? [i] : []));

  it('of one byte of any entry is found, and the entry is named', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: text.lastIndexOf('\n') - 1 }),
        fc.integer({ min: 32, max: 126 }),
        (offset, code) => {
          const byte = String.fromCharCode(code);
          fc.pre(text[offset] !== byte && text[offset] !== '\n');
          const verdict = verdictOn(
            (text.slice(0, offset) + byte + text.slice(offset + 1)).split('\n'),
          );
          assert.ok(
            'message' in verdict,
            `nothing was found at ${offset}: ${text.slice(offset - 20, offset + 20)}`,
          );
          const touched = lineOf(offset) - entryLines[0]!;
          // A hash that was changed may only show in the entry that bears it; nothing shows later
          // than
          // the entry itself.
          assert.ok(
            verdict.position !== undefined && verdict.position <= touched + 1,
            `${verdict.message} was said of a change in entry ${touched}`,
          );
        },
      ),
      { numRuns: 1_500, seed: 20261121 },
    );
  });

  it('of any field of any entry, with the file written anew around it, is found and named', () => {
    const entry = fc.integer({ min: 1, max: entries.length });
    fc.assert(
      fc.property(
        entry,
        fc.integer({ min: 0, max: 30 }),
        fc.string({ minLength: 1 }),
        (place, pick, value) => {
          const original = entries[place - 1]!;
          const name = Object.keys(original)[pick % Object.keys(original).length]!;
          fc.pre(value !== (original as unknown as Record<string, unknown>)[name]);
          const fault = faultOf({ entries: changed(place, (one) => ({ ...one, [name]: value })) });
          assert.ok(fault.position !== undefined, fault.message);
          // A place that was changed shows as the entry that is missing there, or the one that is
          // there
          // twice.
          if (name !== 'position') assert.equal(fault.position, place, `${name}: ${fault.message}`);
        },
      ),
      { numRuns: 500, seed: 20261121 },
    );
  });

  it('that changes how an entry is written, though not what it says, is found and named', () => {
    const place = 5;
    const line = entryLines[place - 1]!;
    for (const written of [
      whole[line]!.replace(',', ', '),
      whole[line]!.replace('{', '{"action":"Other",'),
      whole[line]!.replace('"ModeRequested"', '"\\u004dodeRequested"'),
    ]) {
      assert.notEqual(written, whole[line]);
      const verdict = verdictOn(whole.map((text, i) => (i === line ? written : text)));
      assert.ok('message' in verdict && verdict.position === place, JSON.stringify(verdict));
    }
  });

  it('that spells a signature otherwise is found', () => {
    const { signature } = checkpoints[0]!;
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/']
      .map((last) => signature.replace(/.==$/, `${last}==`))
      .filter(
        (other) =>
          other !== signature &&
          Buffer.from(other, 'base64').equals(Buffer.from(signature, 'base64')),
      );
    assert.ok(spellings.length > 0);
    assert.match(
      faultOf({ checkpoints: [{ ...checkpoints[0]!, signature: spellings[0]! }, checkpoints[1]!] })
        .message,
      /^Checkpoint 1 was changed/,
    );
  });

  it('by deleting, doubling, moving or cutting entries is found', () => {
    const places = fc.integer({ min: 0, max: entries.length - 1 });
    fc.assert(
      fc.property(
        places,
        places,
        fc.constantFrom('delete', 'double', 'move', 'swap', 'cut'),
        (a, b, how) => {
          const list = [...entries];
          if (how === 'delete') list.splice(a, 1);
          if (how === 'double') list.splice(b, 0, entries[a]!);
          if (how === 'move') list.splice(b, 0, ...list.splice(a, 1));
          if (how === 'swap') [list[a], list[b]] = [list[b]!, list[a]!];
          if (how === 'cut') list.length = a;
          fc.pre(list.some((entry, i) => entry !== entries[i]) || list.length < 10);
          // What comes after the last checkpoint can be cut, and only that.
          fc.pre(!(list.length >= 10 && list.every((entry, i) => entry === entries[i])));
          faultOf({ entries: list });
        },
      ),
      { numRuns: 500, seed: 20261121 },
    );
  });
});

describe('the canonical form', () => {
  it('is the one of RFC 8785', () => {
    // The example of section 3.2.3 of the RFC: sorted by UTF-16 code units.
    const sorted = canonicalJson({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    });
    assert.deepEqual(
      [...sorted.matchAll(/:"([^"]+)"/g)].map((match) => match[1]),
      [
        'Carriage Return',
        'One',
        'Control',
        'Latin Small Letter O With Diaeresis',
        'Euro Sign',
        'Emoji: Grinning Face',
        'Hebrew Letter Dalet With Dagesh',
      ],
    );
    assert.equal(
      canonicalJson({
        numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0],
        literals: [null, true, false],
      }),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0]}',
    );
  });
  it('is the same for any order of keys, and another for another value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        assert.equal(canonicalJson(JSON.parse(text)), text);
      }),
      { seed: 20261121 },
    );
    assert.equal(
      canonicalJson({ b: 1, a: undefined, c: [null] }),
      canonicalJson({ c: [null], b: 1 }),
    );
  });
  for (const [what, value] of [
    ['a lone surrogate', '\ud800'],
    ['a number without end', Infinity],
    ['a function', () => 1],
  ] as const) {
    it(`does not exist for ${what}`, () =>
      assert.throws(() => canonicalJson({ value }), /has no canonical form/));
  }
});
