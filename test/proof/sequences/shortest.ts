import type { Sequence } from './happenings.ts';

/** Leaves out whatever the violation does not need, until nothing more can go. */
export async function shortest(sequence: Sequence, still: (sequence: Sequence) => Promise<boolean>): Promise<Sequence> {
  for (let i = 0; i < sequence.moments.length; ) {
    const without = { ...sequence, moments: sequence.moments.toSpliced(i, 1) };
    if (await still(without)) [sequence, i] = [without, 0];
    else i += 1;
  }
  for (const who of sequence.monitoring) {
    const without = { ...sequence, monitoring: sequence.monitoring.filter((one) => one !== who) };
    if (await still(without)) sequence = without;
  }
  return sequence;
}
