import type { MeteoContent } from './content';

/**
 * What a météo says, in a few lines of plain text: for a terminal, or the body of a mail. The page's own sentences, no
 * figure of its own.
 */
export const meteoSummary = ({ header, message, green, yellow, blue, footer }: MeteoContent): string => {
  const rows = green.rows.map((row) => {
    const ahead = row.projection ? `${row.projection.text} (${row.interval})` : (row.historyNote ?? '');
    return [row.label, row.value.text, row.objective, row.status.word, row.change.text, ahead]
      .filter((part) => part !== '')
      .join(' · ');
  });
  const facts = yellow.highlights.items.map((item) => `${item.key} ${item.text}`.trim());
  return [
    [header.title, header.client, header.period].filter((part) => part !== '').join(' · '),
    message,
    // A changed level's rule begins with its word.
    ...(blue.byTheRules === undefined ? [`${blue.word} · ${blue.rule}`] : [blue.rule, blue.byTheRules]),
    `${green.value.text} ${green.what} · ${green.status.word}`,
    green.detail,
    ...rows.map((row) => `  ${row}`),
    ...green.readings.map((reading) => `${reading.label} · ${reading.text}`),
    ...facts.map((fact) => `  ${fact}`),
    footer.next,
  ].join('\n');
};
