import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

const TEMPLATES = globSync('force-app/main/default/lwc/*/*.html').sort();
/** Shorter fields are for a code, a key or an id. */
const TEXT_FROM = 200;

/** Text fields that stop at a length without saying so. */
function silentLimits(html: string): number {
  const outside = html.replace(/<c-ui-text-limit\b[\s\S]*?<\/c-ui-text-limit>/g, '');
  return [...outside.matchAll(/\bmaxlength="(\d+)"/g)].filter(
    ([, length]) => Number(length) >= TEXT_FROM,
  ).length;
}

describe('a text field with a limit', () => {
  it('says how much of it is left', () => {
    assert.deepEqual(
      TEMPLATES.filter((path) => silentLimits(readFileSync(path, 'utf8')) > 0),
      [],
    );
  });

  it('would be found without it', () => {
    assert.equal(silentLimits('<textarea maxlength="2000"></textarea>'), 1);
    assert.equal(silentLimits('<c-ui-text-limit><input maxlength="255" /></c-ui-text-limit>'), 0);
    assert.equal(silentLimits('<input maxlength="6" />'), 0);
  });
});
