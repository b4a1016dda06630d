import type { KpiIssue } from '../kpi/check-kpi';
import type { Unit } from '../kpi/kpi';
import type { Language } from '../meteo/content';
import { formatDate } from './dates';
import { quoted, typeset } from './typography';
import { thresholdText } from './units';

/** A bound as a sentence writes it: `80 %`. */
const bound = (limit: number, unit: Unit, language: Language): string =>
  thresholdText({ unit, direction: 'higher', objective: null, thresholds: null }, limit, language);

const french = (issue: KpiIssue): string => {
  const name = 'name' in issue ? quoted(issue.name, 'fr') : '';
  switch (issue.code) {
    case 'missing':
      return {
        label: "Donnez un nom à l'indicateur.",
        id: "Donnez un identifiant à l'indicateur, en un mot.",
        calculation: 'Choisissez le calcul : somme, rapport, dernière valeur…',
        numerator: 'Indiquez la colonne à compter.',
        denominator: 'Indiquez la colonne par laquelle diviser.',
      }[issue.field];
    case 'taken':
      return `Un autre indicateur s'appelle déjà ${name}.`;
    case 'unknown-word':
      return `${name} n'est pas dans la liste de choix.`;
    case 'percent-of-total':
      return 'Un total ne se dit pas en % : choisissez une autre unité, ou un rapport.';
    case 'currencies':
      return `Ses montants sont en ${issue.name} : ils ne s'additionnent ni ne se comparent. Ramenez-les à une seule devise dans le classeur.`;
    case 'other-currency':
      return `L'unité dit ${issue.name}, la source ${issue.found} : la météo imprime ${issue.found}. Corrigez l'unité, ou l'en-tête de la colonne.`;
    case 'bound-missing':
      return issue.field === 'amber' || issue.field === 'amberHigh'
        ? "Indiquez aussi le seuil d'alerte."
        : 'Indiquez aussi le seuil conforme.';
    case 'below':
      return `L'alerte doit être sous ${bound(issue.limit, issue.unit, 'fr')}.`;
    case 'above':
      return issue.field === 'greenHigh'
        ? `La borne haute doit être au-dessus de ${bound(issue.limit, issue.unit, 'fr')}.`
        : `L'alerte doit être au-dessus de ${bound(issue.limit, issue.unit, 'fr')}.`;
    case 'date-missing':
      return 'Deux lignes ont cet identifiant : datez la plus récente, dans « Valable à partir du ».';
    case 'not-after':
      return `La nouvelle définition doit valoir après le ${formatDate(issue.date, 'fr')}.`;
    case 'not-understood':
      return `Le calcul ne se lit pas à partir de ${name}. Exemple : [Reçus] - [Abandonnés].`;
    case 'unknown-column':
      return `La colonne ${name} est introuvable.`;
    case 'number-alone':
      return "Un nombre seul ne s'additionne pas sur une période : multipliez-le par une colonne.";
    case 'quotient':
      return 'Mettez le diviseur dans le dénominateur, avec le calcul « rapport ».';
    case 'denominator-too-many':
      return 'Ce calcul n’a pas de dénominateur : choisissez « rapport » ou « moyenne pondérée ».';
    case 'one-column':
      return 'Ce calcul prend une seule colonne.';
    case 'outcome-needed':
      return 'Écrivez la colonne et sa valeur : [Répondu] = "Oui".';
    case 'rate':
      return `${name} est un taux ou une moyenne : ni sa somme ni sa moyenne n'ont de sens. Utilisez son numérateur et son dénominateur.`;
    case 'text':
      return `${name} ne contient pas de nombres.`;
    case 'stock':
      return `${name} est un stock ou un cumul : choisissez « dernière valeur » au lieu d'une somme.`;
  }
};

const english = (issue: KpiIssue): string => {
  const name = 'name' in issue ? quoted(issue.name, 'en') : '';
  switch (issue.code) {
    case 'missing':
      return {
        label: 'Give the KPI a name.',
        id: 'Give the KPI an id, in one word.',
        calculation: 'Choose the calculation: sum, ratio, last value…',
        numerator: 'Say which column to count.',
        denominator: 'Say which column to divide by.',
      }[issue.field];
    case 'taken':
      return `Another KPI is already called ${name}.`;
    case 'unknown-word':
      return `${name} is not in the list of choices.`;
    case 'percent-of-total':
      return 'A total is no percentage: choose another unit, or a ratio.';
    case 'currencies':
      return `Its amounts are in ${issue.name}: they neither add up nor compare. Bring them to one currency in the workbook.`;
    case 'other-currency':
      return `The unit says ${issue.name}, the source ${issue.found}: the météo prints ${issue.found}. Correct the unit, or the column's header.`;
    case 'bound-missing':
      return issue.field === 'amber' || issue.field === 'amberHigh'
        ? 'Give the alert threshold as well.'
        : 'Give the on-target threshold as well.';
    case 'below':
      return `The alert must be below ${bound(issue.limit, issue.unit, 'en')}.`;
    case 'above':
      return issue.field === 'greenHigh'
        ? `The upper bound must be above ${bound(issue.limit, issue.unit, 'en')}.`
        : `The alert must be above ${bound(issue.limit, issue.unit, 'en')}.`;
    case 'date-missing':
      return 'Two rows have this id: date the newer one, in “Valid from”.';
    case 'not-after':
      return `The new definition has to hold from after ${formatDate(issue.date, 'en')}.`;
    case 'not-understood':
      return `The calculation does not read from ${name} on. Example: [Received] - [Abandoned].`;
    case 'unknown-column':
      return `There is no column ${name}.`;
    case 'number-alone':
      return 'A number alone does not add up over a period: multiply a column by it.';
    case 'quotient':
      return 'Put the divisor into the denominator, with the calculation “ratio”.';
    case 'denominator-too-many':
      return 'This calculation has no denominator: choose “ratio” or “weighted mean”.';
    case 'one-column':
      return 'This calculation takes one column.';
    case 'outcome-needed':
      return 'Write the column and its value: [Answered] = "Yes".';
    case 'rate':
      return `${name} is a rate or a mean: neither its sum nor its mean says anything. Use its numerator and denominator.`;
    case 'text':
      return `${name} does not hold numbers.`;
    case 'stock':
      return `${name} is a stock or a running total: choose “last value” instead of a sum.`;
  }
};

/** What is wrong in a field of a KPI, and what to do, as one sentence: `L’alerte doit être sous 80 %.` */
export const kpiIssueText = (issue: KpiIssue, language: Language): string =>
  typeset(language === 'fr' ? french(issue) : english(issue), language);
