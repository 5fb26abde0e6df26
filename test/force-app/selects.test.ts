import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

const TEMPLATES = globSync('force-app/main/default/lwc/*/*.html').sort();
/** A list, with the tag before it. */
const LISTS = /<(?<before>[^<>]*)>\s*<select\b/g;

const looseLists = (html: string): number =>
  [...html.matchAll(LISTS)].filter(
    ({ groups }) => !/\bslds-select_container\b/.test(groups!.before!),
  ).length;

describe('a list to choose from', () => {
  it('stands in its SLDS container, so that it looks the same on every page', () => {
    assert.deepEqual(
      TEMPLATES.filter((path) => looseLists(readFileSync(path, 'utf8')) > 0),
      [],
    );
  });

  it('has the style that keeps its text clear of its arrows', () => {
    assert.deepEqual(
      TEMPLATES.filter(
        (path) =>
          /<select\b/.test(readFileSync(path, 'utf8')) &&
          !/^@import 'c\/uiSelect';$/m.test(readFileSync(path.replace(/\.html$/, '.css'), 'utf8')),
      ),
      [],
    );
  });

  it('would be found without it', () => {
    assert.equal(looseLists('<label>Rule <br /><select class="slds-select"></select></label>'), 1);
    assert.equal(looseLists('<span class="slds-select_container"><select></select></span>'), 0);
  });
});
