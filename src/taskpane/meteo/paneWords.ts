import type { KpiRow, Language } from '../../core/meteo/content';
import type { MeteoPreparation, PreparedPage } from '../../core/meteo/preparation';
import type { Standing } from '../../core/meteo/standing';
import { ruleText } from '../../core/meteo/weatherText';
import { weeksLabel } from '../../core/words/dates';
import { typeset } from '../../core/words/typography';
import { figureOf, valueStyle } from '../../core/words/units';
import { vocabulary } from '../../core/words/vocabulary';
import type { ShownKpi, ShownPage } from './meteoState';

/**
 * What the pane says of a page that may be in another language: the page keeps the words of its workbook, the pane speaks those of
 * its user. Names of indicators are the client's own in both.
 */

/** The rule that gave the computed weather. */
const ruleShown = ({ draft }: MeteoPreparation, { content, row, computedRule }: PreparedPage, language: Language): string =>
  content.language === language ? row.rule : ruleText(computedRule, draft.periods.ahead, draft.input.issued, language);

/** The weeks that the page looks ahead to, `W48–49`; empty where it projects nothing. */
const aheadShown = ({ draft }: MeteoPreparation, { content }: PreparedPage, language: Language): string =>
  content.green.rows.some(({ projection }) => projection !== null) ? weeksLabel(draft.periods.ahead, language) : '';

/** KPIs of the page: the one in the frame's head, under its own name, then the rows of the table. */
const kpisShown = ({ draft }: MeteoPreparation, { content }: PreparedPage, language: Language): readonly ShownKpi[] => {
  const { value, status, rows } = content.green;
  const isSame = content.language === language;
  const shown = (key: string, label: string, text: string, said: KpiRow['status'], standing: Standing | undefined): ShownKpi => {
    const plain = standing?.value ?? null;
    if (isSame || !standing) return { key, label, value: text, status: said };
    const style = valueStyle(standing.kpi, plain ?? 0, language, standing === draft.keyFigure);
    const word = vocabulary(language).status[said.status];
    return { key, label, value: figureOf(plain, style).text, status: { status: said.status, word } };
  };
  return [
    shown('key', typeset(draft.keyFigure.kpi.label, language), value.text, status, draft.keyFigure),
    ...rows.map((row) =>
      shown(
        row.id,
        row.label,
        row.value.text,
        row.status,
        draft.standings.find(({ kpi }) => kpi.id === row.id),
      ),
    ),
  ];
};

/** All that the pane says of a drawn page in its own words. */
export const shownOf = (preparation: MeteoPreparation, prepared: PreparedPage, language: Language): ShownPage => ({
  rule: ruleShown(preparation, prepared, language),
  ahead: aheadShown(preparation, prepared, language),
  kpis: kpisShown(preparation, prepared, language),
});
