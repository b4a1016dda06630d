import type { MeteoContent } from '../../../src/core/meteo/content';
import { composeMeteo } from '../../../src/core/meteo/compose';
import { LONGEST_LINK, meteoMail } from '../../../src/core/meteo/mail';
import { pdfFileName } from '../../../src/core/meteo/pdfFileName';
import { exampleContent } from './exampleContent';
import { inboundDays, ISSUED, syntheticInput } from './syntheticInput';

/** `_` stands for U+202F, `~` for U+00A0. */
const fr = (text: string): string => text.replaceAll('_', '\u202f').replaceAll('~', '\u00a0');
const example = exampleContent('portrait');
const english = (): MeteoContent => {
  const composed = composeMeteo(syntheticInput(inboundDays(), { language: 'en' }));
  if (!composed.ok) throw new Error(composed.problem.code);
  return composed.value.content;
};

describe('the PDF’s name', () => {
  const named = (client: string, number = 14): string => pdfFileName({ header: { client }, number, issued: ISSUED });

  test.each([
    ['as the convention has it', 'Hexalis', 'Meteo_Hexalis_014_2026-11-23.pdf'],
    ['of several words', 'Mutuelle du Littoral', 'Meteo_Mutuelle-du-Littoral_014_2026-11-23.pdf'],
    ['with accents and an apostrophe', 'Crédit d’Été', 'Meteo_Credit-d-Ete_014_2026-11-23.pdf'],
    ['with letters that lose no accent', 'Œuvre Łódź Straße', 'Meteo_OEuvre-Lodz-Strasse_014_2026-11-23.pdf'],
    ['with what a path forbids', '..\\A/B:C*?"<>|', 'Meteo_A-B-C_014_2026-11-23.pdf'],
    ['in another script', 'Ελλάδα', 'Meteo_014_2026-11-23.pdf'],
    ['without a client', '', 'Meteo_014_2026-11-23.pdf'],
    ['of a client with a long name', 'a'.repeat(300), `Meteo_${'a'.repeat(60)}_014_2026-11-23.pdf`],
  ])('%s', (_name, client, expected) => expect(named(client)).toBe(expected));

  test('of a number beyond the hundreds', () => expect(named('Hexalis', 1014)).toBe('Meteo_Hexalis_1014_2026-11-23.pdf'));
});

describe('a mail', () => {
  test('in French says what the page says, and what to attach', () => {
    const mail = meteoMail(example);
    expect(mail.subject).toBe(fr('Météo n°~14 – Mutuelle du Littoral – S46–S47 2026~: Éclaircies'));
    expect(mail.file).toBe('Meteo_Mutuelle-du-Littoral_014_2026-11-23.pdf');
    expect(mail.text.split('\n\n').slice(0, 4)).toEqual([
      'Bonjour,',
      fr(`Voici la météo n°~14 (${example.header.contract}), du~09/11 au~22/11/2026.`),
      example.message,
      `${example.blue.word} · ${example.blue.rule}\n${example.green.value.text} ${example.green.what} · ✔ Conforme`,
    ]);
    for (const { label, value } of example.green.rows) expect(mail.text).toContain(fr(`- ${label}~: ${value.text}`));
    for (const { action } of example.blue.actions.rows) expect(mail.text).toContain(action);
    expect(mail.text).toContain(example.footer.next);
    expect(mail.text.endsWith(`La page complète est jointe\u00a0: ${mail.file}`)).toBe(true);
  });

  test('in English is English', () => {
    const content = english();
    const mail = meteoMail(content);
    expect(mail.subject).toMatch(/^Météo no\.\u00a01 – Mutuelle du Littoral – W46–47 2026: \w+/);
    expect(mail.text).toMatch(/^Hello,\n\nHere is météo no\.\u00a01 \(.+\), /);
    expect(mail.text).toContain('of calls answered (answer rate), objective 90% · ✔ On target\n\nFigures:\n- ');
    expect(mail.html).toContain('<div lang="en">');
    expect(mail.text).not.toMatch(/Bonjour|objectif/);
  });

  test('says that a threshold nobody confirmed is proposed', () => {
    const rows = example.green.rows.map((row) => ({ ...row, objective: fr('≥_85_%*') }));
    const { text, html } = meteoMail({ ...example, green: { ...example.green, rows } });
    expect(text).toContain(fr('(objectif ≥_85_%, proposé)'));
    expect(html).toContain(fr('85_%, proposé</td>'));
    expect(text).not.toContain('*');
  });

  test('escapes what HTML would take for its own, in every part', () => {
    const bad = `<script>alert("l'été")</script> & Cie`;
    const content: MeteoContent = {
      ...example,
      header: { ...example.header, contract: bad },
      message: bad,
      blue: {
        ...example.blue,
        byTheRules: bad,
        shortTerm: { ...example.blue.shortTerm, items: [{ key: '<b>', text: bad, date: 0 }] },
        actions: { ...example.blue.actions, rows: [{ action: bad, effect: bad, role: bad, due: bad, progress: bad }] },
      },
      green: { ...example.green, what: bad, rows: example.green.rows.map((row) => ({ ...row, label: bad })) },
      footer: { ...example.footer, next: bad },
    };
    const { html } = meteoMail(content);
    const tags = new Set([...html.matchAll(/<\/?([^\s>]+)/g)].map((found) => found[1]));
    expect([...tags].sort()).toEqual(['div', 'li', 'p', 'table', 'td', 'th', 'tr', 'ul']);
    expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    expect(html).toContain('&lt;script&gt;');
  });
});

describe('the link', () => {
  const decoded = (link: string) => {
    const parameters = new URL(link).searchParams;
    return { subject: parameters.get('subject'), body: parameters.get('body')?.replaceAll('\r\n', '\n') };
  };

  test.each<[string, (content: MeteoContent) => MeteoContent, boolean]>([
    [
      'of a short page is whole',
      (content) => ({
        ...content,
        green: { ...content.green, rows: [] },
        blue: {
          ...content.blue,
          shortTerm: { ...content.blue.shortTerm, items: [] },
          actions: { ...content.blue.actions, rows: [] },
        },
      }),
      false,
    ],
    ['of an ordinary page leaves the last parts to the attached page', (content) => content, true],
    ['of a long message', (content) => ({ ...content, message: 'é'.repeat(2000) }), true],
    ['of a client with a long name', (content) => ({ ...content, header: { ...content.header, client: 'Ж'.repeat(400) } }), true],
    ['of half a sign', (content) => ({ ...content, message: 'ça \ud83d va' }), true],
  ])('%s', (_name, change, shortened) => {
    const mail = meteoMail(change(example));
    expect(mail.mailto.length).toBeLessThanOrEqual(LONGEST_LINK);
    expect(mail.mailto).toMatch(/^mailto:\?subject=[^&\s]+&body=[^&\s]+$/);
    expect(mail.shortened).toBe(shortened);
    const { subject, body } = decoded(mail.mailto);
    expect(subject).toMatch(/^Météo n°\u00a014 – .*Éclaircies$/);
    if (shortened) expect(body).toContain('Le détail est dans la page jointe.');
    else expect(body).toBe(mail.text);
  });

  test('breaks lines as mail does', () => expect(meteoMail(example).mailto).toMatch(/Bonjour%2C%0D%0A%0D%0AVoici/));
});
