import asJson from '@salesforce/apex/DealsidePolicyExport.asJson';
import { checkDraft, draftOf, policyFaultTexts, policyInForce, type Checked } from 'c/adminApi';
import { countText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { LightningElement } from 'lwc';

interface Download {
  name: string;
  href: string;
  label: string;
}

const downloadOf = (name: string, json: string): Download => ({
  name,
  href: `data:application/json;charset=utf-8,${encodeURIComponent(json)}`,
  label: fill(labels.setupPolicyDownload, { name }),
});

/** The policy in an exported file; undefined if the file is not one. */
function exportedPolicy(text: string): Parameters<typeof draftOf>[0] | undefined {
  try {
    const read = JSON.parse(text) as { rules?: unknown; holidays?: unknown };
    return Array.isArray(read.rules) ? (read as Parameters<typeof draftOf>[0]) : undefined;
  } catch {
    return undefined;
  }
}

/** Container: the policy in force as a file, and a check whether a file is a valid policy. */
export default class AdminPolicyFile extends LightningElement {
  labels = labels;
  acting: ActionState = IDLE;
  download?: Download;
  verdict?: Checked;
  isUnreadable = false;
  private readonly act = createAction((state) => {
    this.acting = state;
  });

  get validText(): string | undefined {
    return this.verdict?.valid
      ? fill(labels.setupPolicyValid, { count: countText(this.verdict.rules.length) })
      : undefined;
  }

  get faults(): { key: string; text: string }[] {
    return this.verdict && !this.verdict.valid ? policyFaultTexts(this.verdict.faults) : [];
  }

  get warnings(): { key: string; text: string }[] {
    return this.verdict?.valid ? policyFaultTexts(this.verdict.warnings ?? []) : [];
  }

  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  get invalidText(): string {
    return fill(labels.setupPolicyInvalid, { count: countText(this.faults.length) });
  }

  async handleExport(): Promise<void> {
    await this.act(async () => {
      const policy = await policyInForce();
      const { rules, holidays } = draftOf(policy);
      const consent = policy.consent && { ...policy.consent, words: undefined };
      this.download = downloadOf(
        `dealside-policy-${policy.version}.json`,
        JSON.stringify({ version: policy.version, rules, holidays, consent }, null, 2),
      );
    });
  }

  async handleRecords(): Promise<void> {
    await this.act(async () => {
      this.download = downloadOf('dealside-policy-records.json', await asJson({}));
    });
  }

  async handleFile(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    this.verdict = undefined;
    if (!file) return;
    const policy = exportedPolicy(await file.text());
    this.isUnreadable = policy === undefined;
    if (policy)
      await this.act(async () => {
        this.verdict = await checkDraft(draftOf(policy));
      });
  }
}
