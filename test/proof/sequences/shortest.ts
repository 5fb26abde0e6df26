import type { Sequence } from './happenings.ts';

/** Removes moments and supervisors as long as the violation still occurs. */
export async function shortest(
  sequence: Sequence,
  stillFails: (sequence: Sequence) => Promise<boolean>,
): Promise<Sequence> {
  for (let i = 0; i < sequence.moments.length;) {
    const without = { ...sequence, moments: sequence.moments.toSpliced(i, 1) };
    if (await stillFails(without)) [sequence, i] = [without, 0];
    else i += 1;
  }
  for (const who of sequence.monitoring) {
    const without = { ...sequence, monitoring: sequence.monitoring.filter((one) => one !== who) };
    if (await stillFails(without)) sequence = without;
  }
  return sequence;
}
