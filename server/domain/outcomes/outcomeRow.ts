/** A number of the page as a row of its file. Empty texts and undefined: there is none. */
export interface OutcomeRow {
  readonly table: string;
  readonly name: string;
  readonly n?: number;
  readonly events?: number;
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly reading: string;
}
