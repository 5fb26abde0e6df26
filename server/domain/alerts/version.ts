import { createHash } from 'node:crypto';
import type { AlertRule } from './rule.ts';

/** The version of rules: the same for the same content. */
export const versionOfRules = (content: {
  readonly rules: readonly AlertRule[];
  readonly usesSentiment: boolean;
}): string =>
  createHash('sha256')
    .update(JSON.stringify([content.usesSentiment, content.rules]))
    .digest('hex')
    .slice(0, 12);
