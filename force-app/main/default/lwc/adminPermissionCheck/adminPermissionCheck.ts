import { LightningElement } from 'lwc';
import { permissionQuestions, explainPermissions, type Questions, type PermissionExplanation } from 'c/adminApi';
import { timeText, type Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

interface Option { value: string; label: string; selected: boolean }

/** Lets an administrator choose a person and a call, and read why that person may or may not join it. */
export default class AdminPermissionCheck extends LightningElement {
  labels = labels;
  questions?: Questions;
  problem?: Problem;
  userId = '';
  liveCallId = '';
  otherCallId = '';
  personError?: string;
  callError?: string;
  why?: PermissionExplanation;
  whyProblem?: Problem;
  isAsking = false;

  connectedCallback(): void {
    void this.load();
  }

  get isLoading(): boolean {
    return this.questions === undefined;
  }

  get isEmpty(): boolean {
    return this.questions?.people.length === 0;
  }

  get hasPeople(): boolean {
    return !this.isEmpty;
  }

  get people(): Option[] {
    return (this.questions?.people ?? []).map(({ userId, name, roles }) => ({
      value: userId, label: [name, roles.join(', ')].filter(Boolean).join(' · '), selected: userId === this.userId,
    }));
  }

  get calls(): Option[] {
    return (this.questions?.calls ?? []).map(({ callId, status, startedAt, rep }) => ({
      value: callId,
      label: fill(status === 'ringing' ? labels.whyCallRinging : labels.whyCallOf, { rep: rep.name, since: timeText(startedAt) }),
      selected: callId === this.liveCallId,
    }));
  }

  get personClass(): string {
    return formElement(this.personError);
  }

  get callClass(): string {
    return formElement(this.callError);
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
    void this.load();
  }

  async handleAsk(): Promise<void> {
    const callId = this.otherCallId || this.liveCallId;
    this.personError = this.userId ? undefined : labels.whyNeedsPerson;
    this.callError = callId ? undefined : labels.whyNeedsCall;
    if (this.personError || this.callError) return;
    this.isAsking = true;
    this.why = undefined;
    this.whyProblem = undefined;
    try {
      this.why = await explainPermissions({ callId, userId: this.userId });
    } catch (fault) {
      this.whyProblem = asProblem(fault);
    } finally {
      this.isAsking = false;
    }
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.questions = await permissionQuestions();
    } catch (fault) {
      this.problem = asProblem(fault);
    }
  }
}

const formElement = (error?: string): string => `slds-form-element${error ? ' slds-has-error' : ''}`;
