import FORM_FACTOR from '@salesforce/client/formFactor';
import type { Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createAction, IDLE, type ActionState } from 'c/dealsideLoader';
import { readableNumber } from 'c/phoneNumbers';
import { followSoftphone } from 'c/softphoneBus';
import { chooseReach, followReach, loadReach, type DeviceName, type Reach } from 'c/softphoneReach';
import { LightningElement } from 'lwc';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/**
 * The device with which this person joins calls, stored on the server. Where there can be no
 * softphone, it says that the person's own phone is called, and why.
 */
export default class CallDevice extends LightningElement {
  labels = labels;
  reach?: Reach;
  saving: ActionState = IDLE;
  hasSoftphone = false;
  private stopFollowing: readonly (() => void)[] = [];
  private readonly save = createAction((state) => {
    this.saving = state;
  });

  connectedCallback(): void {
    this.stopFollowing = [
      followReach((reach) => {
        this.reach = reach;
      }),
      followSoftphone((isThere) => {
        this.hasSoftphone = isThere;
      }),
    ];
    // If the server does not answer, the softphone is used.
    loadReach().catch(() => undefined);
  }

  disconnectedCallback(): void {
    for (const stop of this.stopFollowing) stop();
  }

  /** False for a person who has only the softphone. */
  get offersChoice(): boolean {
    return !this.isWithoutSoftphone && this.options.length > 1;
  }

  get options(): Option[] {
    const { reach } = this;
    if (!reach) return [];
    const { device, number, numbers, sip } = reach;
    return [
      {
        value: 'softphone',
        label: labels.reachComputer,
        selected: device === 'softphone',
      },
      ...numbers.map((own) => ({
        value: `phone ${own.number}`,
        label: fill(labels.reachPhone, { number: readableNumber(own.number) }),
        selected: device === 'phone' && own.number === number,
      })),
      ...(sip ? [{ value: 'sip', label: labels.reachSip, selected: device === 'sip' }] : []),
    ];
  }

  get problem(): Problem | undefined {
    return this.saving.problem;
  }

  /** Whether this is the mobile app, which has no utility bar. */
  get isWithoutSoftphone(): boolean {
    return FORM_FACTOR !== 'Large' && !this.hasSoftphone;
  }

  get hint(): string {
    const { reach } = this;
    if (!this.isWithoutSoftphone || !reach) return '';
    const { device, number, sip } = reach;
    if (sip && (device === 'sip' || !number)) return labels.reachOnlySip;
    return number
      ? fill(labels.reachOnlyPhone, { number: readableNumber(number) })
      : labels.reachNoPhone;
  }

  handleChange(event: Event): void {
    const [device, number] = (event.target as HTMLSelectElement).value.split(' ');
    void this.save(() => chooseReach(device as DeviceName, number));
  }
}
