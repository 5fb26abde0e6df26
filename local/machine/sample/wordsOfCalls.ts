/** The parts of an ended call that its texts depend on. */
interface CallOfWords {
  readonly callId: string;
  readonly answeredAt: string;
  readonly endedAt: string;
  readonly askedForHelp: boolean;
  readonly interventions: readonly {
    readonly interventionId: string;
    readonly supervisorUserId: string;
    readonly supervisorName: string;
    readonly modes: readonly string[];
    readonly praise?: string;
  }[];
}

/** Time from one mode to the next. */
export const STEP_MS = 20_000;
/** Time from a help request until somebody joins. */
const WAIT_MS = 15_000;

/** A help request before the first intervention, which answered it; or one that nobody answered. */
export function pastHelpOf({
  callId,
  answeredAt,
  endedAt,
  askedForHelp,
  interventions,
}: CallOfWords) {
  if (!askedForHelp) return undefined;
  const asked = {
    helpRequestId: `${callId}-help`,
    reasonCode: 'manager',
    status: 'closed',
  };
  const answer = interventions.find(({ modes }) => modes.length > 1);
  if (!answer) return [{ ...asked, because: 'expired', at: answeredAt, closedAt: endedAt }];
  const { interventionId, supervisorUserId: userId } = answer;
  const at = new Date(Date.parse(answeredAt) - WAIT_MS).toISOString();
  return [
    {
      ...asked,
      because: 'came',
      at,
      closedAt: answeredAt,
      answer: { userId, interventionId },
    },
  ];
}

/** Lines of recognition that supervisors wrote to the rep during the call. */
export function textWhispersOf({ answeredAt, interventions }: CallOfWords) {
  const lines = interventions.flatMap(
    ({ interventionId, supervisorUserId: userId, supervisorName: name, praise }) =>
      praise
        ? [
            {
              textWhisperId: `${interventionId}-praise`,
              interventionId,
              from: { userId, name },
              isPraise: true,
              text: praise,
              at: new Date(Date.parse(answeredAt) + STEP_MS).toISOString(),
            },
          ]
        : [],
  );
  return lines.length > 0 ? lines : undefined;
}
