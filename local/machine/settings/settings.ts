import { resolve } from 'node:path';
import { fromRoot } from '../files/paths.ts';

/** The DEALSIDE_… variables. */
export interface Settings {
  readonly ports: Ports;
  readonly dataDir: string;
  readonly demo: boolean;
}

/** The port of each process. */
interface Ports {
  readonly server: number;
  readonly org: number;
  readonly carrier: number;
}

const DEFAULT_PORT = 8430;
const HIGHEST_PORT = 65535 - 2;

/** Reads the DEALSIDE_… variables; returns a line for every fault. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  cwd = process.cwd(),
): { settings: Settings } | { faults: string[] } {
  const faults: string[] = [];
  const given = env.DEALSIDE_PORT?.trim();
  const port = given ? Number(given) : DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 1024 || port > HIGHEST_PORT) {
    faults.push(
      `DEALSIDE_PORT must be a whole number from 1024 to ${HIGHEST_PORT}, and the two ports above it are used too; it is ${JSON.stringify(given)}`,
    );
  }
  const demo = env.DEALSIDE_DEMO ?? 'on';
  if (demo !== 'on' && demo !== 'off')
    faults.push(`DEALSIDE_DEMO must be on or off; it is ${JSON.stringify(demo)}`);
  if (faults.length > 0) return { faults };
  const dataDir = env.DEALSIDE_DATA?.trim()
    ? resolve(env.INIT_CWD ?? cwd, env.DEALSIDE_DATA.trim())
    : fromRoot('.dealside', String(port));
  return {
    settings: {
      ports: { server: port, org: port + 1, carrier: port + 2 },
      dataDir,
      demo: demo === 'on',
    },
  };
}
