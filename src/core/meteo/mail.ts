import { mailWords } from '../words/mailWords';
import { EN_DASH, typeset } from '../words/typography';
import type { Status } from '../kpi/kpi';
import type { KpiRow, Language, MeteoContent } from './content';
import { pdfFileName } from './pdfFileName';

/** The mail that goes with a page. */
export type MeteoMail = {
  subject: string;
  /** Plain text, lines parted by line feeds. */
  text: string;
  /** The same as an HTML fragment to paste. */
  html: string;
  /** A link that opens a draft, at most `LONGEST_LINK` characters long. */
  mailto: string;
  /** Had the link's body to be shortened? The text and the HTML are whole. */
  shortened: boolean;
  /** The file to attach, by the convention. */
  file: string;
};

/** Windows hands at most 2,048 characters to the mail program, some of which it needs itself. */
export const LONGEST_LINK = 1_800;

const SYMBOLS: Readonly<Record<Status, string>> = { green: '✔ ', amber: '▲ ', red: '✖ ', none: '' };

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Half a sign, which a person's clipboard may hold, has no encoding: it becomes the sign of what cannot be shown. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

const linkOf = (subject: string, body: string): string =>
  `mailto:?subject=${encoded(subject)}&body=${encoded(body).replaceAll('%0A', '%0D%0A')}`;

/** A section of the mail: a title and its lines; the figures are a table in HTML. */
type Section = { title: string; lines: readonly string[]; rows?: readonly Figure[] };
type Figure = { label: string; value: string; objective: string; status: string };

const objectiveOf = (objective: string, language: Language): string => {
  if (objective === EN_DASH) return '';
  return objective.endsWith('*') ? mailWords(language).proposed(objective.slice(0, -1)) : objective;
};

const figureOf = ({ label, value, objective, status }: KpiRow, language: Language): Figure => ({
  label,
  value: value.text,
  objective: objectiveOf(objective, language),
  status: `${SYMBOLS[status.status]}${status.word}`,
});

const sectionsOf = (content: MeteoContent): Section[] => {
  const { language, green, blue } = content;
  const words = mailWords(language);
  const set = (text: string): string => typeset(text, language);
  const rows = green.rows.map((row) => figureOf(row, language));
  const line = ({ label, value, objective, status }: Figure): string =>
    set(objective === '' ? words.figureWithoutObjective(label, value, status) : words.figure(label, value, objective, status));
  const actions = blue.actions.rows.map(({ action, role, due }) => set(words.action(action, role, due)));
  const ahead = blue.shortTerm.items.map(({ key: date, text }) => `${date} ${text}`.trim());
  return [
    { title: set(words.figures), lines: rows.map(line), rows },
    { title: set(words.actions), lines: actions },
    { title: set(words.ahead), lines: ahead },
  ].filter(({ lines }) => lines.length > 0);
};

const CELL = 'padding:2px 12px 2px 0;text-align:left';

const tableOf = (rows: readonly Figure[], head: Figure): string => {
  const row = (tag: 'th' | 'td', { label, value, objective, status }: Figure): string =>
    `<tr>${[label, value, objective, status].map((cell) => `<${tag} style="${CELL}">${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return `<table style="border-collapse:collapse">${[row('th', head), ...rows.map((one) => row('td', one))].join('')}</table>`;
};

/**
 * The mail that goes with a page: its own message, figures, actions and dates, as text and as HTML, and a link that opens a
 * draft. A link too long for the mail program says less, and that the rest is on the attached page.
 */
export const meteoMail = (content: MeteoContent): MeteoMail => {
  const { language, number, header, message, green, blue, footer } = content;
  const words = mailWords(language);
  const set = (text: string): string => typeset(text, language);
  const file = pdfFileName(content);
  // The header's line ends in the day of issue, which the mail's own date says.
  const period = header.period.split(' · ')[0] ?? header.period;
  const [weeks = '', dates = period] = period.split(', ');
  const subject = set(words.subject(number, header.client, weeks, blue.word));
  const opening = set(header.contract === '' ? words.introShort(number, dates) : words.intro(number, header.contract, dates));
  const sections = sectionsOf(content);
  const closing = [footer.next, set(words.attached(file))];
  const { value, what, status } = green;
  const state = [
    ...(blue.byTheRules === undefined ? [`${blue.word} · ${blue.rule}`] : [blue.rule, blue.byTheRules]),
    `${value.text} ${what}`.trim() + ` · ${SYMBOLS[status.status]}${status.word}`,
  ];
  const paragraphs = (kept: readonly Section[], end: readonly string[]): string =>
    [
      words.greeting,
      opening,
      message,
      state.join('\n'),
      ...kept.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
      end.join('\n'),
    ].join('\n\n');
  const text = paragraphs(sections, closing);
  const html = [
    ...[words.greeting, opening, message, ...state].map((line) => `<p>${escaped(line)}</p>`),
    ...sections.map(({ title, lines, rows }) =>
      rows
        ? `<p>${escaped(title)}</p>${tableOf(rows, { ...words.head, label: words.head.indicator })}`
        : `<p>${escaped(title)}</p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`,
    ),
    ...closing.map((line) => `<p>${escaped(line)}</p>`),
  ].join('\n');
  const shorter = [
    ...sections.map((_, index) => paragraphs(sections.slice(0, sections.length - 1 - index), [words.detail, ...closing])),
    [words.greeting, opening, message, words.detail].join('\n\n'),
    [words.greeting, words.detail].join('\n\n'),
  ];
  const plainSubject = set(words.subject(number, '', weeks, blue.word));
  const links = [text, ...shorter].map((body) => linkOf(subject, body));
  const link = links.find((candidate) => candidate.length <= LONGEST_LINK) ?? linkOf(plainSubject, shorter.at(-1) ?? '');
  return { subject, text, html: `<div lang="${language}">${html}</div>`, mailto: link, shortened: link !== links[0], file };
};
