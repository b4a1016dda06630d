import type { Language } from '../meteo/content';
import { vocabulary } from '../words/vocabulary';
import { exampleText, type TemplateTable } from './table';

const INVOICE_TABLE = 'tblFactures';

type Field = { header: string; help: string };

type Words = {
  title: string;
  hint: string;
  invoice: Field;
  line: Field;
  period: Field;
  deliverable: Field;
  quantity: Field;
  price: Field;
  amount: Field;
  serves: Field;
  alert: string;
  examples: readonly (readonly [invoice: string, period: string, deliverable: string, serves: string])[];
};

const WORDS: Record<Language, Words> = {
  fr: {
    title: 'Facturation : ce que le client paie, et pourquoi',
    hint: 'Une ligne par ligne de facture, rattachée à un livrable et à l’objectif qu’elle sert. Le montant se calcule seul.',
    invoice: { header: 'Facture', help: 'Numéro de la facture. Texte libre. Exemple : F-2026-118. Source : facturation.' },
    line: { header: 'Ligne', help: 'Rang de la ligne dans la facture. Unité : nombre entier. Exemple : 1.' },
    period: { header: 'Période', help: 'Ce que la ligne couvre. Texte libre. Exemple : novembre 2026.' },
    deliverable: {
      header: 'Livrable ou mesure',
      help: 'Ce qui est facturé : un livrable, ou une mesure du suivi. Exemple : UO consommées.',
    },
    quantity: { header: 'Quantité', help: 'Unités facturées. Unité : celle du livrable, décimales admises. Exemple : 42,5.' },
    price: {
      header: 'Prix unitaire (€)',
      help: 'Prix hors taxes d’une unité. Unité : euros. Exemple : 310,00. Source : contrat.',
    },
    amount: { header: 'Montant (€)', help: 'Calculé, rien à taper : quantité × prix unitaire.' },
    serves: {
      header: 'Objectif servi',
      help: 'Objectif du client que la dépense sert. Texte libre. Exemple : délais de réponse tenus.',
    },
    alert: 'Tapez un nombre, sans unité ni texte.',
    examples: [
      ['F-001', 'semaine passée', 'UO consommées', 'délais de réponse tenus'],
      ['F-001', 'semaine passée', 'astreinte du samedi', 'service disponible le week-end'],
    ],
  },
  en: {
    title: 'Billing: what the client pays, and why',
    hint: 'One row per invoice line, tied to a deliverable and to the objective that it serves. The amount computes itself.',
    invoice: { header: 'Invoice', help: 'Number of the invoice. Free text. Example: F-2026-118. Source: invoicing.' },
    line: { header: 'Line', help: 'Rank of the line in the invoice. Unit: whole number. Example: 1.' },
    period: { header: 'Period', help: 'What the line covers. Free text. Example: November 2026.' },
    deliverable: {
      header: 'Deliverable or measure',
      help: 'What is invoiced: a deliverable, or a measure that is followed. Example: work units consumed.',
    },
    quantity: { header: 'Quantity', help: 'Units invoiced. Unit: that of the deliverable, decimals allowed. Example: 42.5.' },
    price: { header: 'Unit price (€)', help: 'Price of one unit before tax. Unit: euros. Example: 310.00. Source: contract.' },
    amount: { header: 'Amount (€)', help: 'Computed, nothing to type: quantity × unit price.' },
    serves: {
      header: 'Objective served',
      help: 'The client’s objective that the expense serves. Free text. Example: answers on time.',
    },
    alert: 'Type a number, without unit or text.',
    examples: [
      ['F-001', 'last week', 'work units consumed', 'answers on time'],
      ['F-001', 'last week', 'Saturday standby', 'service available at the week-end'],
    ],
  },
};

/** `tblFactures`: invoice lines, each with the deliverable and the objective that explain it. */
export const invoiceTable = (language: Language): TemplateTable => {
  const words = WORDS[language];
  const alert = { style: 'stop' as const, message: words.alert };
  const field = (header: string): string => `${INVOICE_TABLE}[[#This Row],[${header}]]`;
  const [quantity, price] = [field(words.quantity.header), field(words.price.header)];
  const figures = [
    [42.5, 310],
    [1, 480],
  ] as const;
  return {
    table: INVOICE_TABLE,
    sheet: vocabulary(language).sheets.billing,
    title: words.title,
    hint: words.hint,
    frozen: 2,
    columns: [
      { ...words.invoice, width: 108, rule: { any: true } },
      { ...words.line, width: 48, numberFormat: '0', rule: { whole: { minimum: 1 } }, alert },
      { ...words.period, width: 96, rule: { any: true } },
      { ...words.deliverable, width: 174, wrap: true, rule: { any: true } },
      // A credit note is below 0.
      { ...words.quantity, width: 66, numberFormat: '#,##0.00', rule: { decimal: { minimum: -1e9 } }, alert },
      { ...words.price, width: 78, numberFormat: '#,##0.00', rule: { decimal: { minimum: -1e9 } }, alert },
      {
        ...words.amount,
        width: 84,
        numberFormat: '#,##0.00',
        rule: { any: true },
        formula: `=IF(OR(${quantity}="",${price}=""),"",${quantity}*${price})`,
      },
      { ...words.serves, width: 198, wrap: true, rule: { any: true } },
    ],
    examples: words.examples.map(([invoice, period, deliverable, serves], index) => [
      exampleText(invoice, language),
      index + 1,
      period,
      deliverable,
      figures[index]?.[0] ?? null,
      figures[index]?.[1] ?? null,
      null,
      serves,
    ]),
  };
};
