import { describe, expect, test } from 'vitest';
import { LabelPlacer } from '../../../../src/charts/svg/placer';
import { alongSegment } from '../../../../src/charts/svg/trail';

const PICTURE = { x: 0, y: 0, width: 200, height: 100 };

function labelAt(x: number, y: number) {
  return { x, y, width: 40, height: 10 };
}

describe('a label', () => {
  test('gets its first place that is free and inside the picture', () => {
    const placer = new LabelPlacer(PICTURE);
    placer.block(labelAt(10, 10));
    const outside = labelAt(180, 10);
    expect(placer.place([outside, labelAt(20, 15), labelAt(10, 40)])).toEqual(labelAt(10, 40));
  });

  test('covers no earlier label', () => {
    const placer = new LabelPlacer(PICTURE);
    expect(placer.place([labelAt(10, 10)])).toEqual(labelAt(10, 10));
    expect(placer.place([labelAt(10, 10)])).toBeUndefined();
  });

  test('gets the place that covers least of a line', () => {
    const placer = new LabelPlacer(PICTURE);
    placer.avoid(
      alongSegment([
        { x: 0, y: 15 },
        { x: 100, y: 15 },
      ]),
    );
    expect(placer.place([labelAt(10, 10), labelAt(85, 10)])).toEqual(labelAt(85, 10));
    expect(placer.place([labelAt(10, 10), labelAt(10, 40)])).toEqual(labelAt(10, 40));
  });

  test('has no line to its point across another label', () => {
    const placer = new LabelPlacer(PICTURE);
    placer.place([labelAt(50, 40)]);
    const point = { x: 30, y: 45 };
    const behind = labelAt(120, 40);
    const above = labelAt(20, 10);
    expect(placer.place([behind, above], point)).toEqual(above);
  });
});

describe('a label that must be shown', () => {
  test('gets a free place if there is one', () => {
    const placer = new LabelPlacer(PICTURE);
    placer.block(labelAt(10, 10));
    expect(placer.placeAnyhow([labelAt(10, 10), labelAt(10, 40)])).toEqual(labelAt(10, 40));
  });

  test('else covers something, but stays in the picture, and no later label covers it', () => {
    const placer = new LabelPlacer(PICTURE);
    placer.block(PICTURE);
    expect(placer.placeAnyhow([labelAt(-5, 10), labelAt(10, 10)])).toEqual(labelAt(10, 10));
    expect(placer.placeAnyhow([labelAt(-5, 10)])).toBeUndefined();
  });
});
