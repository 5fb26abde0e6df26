/** Numbers from 0 to 1 that are the same for the same seed (Park and Miller 1988). */
export function chances(seed: number): () => number {
  let state = ((seed * 7919) % 2_147_483_646) + 1;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  // The first numbers of neighbouring seeds are neighbours, too.
  for (let spun = 0; spun < 10; spun += 1) next();
  return next;
}
