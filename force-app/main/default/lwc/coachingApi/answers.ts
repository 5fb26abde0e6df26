import { labels } from 'c/dealsideLabels';
import type { ScoreAnswer, ScorecardItem } from './coachingApi';

/** The value for an item that does not apply to the call. */
export const NOT_APPLICABLE = 'not_applicable';

const SCALE = ['1', '2', '3', '4', '5'];

/** What was chosen and written in a form, by item. */
export type Given = Record<string, { value?: string; comment?: string }>;

/** The answers of a form; items that were not answered are left out. */
export const answersOf = (items: readonly ScorecardItem[], given: Given): ScoreAnswer[] =>
  items.flatMap((item) => {
    const { value, comment } = given[item.name] ?? {};
    return value
      ? [
          {
            item: item.name,
            value: valueOf(item, value),
            ...(comment?.trim() && { comment: comment.trim() }),
          },
        ]
      : [];
  });

/** The items as a form asks them, with what was chosen. */
export const questionsOf = (items: readonly ScorecardItem[], given: Given) =>
  items.map((item) => ({
    name: item.name,
    label: item.isCritical ? `${item.label} (${labels.scoreCritical})` : item.label,
    guide: item.guide,
    comment: given[item.name]?.comment ?? '',
    commentLabel: item.needsComment ? labels.scoreCommentRequired : labels.scoreComment,
    options: optionsOf(item).map((option) => ({
      ...option,
      selected: given[item.name]?.value === option.value,
    })),
  }));

/** What can be answered to an item. */
function optionsOf(item: ScorecardItem): { value: string; label: string }[] {
  const own =
    item.kind === 'yes_no'
      ? [
          { value: 'yes', label: labels.scoreYes },
          { value: 'no', label: labels.scoreNo },
        ]
      : (item.kind === 'scale' ? SCALE : item.choices).map((value) => ({ value, label: value }));
  return item.mayNotApply
    ? [...own, { value: NOT_APPLICABLE, label: labels.scoreNotApplicable }]
    : own;
}

function valueOf(item: ScorecardItem, value: string): ScoreAnswer['value'] {
  if (value === NOT_APPLICABLE || item.kind === 'choice') return value;
  return item.kind === 'yes_no' ? value === 'yes' : Number(value);
}
