import { unzipSync, zipSync, type Zippable } from 'fflate';
import { FileRefusal } from '../problem';

/** What an archive may unfold to. A workbook beyond these is refused: it would exhaust the memory of a browser tab. */
const limits = {
  entries: 20_000,
  bytes: 768 * 1024 * 1024,
  /** Above `ratioFrom` bytes. */ ratio: 200,
  ratioFrom: 48 * 1024 * 1024,
};

/** Formats that are compressed already; packing them again costs time and gains nothing. */
const packed = /\.(png|jpe?g|gif|zip|mp4|wmf\.gz)$/i;

/** Entries are dated like those that Excel writes, so that equal content gives an equal file. */
const earliest = new Date(1980, 0, 1);

const tooLarge = (file: string, reason: string): FileRefusal =>
  new FileRefusal({ code: 'file-unreadable', params: { file, reason } });

/**
 * Entries of a zip in their order, names with `/` and without directories.
 * @throws FileRefusal when it is no zip, is damaged, or would unfold beyond `limits`.
 */
export const readArchive = (bytes: Uint8Array, file: string): Map<string, Uint8Array> => {
  let entries = 0;
  let total = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        if (++entries > limits.entries) throw tooLarge(file, `> ${limits.entries} entries`);
        if ((total += originalSize) > limits.bytes) throw tooLarge(file, `> ${limits.bytes / 1024 ** 2} MB`);
        if (total > limits.ratioFrom && total > limits.ratio * bytes.length) throw tooLarge(file, `> ${limits.ratio}:1`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal({ code: 'file-damaged', params: { file, part: 'zip' } });
  }
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(unpacked)) {
    const path = name.replace(/\\/g, '/').replace(/^\/+/, '');
    if (!path.endsWith('/')) parts.set(path, content);
  }
  return parts;
};

/** A zip of the parts in their order. */
export const writeArchive = (parts: Iterable<readonly [string, Uint8Array]>): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, content] of parts) entries[name] = [content, { level: packed.test(name) ? 0 : 6, mtime: earliest }];
  return zipSync(entries);
};
