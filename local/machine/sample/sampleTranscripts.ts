import pg from 'pg';

interface Said {
  readonly speaker: 'rep' | 'customer';
  readonly text: string;
}

const rep = (text: string): Said => ({ speaker: 'rep', text });
const customer = (text: string): Said => ({ speaker: 'customer', text });

/** What is said on sample calls, each of which has one of these conversations. */
const CONVERSATIONS: readonly (readonly Said[])[] = [
  [
    rep('Thanks for taking the time. What would you like to talk about first?'),
    customer('The price. It is more than we planned for this quarter.'),
    rep('What does the problem cost you today, if nothing changes?'),
    customer('About two people who do nothing else for a week each month.'),
    rep('Then let us put both numbers next to each other.'),
    customer('Please send me that by Thursday. I show it to our CFO on Friday.'),
    rep('You have it on Wednesday, and I call you on Monday at ten.'),
  ],
  [
    rep('You asked about the renewal. How has the first year been?'),
    customer('Good, but we pay for forty seats and use twenty-five.'),
    rep('Who are the fifteen that do not use it?'),
    customer('The warehouse team. Nobody has shown them how.'),
    rep('We can train them next week, or take the seats out. What is better for you?'),
    customer('Train them first. If that does not work, we take the seats out.'),
    rep('Then I plan the training for Tuesday and send you the invitation today.'),
  ],
  [
    rep('What would have to be true for you to start this year?'),
    customer('Our security team has to sign off, and they are slow.'),
    rep('What do they usually ask for?'),
    customer('Where the data is stored, and who can see it.'),
    rep('I send you both answers in writing. Who decides after that?'),
    customer('I do, together with our head of operations.'),
    rep('Then let us find half an hour with both of you next week.'),
  ],
];

/** From one line to the next, and how long each is. */
const STEP_SECONDS = 7;
const LINE_SECONDS = 4;
/** Older ones would not be kept for long. */
const DAYS = 30;

/** Writes what was said on the transcribed calls of an org's last days. Returns how many lines. */
export async function insertTranscripts(databaseUrl: string, orgId: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `insert into "TranscriptLine" ("callId", "lineId", "orgId", "transcriptionId", "sequence",
         "speaker", "userId", "text", "startedAt", "endedAt")
       select "callId", 'sample-' || place, "orgId", 'sample', place, line->>'speaker',
         case when line->>'speaker' = 'rep' then "repUserId" end, line->>'text',
         "answeredAt" + ($3 * place - $4) * interval '1 second',
         "answeredAt" + $3 * place * interval '1 second'
       from "Call", jsonb_array_elements(
         $2::jsonb->((hashtext("callId") & 2147483647) % jsonb_array_length($2::jsonb)))
         with ordinality as said(line, place)
       where "orgId" = $1 and "status" = 'ended' and "transcribes"
         and "answeredAt" + $3 * place * interval '1 second' <= "endedAt"
         and "endedAt" > $5::int * interval '-1 day' +
           (select max("endedAt") from "Call" where "orgId" = $1 and "status" = 'ended')
       on conflict do nothing`,
      [orgId, JSON.stringify(CONVERSATIONS), STEP_SECONDS, LINE_SECONDS, DAYS],
    );
    await client.query('analyze "TranscriptLine"');
    return rowCount ?? 0;
  } finally {
    await client.end();
  }
}
