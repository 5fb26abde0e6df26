import assert from 'node:assert/strict';
import { groupRows } from '../../softphone/src/panels/transferRows.ts';
import { TEXTS } from '../../softphone/src/strings.ts';

const GROUPS = [
  { group: 'group', name: 'Sales EMEA', free: 2, isOpen: true },
  { group: 'queue:Renewals', name: 'Renewals & More', free: 0, isOpen: false },
  { group: 'team', free: 1, isOpen: true },
  { group: 'team:Legal', name: 'Legal', free: 0, isOpen: true, because: 'no_reps' as const },
];

describe('the groups that a rep can transfer to', () => {
  it('are listed by label, with who is free and whether they are closed', () =>
    assert.deepEqual(
      groupRows(GROUPS, '', TEXTS.en).map(({ name, about }) => [name, about]),
      [
        ['Sales EMEA', 'group · 2 free'],
        ['Renewals & More', 'group · no one free · outside business hours'],
        ['My team', 'group · 1 free'],
      ],
    ));

  it('are found by name also where nobody in them takes calls, and say why and what to do', () => {
    const [row, ...others] = groupRows(GROUPS, 'leg', TEXTS.en);
    assert.deepEqual(others, []);
    assert.deepEqual(row!.ways, []);
    assert.match(
      row!.about!,
      /none of its users takes calls with Dealside\. An administrator can add/,
    );
  });

  it('are not found by a number where nobody in them takes calls', () =>
    assert.deepEqual(
      groupRows(GROUPS, '+4930123', TEXTS.en).map(({ name }) => name),
      ['Sales EMEA', 'Renewals & More', 'My team'],
    ));

  it('are found by part of the label, and asked for by key', () =>
    assert.deepEqual(
      groupRows(GROUPS, 'renew', TEXTS.de).map(({ to, about }) => [to, about]),
      [[{ toGroup: 'queue:Renewals' }, 'Gruppe · niemand frei · außerhalb der Geschäftszeiten']],
    ));
});
