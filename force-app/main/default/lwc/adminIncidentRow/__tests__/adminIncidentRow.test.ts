import AdminIncidentRow from 'c/adminIncidentRow';
import { dateTimeText } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { click, eventDetails, find, findAll, show, textOf, type } from 'test/dom';

const INCIDENT = {
  incidentId: 'i-1',
  kind: 'stranger_leg',
  message: 'A participant nobody asked for.',
  callId: 'call-1',
  connectionId: 'CA1',
  raisedAt: '2026-11-20T10:00:00Z',
};
const shown = (more: object = {}) =>
  show('c-admin-incident-row', AdminIncidentRow, { incident: { ...INCIDENT, ...more } });

describe('an incident', () => {
  it('says what it is, where, and what to do', async () => {
    const element = await shown();
    expect(textOf(find(element, 'strong'))).toBe(labels.incidentIsStranger);
    await expect(element).toBeAccessible();
  });

  it('keeps the audit’s sentence and the connection’s id behind Details', async () => {
    const element = await shown();
    const details = find<HTMLDetailsElement>(element, 'details');
    expect(details.open).toBe(false);
    expect(textOf(details)).toBe('Details A participant nobody asked for. Connection CA1');
    expect(textOf(element).replace(textOf(details), '')).not.toMatch(/CA1|call-1|nobody asked/);
  });

  it('says its facts in words, and names its call', async () => {
    const element = await shown({ facts: { at: '2026-11-20T09:59:00Z', party: 'rep' } });
    expect(textOf(find(element, '.facts'))).toBe(
      `Raised ${dateTimeText('2026-11-20T10:00:00Z')} Reported ${dateTimeText('2026-11-20T09:59:00Z')} Connection of the rep`,
    );
    const other = await shown({
      kind: 'mode_without_voice',
      position: 7,
      facts: { mode: 'barge' },
    });
    expect(textOf(find(other, '.facts'))).toContain('Mode: Barge Entry 7');
    const named = await show('c-admin-incident-row', AdminIncidentRow, {
      incident: INCIDENT,
      call: { rep: 'Lena Brandt', customer: 'Clara Hoffmann' },
    });
    const link = find<HTMLElement & { label: string }>(named, '[data-action=audit]');
    expect(link.label).toBe('Lena Brandt with Clara Hoffmann');
  });

  it('says each time as this person reads times', async () => {
    const element = await shown({
      message: 'On the call at 2026-11-20T10:00:00.123Z, though off it at 2026-11-20T09:00:00Z.',
    });
    expect(textOf(find(element, '[lang=en]'))).toBe(
      `On the call at ${dateTimeText('2026-11-20T10:00:00Z')}, though off it at ${dateTimeText('2026-11-20T09:00:00Z')}.`,
    );
  });

  it('is acknowledged with a reason only', async () => {
    const element = await shown();
    const resolved = eventDetails(element, 'resolve');
    await click(element, '[data-action=acknowledge]');
    await click(element, '[data-action=resolve]');
    expect(find(element, '[role=alert]').textContent).not.toBe('');
    expect(resolved).toEqual([]);
    await expect(element).toBeAccessible();
    await type(element, 'textarea', ' A test call. ');
    await click(element, '[data-action=resolve]');
    expect(resolved).toEqual([{ incidentId: 'i-1', note: 'A test call.' }]);
  });

  it('says who acknowledged it, and offers nothing more', async () => {
    const element = await shown({
      resolvedAt: '2026-11-20T11:00:00Z',
      resolvedBy: 'Ada',
      resolutionNote: 'A test call.',
    });
    expect(textOf(element)).toContain('A test call.');
    expect(findAll(element, '[data-action=acknowledge]')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });
});
