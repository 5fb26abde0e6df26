import type { WriteResult } from '../../server/ports/index.ts';

/** One write of a method that takes many: throws its problem. */
export async function written(results: Promise<readonly WriteResult[]>): Promise<void> {
  const [problem] = await results;
  if (problem) throw problem;
}
