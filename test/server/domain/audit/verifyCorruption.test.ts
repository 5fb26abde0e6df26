import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verdictOn } from '../../../support/auditChains.ts';
import { changed, checkpoints, entries, faultOf, whole } from './sampleAudit.ts';

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
          // than the entry itself.
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
          // A place that was changed shows as the entry that is missing there, or the one that
          // is there twice.
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
