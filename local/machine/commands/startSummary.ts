import { BOUNDARIES, type Boundary, type Reality } from '../settings/boundaries.ts';

/** A page to open. */
export interface Addresses {
  readonly label: string;
  readonly url: string;
}

/** The lines shown in the terminal when everything runs. */
export function summary({
  addresses,
  reality,
  logsDir,
  elapsed,
}: {
  addresses: readonly Addresses[];
  reality: Reality;
  logsDir: string;
  elapsed: string;
}): string[] {
  const boundaries = Object.keys(BOUNDARIES) as Boundary[];
  const what = (boundary: Boundary) =>
    `${reality[boundary].padEnd(6)} ${BOUNDARIES[boundary][reality[boundary]]}`;
  return [
    '',
    `Dealside is up after ${elapsed}.`,
    '',
    ...rows(addresses.map(({ label, url }) => [label, url])),
    '',
    ...rows(boundaries.map((boundary) => [BOUNDARIES[boundary].label, what(boundary)])),
    '',
    `  Logs in ${logsDir}`,
    '  Ctrl-C stops everything.',
    '',
  ];
}

function rows(pairs: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...pairs.map(([label]) => label.length));
  return pairs.map(([label, text]) => `  ${label.padEnd(width)}  ${text}`);
}
