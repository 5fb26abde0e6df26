import type { Language } from '../call/language.ts';
import { TEXTS } from './texts.ts';

interface LabeledRule {
  readonly ruleName: string;
  readonly label: string;
  readonly family: string;
}

/** What a rule is called where it has its shipped name. */
const shippedLabel = (
  { ruleName, family }: Omit<LabeledRule, 'label'>,
  language: Language,
): string | undefined =>
  family === 'conversation'
    ? TEXTS[language].alertRules[ruleName]
    : TEXTS[language].alertFamilies[family];

/**
 * The name of an alert rule for a reader: translated as long as it is the shipped one, and
 * otherwise as the org has written it.
 */
export function alertLabel(rule: LabeledRule, language: Language): string {
  const isShipped = shippedLabel(rule, 'en') === rule.label;
  return (isShipped ? shippedLabel(rule, language) : undefined) ?? rule.label;
}
