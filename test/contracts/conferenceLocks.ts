import assert from 'node:assert/strict';
import type { ConferenceLocks } from '../../server/ports/index.ts';
import { until } from '../support/until.ts';

/** What holds of turns, whoever of the process, or of another, asks for them. */
export function turnsContract(here: () => ConferenceLocks, there: () => ConferenceLocks): void {
  const LONG_MS = 20_000;

  it('come one at a time at a place', async () => {
    const end = (await here().acquire('CF1', LONG_MS))!;
    let isHad = false;
    const next = there()
      .acquire('CF1', LONG_MS)
      .then((turn) => ((isHad = true), turn!));
    const elsewhere = await there().acquire('CF2', LONG_MS);
    assert.equal(isHad, false);
    elsewhere!();
    end();
    (await next)();
  });

  it('are now or not at all for whoever cannot wait', async () => {
    const end = (await here().acquire('CF1', LONG_MS))!;
    assert.equal(await there().acquire('CF1', 0), undefined);
    end();
    const isFree = await until('the turn is free', () => there().acquire('CF1', 0));
    isFree();
  });

  it('do not come to whoever has waited long enough', async () => {
    const end = (await here().acquire('CF1', LONG_MS))!;
    assert.equal(await there().acquire('CF1', 30), undefined);
    end();
    (await there().acquire('CF1', LONG_MS))!();
  });

  it('are ended once, however often that is said', async () => {
    const end = (await here().acquire('CF1', LONG_MS))!;
    end();
    const next = (await here().acquire('CF1', LONG_MS))!;
    end();
    assert.equal(await there().acquire('CF1', 0), undefined);
    next();
  });

  it('never overlap, however many want them', async () => {
    let acting = 0;
    const seen: number[] = [];
    await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const end = (await (i % 2 ? here() : there()).acquire('CF3', LONG_MS))!;
        seen.push(++acting);
        await new Promise(setImmediate);
        acting -= 1;
        end();
      }),
    );
    assert.deepEqual(
      seen,
      Array.from({ length: 12 }, () => 1),
    );
  });
}
