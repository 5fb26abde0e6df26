import assert from 'node:assert/strict';
import type { Drives } from './driven.ts';

export const TOKENS: Drives = {
  'POST /Tokens.json': async ({ client }) => {
    const { iceServers, ttl } = await client.tokens.create({ ttl: 600 });
    assert.equal(ttl, '600');
    assert.equal((iceServers as unknown[]).length, 3);
  },
};
