/** OLE compound files: encrypted workbooks and those of Excel 97 to 2003 are such, no zip. */

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const FREE_SECTOR_LIMIT = 0xfffffffa;
const ENTRY = 128;
const MAX_SECTORS = 4096;

export const isCompoundFile = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Names of the streams and storages of a compound file ([MS-CFB] 2.6): `EncryptedPackage` in an encrypted workbook. */
export const compoundFileEntries = (bytes: Uint8Array): string[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (offset: number): number => (offset + 4 <= bytes.length ? view.getUint32(offset, true) : FREE_SECTOR_LIMIT);
  const sectorSize = 1 << (bytes.length > 32 ? view.getUint16(30, true) : 9);
  const sectorStart = (sector: number): number => (sector + 1) * sectorSize;
  /** Following sector of a chain: its entry in the allocation table, whose own sectors the header lists. */
  const following = (sector: number): number => {
    const perSector = sectorSize / 4;
    const table = word(76 + 4 * Math.floor(sector / perSector));
    return table >= FREE_SECTOR_LIMIT ? FREE_SECTOR_LIMIT : word(sectorStart(table) + 4 * (sector % perSector));
  };
  const names: string[] = [];
  let sector = word(48);
  for (let count = 0; sector < FREE_SECTOR_LIMIT && count < MAX_SECTORS; count++) {
    const start = sectorStart(sector);
    for (let offset = start; offset + ENTRY <= Math.min(start + sectorSize, bytes.length); offset += ENTRY) {
      const length = view.getUint16(offset + 64, true);
      if (length < 2 || length > 64) continue;
      names.push(new TextDecoder('utf-16le').decode(bytes.subarray(offset, offset + length - 2)));
    }
    sector = following(sector);
  }
  return names;
};
