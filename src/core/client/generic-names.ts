import { plainText } from '../detect/words';
import { MONTHS, SHORT_MONTHS, WEEKDAYS } from '../period/label';

/** What people call their sheets and tables whoever they are for, in both languages, without accents. */
const WORDS =
  'sheet worksheet feuil feuille onglet tab table tableau tableaux bord page book classeur fichier file main new nouveau copy copie test final version v v1 v2 ' +
  'data donnee donnees dataset base bdd db raw brut brute brutes bruts source sources export exports extract extraction extractions import input saisie saisies ' +
  'call calls appel appels center centre contact contacts ticket tickets incident incidents demande demandes sales vente ventes lead leads ' +
  'task tasks tache taches project projects projet projets planning agenda journal log logs historique history calendar calendrier recensement ' +
  'suivi suivis tracking tracker report reports reporting rapport rapports dashboard kpi kpis indicateur indicateurs indicator indicators statistique statistiques stat stats ' +
  'quotidien quotidienne daily jour jours day days hebdo hebdomadaire semaine semaines weekly week weeks mensuel mensuelle mensuels monthly mois month months annuel annuelle annual yearly annee annees year years trimestre quarter ' +
  'calculation calculations calcul calculs analysis analyse analyses pivot tcd synthese summary recap recapitulatif total totals totaux result results resultat resultats overview vue ensemble ' +
  'performance performances activite activity volume volumes flux quality qualite gestion management avancement pilotage production operations service services client clients customer customers agent agents team equipe campagne campaign prestation prestations entrants entrant sortants sortant inbound outbound ' +
  'a and au aux avec by d de des du en et for from l la le les n no of on par per pour sur the to un une';

const GENERIC = new Set([
  ...WORDS.split(' '),
  ...[MONTHS, SHORT_MONTHS, WEEKDAYS].flatMap(({ fr, en }) => [...fr, ...en].map((name) => plainText(name))),
]);

/**
 * Is a title or a sheet's name one that any workbook could bear? `Feuil1`, `Raw Data`, `Suivi quotidien des appels` and
 * `Janvier 2026` name nobody; `Hexalis` and `Suivi Hexalis` do.
 */
export const isGenericName = (name: string): boolean =>
  plainText(name)
    .split(' ')
    .map((word) => word.replace(/\d+/g, ''))
    .every((word) => word.length <= 1 || GENERIC.has(word));
