/** The number that a customer sees, in E.164, and why it is that one. */
export interface CallerId {
  readonly number: string;
  /** The kind of number; `local` has the area code of the customer. */
  readonly because: 'person' | 'team' | 'org' | 'local';
}
