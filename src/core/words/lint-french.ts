import type { RateFacts } from '../lint/finding';
import type { FindingFigures, FindingTexts } from './finding-text';
import { formatNumber } from './numbers';
import { textToColumns } from './text-to-columns';
import { plural, quoted } from './typography';

const q = (name: string): string => quoted(name, 'fr');
const n = (number: number): string => formatNumber(number, 'fr', Number.isInteger(number) ? 0 : 2);
const s = (count: number, one: string, many: string): string => `${n(count)} ${plural(count, one, many, 'fr')}`;

const figures = ({ shown, exact }: FindingFigures): string =>
  shown === null
    ? exact === null
      ? ''
      : ` Valeur exacte : ${exact}.`
    : ` Affiché : ${shown}${exact === null ? '' : ` ; exact : ${exact}`}.`;

const others = ({ count }: FindingFigures): string =>
  count > 1 ? ` De même dans ${s(count - 1, 'cellule voisine', 'cellules voisines')}.` : '';

const remedy = ({ numerator, denominator }: RateFacts): string =>
  numerator === null || denominator === null
    ? "Additionnez d'abord ce qui est en haut et ce qui est en bas du taux, puis divisez."
    : `Divisez la somme de ${q(numerator)} par la somme de ${q(denominator)}.`;

const named = (rate: string): string => (rate === '' ? 'Ce taux' : q(rate));

const averaged = (facts: RateFacts, shown: FindingFigures): string =>
  `${named(facts.rate)} est moyenné sur ${s(facts.lines, 'ligne', 'lignes')} qui pèsent toutes autant, quel que soit leur volume.${figures(shown)} ${remedy(facts)}${others(shown)}`;

/** The French texts. Spaces and apostrophes are set by `typeset`. */
export const frenchLint: FindingTexts = {
  'average-of-rates': (facts, shown) => ({ title: 'Moyenne de taux', body: averaged(facts, shown) }),
  'conditional-average-of-rates': (facts, shown) => ({ title: 'Moyenne de taux, avec condition', body: averaged(facts, shown) }),
  'subtotal-average-of-rates': (facts, shown) => ({ title: 'Sous-total en moyenne de taux', body: averaged(facts, shown) }),
  'pivot-average-of-rates': (facts, shown) => ({
    title: facts.summed ? 'Tableau croisé en somme de taux' : 'Tableau croisé en moyenne de taux',
    body: `Le tableau croisé ${q(facts.pivot)} ${facts.summed ? 'additionne' : 'fait la moyenne de'} ${named(facts.rate)}, ${facts.summed ? "qui ne s'additionne pas" : 'où chaque ligne pèse autant, quel que soit son volume'}.${figures(shown)} ${remedy(facts)}`,
  }),
  'sum-of-rates': (facts, shown) => ({
    title: 'Somme de taux',
    body: `${named(facts.rate)} est additionné sur ${s(facts.lines, 'ligne', 'lignes')} : des taux ne s'additionnent pas.${figures(shown)} ${remedy(facts)}${others(shown)}`,
  }),
  'average-of-averages': ({ cells }, shown) => ({
    title: 'Moyenne de moyennes',
    body: `${s(cells, 'moyenne', 'moyennes')} de nombres inégaux de lignes y pèsent toutes autant.${figures(shown)} Faites la moyenne de toutes les lignes à la fois.${others(shown)}`,
  }),
  'total-leaves-out': ({ missing, lines, amount }, shown) => ({
    title: 'Total incomplet',
    body: `Ce total laisse de côté ${missing} (${s(lines, 'ligne', 'lignes')}, ${n(amount)} en tout).${figures(shown)} Étendez sa plage à toutes les lignes.${others(shown)}`,
  }),
  'total-counts-twice': ({ twice, amount }, shown) => ({
    title: 'Total compté deux fois',
    body: `Ce total prend aussi ${twice}, déjà fait des mêmes lignes${amount === null ? '' : ` : ${n(amount)} de trop`}.${figures(shown)} Ne gardez que les lignes.${others(shown)}`,
  }),
  'hard-coded-number': ({ number }, shown) => ({
    title: 'Nombre tapé dans une formule',
    body: `Le nombre ${n(number)} est tapé dans le calcul : personne ne le voit ni ne sait d'où il vient, et il ne suivra pas.${figures(shown)} Mettez-le dans une cellule qui le nomme, ou retirez-le.${others(shown)}`,
  }),
  'typed-over-formula': ({ neighbour }, shown) => ({
    title: 'Nombre tapé sur une formule',
    body: `Les cellules autour sont calculées comme ${neighbour} ; celle-ci est tapée à la main et ne suivra plus.${figures(shown)} Remettez la formule, ou notez pourquoi ce nombre diffère.`,
  }),
  'inconsistent-formula': ({ neighbour }, shown) => ({
    title: 'Formule différente de ses voisines',
    body: `Les cellules autour sont calculées comme ${neighbour}, pas celle-ci.${figures(shown)} Recopiez la formule voisine, ou notez pourquoi elle diffère.`,
  }),
  'range-stops-short': ({ range, missing, lines }, shown) => ({
    title: 'Plage trop courte',
    body: `La plage ${range} s'arrête avant la fin des données : ${s(lines, 'ligne', 'lignes')} (${missing}) n'y ${plural(lines, 'est', 'sont', 'fr')} pas.${figures(shown)} Étendez-la, ou faites des données un tableau, qui s'étend seul.${others(shown)}`,
  }),
  'text-numbers': ({ cells, count, sample, decimal }, shown) => ({
    title: 'Nombre écrit en texte',
    body: `${s(count, 'cellule ressemble à un nombre mais est', 'cellules ressemblent à des nombres mais sont')} du texte (${cells}, par exemple ${q(sample)}) : les sommes les ignorent.${figures(shown)} Convertissez-les (${textToColumns(decimal, 'fr')}).`,
  }),
  'volatile-function': ({ function: name }, shown) => ({
    title: 'Fonction volatile',
    body: `${name} se recalcule à chaque modification du classeur : il ralentit, et son résultat change sans que rien ait été saisi. Pointez une cellule ou une plage fixe.${others(shown)}`,
  }),
  'mixed-periods': ({ one, other }, shown) => ({
    title: 'Périodes mélangées',
    body: `Ce calcul rapproche ${one} et ${other}, qui ne couvrent pas les mêmes lignes.${figures(shown)} Prenez les mêmes lignes partout.${others(shown)}`,
  }),
  'swallowed-error': ({ error, place }, shown) => ({
    title: 'Erreur cachée',
    body: `L'erreur ${error} (${place}) s'affiche comme un nombre : personne ne la voit.${figures(shown)} Corrigez-la à sa source, ou laissez la cellule vide.${others(shown)}`,
  }),
  'unsorted-lookup': ({ range }, shown) => ({
    title: 'Recherche approchée dans une liste non triée',
    body: `La recherche prend la valeur la plus proche dans ${range}, qui n'est pas trié : elle peut répondre n'importe quelle ligne.${figures(shown)} Demandez la valeur exacte.${others(shown)}`,
  }),
};
