import type { PermissionExplanation } from 'c/adminApi';
import { dateTimeText, MODE_NAME } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { LightningElement, api } from 'lwc';

/** The answers of the policy and the law for one person on one call, mode by mode. */
export default class PolicyPermissionAnswer extends LightningElement {
  labels = labels;
  @api why!: PermissionExplanation;

  get modes() {
    return this.why.modes.map(
      ({ mode, allowed, rule, answer, wouldChange, allowedFrom, rules }) => ({
        mode,
        name: MODE_NAME[mode],
        verdict: allowed ? labels.permissionsAllowed : labels.permissionsNotAllowed,
        verdictClass: allowed ? 'verdict verdict_allowed' : 'verdict',
        answer,
        wouldChange,
        from: allowedFrom && fill(labels.permissionsFrom, { when: dateTimeText(allowedFrom) }),
        rule: rule && fill(labels.permissionsRule, { rule }),
        hasRules: rules.length > 0,
        rules: rules.map((each) => ({
          name: each.rule,
          words: each.words,
          verdict: each.allows ? labels.permissionsRuleAllows : labels.permissionsRuleNot,
          because: each.unmet.map(({ because }) => because).join(' '),
        })),
      }),
    );
  }

  get consent(): { text: string; places?: string; message?: string } | undefined {
    const { consent } = this.why;
    if (!consent) return undefined;
    const places = [
      ...new Set((consent.jurisdictions ?? []).map(({ place }) => shortPlace(place))),
    ].join(', ');
    return {
      text: fill(
        consent.allowed ? labels.permissionsConsentAllowed : labels.permissionsConsentRefused,
        { rule: consent.rule },
      ),
      places: places && fill(labels.permissionsJurisdictions, { places }),
      message: [consent.message, consent.hint].filter(Boolean).join(' '),
    };
  }

  get version(): string {
    return fill(labels.permissionsVersion, { version: this.why.policyVersion });
  }
}

/** A US state as its two letters: "US-WA" becomes "WA". */
const shortPlace = (place: string): string => place.replace(/^US-/, '');
