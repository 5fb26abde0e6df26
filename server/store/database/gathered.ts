/** Most questions of one query. */
const MOST = 256;
/** So many queries are under way at once: one that hangs does not hold the next ones up. */
const AT_ONCE = 2;

/**
 * Gathers questions: those that come while others are under way go together in one query, which
 * begins after each of them was asked. Without load a question waits for no other. When a query about
 * several fails, each is asked by itself, so that one does not harm its neighbors.
 *
 * @param ask answers several questions, in their order
 */
export function gathered<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  interface Waiting {
    readonly question: Question;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (fault: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let underWay = 0;

  async function answer(those: readonly Waiting[]): Promise<void> {
    try {
      const answers = await ask(those.map(({ question }) => question));
      those.forEach(({ resolve }, place) => resolve(answers[place]!));
    } catch (fault) {
      if (those.length === 1) those[0]!.reject(fault);
      else await Promise.all(those.map((one) => answer([one])));
    }
  }

  async function run(): Promise<void> {
    underWay += 1;
    while (waiting.length > 0) await answer(waiting.splice(0, MOST));
    underWay -= 1;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (underWay < AT_ONCE) void run();
    });
}
