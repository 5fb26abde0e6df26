import { readFileSync } from 'node:fs';
import InterventionModeTag from 'c/interventionModeTag';
import { MODE_ICON, MODE_NAME, MODES } from 'c/callModel';
import { find, show, textOf } from 'test/dom';

const LOOK = readFileSync(
  'force-app/main/default/lwc/interventionModeLook/interventionModeLook.css',
  'utf8',
);

describe('the tag of a mode', () => {
  it.each(MODES)('has the color, the icon and the name of %s', async (mode) => {
    const element = await show('c-intervention-mode-tag', InterventionModeTag, { mode });
    const icon = find<HTMLElement & { iconName?: string }>(element, 'lightning-icon');
    expect(icon.iconName).toBe(MODE_ICON[mode]);
    expect(textOf(element)).toBe(MODE_NAME[mode]);
    expect(find(element, 'span').className).toBe(`tag mode-look_${mode}`);
    await expect(element).toBeAccessible();
  });

  it('is another for each mode', () => {
    const colors = MODES.map(
      (mode) =>
        new RegExp(`\\.mode-look_${mode} \\{\\s+--dealside-mode-color: (var\\([^)]+\\));`).exec(
          LOOK,
        )![1],
    );
    expect(new Set(colors).size).toBe(MODES.length);
    expect(new Set(Object.values(MODE_ICON)).size).toBe(MODES.length);
  });
});
