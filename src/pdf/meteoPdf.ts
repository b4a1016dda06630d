import { documentTitle } from '../core/meteo/documentTitle';
import { paintPageSteps } from '../core/meteo/paintPage';
import type { MeteoPage } from '../core/meteo/page';
import { atOnce, type Steps } from '../core/steps';
import { Canvas, type PdfFonts } from './canvas';

const languages = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * The page as a PDF: one A4, vector, tagged, fonts embedded and subset, its text selectable line by line. Same page, same
 * fonts and same date give the same bytes.
 */
export const meteoPdf = (page: MeteoPage, fonts: PdfFonts, created: Date): Promise<Uint8Array> =>
  atOnce(meteoPdfSteps(page, fonts, created));

/** `meteoPdf` in slices: the fonts are opened, each text is drawn, and each font is cut down between two pauses. */
export function* meteoPdfSteps(page: MeteoPage, fonts: PdfFonts, created: Date): Steps<Promise<Uint8Array>> {
  const { language, message, footer } = page.content;
  const canvas = new Canvas(page.paper, fonts, {
    title: documentTitle(page.content),
    author: footer.source.split(' · ')[0] ?? '',
    subject: message,
    language: languages[language],
    created,
  });
  yield undefined;
  yield* canvas.openFontsSteps();
  yield* paintPageSteps(canvas, page);
  return yield* canvas.finishSteps();
}
