import bold from '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf';
import regular from '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf';
import type { MeteoPage } from '../core/meteo/page';
import { pdfFileName } from '../core/meteo/pdfFileName';
import { done, problem, refused, type Result } from '../core/problem';
import type { WorkbookPort } from '../core/sheet/workbook';
import type { Steps } from '../core/steps';

/** How long a download may take to start: until then the browser needs the PDF's address. */
const DOWNLOAD_START_MILLISECONDS = 60_000;

const bytesOf = async (address: string): Promise<Uint8Array> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** A file that was handed to the browser, and its size in KB of 1000 bytes. */
export type SavedFile = { name: string; kilobytes: number };

/**
 * The code that draws, in two tasks: evaluated with the rest, the reader of faces would hold the pane for nearly 50 ms.
 */
const loadPdf = async () => {
  await import(/* webpackExports: ["create"] */ 'fontkit');
  return import('../pdf/meteoPdf');
};

/** What draws the page and the faces of its text; refused where they cannot be fetched. */
const partsOfPdf = async () => {
  try {
    // The faces come after the code, so that drawing begins in another task than the one that evaluates it.
    const { meteoPdfSteps } = await loadPdf();
    const [regularFace, boldFace] = await Promise.all([bytesOf(regular), bytesOf(bold)]);
    return done({ fonts: { regular: regularFace, bold: boldFace }, meteoPdfSteps });
  } catch {
    return refused(problem('pdf-parts-missing', {}));
  }
};

type Drawn = { bytes: Promise<Uint8Array> };

function* drawing(work: Steps<Promise<Uint8Array>>): Steps<Result<Drawn>> {
  return done({ bytes: yield* work });
}

/**
 * Makes the page's PDF, in slices that leave the pane alive, and hands it to the browser as a download. Refused with `cancelled`
 * where somebody cancels; with `pdf-parts-missing` where what draws it cannot be fetched.
 */
export const savePdf = async (port: WorkbookPort, page: MeteoPage, now: Date): Promise<Result<SavedFile>> => {
  const parts = await partsOfPdf();
  if (!parts.ok) return parts;
  const { fonts, meteoPdfSteps } = parts.value;
  const drawn = await port.compute(drawing(meteoPdfSteps(page, fonts, now)));
  if (!drawn.ok) return drawn;
  const pdf = await drawn.value.bytes;
  const name = pdfFileName(page.content);
  const link = document.createElement('a');
  // A copy of its own: the bytes may be a view on a larger buffer.
  link.href = URL.createObjectURL(new Blob([pdf.slice()], { type: 'application/pdf' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_START_MILLISECONDS);
  return done({ name, kilobytes: Math.max(1, Math.round(pdf.length / 1000)) });
};
