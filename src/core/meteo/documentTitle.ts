import type { MeteoContent } from './content';

/** The page's name as a document: `Mutuelle du Littoral – Météo du client n° 14`, the title alone while no client is named. */
export const documentTitle = ({ header }: MeteoContent): string =>
  [header.client, header.title].filter((part) => part.trim() !== '').join(' – ');
