import type { MeteoMail } from '../../core/meteo/mail';
import { copyText } from '../parts/copyText';

/** Puts a mail on the clipboard, with its form where the browser takes HTML; false where it takes nothing. */
export const copyMail = async ({ html, text }: MeteoMail): Promise<boolean> => {
  try {
    const part = (type: string, content: string): Blob => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/html': part('text/html', html), 'text/plain': part('text/plain', text) }),
    ]);
    return true;
  } catch {
    return copyText(text);
  }
};
