import { consentDifference, type ConsentDifference } from '../consent/onFile.ts';
import { vocabularyDifference, type VocabularyDifference } from '../vocabulary/difference.ts';
import { vocabularyOf, type Holiday, type KeptDays, type Policy, type Rule } from './policy.ts';

/** The differences between two policies, by the names of rules and fields. */
export interface PolicyDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly rule: string; readonly fields: readonly (keyof Rule)[] }[];
  readonly holidaysAdded: readonly Holiday[];
  readonly holidaysRemoved: readonly Holiday[];
  /** Absent where both have the same words. */
  readonly vocabulary?: VocabularyDifference;
  /** Absent where both have the same laws on file. */
  readonly consent?: ConsentDifference;
  /** Absent where both keep what was said for as long. */
  readonly retention?: { readonly before?: KeptDays; readonly after?: KeptDays };
}

/** Compares two policies. Rules are matched by their names. */
export function differenceOf(before: Policy, after: Policy): PolicyDifference {
  const [old, fresh] = [byName(before), byName(after)];
  const vocabulary = vocabularyDifference(vocabularyOf(before), vocabularyOf(after));
  const consent = consentDifference(before.consent, after.consent);
  return {
    added: after.rules.filter(({ name }) => !old.has(name)).map(({ name }) => name),
    removed: before.rules.filter(({ name }) => !fresh.has(name)).map(({ name }) => name),
    changed: after.rules.flatMap((rule) => {
      const fields = changedFields(old.get(rule.name) ?? rule, rule);
      return fields.length > 0 ? [{ rule: rule.name, fields }] : [];
    }),
    holidaysAdded: without(after.holidays, before.holidays),
    holidaysRemoved: without(before.holidays, after.holidays),
    ...(vocabulary && { vocabulary }),
    ...(consent && { consent }),
    ...(before.retention?.transcripts !== after.retention?.transcripts && {
      retention: { before: before.retention, after: after.retention },
    }),
  };
}

const byName = ({ rules }: Policy): Map<string, Rule> =>
  new Map(rules.map((rule) => [rule.name, rule]));

function changedFields(before: Rule, after: Rule): (keyof Rule)[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Rule)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

const without = (these: readonly Holiday[], those: readonly Holiday[]): Holiday[] =>
  these.filter(
    (one) => !those.some((other) => other.calendar === one.calendar && other.date === one.date),
  );
