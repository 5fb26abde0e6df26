import assert from 'node:assert/strict';
import type { CarrierProblem } from '../../../../server/ports/index.ts';
import { withRetries, toCarrierProblem } from '../../../../server/telephony/client/errors.ts';

const twilioError = (status: number, code: number, message = 'no') =>
  Object.assign(new Error(message), { status, code });
const netError = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

describe('a failure', () => {
  for (const [error, kind] of [
    [twilioError(404, 20404), 'gone'],
    [twilioError(400, 16027), 'refused'],
    [twilioError(400, 16028), 'refused'],
    [twilioError(400, 20001), 'refused'],
    [twilioError(401, 20003), 'refused'],
    [twilioError(429, 20429), 'unavailable'],
    [twilioError(500, 20500), 'unavailable'],
    [twilioError(503, 20503), 'unavailable'],
    [netError('ECONNREFUSED'), 'unavailable'],
    [netError('ECONNABORTED'), 'unavailable'],
    [new Error('socket hang up'), 'unavailable'],
  ] as const) {
    it(`${'status' in error ? `as HTTP ${error.status} with ${error.code}` : `as “${error.message}”`} is ${kind}`, () => {
      assert.equal(toCarrierProblem(error).kind, kind);
    });
  }

  it('keeps the carrier’s code', () => {
    assert.equal(toCarrierProblem(twilioError(400, 16027)).code, '16027');
  });

  it('loses the phone number it quotes', () => {
    const { message } = toCarrierProblem(
      twilioError(400, 21211, 'The phone number +14155550142 is not valid'),
    );
    assert.equal(message, 'The phone number (number) is not valid');
  });
});

describe('a request to the carrier', () => {
  /** Fails with each of these in turn and then succeeds; answers how often it was sent. */
  async function sent(
    errors: Error[],
    repeatable = true,
  ): Promise<{ times: number; outcome: string }> {
    let times = 0;
    const outcome = await withRetries(
      async () => {
        const error = errors[times++];
        if (error) throw error;
        return 'done';
      },
      { pause: async () => undefined, repeatable },
    ).catch((problem: CarrierProblem) => problem.kind);
    return { times, outcome };
  }

  it('that was not processed is repeated', async () => {
    assert.deepEqual(await sent([twilioError(429, 20429), netError('ECONNREFUSED')], false), {
      times: 3,
      outcome: 'done',
    });
  });

  it('is repeated when the carrier says to come back, not before, and not if that is long', async () => {
    const paused: number[] = [];
    const busy = (retryAfterMs?: number) =>
      Object.assign(twilioError(429, 20429), {
        details: retryAfterMs === undefined ? undefined : { retryAfterMs },
      });
    const ask = async (error: Error) => {
      let isBusy = true;
      return withRetries(
        async () => {
          if (!isBusy) return 'done';
          isBusy = false;
          throw error;
        },
        { pause: async (ms) => void paused.push(ms), repeatable: true, random: () => 1 },
      ).catch((problem: CarrierProblem) => problem.kind);
    };
    assert.deepEqual(
      [await ask(busy()), await ask(busy(1_000)), await ask(busy(30_000))],
      ['done', 'done', 'unavailable'],
    );
    assert.deepEqual(paused, [300, 1_000]);
  });

  it('is not repeated when something newer was asked for meanwhile', async () => {
    let times = 0;
    const refused = await withRetries(
      () => {
        times += 1;
        return Promise.reject(twilioError(429, 20429));
      },
      { pause: async () => undefined, repeatable: true, isStillWanted: async () => false },
    ).catch((problem: CarrierProblem) => problem.kind);
    assert.deepEqual([times, refused], [1, 'unavailable']);
  });

  it('that was cut off is repeated when that is harmless', async () => {
    assert.deepEqual(await sent([netError('ECONNRESET'), netError('EPIPE')]), {
      times: 3,
      outcome: 'done',
    });
  });

  it('that was cut off is not repeated when a phone might ring twice', async () => {
    assert.deepEqual(await sent([netError('ECONNRESET')], false), {
      times: 1,
      outcome: 'unavailable',
    });
  });

  it('that the carrier is slow with, or fails, is not repeated', async () => {
    assert.deepEqual(await sent([netError('ECONNABORTED')]), { times: 1, outcome: 'unavailable' });
    assert.deepEqual(await sent([twilioError(500, 20500)]), { times: 1, outcome: 'unavailable' });
  });

  it('that is refused is not repeated', async () => {
    assert.deepEqual(await sent([twilioError(400, 16028)]), { times: 1, outcome: 'refused' });
  });

  it('is given up after three times', async () => {
    const busy = twilioError(429, 20429);
    assert.deepEqual(await sent([busy, busy, busy]), { times: 3, outcome: 'unavailable' });
  });
});
