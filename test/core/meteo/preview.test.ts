import { previewSvg } from '../../../src/core/meteo/preview';
import { exampleContent } from './exampleContent';
import { laidOut, only } from './laidOut';

describe('preview of the page', () => {
  const page = laidOut(exampleContent());
  const svg = previewSvg(page);

  test('is the sheet of paper, in the language of the page', () => {
    expect(svg).toMatch(/^<svg [^>]*lang="fr" viewBox="0 0 595.28 841.89"/);
    expect(svg).toContain('<title>Mutuelle du Littoral – Météo du client n°\u00a014</title>');
  });

  test('shows every line of text of the page once', () => {
    for (const { lines } of only(page, 'text'))
      for (const line of lines.filter((text) => text !== '')) expect(svg.split(`>${line}</text>`).length).toBeGreaterThan(1);
  });

  test('says what its pictures show', () => {
    expect([...svg.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, text]) => text)).toEqual([
      expect.stringMatching(/^91,8\u202f% d’appels décrochés/),
      'Précédente (n°\u00a013)\u00a0: Soleil',
      'Éclaircies',
    ]);
  });

  test('what a person typed is text, never markup', () => {
    const content = exampleContent();
    const hostile = previewSvg(laidOut({ ...content, header: { ...content.header, client: '<script>"A&B"</script>' } }));
    expect(hostile).not.toContain('<script>');
    expect(hostile).toContain('&lt;script&gt;&quot;A&amp;B&quot;&lt;/script&gt;');
  });
});
