import { ApiError } from '../richapi/apiError';

export type ImageData = { bytes: Uint8Array; format: 'png' | 'jpeg'; width: number; height: number };

const fromBase64 = (encoded: string): Uint8Array => {
  const text = encoded.replace(/^data:[^,]*,/, '').replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text === '') throw new ApiError('InvalidArgument');
  const binary = atob(text);
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
};

/** Frame headers of JPEG that hold the size: SOF0 to SOF15 but for the tables among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const jpegSize = (bytes: Uint8Array): { width: number; height: number } | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at) !== 0xff) return null;
    if (isFrame(view.getUint8(at + 1))) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return null;
};

/** Reads a PNG's or JPEG's bytes and size in pixels. @throws ApiError for anything else. */
export const readImage = (base64: string): ImageData => {
  const bytes = fromBase64(base64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { bytes, format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  const size = bytes.length > 10 && view.getUint16(0) === 0xffd8 ? jpegSize(bytes) : null;
  if (!size) throw new ApiError('InvalidArgument');
  return { bytes, format: 'jpeg', ...size };
};
