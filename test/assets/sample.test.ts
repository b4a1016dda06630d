import { readFileSync } from 'node:fs';
import { SAMPLE_FILE, sampleBytes } from '../../assets/sample/make';

test('the committed sample is what its script writes, byte for byte', async () => {
  const made = Buffer.from(await sampleBytes());
  expect(made.equals(readFileSync(SAMPLE_FILE))).toBe(true);
}, 60_000);
