import type { Book } from '../../book/book';
import type { Font } from '../../book/metrics';
import type { Vocabulary } from '../dialect';
import type { Package } from '../package/package';
import type { WorkbookSource } from '../source';
import type { StringWriter } from './stringWriter';
import type { StyleWriter } from './styleWriter';

/** One save in progress: the copy of the package that it changes, and the parts that all sheets add to. */
export type Save = {
  book: Book;
  source: WorkbookSource;
  parts: Package;
  names: Vocabulary;
  font: Font;
  styles: StyleWriter;
  strings: StringWriter;
};
