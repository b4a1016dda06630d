import { defaultStyle, Styles } from '../../../src/embedded/book/styleTable';

test('the same patch on the same style gives the same index, another style for another patch', () => {
  const styles = new Styles();
  const bold = styles.derive(0, { font: { bold: true } });
  expect(styles.derive(0, { font: { bold: true } })).toBe(bold);
  expect(styles.derive(0, { font: { italic: true } })).not.toBe(bold);
  expect(styles.get(bold)).toEqual({ ...defaultStyle, font: { ...defaultStyle.font, bold: true } });
});

test('a patch that changes nothing, or takes back what another did, gives the style itself', () => {
  const styles = new Styles();
  expect(styles.derive(0, { font: { bold: false } })).toBe(0);
  expect(styles.derive(styles.derive(0, { fill: { pattern: 'solid', color: '#FFFFFF' } }), { fill: defaultStyle.fill })).toBe(0);
});

test('a derived style remembers which one of the file it began as, and two that look alike stay apart', () => {
  const styles = new Styles([defaultStyle, defaultStyle]);
  const [first, second] = [styles.derive(0, { numberFormat: '0%' }), styles.derive(1, { numberFormat: '0%' })];
  expect(first).not.toBe(second);
  expect([styles.origin(first), styles.origin(styles.derive(second, { font: { size: 9 } }))]).toEqual([0, 1]);
  expect(styles.initialCount).toBe(2);
});

test('an index that no style has gives the default', () => {
  expect(new Styles().get(99)).toBe(defaultStyle);
});
