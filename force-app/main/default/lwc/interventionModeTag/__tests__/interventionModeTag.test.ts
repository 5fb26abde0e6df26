import { globSync, readFileSync } from 'node:fs';
import { MODE_ICON, MODE_NAME, MODES } from 'c/callModel';
import InterventionModeTag from 'c/interventionModeTag';
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

  it('is the only look of a mode: no other component colors one by itself', () => {
    const others = globSync('force-app/main/default/lwc/*/*.css').filter(
      (file) => !file.includes('interventionModeLook'),
    );
    const own = others.filter((file) =>
      /_(monitor|whisper|barge|takeover)\b|--dealside-mode-color:/.test(readFileSync(file, 'utf8')),
    );
    expect(own).toEqual([]);
  });

  it('is that of the softphone, too', () => {
    const softphone = readFileSync('softphone/app.css', 'utf8');
    expect(softphone).toContain("lwc/interventionModeLook/interventionModeLook.css';");
    for (const mode of MODES)
      expect(softphone).toContain(
        `.mode-look_${mode} {\n  --phone-mode-icon: url('@salesforce-ux/design-system/assets/icons/${MODE_ICON[mode].replace(':', '/')}.svg');`,
      );
    expect(softphone).not.toMatch(/(?<!mode-look)_(monitor|whisper|barge|takeover)\b/);
  });
});
