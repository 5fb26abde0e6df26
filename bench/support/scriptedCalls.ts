import { existsSync, readFileSync } from 'node:fs';
import type { AlertFamily } from '../../server/domain/alerts/rule.ts';
import { LANGUAGES, type Language } from '../../server/domain/call/language.ts';
import {
  spokenMs,
  type Speaker,
  type TranscriptLine,
} from '../../server/domain/transcript/line.ts';

/** A call whose words are known, and what should be raised on it. */
export interface ScriptedCall {
  readonly callId: string;
  readonly language: Language;
  readonly lines: readonly TranscriptLine[];
  /** The families that should be raised; none on an ordinary call. */
  readonly expects: readonly AlertFamily[];
  /** The line that should raise it. */
  readonly trigger?: string;
  readonly lacksDisclosure?: boolean;
}

export interface Said {
  readonly speaker: Speaker;
  readonly text: string;
}

const FOLDER = new URL('../alerts/', import.meta.url);
const GAP_MS = 600;
export const BEGAN_AT = '2026-11-02T09:00:00.000Z';

/** The one that rules are judged by, and the one that they were made with. */
export type ScriptedSet = 'measured' | 'training';

function read(name: string, set: ScriptedSet): string[] {
  const file = new URL(set === 'training' ? `training.${name}` : name, FOLDER);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'));
}

const saidIn = (line: string): Said | undefined => {
  const found = /^([cr]): (.+)$/.exec(line.trim());
  return found ? { speaker: found[1] === 'c' ? 'customer' : 'rep', text: found[2]! } : undefined;
};

/** The ordinary calls of a language as they are written; `near` are those that come near an alarm. */
function ordinaryCalls(
  language: Language,
  set: ScriptedSet,
  kind: 'ordinary' | 'near' = 'ordinary',
): Said[][] {
  const calls: Said[][] = [[]];
  for (const line of read(`${kind}.${language}.txt`, set)) {
    const said = saidIn(line);
    if (said) calls.at(-1)!.push(said);
    else if (calls.at(-1)!.length > 0) calls.push([]);
  }
  return calls.filter((call) => call.length > 0);
}

/** Sentences that should raise a family, in other words than its rule has. */
function familySentences(
  language: Language,
  set: ScriptedSet,
): { family: AlertFamily; said: Said }[] {
  let family: AlertFamily | undefined;
  return read(`families.${language}.txt`, set).flatMap((line) => {
    const heading = /^\[(\w+)\]$/.exec(line.trim())?.[1];
    if (heading) family = heading as AlertFamily;
    const said = saidIn(line);
    return said && family ? [{ family, said }] : [];
  });
}

/** Half of one ordinary call and half of another: more calls than are written, each said before. */
function mixed(calls: readonly Said[][], n: number): Said[] {
  const [one, other] = [calls[n % calls.length]!, calls[(n * 7 + 3) % calls.length]!];
  return [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2))];
}

export function spoken(callId: string, said: readonly Said[]): TranscriptLine[] {
  let at = Date.parse(BEGAN_AT);
  return said.map(({ speaker, text }, n) => {
    const startedAt = new Date(at).toISOString();
    at += spokenMs(text);
    const endedAt = new Date(at).toISOString();
    at += GAP_MS;
    return { lineId: `${callId}:${n}`, speaker, text, startedAt, endedAt };
  });
}

/** All scripted calls: ordinary ones, and those of each family in the middle of an ordinary one. */
export function scriptedCalls(
  ordinaryOf = { en: 180, de: 90 },
  set: ScriptedSet = 'measured',
): ScriptedCall[] {
  return LANGUAGES.flatMap((language): ScriptedCall[] => {
    const written = ordinaryCalls(language, set);
    if (written.length === 0) return [];
    const ordinary = Array.from({ length: ordinaryOf[language] }, (_, n): ScriptedCall => {
      const callId = `ordinary-${language}-${n}`;
      const said = n < written.length ? written[n]! : mixed(written, n);
      return { callId, language, lines: spoken(callId, said), expects: [] };
    });
    const near = ordinaryCalls(language, set, 'near').map((said, n): ScriptedCall => {
      const callId = `near-${language}-${n}`;
      return { callId, language, lines: spoken(callId, said), expects: [] };
    });
    const families = familySentences(language, set).map(({ family, said }, n): ScriptedCall => {
      const callId = `${family}-${language}-${n}`;
      const around = mixed(written, n + 11);
      const middle = Math.ceil(around.length / 2);
      return {
        callId,
        language,
        lines: spoken(callId, [...around.slice(0, middle), said, ...around.slice(middle)]),
        expects: [family],
        trigger: said.text,
      };
    });
    const undisclosed = written.slice(0, 12).map((said, n): ScriptedCall => {
      const callId = `disclosure_missing-${language}-${n}`;
      return {
        callId,
        language,
        lines: spoken(callId, said),
        expects: ['disclosure_missing'],
        lacksDisclosure: true,
      };
    });
    return [...ordinary, ...near, ...families, ...undisclosed];
  });
}
