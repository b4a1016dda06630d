import type { Language } from '../meteo/content';
import { formatPercent } from './numbers';
import type { KpiCode, ProblemTexts } from './problem-text';
import { quoted } from './typography';

/** Sentences on whom a page is for, and on what the indicators of its workbook are held to and count in. */

type KpiTexts = Pick<ProblemTexts, KpiCode>;

const qf = (name: string): string => quoted(name, 'fr');
const qe = (name: string): string => quoted(name, 'en');
/** Whole points where it is some: 10 %, 7,5 %. */
const share = (value: number, language: Language): string =>
  formatPercent(value, language, Math.abs(100 * value - Math.round(100 * value)) < 1e-6 ? 0 : 1);

const UNITS = { fr: { week: 'semaines', month: 'mois' }, en: { week: 'weeks', month: 'months' } } as const;

/** What no usual threshold exists for, as the subject of a sentence. */
const openFrench = (kpis: string): string =>
  kpis === ''
    ? 'Aucun des indicateurs reconnus ne dit ce qui est bien : ajoutez un indicateur de sens « plus haut » ou « plus bas », par exemple un taux, avec'
    : `Rien ne se propose d'office pour ${kpis} : cela dépend de votre contrat. Donnez à l'un d'eux`;

const openEnglish = (kpis: string): string =>
  kpis === ''
    ? 'None of the recognised indicators says what is good: add one with the direction “higher” or “lower”, a rate for example, with'
    : `Nothing can be proposed for ${kpis}: that depends on your contract. Give one of them`;

export const frenchKpis: KpiTexts = {
  'client-missing': () => ({
    title: "La météo n'a pas de nom de client.",
    body: 'Rien dans le classeur ne le dit. Tapez-le dans Paramètres, à la ligne Client : il est imprimé en tête de la page.',
  }),
  'client-proposed': ({ client }) => ({
    title: `Client à confirmer : ${qf(client)}.`,
    body: "C'est le nom de la feuille des données : aucun titre n'en donne d'autre. La page n'imprime pas de client avant que vous l'ayez tapé dans Paramètres, à la ligne Client.",
  }),
  'no-key-kpi': ({ kpis = '', written = false }) => ({
    title: 'Aucun indicateur clé choisi.',
    body: `La météo dépend des indicateurs clés. ${written ? '' : 'Colorez d’abord les seuils : la feuille Dictionnaire est écrite. '}${openFrench(kpis)} « oui » dans la colonne « Clé ? » du Dictionnaire, un seuil vert et un seuil orange.`,
  }),
  'currencies-mixed': ({ kpi, currencies }) => ({
    title: `Plusieurs devises dans ${qf(kpi)} : ${currencies}.`,
    body: "Des montants de devises différentes ne s'additionnent pas : cet indicateur est laissé de côté. Ramenez-les à une seule devise, dite dans l'en-tête de la colonne.",
  }),
  'thresholds-from-past': ({ kpi, green, amber, periods, held, step, higher }) => ({
    title: `Seuils de ${qf(kpi)} proposés d'après le passé.`,
    body: `Cet indicateur n'a pas de seuil d'usage : il dépend de votre contrat. Ceux proposés viennent de vos ${String(periods)} ${UNITS.fr[step]} : conforme ${higher ? 'à partir de' : "jusqu'à"} ${share(green, 'fr')} (${String(held)} ${UNITS.fr[step]} sur ${String(periods)} l'ont tenu), alerte ${higher ? 'sous' : 'au-dessus de'} ${share(amber, 'fr')}. Mettez ceux du contrat dans Dictionnaire, et « oui » dans « Seuils confirmés ? ».`,
  }),
  'one-fact-twice': ({ kpi, counterpart, lower, green, amber, otherGreen, otherAmber }) => ({
    title: 'Un seul fait, jugé par deux mesures.',
    body: `${qf(kpi)} et ${qf(counterpart)} font toujours 100 % à eux deux : l'un est ce que l'autre laisse. Les seuils du premier reviennent pour ${qf(counterpart)} à conforme ${lower ? "jusqu'à" : 'à partir de'} ${share(green, 'fr')} et alerte ${lower ? 'au-dessus de' : 'sous'} ${share(amber, 'fr')} ; ce sont ${share(otherGreen, 'fr')} et ${share(otherAmber, 'fr')} qui y sont. La page peut donc imprimer deux niveaux pour un seul fait : accordez les seuils dans Dictionnaire, sauf si le contrat les fixe ainsi.`,
  }),
};

export const englishKpis: KpiTexts = {
  'client-missing': () => ({
    title: "The météo has no client's name.",
    body: 'Nothing in the workbook says it. Type it in Settings, on the row Client: it is printed at the top of the page.',
  }),
  'client-proposed': ({ client }) => ({
    title: `Client to confirm: ${qe(client)}.`,
    body: 'That is the name of the sheet of the data: no title gives another. The page prints no client before you have typed it in Settings, on the row Client.',
  }),
  'no-key-kpi': ({ kpis = '', written = false }) => ({
    title: 'No key indicator chosen.',
    body: `The météo depends on the key indicators. ${written ? '' : 'Colour the thresholds first: the Dictionary sheet is written. '}${openEnglish(kpis)} “yes” in the “Key?” column of the Dictionary, a green and an amber threshold.`,
  }),
  'currencies-mixed': ({ kpi, currencies }) => ({
    title: `Several currencies in ${qe(kpi)}: ${currencies}.`,
    body: "Amounts in different currencies do not add up: this indicator is left out. Bring them to one currency, named in the column's header.",
  }),
  'thresholds-from-past': ({ kpi, green, amber, periods, held, step, higher }) => ({
    title: `Thresholds of ${qe(kpi)} proposed from the past.`,
    body: `This indicator has no usual threshold: it depends on your contract. Those proposed come from your ${String(periods)} ${UNITS.en[step]}: on target ${higher ? 'from' : 'up to'} ${share(green, 'en')} (${String(held)} of ${String(periods)} ${UNITS.en[step]} held it), alert ${higher ? 'below' : 'above'} ${share(amber, 'en')}. Put those of the contract into Dictionary, and “yes” under “Thresholds confirmed?”.`,
  }),
  'one-fact-twice': ({ kpi, counterpart, lower, green, amber, otherGreen, otherAmber }) => ({
    title: 'One fact, judged by two measures.',
    body: `${qe(kpi)} and ${qe(counterpart)} always make 100% together: one is what the other leaves. The thresholds of the first come down to on target ${lower ? 'up to' : 'from'} ${share(green, 'en')} and alert ${lower ? 'above' : 'below'} ${share(amber, 'en')} for ${qe(counterpart)}, which has ${share(otherGreen, 'en')} and ${share(otherAmber, 'en')}. So the page may print two levels for one fact: make the thresholds agree in Dictionary, unless the contract sets them so.`,
  }),
};
