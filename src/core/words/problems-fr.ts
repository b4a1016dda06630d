import type { Weather } from '../meteo/content';
import { kpiIssueText } from './kpi-issues';
import { frenchDetection } from './detection-fr';
import { frenchFeedback } from './feedback-problems';
import { frenchMeteo } from './meteo-problems';
import { frenchFlash } from './flash-problems';
import { frenchKpis } from './kpi-problems';
import { formatNumber } from './numbers';
import type { ProblemTexts } from './problem-text';
import { settingFaultText } from './setting-faults';
import { frenchSeries } from './series-problems';
import { countedPeriods } from './periodNouns';
import { plural, quoted } from './typography';
import { vocabulary } from './vocabulary';

const q = (name: string): string => quoted(name, 'fr');
const n = (count: number): string => formatNumber(count, 'fr');
const s = (count: number, one: string, many: string): string => plural(count, one, many, 'fr');

const w = (weather: Weather): string => vocabulary('fr').weather[weather];

/** A place inside a sentence, with the space that precedes it; nothing when the sheet is not known. */
const onSheet = (sheet: string | undefined): string => (sheet === undefined ? '' : ` de la feuille ${q(sheet)}`);
const cellsOf = (cell: string | undefined, otherwise: string): string => cell ?? otherwise;

/** The French texts. Spaces and apostrophes are set by `typeset`. */
export const frenchProblems: ProblemTexts = {
  ...frenchDetection,
  ...frenchSeries,
  ...frenchFeedback,
  ...frenchMeteo,
  ...frenchFlash,
  ...frenchKpis,
  'file-encrypted': ({ file }) => ({
    title: "Fichier chiffré : rien n'a été lu.",
    body: `${q(file)} demande un mot de passe. Ouvrez-le dans Excel, retirez le mot de passe (Fichier › Informations › Protéger le classeur), enregistrez, puis recommencez.`,
  }),
  'file-not-workbook': ({ file }) => ({
    title: "Ce fichier n'est pas un classeur Excel.",
    body: `${q(file)} n'a pas la structure d'un classeur .xlsx ou .xlsm. Ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.`,
  }),
  'file-unsupported': ({ file, format }) => ({
    title: `Format ${format} non pris en charge.`,
    body: `${q(file)} ne peut pas être lu sous cette forme. Ouvrez-le dans Excel, enregistrez-le au format « Classeur Excel (.xlsx) », puis recommencez.`,
  }),
  'file-damaged': ({ file, part }) => ({
    title: "Fichier abîmé : rien n'a été écrit.",
    body: `Dans ${q(file)}, la partie ${part} est illisible. Ouvrez le fichier dans Excel, acceptez la réparation, enregistrez, puis recommencez.`,
  }),
  'file-unreadable': ({ file, reason }) => ({
    title: 'Fichier impossible à ouvrir.',
    body: `${q(file)} n'a pas pu être lu ou écrit (${reason}). Vérifiez le chemin et les droits, fermez le fichier s'il est ouvert ailleurs, puis recommencez.`,
  }),
  'file-signed': ({ file }) => ({
    title: "Fichier signé : rien n'a été écrit.",
    body: `${q(file)} porte une signature numérique, que toute modification romprait. Travaillez sur une copie sans signature, ou demandez de passer outre (option --allow-signed).`,
  }),
  'csv-not-text': ({ file }) => ({
    title: "Ce fichier n'est pas un fichier texte.",
    body: `${q(file)} n'est pas lisible comme un tableau en texte. Enregistrez vos données au format CSV UTF-8 ou « Classeur Excel (.xlsx) », puis recommencez.`,
  }),
  'csv-quote': ({ file, row }) => ({
    title: `Guillemets mal fermés à la ligne ${row}.`,
    body: `Dans ${q(file)}, un texte commence par un guillemet qui n'est pas refermé : la suite serait lue de travers. Corrigez cette ligne (un guillemet à l'intérieur d'un texte se double), puis recommencez.`,
  }),
  'csv-ragged': ({ file, row, fields, expected }) => ({
    title: `La ligne ${row} a ${fields} champs au lieu de ${expected}.`,
    body: `Dans ${q(file)}, un séparateur de trop décale les valeurs de cette ligne. Mettez entre guillemets le texte qui le contient, puis recommencez.`,
  }),
  'csv-too-large': ({ file, rows, columns }) => ({
    title: 'Fichier trop grand pour une feuille Excel.',
    body: `${q(file)} a ${rows} lignes et ${columns} colonnes ; Excel s'arrête à 1 048 576 lignes et 16 384 colonnes. Découpez-le, puis recommencez.`,
  }),
  'output-is-input': ({ file }) => ({
    title: "Le fichier d'origine n'est pas modifié.",
    body: `${q(file)} est à la fois l'entrée et la sortie. Nommez une autre sortie, ou ajoutez l'option --in-place pour le remplacer.`,
  }),
  'output-exists': ({ file }) => ({
    title: "Ce fichier existe déjà : rien n'a été écrit.",
    body: `${q(file)} n'a pas été remplacé. Nommez un autre fichier, ou ajoutez les feuilles à celui-là : --from et --in-place.`,
  }),
  'workbook-protected': ({ sheets }) => ({
    title: "Classeur protégé : rien n'a été écrit.",
    body: `Sa structure est verrouillée : impossible d'y ajouter des feuilles (${sheets}). Retirez la protection (Révision › Protéger le classeur), puis réessayez.`,
  }),
  'sheet-protected': (_, { sheet }) => ({
    title: `${sheet === undefined ? 'Feuille protégée' : `${q(sheet)} est protégée`} : rien n'a été écrit.`,
    body: 'Retirez la protection de cette feuille (Révision › Ôter la protection de la feuille), puis réessayez.',
  }),
  'workbook-empty': () => ({
    title: 'Ce classeur est vide.',
    body: "Aucune feuille ne contient de donnée. Ouvrez votre fichier de suivi, ou partez d'un modèle.",
  }),
  'read-only': () => ({
    title: 'Classeur en lecture seule.',
    body: 'Tout se consulte. Pour écrire : Fichier › Enregistrer une copie.',
  }),
  'cell-editing': () => ({
    title: 'Excel attend la fin de votre saisie.',
    body: 'Validez avec Entrée ou quittez avec Échap : la génération repart aussitôt.',
  }),
  'host-refused': ({ code, message, location }) => ({
    title: "Excel a refusé l'opération.",
    body: `Excel répond « ${message} » (${code}${location === '' ? '' : `, ${location}`}). Enregistrez le classeur, réessayez ; si cela se répète, copiez ce détail pour votre support.`,
  }),
  'host-too-old': ({ needed }) => ({
    title: "Cette version d'Excel ne suffit pas.",
    body: `Il faut Excel 2021, Microsoft 365 ou Excel pour le web (${needed}).`,
  }),
  'stopped-halfway': ({ written, total, cause }, { sheet }) => ({
    title: `L'écriture s'est arrêtée après ${n(written)} ${s(written, 'étape', 'étapes')} sur ${n(total)}.`,
    body: `${sheet === undefined ? 'La suite' : q(sheet)} a été refusée : ${cause}. Recommencez l'action : elle réécrit ses feuilles en entier.`,
  }),
  'changed-while-reading': ({ cells }, { sheet }) => ({
    title: "Données changées : rien n'a été écrit.",
    body: `Un coauteur a modifié ${cells}${onSheet(sheet)} pendant la lecture. Relancez l'action : elle relit le classeur d'abord.`,
  }),
  'changed-since-read': ({ name }, { sheet }) => ({
    title: "Changé ailleurs : rien n'a été écrit.",
    body: `${q(name)}${onSheet(sheet)} a été modifié ailleurs depuis sa lecture. Reprenez l'autre version, ou gardez la vôtre : rien n'est remplacé sans votre choix.`,
  }),
  'host-silent': () => ({
    title: 'Excel est reconnecté.',
    body: 'Ce qui lui était demandé est resté sans réponse. Vos textes sont gardés dans ce volet : regardez le classeur, puis réessayez.',
  }),
  cancelled: () => ({
    title: 'Annulé : le classeur est comme avant.',
    body: "Relancez l'action quand vous voulez : elle reprend depuis le début.",
  }),
  'undo-too-late': ({ cells }) => ({
    title: 'Annulation impossible.',
    body: `Modifié depuis : ${cells}. Rien n'a été annulé, pour garder ce qui a été saisi. Remettez ces cellules comme elles étaient, ou corrigez à la main.`,
  }),
  'undo-stopped': ({ cause }) => ({
    title: "L'annulation s'est arrêtée en chemin.",
    body: `Excel a refusé la suite : ${cause}. Annulez de nouveau : ce qui est déjà annulé le reste, et la suite est reprise.`,
  }),
  'pdf-parts-missing': () => ({
    title: 'Le PDF n’est pas fait.',
    body: 'Ses polices n’ont pas pu être chargées ; la feuille de la météo est écrite. Vérifiez la connexion, puis enregistrez de nouveau, ou imprimez la feuille (Ctrl + P).',
  }),
  'pane-part-missing': () => ({
    title: 'Une partie du volet n’a pas pu être chargée.',
    body: 'L’action n’a pas été faite. Vérifiez la connexion, puis réessayez.',
  }),
  unexpected: ({ message }) => ({
    title: "Une erreur imprévue a arrêté l'action.",
    body: `Détail : « ${message} ». Enregistrez le classeur, réessayez ; si cela se répète, copiez ce détail pour votre support.`,
  }),
  'no-dates': ({ sheets }) => ({
    title: 'Aucune colonne de dates trouvée.',
    body: `${n(sheets)} ${s(sheets, 'feuille lue', 'feuilles lues')}. Donnez au tableau une colonne de dates, une ligne par jour, puis relisez ; ou partez d'un modèle.`,
  }),
  'no-measures': (_, { sheet }) => ({
    title: 'Aucun indicateur reconnu.',
    body: `Le tableau${onSheet(sheet)} a des dates, mais ses colonnes de nombres ne portent aucun en-tête connu (appels reçus, décrochés, tickets…). Donnez-leur de tels en-têtes, ou dites ce qu'elles mesurent (Données › Source).`,
  }),
  'sheet-not-found': ({ name }) => ({
    title: 'Feuille introuvable.',
    body: `Aucune feuille ne s'appelle ${q(name)}. Vérifiez le nom de l'onglet : il a peut-être été renommé.`,
  }),
  'table-not-found': ({ name }) => ({
    title: 'Tableau introuvable.',
    body: `Aucun tableau ne s'appelle ${q(name)} dans ce classeur. Vérifiez son nom (Création de tableau › Nom du tableau).`,
  }),
  'column-not-found': ({ name }, { sheet }) => ({
    title: 'Colonne introuvable.',
    body: `Aucune colonne${onSheet(sheet)} n'a ${q(name)} pour en-tête ni pour lettre. Vérifiez l'en-tête, ou donnez la lettre de la colonne.`,
  }),
  'rule-invalid': ({ rule }) => ({
    title: 'Règle de calcul non comprise.',
    body: `${q(rule)} ne suit aucune forme connue : sum:COL, count, countif:COL=TEXTE, ratio:COL/COL, mean:COL, wmean:COL*COL, last:COL, min:COL, max:COL ou distinct:COL. Corrigez-la, puis recommencez.`,
  }),
  'rate-without-parts': ({ rate }) => ({
    title: `${q(rate)} ne se consolide pas.`,
    body: "Ce taux ou cette moyenne n'a ni numérateur ni dénominateur dans le fichier. Ajoutez-les, ou choisissez la colonne qui pondère.",
  }),
  'formula-too-long': ({ kpi }, { sheet }) => ({
    title: 'Formule trop longue pour Excel.',
    body: `${q(kpi)} n’est pas écrit : une formule compte au plus ${n(8192)} caractères, et ce calcul nomme plusieurs fois des colonnes aux en-têtes longs. Raccourcissez les en-têtes${onSheet(sheet)}, ou ajoutez une colonne qui les additionne et calculez l’indicateur avec elle.`,
  }),
  'too-many-groups': ({ column, count, most }, { sheet }) => ({
    title: 'Trop de valeurs : rien n’a été écrit.',
    body: `La colonne ${q(column)}${onSheet(sheet)} a ${n(count)} valeurs différentes, plus que les ${n(most)} lignes d’une synthèse. Choisissez une colonne qui regroupe : un projet, une famille, une équipe.`,
  }),
  'measure-without-numbers': ({ column }, { sheet }) => ({
    title: `« ${column} » ne contient aucun nombre.`,
    body: `La colonne « ${column} »${onSheet(sheet)} ne contient que du texte : ni somme, ni moyenne, ni extrême. Comptez ses lignes (count, countif) ou ses valeurs distinctes (distinct), ou choisissez une autre colonne.`,
  }),
  'period-too-fine': ({ asked, step }, { sheet }) => {
    const named = { day: 'jour', week: 'semaine', month: 'mois', year: 'année' };
    return {
      title: `Pas de consolidation par ${named[asked]}.`,
      body: `Les données${onSheet(sheet)} ont une ligne par ${named[step]} : elles ne se découpent pas plus finement. Choisissez une période plus longue.`,
    };
  },
  'nothing-to-propose': (_, { sheet, cell }) => ({
    title: "Rien n'a été écrit.",
    body: `Pour ${cell ?? 'cette cellule'}${onSheet(sheet)}, il n'y a pas de formule à proposer ou pas de cellule libre à côté. Libérez deux cellules à droite, ou corrigez la cellule vous-même.`,
  }),
  'cell-changed': (_, { sheet, cell }) => ({
    title: "La cellule a changé : rien n'a été écrit.",
    body: `Le constat sur ${cell ?? 'cette cellule'}${onSheet(sheet)} n'est plus vrai, ou sa formule n'est plus la même. Relancez la vérification.`,
  }),
  'nothing-to-colour': () => ({
    title: 'Rien à colorer pour l’instant.',
    body: 'Aucune feuille consolidée ne montre un indicateur du dictionnaire. Consolidez d’abord, puis affichez de nouveau les seuils.',
  }),
  'kpi-cell': ({ kpi, issue, leftOut }, { cell }) => ({
    title: leftOut ? "Un indicateur n'est pas calculé." : 'Une case du dictionnaire est à revoir.',
    body: `${kpi === '' ? 'Indicateur sans nom' : q(kpi)}, ${cellsOf(cell, 'dans le dictionnaire')} : ${kpiIssueText(issue, 'fr')}${leftOut ? ' Il est laissé de côté en attendant.' : ''}`,
  }),
  'kpi-refused': ({ kpi, issue }) => ({
    title: "Indicateur à corriger : rien n'a été écrit.",
    body: `${kpi === '' ? 'Indicateur sans nom' : q(kpi)} : ${kpiIssueText(issue, 'fr')}`,
  }),
  'internal-left-out': ({ count, labels }) => ({
    title: `${n(count)} ${s(count, 'indicateur interne tenu', 'indicateurs internes tenus')} à l'écart.`,
    body: `${labels} : ni ${s(count, 'cet indicateur', 'ces indicateurs')} ni les colonnes qui ne servent qu'à ${s(count, 'lui', 'eux')} ne sont dans les feuilles consolidées, que le client peut lire. Pour ${s(count, "l'y", 'les y')} mettre, écrivez « non » dans la colonne « Interne ? » du dictionnaire.`,
  }),
  'setting-fault': ({ setting, text, fault }, { cell }) => ({
    title: 'Un paramètre est à revoir.',
    body: `${q(setting)}${cell === undefined ? '' : `, ${cell}`} : ${settingFaultText(text, fault, 'fr')} Le reste est pris en compte.`,
  }),
  'setting-row-missing': ({ setting }) => ({
    title: `Réglage absent : rien n'a été écrit.`,
    body: `Remettez la ligne ${q(setting)} dans la table des paramètres, puis réessayez.`,
  }),
  'header-changed': ({ before, after, column }, { sheet }) => ({
    title: `L'en-tête « ${before} » a disparu.`,
    body: `La colonne ${column}${onSheet(sheet)} s'appelle maintenant « ${after} ». Est-ce la même mesure ? Répondez dans Données › Source, ou remettez l'ancien en-tête.`,
  }),
  'column-lost': ({ column }, { sheet }) => ({
    title: `La colonne « ${column} » a disparu.`,
    body: `Elle avait été confirmée comme source${onSheet(sheet)}. Remettez-la, ou dites dans Données › Source quelle colonne la remplace.`,
  }),
  'source-lost': ({ name }) => ({
    title: 'Les données confirmées sont introuvables.',
    body: `${q(name)} ne contient plus les colonnes confirmées. Remettez-les, ou confirmez d'autres données dans Données › Source.`,
  }),
  'template-source-kept': ({ name }) => ({
    title: 'Vos données restent la source.',
    body: `La feuille ${q(name)} donne déjà les chiffres de ce domaine : aucune feuille de saisie n'a été ajoutée. Continuez à y taper vos journées, puis consolidez.`,
  }),
  'template-no-room': ({ name }) => ({
    title: 'Pas de place pour les colonnes de ce domaine.',
    body: `Sur ${q(name)}, quelque chose se trouve à droite du tableau, il a été déplacé, ou il montre une ligne de total. Libérez les colonnes à sa droite, masquez le total, puis recommencez.`,
  }),
  'examples-present': ({ count }, { cell, sheet }) => ({
    title: `${n(count)} ${s(count, 'ligne d’exemple est encore là', 'lignes d’exemple sont encore là')}.`,
    body: `${cellsOf(cell, 'Le tableau')}${onSheet(sheet)} : ${s(count, 'elle est lue comme une ligne à vous', 'elles sont lues comme des lignes à vous')}. Supprimez les exemples, ou remplacez le mot « Exemple » si la ligne est à vous.`,
  }),
  'columns-dropped': ({ labels }) => ({
    title: 'Des chiffres ne sont plus calculés.',
    body: `Ils étaient sur ces feuilles et n'y sont plus : ${labels}. Pour les retrouver, ajoutez-les au Dictionnaire ou rendez son nom à leur colonne.`,
  }),
  'other-dated-table': ({ taken, other }) => ({
    title: 'Un autre tableau daté existe.',
    body: `Les chiffres viennent de ${q(taken)} ; ${q(other)} a aussi des dates et des mesures. Pour utiliser ce tableau, choisissez-le (Données › Source).`,
  }),
  'kpi-row-outside': ({ kpi }, { cell }) => ({
    title: 'Un indicateur est écrit sous le tableau.',
    body: `${q(kpi)} est hors du tableau du Dictionnaire${cell === undefined ? '' : `, en ${cell}`} : il n'est pas lu. Agrandissez le tableau jusqu'à cette ligne, puis recommencez.`,
  }),
  'table-without-rows': ({ table }, { sheet, cell }) => ({
    title: 'Le modèle n’a pas encore de lignes.',
    body: `Saisissez vos données dans ${sheet === undefined ? `le tableau ${q(table)}` : `la feuille ${q(sheet)}`}, à partir de ${cell ?? 'la première ligne'} : une date, puis ses chiffres. Recommencez ensuite.`,
  }),
  'little-history': ({ have, need, step = 'week' }) => ({
    title: 'Pas encore de prévision.',
    body: `${countedPeriods(have, step, 'fr')} ${step === 'month' ? s(have, 'complet', 'complets') : s(have, 'complète', 'complètes')} sur ${n(need)}. La page dira « historique insuffisant ».`,
  }),
  'signs-not-printed': ({ signs }) => ({
    title: 'Des signes ne s’impriment pas.',
    body: `Le PDF montre un losange à la place de : ${signs}. La feuille les montre si ce poste a une police qui les contient. Écrivez autrement ce que le client doit lire.`,
  }),
  'old-data': ({ weeks }) => ({
    title: 'Données trop anciennes.',
    body: `Les données s’arrêtent ${n(weeks)} ${s(weeks, 'semaine', 'semaines')} avant la période de la page : aucune prévision n’est imprimée. Complétez le tableau avec les jours qui manquent.`,
  }),
  fog: ({ days, fog, step = 'day' }, { cell }) => ({
    title: `Données manquantes : ${countedPeriods(days, step, 'fr')}.`,
    body: `${fog ? 'La météo est Brouillard tant que les données manquent' : `La météo est établie sans ${s(days, 'lui', 'eux')}`}. Complétez ${cellsOf(cell, step === 'day' ? s(days, 'ce jour', 'ces jours') : s(days, 'cette ligne', 'ces lignes'))}.`,
  }),
  'does-not-fit': ({ items }) => ({
    title: 'La page ne tient pas sur un A4.',
    body: `À raccourcir : ${items}. Rien n'est généré tant que tout ne tient pas, et rien n'est coupé.`,
  }),
  'sheet-name-taken': ({ name }) => ({
    title: 'Ce nom de feuille est déjà pris.',
    body: `Une feuille à vous s'appelle ${q(name)} : elle n'a pas été touchée. Renommez-la, puis recommencez.`,
  }),
  'action-missing': ({ weather }) => ({
    title: 'Aucune action en face du problème.',
    body: `La météo est ${w(weather)}. Ajoutez dans Journal une ligne « action » avec le rôle du responsable et une échéance.`,
  }),
};
