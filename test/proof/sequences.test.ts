import fc from 'fast-check';
import { inWords, sequences, type Sequence } from './sequences/happenings.ts';
import { play } from './sequences/play.ts';
import { shortest } from './sequences/shortest.ts';

const SEED = Number(process.env.PROOF_SEED ?? 20261121);
const RUNS = Number(process.env.PROOF_RUNS ?? 500);

describe('any sequence of joins, switches, holds, leaves and failures', function () {
  this.timeout(180_000);

  it(`leaves the customer connected and unheard by coaches, and the screen true: ${RUNS} sequences from seed ${SEED}`, async () => {
    const found = await fc.check(fc.asyncProperty(sequences, async (sequence) => {
      const { violations } = await play(sequence);
      if (violations.length > 0) throw new Error(violations.join('\n'));
    }), { seed: SEED, numRuns: RUNS, endOnFailure: true });
    if (found.failed) throw new Error(await storyOf(await shortest(found.counterexample![0], breaksARule), `seed ${SEED}, run ${found.numRuns}, path ${found.counterexamplePath}`));
  });
});

const breaksARule = async (sequence: Sequence) => (await play(sequence)).violations.length > 0;

async function storyOf(sequence: Sequence, origin: string): Promise<string> {
  const { violations, lines } = await play(sequence);
  return [violations.join('\n'), `The shortest sequence found (${origin}):`, inWords(sequence), 'What happened:', ...lines].join('\n');
}
