import CallHelpCard from 'c/callHelpCard';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention } from 'test/builders';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const HELP = {
  helpRequestId: 'h1',
  status: 'open' as const,
  reasonCode: 'pricing',
  reasonLabel: 'Pricing or discount',
  note: 'Wants 20 % off.',
  at: '2026-11-20T10:00:30.000Z',
};
let server: FakeServer;
let stop: () => void;
beforeEach(() => {
  server = new FakeServer();
  stop = answerRequests(() => undefined);
});
afterEach(() => stop());
const shown = (more: object = {}) =>
  show('c-call-help-card', CallHelpCard, { call: aCall({ help: HELP, ...more }) });

describe('a rep who waits for help', () => {
  it('is shown with what they asked and wrote', async () => {
    const element = await shown();
    expect(textOf(element)).toContain(
      'Ravi Patel needs help: Pricing or discount Wants 20 % off. Marcus Hale · Brightwater Foods',
    );
    await expect(element).toBeAccessible();
  });

  it('is joined by one click, which says that somebody is coming', async () => {
    server
      .on('POST /api/calls/call-1/help/accept', {})
      .on(
        'POST /api/calls/call-1/interventions',
        { intervention: anIntervention(), connect: { params: {} } },
        201,
      );
    const element = await shown();
    await click(element, '[data-action=join-to-help]');
    await settled();
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/api/calls/call-1/help/accept',
      '/api/calls/call-1/interventions',
    ]);
  });

  it('is accepted once, however often it is clicked', async () => {
    const ACCEPT = 'POST /api/calls/call-1/help/accept';
    server
      .on(ACCEPT, {})
      .on(
        'POST /api/calls/call-1/interventions',
        { intervention: anIntervention(), connect: { params: {} } },
        201,
      );
    const accepted = server.holds(ACCEPT);
    const element = await shown();
    await click(element, '[data-action=join-to-help]');
    await click(element, '[data-action=join-to-help]');
    expect(find<HTMLButtonElement>(element, '[data-action=join-to-help]').disabled).toBe(true);
    accepted();
    await settled();
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/api/calls/call-1/help/accept',
      '/api/calls/call-1/interventions',
    ]);
  });

  it('is open for others again when the join is canceled at a question, or refused', async () => {
    const ACCEPT = '/api/calls/call-1/help/accept';
    const JOIN = '/api/calls/call-1/interventions';
    server.on(`POST ${ACCEPT}`, {}).on(`DELETE ${ACCEPT}`, {}).refuses(`POST ${JOIN}`, 403, {
      code: 'consent_missing',
      message: 'The customer has not heard it.',
    });
    const element = await shown();
    const requests = () => server.asked.map(({ method, path }) => `${method} ${path}`);
    await click(element, '[data-action=join-to-help]');
    await settled();
    expect(requests()).toEqual([`POST ${ACCEPT}`, `POST ${JOIN}`]);
    await click(element, '[data-action=cancel-disclosure]');
    await settled();
    expect(requests().at(-1)).toBe(`DELETE ${ACCEPT}`);

    server.refuses(`POST ${JOIN}`, 403, { code: 'out_of_scope', message: 'Not your team.' });
    await click(element, '[data-action=join-to-help]');
    await settled();
    expect(requests().slice(3)).toEqual([`POST ${ACCEPT}`, `POST ${JOIN}`, `DELETE ${ACCEPT}`]);
    expect(textOf(element)).toContain('Not your team.');
  });

  it('says why it could not be joined', async () => {
    server.refuses('POST /api/calls/call-1/help/accept', 409, {
      code: 'help_taken',
      message: 'Dana Whitfield is already joining to help.',
    });
    const element = await shown();
    await click(element, '[data-action=join-to-help]');
    expect(find(element, '[role=alert]').textContent).toContain(
      'Dana Whitfield is already joining to help.',
    );
  });

  it('cannot be joined by somebody whom the policy does not let', async () => {
    const element = await shown({
      you: { relation: 'supervisor', modes: [{ mode: 'monitor', allowed: false }] },
    });
    expect(findAll(element, '[data-action=join-to-help]')).toHaveLength(0);
  });
});
