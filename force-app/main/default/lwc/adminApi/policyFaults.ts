import { fill, labels } from 'c/dealsideLabels';
import type { PolicyFault } from './views';

/** Faults or warnings of a policy as lines, each with its rule and field. */
export const policyFaultTexts = (faults: readonly PolicyFault[]): { key: string; text: string }[] =>
  faults.map(({ rule, field, message }, i) => ({
    key: String(i),
    text: rule ? fill(labels.policyFault, { rule, field, message }) : `${field}: ${message}`,
  }));
