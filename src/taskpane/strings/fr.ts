import type { Strings } from './strings';

export const fr: Strings = {
  reading: { title: 'Lecture du classeur…', caption: 'Les feuilles sont lues, rien n’est modifié.' },
  tabs: { label: 'Rubriques', home: 'Accueil', data: 'Données', watch: 'Suivi', meteo: 'Météo', client: 'Client' },
  action: 'Action',
  readAgain: 'Relire',
  tryAgain: 'Réessayer',
  select: 'Sélectionner dans Excel',
  private: 'Tout reste dans ce classeur\u00a0: ni compte, ni envoi.',
  pageFault: {
    title: 'Cette page ne s’affiche pas.',
    missing: 'Elle n’a pas pu être chargée. Le classeur n’a pas changé. Vérifiez la connexion, puis réessayez.',
    broken: 'Le classeur n’a pas changé. Réessayez\u202f; si cela se répète, rouvrez le volet.',
    detail: 'Détail pour votre support',
  },
  unsaid: (code) => ({
    title: 'Le message n’a pas pu être chargé.',
    body: `Vérifiez la connexion, puis rouvrez le volet. Code\u00a0: ${code}.`,
  }),
  silentStart: {
    title: 'Excel ne répond pas encore.',
    body: 'Vos textes sont gardés dans ce volet. Si le classeur est fermé, rouvrez-le, puis reconnectez.',
    again: 'Reconnecter',
  },
  oldExcel: 'Cette version d’Excel ne suffit pas. Il faut Excel 2021, Microsoft 365 ou Excel pour le web.',
};
