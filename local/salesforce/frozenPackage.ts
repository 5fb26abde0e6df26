import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../machine/files/paths.ts';
import type { Facts, Manifest } from './packageManifest.ts';

/** The package of a version that orgs have, as it was at its commit. */
export interface FrozenPackage {
  readonly commit: string;
  readonly version: string;
  readonly sources: string;
  readonly parts: Manifest;
}

const FILE = fromRoot('test/upgrade/fixtures/package.jsonl');

/** The first line says which package it is, each other one is a part. */
export function readFrozenPackage(): FrozenPackage {
  const [head, ...parts] = readFileSync(FILE, 'utf8').trimEnd().split('\n');
  return {
    ...(JSON.parse(head!) as Omit<FrozenPackage, 'parts'>),
    parts: new Map(parts.map((line) => JSON.parse(line) as [string, Facts])),
  };
}

export function writeFrozenPackage({ parts, ...head }: FrozenPackage): void {
  const lines = [head, ...parts].map((line) => JSON.stringify(line));
  writeFileSync(FILE, `${lines.join('\n')}\n`);
}
