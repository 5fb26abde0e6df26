import type { Settings } from './settings.ts';

const ARGUMENT = '--instances';
const MOST_INSTANCES = 8;
const HIGHEST_PORT = 65_535;

/**
 * Reads `--instances 2` of npm start. Returns the port of each server behind the balancer, which
 * has the server's own port; none if one server runs alone. Returns a fault for an impossible
 * number.
 */
export function readInstances(
  argv: readonly string[],
  { carrier }: Settings['ports'],
): { instancePorts: number[] } | { fault: string } {
  const at = argv.findIndex((one) => one === ARGUMENT || one.startsWith(`${ARGUMENT}=`));
  if (at < 0) return { instancePorts: [] };
  const given = argv[at]!.split('=')[1] ?? argv[at + 1] ?? '';
  const instances = Number(given);
  if (!/^\d+$/.test(given) || instances < 1 || instances > MOST_INSTANCES)
    return {
      fault: `${ARGUMENT} must be followed by how many servers to run, from 1 to ${MOST_INSTANCES}; it is ${JSON.stringify(given)}`,
    };
  if (carrier + instances > HIGHEST_PORT)
    return {
      fault: `${ARGUMENT} ${given} needs ${instances} more ports above ${carrier}; set a lower DEALSIDE_PORT`,
    };
  const count = instances === 1 ? 0 : instances;
  return { instancePorts: Array.from({ length: count }, (_unused, i) => carrier + 1 + i) };
}
