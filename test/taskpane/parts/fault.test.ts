import { faultOf } from '../../../src/taskpane/parts/fault';

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

test.each<[string, unknown, string]>([
  ['code that could not be fetched', named('ChunkLoadError', 'Loading chunk 16 failed.'), 'pane-part-missing'],
  [
    'a sheet of styles that could not be fetched',
    Object.assign(new Error('Loading CSS chunk 16 failed.'), { code: 'CSS_CHUNK_LOAD_FAILED' }),
    'pane-part-missing',
  ],
  ['a fault of the code', new TypeError('values is null'), 'unexpected'],
  ['a text that was thrown', 'ChunkLoadError', 'unexpected'],
])('%s', (_name, thrown, code) => {
  expect(faultOf(thrown).code).toBe(code);
});
