import OutcomeFunnel from 'c/outcomeFunnel';
import { find, findAll, show, textOf } from 'test/dom';

const point = (name: string, n: number, rate: number, verdict = 'usual') => ({
  userId: name,
  name,
  n,
  events: Math.round(n * rate),
  rate,
  shrunkRate: rate,
  limits95: { low: 0.005, high: 0.03 },
  limits998: { low: 0, high: 0.04 },
  verdict,
});
const shown = (points: unknown[], target = 0.015) =>
  show('c-outcome-funnel', OutcomeFunnel, {
    heading: 'Reps',
    countLabel: 'Answered calls',
    target,
    points,
  });

describe('the funnel plot', () => {
  it('draws everybody within the drawing area, and limits on both sides', async () => {
    const element = await shown([point('Ravi', 100, 0.01), point('Jo', 4_000, 0.02)]);
    const marks = findAll(element, 'circle').map((mark) => ({
      x: Number(mark.getAttribute('cx')),
      y: Number(mark.getAttribute('cy')),
    }));
    expect(marks).toHaveLength(2);
    for (const { x, y } of marks) {
      expect(x >= 0 && x <= 720).toBe(true);
      expect(y >= 0 && y <= 260).toBe(true);
    }
    expect(marks[0]!.x).toBeLessThan(marks[1]!.x);
    expect(marks[0]!.y).toBeGreaterThan(marks[1]!.y);
    expect(findAll(element, 'polyline.limit')).toHaveLength(4);
    await expect(element).toBeAccessible();
  });

  it('says what a mark is, and sets apart who differs', async () => {
    const element = await shown([point('Ravi', 100, 0.01), point('Jo', 400, 0.09, 'outlier_high')]);
    const [signal] = findAll(element, '.mark_signal');
    expect(textOf(find(signal!, 'title'))).toBe('Jo: 9.0%, 36 of 400');
    expect(findAll(element, '.mark_signal')).toHaveLength(1);
  });

  it('is drawn where nothing has happened yet', async () => {
    const element = await shown([point('Ravi', 100, 0)], 0);
    expect(findAll(element, 'circle')).toHaveLength(1);
    expect(element.shadowRoot?.innerHTML).not.toContain('NaN');
  });
});
