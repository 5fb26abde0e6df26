import assert from 'node:assert/strict';
import {
  beginPinAttempt,
  DEFAULT_STEP_UP,
  type Pin,
} from '../../../../server/domain/stepUp/pin.ts';
import { createPinHash } from '../../../../server/passkeys/pinHash.ts';
import { createOneTimeSecrets } from '../../../../server/store/stepUp/oneTimeSecrets.ts';
import { createPasskeys } from '../../../../server/store/stepUp/passkeys.ts';
import { createPins } from '../../../../server/store/stepUp/pins.ts';
import { startAuditStage, auditEntry, type AuditStage } from '../../../support/auditStage.ts';
import { at, ORG } from '../../../support/builders.ts';

const MAYA = { orgId: ORG, userId: 'maya' };
const NAMESAKE = { orgId: 'another', userId: 'maya' };
const PIN: Pin = { hash: 'h', setAt: at(0), failures: 0, locks: 0 };

describe('the hash of a PIN', function () {
  this.timeout(300_000);
  it('matches the PIN it was made of and no other, and is salted', async () => {
    const hash = createPinHash();
    const [one, two] = await Promise.all([hash.of('482913'), hash.of('482913')]);
    assert.notEqual(one, two);
    assert.deepEqual(
      await Promise.all([
        hash.matches('482913', one),
        hash.matches('482913', two),
        hash.matches('482914', one),
        hash.matches('', one),
      ]),
      [true, true, false, false],
    );
    assert.match(one, /^scrypt\$32768\$8\$3\$/);
    assert.ok(!one.includes('482913'));
  });

  it('is read by the parameters it was made with, not by those of today', async () => {
    const old = await createPinHash({ N: 1024, r: 8, p: 1 }).of('482913');
    assert.equal(await createPinHash().matches('482913', old), true);
  });

  it('of another kind matches nothing', async () =>
    assert.equal(await createPinHash().matches('482913', 'md5$482913'), false));
});

describe('step-up in PostgreSQL', () => {
  let stage: AuditStage;
  before(async () => {
    stage = await startAuditStage();
  });
  after(() => stage.stop());
  beforeEach(() =>
    stage.store.pool.query('delete from "Pin"; delete from "Passkey"; delete from "OneTimeSecret"'),
  );

  describe('a PIN', () => {
    it('is kept per person and org, with its audit', async () => {
      const pins = createPins(stage.store.pool);
      const entry = auditEntry({ action: 'PinSet' });
      const kept: Pin = { ...PIN, failures: 2, locks: 1, lockedUntil: at(5), provedUntil: at(9) };
      await pins.change(MAYA, () => ({ pin: kept, audit: [entry], answer: 0 }));
      assert.deepEqual([await pins.load(MAYA), await pins.load(NAMESAKE)], [kept, undefined]);
      assert.equal(
        (await stage.store.findAudit({ orgId: ORG })).filter(
          ({ auditId }) => auditId === entry.auditId,
        ).length,
        1,
      );
      await pins.change(MAYA, () => ({ pin: 'removed', audit: [], answer: 0 }));
      assert.equal(await pins.load(MAYA), undefined);
    });

    it('counts each of many tries at once, so that guessing in parallel wins nothing', async () => {
      const pins = createPins(stage.store.pool);
      await pins.change(MAYA, () => ({ pin: PIN, audit: [], answer: 0 }));
      const tries = await Promise.all(
        Array.from({ length: 12 }, () =>
          pins.change(MAYA, (pin) => {
            const begun = beginPinAttempt(pin, DEFAULT_STEP_UP, at(1));
            return 'refusal' in begun
              ? { audit: [], answer: 'refused' }
              : { pin: begun.pin, audit: [], answer: 'judged' };
          }),
        ),
      );
      assert.equal(
        tries.filter((answer) => answer === 'judged').length,
        DEFAULT_STEP_UP.pinAttempts,
      );
    });

    it('is not written when its audit cannot be', async () => {
      const pins = createPins(stage.store.pool);
      await assert.rejects(
        pins.change(MAYA, () => ({
          pin: PIN,
          audit: [{ ...auditEntry(), at: 'never' }],
          answer: 0,
        })),
      );
      assert.equal(await pins.load(MAYA), undefined);
    });
  });

  describe('a passkey', () => {
    const KEY = {
      credentialId: 'cred-1',
      publicKey: new Uint8Array([1, 2, 250]),
      counter: 7,
      transports: ['internal'],
      createdAt: at(0),
    };
    const use = { credentialId: 'cred-1', counter: 8, before: 7, at: at(1), provedUntil: at(600) };

    it('is kept per person and org', async () => {
      const passkeys = createPasskeys(stage.store.pool);
      await passkeys.add(MAYA, KEY, []);
      assert.deepEqual([await passkeys.of(MAYA), await passkeys.of(NAMESAKE)], [[KEY], []]);
    });

    it('that was used counts for a while, and its counter goes up', async () => {
      const passkeys = createPasskeys(stage.store.pool);
      await passkeys.add(MAYA, KEY, []);
      assert.equal(await passkeys.used(MAYA, use, []), true);
      const [{ counter, lastUsedAt }] = (await passkeys.of(MAYA)) as [
        typeof KEY & { lastUsedAt: string },
      ];
      assert.deepEqual(
        [
          counter,
          lastUsedAt,
          await passkeys.provedUntil(MAYA),
          await passkeys.provedUntil(NAMESAKE),
        ],
        [8, at(1), at(600), undefined],
      );
    });

    it('is not used twice by one count, nor in the name of somebody else', async () => {
      const passkeys = createPasskeys(stage.store.pool);
      await passkeys.add(MAYA, KEY, []);
      assert.equal(await passkeys.used(NAMESAKE, use, []), false);
      assert.deepEqual(
        (await Promise.all([passkeys.used(MAYA, use, []), passkeys.used(MAYA, use, [])])).sort(),
        [false, true],
      );
    });

    it('is removed by its owner alone, one or all', async () => {
      const passkeys = createPasskeys(stage.store.pool);
      await passkeys.add(MAYA, KEY, []);
      await passkeys.add(MAYA, { ...KEY, credentialId: 'cred-2' }, []);
      assert.equal(await passkeys.remove(NAMESAKE, 'cred-1', []), 0);
      assert.equal(await passkeys.remove(MAYA, 'cred-1', []), 1);
      assert.equal(await passkeys.remove(MAYA, undefined, []), 1);
    });
  });

  describe('a one-time secret', () => {
    const entry = { ...MAYA, purpose: 'live' as const, expiresAt: at(30), data: { a: 'b' } };
    const secrets = () => createOneTimeSecrets(stage.store.pool);

    it('works once, for its purpose, even when many ask at once', async () => {
      await secrets().store('s-1', entry);
      assert.equal(await secrets().redeem('s-1', 'passkey-link', at(1)), undefined);
      const taken = await Promise.all(
        Array.from({ length: 8 }, () => secrets().redeem('s-1', 'live', at(1))),
      );
      assert.deepEqual(taken.filter(Boolean), [{ ...MAYA, data: { a: 'b' } }]);
    });

    it('does not work when its time is over, nor afterwards', async () => {
      await secrets().store('s-2', { ...entry, expiresAt: '2999-01-01T00:00:00.000Z' });
      assert.equal(await secrets().redeem('s-2', 'live', '2999-01-01T00:00:00.000Z'), undefined);
      assert.equal(await secrets().redeem('s-2', 'live', at(1)), undefined);
    });

    it('is not in the database in words', async () => {
      await secrets().store('s-3-in-words', entry);
      const { rows } = await stage.store.pool.query<{ row: string }>(
        'select to_jsonb(s)::text as row from "OneTimeSecret" s',
      );
      assert.ok(rows.length > 0 && rows.every(({ row }) => !row.includes('s-3-in-words')));
    });
  });
});
