import type { Facts, Manifest } from './packageManifest.ts';

/** Something that the package had or allowed before, and has or allows no more. */
export interface Loss {
  readonly part: string;
  readonly what: string;
}

export const GONE = 'is gone';

type Rule = (before: string, now: string | undefined) => boolean;

const same: Rule = (before, now) => before === now;
const noSmaller: Rule = (before, now) => now !== undefined && Number(now) >= Number(before);
/** A box that was not ticked before may not be ticked now. */
const notStricter: Rule = (before, now) => before === 'true' || now !== 'true';
const notWithdrawn: Rule = (before, now) => before !== 'true' || now === 'true';

/** Which facts of a part may change, and how. A fact without a rule has to stay the same. */
const RULES: Readonly<Record<string, Rule>> = {
  length: noSmaller,
  scale: noSmaller,
  required: notStricter,
  unique: notStricter,
  externalId: notWithdrawn,
  isExposed: notWithdrawn,
};
/** Facts that a part without them has as well. */
const UNSET: Readonly<Record<string, string>> = { required: 'false', unique: 'false' };

/** What a package that replaces another one takes away from those who use it. */
export const lossesBetween = (before: Manifest, now: Manifest): Loss[] =>
  [...before].flatMap(([part, facts]) => {
    const there = now.get(part);
    if (!there) return [{ part, what: GONE }];
    return narrowed(facts, there)
      .filter((what) => !concernsGonePart(what, now))
      .map((what) => ({ part, what }));
  });

/** A right to a class or tab that is gone itself is named there. */
function concernsGonePart(what: string, now: Manifest): boolean {
  const [, kind, name] = /^grants: no (classAccesses|tabSettings) (\S+)/.exec(what) ?? [];
  if (!kind) return false;
  return !now.has(`${kind === 'classAccesses' ? 'classes' : 'tabs'}/${name}`);
}

function narrowed(before: Facts, now: Facts): string[] {
  const names = new Set([
    ...Object.keys(before),
    ...Object.keys(now).filter((name) => name in UNSET),
  ]);
  return [...names].flatMap((name) => {
    const [former, current] = [before[name] ?? UNSET[name]!, now[name]];
    if (typeof former === 'string') return textNarrowed(name, former, { before, now });
    const offered = new Set(typeof current === 'string' ? [] : current);
    return former.filter((one) => !offered.has(one)).map((one) => `${name}: no ${one}`);
  });
}

function textNarrowed(
  name: string,
  former: string,
  { before, now }: { readonly before: Facts; readonly now: Facts },
): string[] {
  const current = now[name];
  if (typeof current === 'object') return [`${name}: was ${former}`];
  if (name === 'precision') {
    const [had, has] = [integerDigits(before), integerDigits(now)];
    return has >= had ? [] : [`digits before the point: were ${had}, are ${has}`];
  }
  const holds = (RULES[name] ?? same)(former, current);
  return holds ? [] : [`${name}: was ${former}, is ${current ?? 'not set'}`];
}

/** How many digits a number may have before the decimal point. */
const integerDigits = ({ precision, scale = '0' }: Facts): number =>
  Number(precision ?? 0) - Number(scale);
