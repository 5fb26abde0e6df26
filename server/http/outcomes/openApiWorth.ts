import { DISPOSITION_FAMILIES } from '../../domain/call/dispositions.ts';
import { MODES } from '../../domain/call/modes.ts';
import { answered, count, date, listOf, object, ref, share } from './openApiParts.ts';

const teamsUnknown = {
  type: 'boolean',
  enum: [true],
  description:
    'Starts of programs are stated, but it is not known who is in which team: reps are compared.',
};

/** What supervision was worth, and what it took. */
export const WORTH = object(
  {
    ...answered,
    mode: { type: 'string', enum: MODES },
    savedByIssue: {
      ...listOf(
        object(
          {
            issue: { type: 'string', enum: DISPOSITION_FAMILIES },
            groups: listOf(
              object({ mode: { type: 'string', enum: MODES }, calls: count, saved: ref('Share') }, [
                'mode',
                'saved',
              ]),
            ),
          },
          ['issue'],
        ),
      ),
      description: 'No effect: supervisors choose the calls that they join.',
    },
    holdOut: object(
      {
        status: { type: 'string', enum: ['none', 'mismatch', 'too_few', 'estimated'] },
        leftOut: count,
        since: {
          ...date,
          description:
            'The first day of the newest share. The answer is of all calls since then, whatever `from` is.',
        },
      },
      ['since'],
    ),
    comparison: object({ status: { type: 'string', enum: ['too_few', 'compared'] } }),
    since: object(
      {
        reps: count,
        earlier: count,
        effects: listOf({ type: 'object' }),
        teams: {
          ...object({
            started: count,
            earlier: count,
            byFirstUse: count,
            repsWithoutTeam: count,
            starts: listOf(
              object({
                managerUserId: { type: 'string' },
                name: { type: 'string' },
                startsOn: date,
              }),
            ),
          }),
          description:
            'Where the start of a team’s program is stated: then teams are compared, not reps.',
        },
      },
      ['teams'],
    ),
    satisfaction: object({ status: { type: 'string', enum: ['none', 'answered'] } }),
    coverage: ref('Share'),
    ladder: object({
      customerHeard: ref('Share'),
      whisperFirst: ref('Share'),
      whisperSkipped: ref('Share'),
      handedBack: ref('Share'),
    }),
    talkShare: listOf(
      object(
        { mode: { type: 'string', enum: MODES }, n: count, share, interval: ref('Interval') },
        ['mode', 'share', 'interval'],
      ),
    ),
    trust: object({ noticesGiven: ref('Share'), acknowledged: ref('Share') }),
    help: object({ answered: ref('Share') }),
    cost: object({ interventions: count, supervisorMinutes: share, saved: count }),
    teamsUnknown,
  },
  ['direction', 'teamsUnknown'],
);

const newReps = object({ reps: count, reached: count, medianWeeks: count }, ['medianWeeks']);
/** How long new reps take. */
export const PROFICIENCY = object(
  {
    ...answered,
    mode: { type: 'string', enum: MODES },
    status: { type: 'string', enum: ['too_few', 'measured'] },
    experienced: object({ share, n: count }),
    before: newReps,
    since: newReps,
    teamsUnknown,
  },
  ['direction', 'experienced', 'before', 'since', 'teamsUnknown'],
);

/** What reps said of interventions on their calls. */
export const RECEIPTS = object(
  {
    ...answered,
    mode: { type: 'string', enum: MODES },
    answered: ref('Share'),
    said: object({ helped: ref('Share'), neutral: ref('Share'), hurt: ref('Share') }),
  },
  ['direction'],
);
