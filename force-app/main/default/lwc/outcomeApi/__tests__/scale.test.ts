import { axisText, decimalsText, digitsText, percentText, pointsText } from 'c/outcomeApi';

describe('a percentage', () => {
  it('that was measured has one decimal, so that figures beside each other compare', () => {
    expect([0.67, 0.795, 0, 1, 0.0049].map(percentText)).toEqual([
      '67.0%',
      '79.5%',
      '0.0%',
      '100.0%',
      '0.5%',
    ]);
  });

  it('on an axis has as many decimals as its ticks need', () => {
    const ticks = (maximum: number): string[] =>
      [0, 1, 2, 3, 4].map((n) => axisText((maximum * n) / 4, maximum));
    expect(ticks(0.2)).toEqual(['0%', '5%', '10%', '15%', '20%']);
    expect(ticks(0.02)).toEqual(['0.0%', '0.5%', '1.0%', '1.5%', '2.0%']);
    expect(ticks(0.01)).toEqual(['0.00%', '0.25%', '0.50%', '0.75%', '1.00%']);
  });
});

it('a number below zero has a minus sign', () => {
  expect([pointsText(-0.012), decimalsText(-0.142), digitsText(-23.14)]).toEqual([
    '−1.2 points',
    '−0.142',
    '−23.1',
  ]);
});
