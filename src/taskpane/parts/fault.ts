import { problem, unexpected, type Problem } from '../../core/problem';

/** What webpack calls code, and what its loader of styles calls a sheet, that could not be fetched. */
const isPartMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && (thrown.name === 'ChunkLoadError' || ('code' in thrown && thrown.code === 'CSS_CHUNK_LOAD_FAILED'));

/**
 * What was thrown, as a problem. Code that could not be fetched is one with a sentence and a remedy of its own
 * (`pane-part-missing`): its number and address say nothing to anybody.
 */
export const faultOf = (thrown: unknown): Problem =>
  isPartMissing(thrown) ? problem('pane-part-missing', {}) : unexpected(thrown);
