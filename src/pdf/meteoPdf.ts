import { documentTitle } from '../core/meteo/documentTitle';
import { paintPage } from '../core/meteo/paintPage';
import type { MeteoPage } from '../core/meteo/page';
import { Canvas, type PdfFonts } from './canvas';

const languages = { fr: 'fr-FR', en: 'en-GB' } as const;

/**
 * The page as a PDF: one A4, vector, tagged, fonts embedded and subset, its text selectable line by line. Same page, same
 * fonts and same date give the same bytes.
 */
export const meteoPdf = async (page: MeteoPage, fonts: PdfFonts, created: Date): Promise<Uint8Array> => {
  const { language, message, footer } = page.content;
  const canvas = new Canvas(page.paper, fonts, {
    title: documentTitle(page.content),
    author: footer.source.split(' · ')[0] ?? '',
    subject: message,
    language: languages[language],
    created,
  });
  paintPage(canvas, page);
  return canvas.finish();
};
