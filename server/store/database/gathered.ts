/** The maximum number of questions in one query. */
const MOST = 256;
/**
 * The maximum number of concurrent queries. More than one, so that a query that hangs does not
 * delay the others.
 */
const AT_ONCE = 2;

/**
 * Collects questions: those that arrive while queries are running share the next query, which
 * begins after all of them were asked. Without load, a question is asked at once. If a query for
 * several questions fails, each question is asked by itself, so that one of them cannot make the
 * others fail.
 *
 * @param ask answers several questions, in their order
 */
export function gathered<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  interface WaitingItem {
    readonly question: Question;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (fault: unknown) => void;
  }
  const waiting: WaitingItem[] = [];
  let underWay = 0;

  async function answer(those: readonly WaitingItem[]): Promise<void> {
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
