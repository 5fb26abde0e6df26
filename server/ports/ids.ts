/** Makes ids that nobody can guess. */
export interface Ids {
  next(): string;
}
