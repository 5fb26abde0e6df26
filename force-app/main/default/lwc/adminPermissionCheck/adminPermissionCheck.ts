import {
  permissionQuestions,
  explainPermissions,
  type Questions,
  type PermissionExplanation,
} from 'c/adminApi';
import { timeText } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { createLoader, NOT_LOADED, type Loaded } from 'c/dealsideLoader';
import { fieldClass } from 'c/uiField';
import { LightningElement } from 'lwc';

interface Option {
  value: string;
  label: string;
  selected: boolean;
}

/**
 * Lets an administrator choose a person and a call, and shows why that person may or may not join
 * the call.
 */
export default class AdminPermissionCheck extends LightningElement {
  labels = labels;
  questions: Loaded<Questions> = NOT_LOADED;
  why: Loaded<PermissionExplanation> = NOT_LOADED;
  userId = '';
  liveCallId = '';
  otherCallId = '';
  personError?: string;
  callError?: string;
  private readonly questionsLoader = createLoader(permissionQuestions, (state) => {
    this.questions = state;
  });
  private readonly whyLoader = createLoader(explainPermissions, (state) => {
    this.why = state;
  });

  connectedCallback(): void {
    void this.questionsLoader.load();
  }

  get isEmpty(): boolean {
    return this.questions.value?.people.length === 0;
  }

  get hasPeople(): boolean {
    return !this.isEmpty;
  }

  get people(): Option[] {
    return (this.questions.value?.people ?? []).map(({ userId, name, roles }) => ({
      value: userId,
      label: [name, roles.join(', ')].filter(Boolean).join(' · '),
      selected: userId === this.userId,
    }));
  }

  get calls(): Option[] {
    return (this.questions.value?.calls ?? []).map(({ callId, status, startedAt, rep }) => ({
      value: callId,
      label: fill(status === 'ringing' ? labels.permissionsCallRinging : labels.permissionsCallOf, {
        rep: rep.name,
        since: timeText(startedAt),
      }),
      selected: callId === this.liveCallId,
    }));
  }

  get personClass(): string {
    return fieldClass(this.personError);
  }

  get callClass(): string {
    return fieldClass(this.callError);
  }

  handlePerson(event: Event): void {
    this.userId = (event.target as HTMLSelectElement).value;
    this.personError = undefined;
  }

  handleCall(event: Event): void {
    this.liveCallId = (event.target as HTMLSelectElement).value;
    this.callError = undefined;
  }

  handleCallId(event: Event): void {
    this.otherCallId = (event.target as HTMLInputElement).value.trim();
    this.callError = undefined;
  }

  handleRetry(): void {
    void this.questionsLoader.load();
  }

  async handleAsk(): Promise<void> {
    const callId = this.otherCallId || this.liveCallId;
    this.personError = this.userId ? undefined : labels.permissionsNeedsPerson;
    this.callError = callId ? undefined : labels.permissionsNeedsCall;
    if (this.personError || this.callError) return;
    this.whyLoader.reset();
    await this.whyLoader.load({ callId, userId: this.userId });
  }
}
