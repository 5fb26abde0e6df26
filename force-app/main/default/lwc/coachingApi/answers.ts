import { labels } from 'c/dealsideLabels';
import { fieldClass } from 'c/uiField';
import type { ScoreAnswer, ScorecardItem } from './coachingApi';

/** The value for an item that does not apply to the call. */
export const NOT_APPLICABLE = 'not_applicable';

const SCALE = ['1', '2', '3', '4', '5'];

/** The choices and comments entered in a form, by item. */
export type Given = Record<string, { value?: string; comment?: string }>;

/** The answers of a form, without unanswered items. */
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

/** What is still missing, by item, in words. */
export type Missing = Readonly<Record<string, string>>;

/** Unanswered items, and missing comments where they are required. */
export const missingIn = (items: readonly ScorecardItem[], given: Given): Missing =>
  Object.fromEntries(
    items.flatMap(({ name, needsComment }) => {
      const { value, comment } = given[name] ?? {};
      if (!value) return [[name, labels.scoreAnswerMissing]];
      return needsComment && value !== NOT_APPLICABLE && !comment?.trim()
        ? [[name, labels.scoreCommentMissing]]
        : [];
    }),
  );

/** What is still missing after this item was answered. */
export const withoutItem = (missing: Missing, item: string): Missing =>
  Object.fromEntries(Object.entries(missing).filter(([name]) => name !== item));

/** Focuses the first missing item. Call it after the form has rendered. */
export function focusFirstMissing(form: ParentNode): void {
  void Promise.resolve().then(() =>
    form.querySelector<HTMLElement>('select[aria-invalid=true]')?.focus(),
  );
}

/** The items as questions of a form, with choices and what is missing. */
export const questionsOf = (items: readonly ScorecardItem[], given: Given, missing: Missing) =>
  items.map((item) => ({
    name: item.name,
    error: missing[item.name],
    isInvalid: String(item.name in missing),
    className: fieldClass(missing[item.name], 'question'),
    label: item.isCritical ? `${item.label} (${labels.scoreCritical})` : item.label,
    guide: item.guide,
    comment: given[item.name]?.comment ?? '',
    commentLabel: item.needsComment ? labels.scoreCommentRequired : labels.scoreComment,
    options: optionsOf(item).map((option) => ({
      ...option,
      selected: given[item.name]?.value === option.value,
    })),
  }));

/** The possible answers to an item. */
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
