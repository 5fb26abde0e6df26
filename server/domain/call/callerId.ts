/** The number that a customer sees, in E.164, and why it is that one. */
export interface CallerId {
  readonly number: string;
  /** Whose number it is; `local` is one with the area code of the customer. */
  readonly because: 'person' | 'team' | 'org' | 'local';
}
