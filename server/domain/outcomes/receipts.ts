import { shareOf, type Share } from './share.ts';

/** What a rep may say of an intervention on the own call. */
export type Verdict = 'helped' | 'neutral' | 'hurt';

/** Interventions that a rep was told of and in which the supervisor was heard, by what reps said. */
export interface CountedReceipts {
  readonly asked: number;
  readonly said: Readonly<Record<Verdict, number>>;
}

/** What reps said of the interventions that they were asked about. People choose whether to answer. */
export interface ReceiptReport {
  readonly answered: Share;
  /** Of those who answered. */
  readonly said: Readonly<Record<Verdict, Share>>;
}

export function receiptReport({ asked, said }: CountedReceipts): ReceiptReport {
  const answered = said.helped + said.neutral + said.hurt;
  return {
    answered: shareOf(answered, asked),
    said: {
      helped: shareOf(said.helped, answered),
      neutral: shareOf(said.neutral, answered),
      hurt: shareOf(said.hurt, answered),
    },
  };
}
