import assert from 'node:assert/strict';
import type { Context } from 'koa';
import { refusal, type RefusalCode } from '../../../server/domain/call/refusals.ts';
import { Refused } from '../../../server/http/errors.ts';
import { createLimits, type Limits, type LimitSettings } from '../../../server/http/limits.ts';

const MAYA = { orgId: 'o-1', userId: 'maya' };
const NAMESAKE = { orgId: 'o-2', userId: 'maya' };
const RAVI = { orgId: 'o-1', userId: 'ravi' };

describe('the limits of requests', () => {
  const limits = (more: Partial<LimitSettings> = {}): Limits =>
    createLimits({ perPerson: 3, perOrg: 100, strangersPerAddress: 3, feedsPerPerson: 2, ...more });
  const context = (ip = '10.0.0.1') => {
    const headers = new Map<string, string>();
    return {
      ctx: {
        ip,
        set: (name: string, value: string) => headers.set(name, value),
        state: {},
      } as unknown as Context,
      headers,
    };
  };
  async function code(asked: Promise<unknown> | (() => unknown)): Promise<string> {
    try {
      await (typeof asked === 'function' ? asked() : asked);
      return 'passed';
    } catch (error) {
      assert.ok(error instanceof Refused, String(error));
      return error.refusal.code;
    }
  }

  it('stop a person who asks too often, say for how long, and nobody else', async () => {
    const of = limits();
    const { ctx, headers } = context();
    for (let i = 0; i < 3; i += 1) assert.equal(await code(of.ofPerson(ctx, MAYA)), 'passed');
    assert.equal(await code(of.ofPerson(ctx, MAYA)), 'rate_limited');
    assert.match(headers.get('retry-after')!, /^([1-9]|[1-5]\d|60)$/);
    assert.deepEqual(
      [await code(of.ofPerson(ctx, RAVI)), await code(of.ofPerson(ctx, NAMESAKE))],
      ['passed', 'passed'],
    );
  });

  it('stop an org whose people ask too much together, and not the other', async () => {
    const of = limits({ perPerson: 100, perOrg: 3 });
    const { ctx } = context();
    for (const who of [MAYA, RAVI, MAYA]) assert.equal(await code(of.ofPerson(ctx, who)), 'passed');
    assert.deepEqual(
      [await code(of.ofPerson(ctx, RAVI)), await code(of.ofPerson(ctx, NAMESAKE))],
      ['rate_limited', 'passed'],
    );
  });

  it('stop too many live feeds of one person; one that closes makes room', async () => {
    const of = limits();
    const { ctx } = context();
    const close = of.openFeed(ctx, MAYA);
    of.openFeed(ctx, MAYA);
    assert.equal(await code(() => of.openFeed(ctx, MAYA)), 'rate_limited');
    assert.equal(await code(() => of.openFeed(ctx, NAMESAKE)), 'passed');
    close();
    assert.equal(await code(() => of.openFeed(ctx, MAYA)), 'passed');
  });

  const refusing = (why: RefusalCode) => async () => {
    throw new Refused(refusal(why));
  };

  it('tell an address to wait that keeps proving nothing, each time that it fails again', async () => {
    const of = limits();
    for (const why of [
      'token_signature_invalid',
      'not_authenticated',
      'signature_invalid',
    ] as const)
      assert.equal(await code(of.ofStrangers(context().ctx, refusing(why))), why);
    for (const why of ['token_signature_invalid', 'link_used'] as const) {
      const { ctx, headers } = context();
      assert.equal(await code(of.ofStrangers(ctx, refusing(why))), 'rate_limited');
      assert.match(headers.get('retry-after')!, /^([1-9]|[1-5]\d|60)$/);
    }
    assert.equal(
      await code(of.ofStrangers(context('10.0.0.2').ctx, refusing('link_used'))),
      'link_used',
    );
  });

  it('let through what proves itself, whatever strangers at its address did', async () => {
    const of = limits();
    for (let i = 0; i < 300; i += 1)
      await code(of.ofStrangers(context().ctx, refusing('signature_invalid')));
    assert.equal(await code(of.ofStrangers(context().ctx, async () => undefined)), 'passed');
    assert.equal(
      await code(of.ofStrangers(context().ctx, refusing('out_of_scope'))),
      'out_of_scope',
    );
  });

  it('do not count what people of ours are refused, nor sessions that have merely expired', async () => {
    const of = limits();
    for (let i = 0; i < 9; i += 1)
      assert.equal(
        await code(
          of.ofStrangers(context().ctx, refusing(i % 2 ? 'token_expired' : 'out_of_scope')),
        ),
        i % 2 ? 'token_expired' : 'out_of_scope',
      );
    assert.equal(await code(of.ofStrangers(context().ctx, async () => undefined)), 'passed');
  });
});
