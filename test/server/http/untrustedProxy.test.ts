import assert from 'node:assert/strict';
import type { Context } from 'koa';
import {
  proxySettingMissing,
  untrustedProxy,
} from '../../../server/http/session/untrustedProxy.ts';
import { quietLog } from '../../support/quietLog.ts';

describe('a server that trusts no proxy', () => {
  const asked = async (forwarded: readonly string[]): Promise<string[]> => {
    const said: string[] = [];
    const watch = untrustedProxy({
      ...quietLog,
      warn: (facts, text) => void said.push(`${text}: ${JSON.stringify(facts)}`),
    });
    for (const header of forwarded)
      await watch({ get: () => header } as unknown as Context, async () => undefined);
    return said;
  };

  it('asks for TRUSTED_PROXIES, once, when requests come through one', async () => {
    const said = await asked(['', '203.0.113.7', '203.0.113.8']);
    assert.equal(said.length, 1);
    assert.match(said[0]!, /X-Forwarded-For, and no proxy is trusted.*set TRUSTED_PROXIES/);
  });

  it('says nothing when they do not', async () => assert.deepEqual(await asked(['', '']), []));

  it('asks for it at its start when browsers reach it by https, which it does not speak', () => {
    assert.equal(proxySettingMissing('https://calls.example.com', 0), true);
    assert.equal(proxySettingMissing('https://calls.example.com', 1), false);
    assert.equal(proxySettingMissing('http://localhost:8430', 0), false);
  });
});
