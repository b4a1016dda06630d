import { isVersionAtLeast } from '../../../src/embedded/richapi/requirements';

test.each([
  ['1.12', '1.9', true],
  ['1.9', '1.12', false],
  ['1.9', '1.9', true],
  ['2.0', '1.21', true],
  ['1', '1.0', true],
])('a host of %s serves what needs %s: %s', (declared, needed, expected) => {
  expect(isVersionAtLeast(declared, needed)).toBe(expected);
});
