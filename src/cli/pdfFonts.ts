import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../pdf/canvas';

const font = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(require.resolve(`@expo-google-fonts/arimo/${file}`)));

/** The face of the PDF: Arimo has the widths of Arial, which the page is laid out with, and a licence that lets it be embedded. */
export const pdfFonts = async (): Promise<PdfFonts> => {
  const [regular, bold] = await Promise.all([font('400Regular/Arimo_400Regular.ttf'), font('700Bold/Arimo_700Bold.ttf')]);
  return { regular, bold };
};
