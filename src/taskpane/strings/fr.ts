import type { Strings } from './strings';

const count = (n: number, one: string, many: string): string => (n < 2 ? one : many);

export const fr: Strings = {
  reading: { title: 'Lecture du classeur…', caption: 'Les feuilles sont lues, rien n’est modifié.' },
  found: {
    title: (sheet, days) => `${sheet}\u00a0: ${days} ${count(days, 'jour trouvé', 'jours trouvés')}`,
    titleEvents: (sheet, rows) => `${sheet}\u00a0: ${rows} ${count(rows, 'ligne trouvée', 'lignes trouvées')}`,
    caption: (from, to) => `Du ${from} au ${to}`,
  },
  nothingFound: { title: 'Aucune donnée datée' },
  tabs: { label: 'Rubriques', home: 'Accueil', data: 'Données' },
  data: {
    title: (n) => (n === 0 ? 'Aucune donnée datée' : n === 1 ? 'Un tableau de suivi trouvé' : `${n} tableaux de suivi trouvés`),
    remarks: (n) => `${n} ${count(n, 'remarque', 'remarques')}`,
  },
  steps: {
    heading: 'Étapes',
    confirm: {
      label: 'Confirmer les données',
      caption: 'Ce que chaque colonne représente, à vérifier une fois',
      button: 'Vérifier mes données',
      running: 'Lecture du classeur…',
      note: 'Rien n’est écrit avant votre accord.',
    },
    consolidate: {
      label: 'Consolider',
      caption: 'Jour, semaine, mois et année, en formules Excel natives',
      button: 'Consolider',
      running: 'Consolidation en cours',
      note: 'Quatre feuilles seront ajoutées à ce classeur\u202f; vos feuilles ne changent pas.',
    },
    thresholds: {
      label: 'Colorer les seuils',
      caption: 'Les couleurs suivent le dictionnaire, même sans le complément',
      button: 'Colorer les seuils dans les feuilles',
      running: 'Mise en couleur des seuils',
      note: 'Modifier un seuil dans la feuille Dictionnaire suffira.',
    },
    generate: {
      label: 'Générer la météo',
      caption: 'Une page A4 à imprimer, rédigée à partir de vos chiffres',
      button: 'Générer la météo',
      running: 'Écriture de la météo',
      note: 'Écrit une feuille «\u202fMétéo\u202f» datée du jour.',
    },
    pdf: {
      label: 'Enregistrer le PDF',
      caption: 'La même page, prête à envoyer',
      button: 'Enregistrer le PDF',
      running: 'Création du PDF',
      note: 'Le fichier est créé sur ce poste\u202f; rien n’est envoyé.',
    },
    done: 'Fait',
    next: 'À faire',
  },
  outcome: {
    confirmed: 'Données confirmées',
    consolidated: (sheets) => `${sheets} ${count(sheets, 'feuille écrite', 'feuilles écrites')}`,
    coloured: (sheets) => `Seuils en couleur sur ${sheets} ${count(sheets, 'feuille', 'feuilles')}`,
    generated: (sheet) => `Météo écrite dans «\u202f${sheet}\u202f»`,
    saved: (file) => `PDF enregistré\u00a0: ${file}`,
    open: 'Ouvrir',
    remarks: (n) => `${n} ${count(n, 'remarque à lire', 'remarques à lire')}`,
  },
  action: 'Action',
  readAgain: 'Relire',
  tryAgain: 'Réessayer',
  answer: 'Répondre',
  check: 'Revoir',
  pages: {
    source: { label: 'Source', caption: 'Ce que chaque colonne représente' },
    kpis: { label: 'Indicateurs', caption: 'Les seuils, et les vôtres à ajouter' },
    findings: { label: 'Calculs à revoir', caption: 'Moyennes de taux, totaux incomplets, nombres en texte…' },
    projections: { label: 'Projections', caption: 'Celles qui ont été vérifiées, et leur tableau' },
    template: { label: 'Partir d’un modèle', caption: 'Les feuilles à remplir pour cinq domaines' },
  },
  examples: {
    text: (n) => `${n} ${count(n, 'ligne d’exemple compte', 'lignes d’exemple comptent')} dans les chiffres.`,
    remove: 'Supprimer les exemples',
  },
  select: 'Sélectionner dans Excel',
  private: 'Tout reste dans ce classeur\u00a0: ni compte, ni envoi.',
  pageFault: (cause) => ({
    title: 'Cette page ne s’affiche pas.',
    body: `Le classeur n’a pas changé. Vérifiez la connexion, puis réessayez. Cause\u00a0: ${cause}`,
  }),
  unsaid: (code) => ({
    title: 'Le message n’a pas pu être chargé.',
    body: `Vérifiez la connexion, puis rouvrez le volet. Code\u00a0: ${code}.`,
  }),
  oldExcel: 'Cette version d’Excel ne suffit pas. Il faut Excel 2021, Microsoft 365 ou Excel pour le web.',
};
