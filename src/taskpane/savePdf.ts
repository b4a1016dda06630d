import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf';
import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf';
import type { MeteoPage } from '../core/meteo/page';
import { pdfFileName } from '../core/meteo/pdfFileName';
import { meteoPdf } from '../pdf/meteoPdf';

/** How long a download may take to start: until then the browser needs the PDF's address. */
const DOWNLOAD_START_MILLISECONDS = 60_000;

const bytesOf = async (address: string): Promise<Uint8Array> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** A file that was handed to the browser, and its size in KB of 1000 bytes. */
export type SavedFile = { name: string; kilobytes: number };

/** Makes the page's PDF and hands it to the browser as a download. Throws when a font cannot be fetched. */
export const savePdf = async (page: MeteoPage, now: Date): Promise<SavedFile> => {
  const [regularFace, boldFace] = await Promise.all([bytesOf(regular), bytesOf(bold)]);
  const pdf = await meteoPdf(page, { regular: regularFace, bold: boldFace }, now);
  const name = pdfFileName(page.content);
  const link = document.createElement('a');
  // A copy of its own: the bytes may be a view on a larger buffer.
  link.href = URL.createObjectURL(new Blob([pdf.slice()], { type: 'application/pdf' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_START_MILLISECONDS);
  return { name, kilobytes: Math.max(1, Math.round(pdf.length / 1000)) };
};
