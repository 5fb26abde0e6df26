import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionLabel, storedActions } from '../../../../server/domain/texts/auditLabels.ts';
import { TEXTS } from '../../../../server/domain/texts/texts.ts';

const SERVER = join(import.meta.dirname, '../../../../server');
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !path.startsWith('store/generated') &&
      path !== join('domain', 'audit', 'actions.ts'),
  )
  .map((path) => readFileSync(join(SERVER, path), 'utf8'));

const ACTIONS = Object.keys(TEXTS.en.auditActions);

describe('an action of the audit', () => {
  it('has a label that no other action has', () => {
    for (const labels of [
      Object.values(TEXTS.en.auditActions),
      Object.values(TEXTS.de.auditActions),
    ])
      assert.deepEqual(
        labels.filter((label, i) => labels.indexOf(label) !== i),
        [],
      );
  });

  it('has a label in the language of the reader', () => {
    assert.equal(actionLabel('ModeConfirmed', 'de'), 'Modus bestätigt');
    assert.equal(actionLabel('WordClaimed', 'de'), 'Rederecht angefordert');
    assert.deepEqual(
      ACTIONS.filter((action) => actionLabel(action, 'de') === actionLabel(action, 'en')),
      [],
    );
  });

  it('is recorded somewhere', () => {
    assert.deepEqual(
      ACTIONS.filter((action) => !sources.some((text) => text.includes(`'${action}'`))),
      [],
    );
  });

  it('is read in the words of today where a former version wrote it', () => {
    assert.equal(actionLabel('ModeConfirmed', 'en'), 'Mode confirmed');
    assert.equal(actionLabel('WordClaimed', 'en'), 'Floor requested');
    assert.equal(actionLabel('RunCanary', 'en'), 'Run audio check');
  });

  it('keeps its name where this version does not know it', () =>
    assert.equal(actionLabel('SomethingNewer', 'en'), 'SomethingNewer'));

  it('is found by its name, its former name and its label, in whichever version it was written', () => {
    for (const wanted of [
      'FloorRequested',
      'WordClaimed',
      'floor requested',
      'Rederecht angefordert',
    ])
      assert.deepEqual(storedActions(wanted), ['FloorRequested', 'WordClaimed'], wanted);
    assert.deepEqual(storedActions('SomethingNewer'), ['SomethingNewer']);
  });
});
