import { HEARD_ABOVE, SILENT_BELOW, type Level, type Moment } from './judge.ts';
import { PARTIES, type Party } from './situations.ts';

const NAME: Record<Party, string> = {
  customer: 'customer',
  rep: 'rep',
  maya: 'Maya',
  dana: 'Dana',
  colleague: 'colleague',
  guest: 'guest',
};

/** The matrix in Markdown: a row for each moment and listener, a column for each speaker. */
export function matrixOf(moments: readonly Moment[]): string {
  const lines = moments.flatMap(({ situation, moment, levels, refused, findings }) =>
    PARTIES.filter((listener) => levels[listener]).map((listener, i) => {
      const cells = PARTIES.map((speaker) =>
        speaker === listener ? '·' : cell(levels[listener]![speaker]),
      );
      const wrong = findings.filter((finding) => finding.listener === listener);
      const verdict =
        wrong.length === 0
          ? 'ok'
          : [
              ...new Set(
                wrong.map(
                  ({ kind, by, speaker }) =>
                    `${kind.toUpperCase()}${speaker ? ` ${NAME[speaker]}` : ''} (${by})`,
                ),
              ),
            ].join(', ');
      return row([
        i === 0 ? situation : '',
        i === 0 ? moment + (refused ? ` (refused: ${refused})` : '') : '',
        NAME[listener],
        ...cells,
        verdict,
      ]);
    }),
  );
  const head = [
    'situation',
    'measured',
    'at the ear of',
    ...PARTIES.map((party) => NAME[party]),
    'verdict',
  ];
  return [row(head), row(head.map(() => '---')), ...lines].join('\n');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function cell(level: Level | undefined): string {
  if (!level) return '?';
  if (level.median > HEARD_ABOVE) return `heard ${level.median.toFixed(1)}`;
  if (level.sustained < SILENT_BELOW) return `silent ${level.sustained.toFixed(0)}`;
  return `neither ${level.median.toFixed(1)}/${level.sustained.toFixed(1)}`;
}

export function findingsOf(moments: readonly Moment[]): string[] {
  return moments.flatMap(({ situation, moment, at, findings }) =>
    findings.map(({ kind, words }) => `${kind}: ${words}. ${situation}; ${moment}; ${at}`),
  );
}
