/** What is wrong as the title of a page: a sentence without its stop. `Aucune colonne de dates trouvée`. */
export const asTitle = (sentence: string): string => sentence.replace(/\.$/, '');
