/** Makes ids that cannot be guessed. */
export interface Ids {
  next(): string;
}
