import { action, happened, ordinaryJournal, planned } from './entries';
import type { Scenario } from './scenario';
import { calls } from './service';

const sheet = calls({ answered: () => 0.95, abandoned: () => 0.02 });

/** A client, a contract and people's words in one script. */
const named = (name: string, title: string, client: string, contract: string, fact: string, role: string): Scenario => ({
  name,
  title,
  sheet,
  settings: { client, contract, provider: client },
  journal: [happened('highlight', 6, fact), happened('team', 3, role), planned(5, fact), action(7, fact, contract, role)],
});

/** Names and texts of many scripts, and texts that are code elsewhere. */
export const nameScenarios: readonly Scenario[] = [
  named(
    'polish',
    'Polonais',
    'Łódzka Spółdzielnia Świętego Józefa',
    'Obsługa zgłoszeń – Gdańsk',
    'Zażółć gęślą jaźń',
    'Kierowniczka: Małgorzata Źdźbło',
  ),
  named('greek', 'Grec', 'Ελληνική Εταιρεία Ύδρευσης', 'Εξυπηρέτηση πελατών', 'Νέα ομάδα στη Θεσσαλονίκη', 'Υπεύθυνος ομάδας'),
  named('cyrillic', 'Cyrillique', 'Общество «Северный ветер»', 'Поддержка клиентов', 'Новая смена в Київ', 'Руководитель смены'),
  named('hebrew', 'Hébreu', 'חברת הביטוח של תל אביב', 'שירות לקוחות 24/7', 'צוות חדש (3 נציגים) החל ב-15/11', 'מנהלת משמרת'),
  named('arabic', 'Arabe', 'شركة النور للتأمين', 'خدمة العملاء', 'فريق جديد منذ 15/11', 'مدير الفريق'),
  named('chinese', 'Chinois et japonais', '株式会社 Météo 東京', '客户服务', '新团队 已到岗', 'サポート担当'),
  named('emoji', 'Emoji', 'Café Soleil ☀️', 'Support 24/7 📞', 'bonne ambiance 🎉 et café ☕', 'cheffe d’équipe 👩‍💻'),
  named('mixed', 'Deux sens sur une ligne', 'Hotel שלום Paris', 'Contract מספר 12', 'appel de שרה לוי à 9 h', 'équipe תל אביב'),
  {
    name: 'markup',
    title: 'Signes qui sont du code ailleurs',
    sheet,
    settings: { client: 'Dupont & Fils <SA> "Nord"', contract: "=1+1 ; 'l’écart' \\ {n} %s", provider: '+33 Conseil' },
    journal: [
      happened('highlight', 3, '=SOMME(A1:A9) & <b>gras</b> "entre guillemets"'),
      happened('team', 2, '@équipe -2 postes'),
    ],
  },
  {
    name: 'no-client',
    title: 'Client, contrat et prestataire vides',
    sheet,
    settings: { client: '', contract: '', provider: '' },
    journal: ordinaryJournal,
  },
  {
    name: 'long-words',
    title: 'Mots très longs',
    sheet,
    settings: { client: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk' },
    journal: [
      happened('highlight', 6, 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz voté'),
      happened(
        'highlight',
        4,
        'voir https://intranet.exemple.fr/direction/qualite/2026/11/23/compte-rendu-de-la-reunion-hebdomadaire.pdf',
      ),
      happened('team', 3, 'anticonstitutionnellementanticonstitutionnellement'),
      planned(5, 'https://exemple.fr/un/tres/long/chemin/sans/aucune/espace/ni/tiret/du/tout/index.html'),
      action(
        7,
        'Kraftfahrzeughaftpflichtversicherungsbeitrag',
        'Straßenentwässerungsinvestitionen',
        'Bezirksschornsteinfegermeister',
      ),
    ],
  },
  {
    name: 'long-names',
    title: 'Noms longs de client, contrat et prestataire',
    sheet,
    settings: {
      client: 'Caisse mutuelle interprofessionnelle du littoral atlantique',
      contract: 'Accueil téléphonique des adhérents et des professionnels de santé',
      provider: 'Société atlantique de relation avec les clients',
    },
    journal: ordinaryJournal,
  },
];
