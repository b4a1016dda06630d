import { answerTooLarge, attempt, hostError, problemOf, refusedWhole } from '../../src/excel/errors';

const thrown = (code: string, message = 'refused', traceMessages: string[] = []): Error =>
  Object.assign(new Error(message), { code, debugInfo: { errorLocation: 'Range.formulas' }, traceMessages });

test.each([
  ['InvalidOperationInCellEditMode', 'cell-editing'],
  ['ApiNotFound', 'host-too-old'],
  ['AccessDenied', 'sheet-protected'],
  ['ItemNotFound', 'host-refused'],
  ['GeneralException', 'host-refused'],
])('%s becomes %s', (code, problem) => {
  const error = hostError(thrown(code));
  expect(error && problemOf(error).code).toBe(problem);
});

test('a document opened for reading is told from a protected sheet by what Excel says', () => {
  const error = hostError(thrown('AccessDenied', 'The document is read-only.'));
  expect(error && problemOf(error).code).toBe('read-only');
});

test('where it happened and what was done before are kept', () => {
  expect(hostError(thrown('ItemNotFound', 'gone', ['step', 'step']))).toEqual({
    code: 'ItemNotFound',
    message: 'gone',
    location: 'Range.formulas',
    reached: ['step', 'step'],
  });
});

test('a request refused as a whole wrote nothing; an answer that is too large can be asked for in parts', () => {
  const editing = hostError(thrown('InvalidOperationInCellEditMode'));
  const large = hostError(thrown('ResponsePayloadSizeLimitExceeded'));
  expect(editing && refusedWhole(editing)).toBe(true);
  expect(large && answerTooLarge(large)).toBe(true);
});

test('a fault of ours is thrown again, an error of the client becomes a value', async () => {
  await expect(attempt(() => Promise.reject(new TypeError('undefined')))).rejects.toThrow(TypeError);
  expect(await attempt(() => Promise.reject(thrown('ItemNotFound')))).toMatchObject({ error: { code: 'ItemNotFound' } });
  expect(await attempt(() => Promise.resolve(3))).toEqual({ value: 3 });
});
