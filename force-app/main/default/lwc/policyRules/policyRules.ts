import type { RuleInWords } from 'c/adminApi';
import { LightningElement, api } from 'lwc';

/** Rules of a policy, each as a sentence. */
export default class PolicyRules extends LightningElement {
  @api rules: readonly RuleInWords[] = [];
  /** A remark in addition to the rules. */
  @api remark = '';

  get shown(): { key: string; words: string }[] {
    return this.rules.map(({ name, rule, words }) => ({ key: name ?? rule ?? words, words }));
  }
}
