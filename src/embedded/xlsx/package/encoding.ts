/** Parts are UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.3.4); a few writers declare something else. They are written as UTF-8. */

const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 120));
  const name = declared.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return name.startsWith('utf-16') ? 'utf-8' : name;
};

/** Characters of a part. A byte order mark of UTF-8 stays, so that an edited part keeps it. */
export const decodePart = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8').decode(bytes);
  }
  return text.replace(declared, (head, name: string) => head.replace(name, 'UTF-8'));
};

export const encodePart = (text: string): Uint8Array => new TextEncoder().encode(text);
