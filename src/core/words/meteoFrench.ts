import { NO_BREAK_SPACE, plural } from './typography';

/** `de Conforme`, `d'Alerte`: what a status or a level is left from. */
const elided = (word: string): string => (/^[aeiouyéèêh]/i.test(word) ? `d'${word}` : `de ${word}`);

/** `1 ouverte, 2 traitées`, without what there is none of. */
export const counts = (...parts: readonly (readonly [count: number, words: string])[]): string =>
  parts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : [])).join(', ');

const s = (count: number, one: string, many: string): string => plural(count, one, many, 'fr');

/** Numbers and names that a sentence is given are already text. */
type KpiInWords = {
  label: string;
  subject: string | null;
  singular: boolean;
  value: string;
  objective: string | null;
  /** Nobody has confirmed its thresholds: they are no promise. */
  proposed: boolean;
};

/** How a clause goes on after the one before: against it, with it, or on its own. */
type Link = 'but' | 'and' | 'alone';
const LINKS: Readonly<Record<Link, string>> = { but: 'mais ', and: 'et ', alone: '' };

/** The météo's French: whole sentences with their parameters. Spaces and apostrophes are set by `typeset`. */
export const meteoFrench = {
  title: (number: number) => `Météo du client n° ${number}`,
  correction: (number: number, corrected: number) => `Météo du client n° ${number}, corrige la n° ${corrected}`,
  period: (weeks: string, range: string, day: string) => `${weeks}, ${range} · ${day}`,
  issuedOn: (date: string) => `établie le ${date}`,
  sentOn: (date: string) => `envoyée le ${date}`,
  tabs: { key: 'Indicateur clé', news: 'Quoi de neuf', state: 'État et suite' },
  partsNote: (numerator: string, denominator: string, top: string, bottom: string) =>
    `${numerator} / ${denominator} : ${top} / ${bottom}`,
  whatRate: (phrase: string, objective: string | null, proposed: boolean) =>
    objective === null ? phrase : `${phrase}, ${proposed ? 'seuil proposé' : 'objectif'} ${objective}`,
  proposedNote: '* Seuil proposé, à confirmer.',
  previousValue: (value: string, weeks: string, change: string) => `${value} en ${weeks} (${change})`,
  previousAlone: (value: string, weeks: string, missing: boolean) => `${value} en ${weeks}${missing ? ' (jours manquants)' : ''}`,
  perOpenDay: (change: string) => `${change} par jour ouvert`,
  unlikeDays: (now: number, before: number) =>
    `Écarts des volumes par jour ouvert : ${now} ${s(now, 'jour', 'jours')} contre ${before}.`,
  workingDays: (now: number, before: number) =>
    `Volumes comparés tels quels : ${now} ${s(now, 'jour ouvré', 'jours ouvrés')} contre ${before}.`,
  beginsOn: (date: string) => `premières données le ${date}`,
  nothingBefore: 'premiers chiffres, rien à comparer',
  noPreviousValue: (weeks: string) => `pas de chiffre en ${weeks}`,
  projectedValue: (weeks: string, value: string, low: string, high: string) =>
    `projection ${weeks} : ${value}, entre ${low} et ${high}`,
  noProjection: 'projection : historique insuffisant',
  dashNote: (note: string) => `Projection « – » : ${note}.`,
  oldData: 'données trop anciennes',
  oldDataUntil: (date: string) => `aucune prévision : les données s'arrêtent au ${date}`,
  silent: 'volume à 0, non projeté',
  silentSince: (week: string) => `aucune projection : volume à 0 en ${week}`,
  notEnoughHistory: (have: string, need: number) => `historique insuffisant (${have} sur ${need})`,
  noFigure: 'Pas de chiffre',
  notJudged: 'Non jugé',
  chartNothing: (weeks: string) => `Aucun chiffre en ${weeks} : rien à tracer.`,
  chartNoWeek: (weeks: string) => `Aucune semaine complète en ${weeks} : rien à tracer.`,
  chartNote: (name: string, per: string, value: string | null, week: string) =>
    value === null ? `${name} ${per}.` : `${name} ${per} ; dernier réel : ${value} en ${week}.`,
  chartBreak: (week: string) => `Nouvelle définition depuis ${week} : la courbe est coupée.`,
  chartProjection: (weeks: string) => `Projection ${weeks}, bande à 80 %.`,
  chartSurprise: (week: string, range: string) => `${week} hors de l'attendu (${range}) : la bande va d'un retour à une suite.`,
  chartScale: (start: string) => `L'échelle commence à ${start}.`,
  chartLabels: {
    actual: (year: string | null) => (year === null ? 'réel' : `${year}, réel`),
    previousYear: (year: string | null) => year ?? 'un an avant',
    objective: (objective: string, proposed: boolean) => `${proposed ? 'proposé' : 'objectif'} ${objective}`,
    projection: 'projection',
    today: (date: string) => `aujourd'hui, ${date}`,
  },
  head: {
    indicator: 'Indicateur',
    objective: 'Objectif',
    status: 'Statut',
    change: (weeks: string) => ['Écart avec', weeks] as const,
    projection: (weeks: string) => ['Projection', weeks] as const,
    interval: ['Intervalle', 'à 80 %'] as const,
  },
  readings: { seasonality: 'Saisonnalité', anticipation: 'Anticipation', check: 'Vérification' },
  seasonality: (label: string, effects: readonly string[]) => `${label} : ${effects.join(' ; ')}.`,
  anticipation: (
    label: string,
    noun: string | null,
    feminine: boolean,
    value: string,
    week: string,
    low: string,
    high: string,
    known: readonly [value: string, day: string] | null,
  ) => {
    const so = known ? ` ; déjà ${known[0]} au ${known[1]}` : '';
    return noun === null
      ? `${label} : ≈ ${value} en ${week}, entre ${low} et ${high}${so}.`
      : `≈ ${value} ${noun} ${feminine ? 'attendues' : 'attendus'} en ${week}, entre ${low} et ${high}${so}.`;
  },
  check: (
    label: string,
    expected: string,
    actual: string,
    change: string,
    inside: boolean,
    low: string,
    high: string,
    { checked, outside }: { checked: number; outside: number },
  ) => {
    const one = `${label} : prévu ${expected}, réel ${actual} (${change}), ${inside ? 'dans' : 'hors de'} l'intervalle annoncé, ${low} à ${high}`;
    return checked > 1 && outside > 0
      ? `${one} ; ${outside} ${s(outside, 'projection', 'projections')} sur ${checked} hors de ${s(outside, 'son', 'leur')} intervalle.`
      : `${one}.`;
  },
  since: (number: number, date: string | null) => `depuis la météo n° ${number}${date === null ? '' : `, du ${date}`}`,
  firstIssue: 'première météo',
  lists: {
    highlights: 'Faits marquants',
    team: 'Équipe',
    noDissatisfaction: 'Insatisfactions',
    dissatisfactions: (open: number, treated: number) =>
      `Insatisfactions : ${counts([open, s(open, 'ouverte', 'ouvertes')], [treated, s(treated, 'traitée', 'traitées')])}`,
    open: 'Ouverte',
    late: 'En retard',
    lateActivity: (text: string) => `En retard : ${text}`,
    lateActivities: (count: number, since: string) => `${count} activités en retard, la plus ancienne du ${since}.`,
    treated: 'Traitée',
    short: 'Court terme, 15 jours',
    medium: 'Moyen terme, 3 mois',
    risk: (text: string) => `Risque : ${text}`,
  },
  plan: { action: 'Plan d’action', effect: 'Effet attendu', role: 'Responsable', due: 'Échéance', progress: 'Avancement' },
  noAction: 'Aucune action enregistrée.',
  noJournal: 'Aucun journal tenu.',
  nothingInFigures: 'Rien à signaler dans les chiffres.',
  progress: { todo: 'À faire', doing: 'En cours', done: 'Fait', late: 'En retard' },
  previousWeather: (number: number, weather: string) => `Précédente (n° ${number}) : ${weather}`,
  changed: (printed: string, computed: string, reason: string) => `${printed} au lieu ${elided(computed)} : ${reason}`,
  byTheRules: (computed: string, rule: string) => `Selon les règles : ${computed} (${rule})`,
  source: (provider: string, source: string, present: string, required: number, when: string) =>
    `${provider === '' ? 'Source' : `${provider} · source`} : ${source}, ${present} sur ${required}, extrait le ${when}`,
  sourceFrom: (provider: string, source: string, first: string, when: string) =>
    `${provider === '' ? 'Source' : `${provider} · source`} : ${source}, depuis le ${first}, extrait le ${when}`,
  extracted: (date: string, time: string | null) => (time === null ? date : `${date} à ${time}`),
  next: (date: string) => `Prochaine météo avant le ${date}`,
  preparation: (minutes: number) => `Préparation : ${minutes} min`,
  page: 'Page 1/1',
  overflow: {
    journal: '+ {n} autre, voir Journal|+ {n} autres, voir Journal',
    treated: '+ {n} traitée, voir Journal|+ {n} traitées, voir Journal',
    kpis: '+ {n} indicateur conforme, voir {sheet}.|+ {n} indicateurs conformes, voir {sheet}.',
    otherKpis: '+ {n} autre, voir {sheet}.|+ {n} autres, voir {sheet}.',
  },
  rules: {
    majorIncident: (date: string) => `Incident majeur le ${date}`,
    notBegun: (date: string) => `Début du service le ${date}, après la période`,
    noData: 'Aucune donnée sur la période',
    missingDays: (present: string, required: number) => `Données : ${present} sur ${required}, moins de 90 %`,
    missingKpi: (label: string) => `Indicateur clé sans donnée : ${label}`,
    noVolume: (label: string) => `Indicateur clé non calculable, volume à 0 : ${label}`,
    redTwice: (label: string) => `Alerte deux fois de suite : ${label}`,
    severalRed: (count: number, labels: string) => `${count} indicateurs clés en alerte : ${labels}`,
    oneRed: (label: string) => `1 indicateur clé en alerte : ${label}`,
    projectedRed: (weeks: string, label: string) => `Alerte prévue en ${weeks} : ${label}`,
    severalAmber: (count: number, labels: string) => `${count} indicateurs clés en vigilance : ${labels}`,
    otherRed: (label: string) => `Alerte non clé : ${label}`,
    andMore: (label: string, count: number) => `${label} et ${count} ${s(count, 'autre', 'autres')}`,
    oneAmber: (label: string) => `1 indicateur clé en vigilance : ${label}`,
    drift: (label: string) => `Dérive, hors des variations habituelles : ${label}`,
    overdue: (count: number) => `${count} ${s(count, 'action', 'actions')} en retard`,
    underWay: (week: string, label: string) => `Semaine en cours (${week}) hors seuil : ${label}`,
    noneJudged: (known: boolean) => `Indicateurs clés suivis sans seuil, sans ${known ? 'dérive ni retard' : 'retard'}`,
    allGreen: (known: boolean) => `Indicateurs clés conformes, sans ${known ? 'dérive ni retard' : 'retard'}`,
    otherDrift: (judged: boolean, label: string) =>
      `Indicateurs clés ${judged ? 'conformes' : 'sans seuil'} ; dérive non clé : ${label}`,
  },
  facts: {
    crossed: (label: string, from: string, to: string, before: string, now: string) =>
      `${label} : ${elided(from)} à ${to} (${before} → ${now}).`,
    moreWorse: (count: number, labels: string, areSome: boolean) =>
      `${count} ${s(count, 'autre dégradation', 'autres dégradations')}${areSome ? ', dont' : ' :'} ${labels}.`,
    record: (label: string, value: string, weekday: string, date: string) =>
      `${label} : plus haut jour connu, ${value} le ${weekday} ${date}.`,
    notable: (label: string, change: string, weeks: string) => `${label} : ${change} par rapport à ${weeks}.`,
    zero: (label: string, weeks: string, usual: string, per: string) =>
      `${label} : 0 en ${weeks}, d'ordinaire ≈ ${usual} ${per}.`,
    missing: (counted: string, dates: string) => `${counted} sans donnée : ${dates}.`,
    level: (label: string, value: string, high: boolean, since: string) =>
      `${label} : ${value}, plus ${high ? 'haut' : 'bas'} niveau depuis ${since}.`,
    levelEver: (label: string, value: string, high: boolean, since: string) =>
      `${label} : ${value}, plus ${high ? 'haut' : 'bas'} niveau connu, depuis le début du suivi en ${since}.`,
    underWay: (label: string, value: string, week: string, until: string, status: string) =>
      `${label} : ${value} en ${week}, semaine en cours, jusqu'au ${until} : ${status}.`,
    outside: (label: string, value: string, week: string, low: string, high: string) =>
      `${label} : ${value} en ${week}, hors des variations habituelles (${low} à ${high}).`,
    levelChanged: (up: boolean, label: string, value: string, week: string, low: string, high: string) =>
      `${label} : ${value} en ${week}, plus ${up ? 'haut' : 'bas'} que d'habitude (${low} à ${high}).`,
    onOpenDays: (value: string, days: number) => `${value} pour ${days} ${s(days, 'jour ouvert', 'jours ouverts')}`,
    oneSide: (label: string, weeks: string, up: boolean, mean: string, since: string) =>
      `${label} : ${weeks} de suite ${up ? 'au-dessus' : 'au-dessous'} de la moyenne (${mean}), depuis ${since}.`,
    trend: (label: string, weeks: string, up: boolean, from: string, to: string) =>
      `${label} : ${weeks} de ${up ? 'hausse' : 'baisse'} de suite (${from} → ${to}).`,
    hardDay: (label: string, days: number, weekday: string, date: string, value: string) =>
      days === 1
        ? `${label} : en alerte un seul jour, le ${weekday} ${date} (${value}).`
        : `${label} : en alerte ${days} jours, au pire le ${weekday} ${date} (${value}).`,
  },
  message: {
    keyGreen: (figure: string, proposed: boolean) => `${proposed ? 'le seuil proposé' : "l'objectif"} est tenu (${figure})`,
    keyAmber: (figure: string, proposed: boolean) =>
      `${proposed ? 'le seuil proposé' : "l'objectif"} n'est pas tout à fait atteint (${figure})`,
    keyRed: (figure: string, proposed: boolean) => `${proposed ? 'le seuil proposé' : "l'objectif"} n'est pas tenu (${figure})`,
    keyTracked: (label: string, value: string, noun: string | null) =>
      noun === null ? `${label} à ${value}` : `${value} ${noun}`,
    promised: (value: string, phrase: string | null, label: string, bound: string | null) => {
      const figure = phrase === null ? `${label} : ${value}` : `${value} ${phrase}`;
      return bound === null ? figure : `${figure}${bound}`;
    },
    atLeast: (objective: string, proposed: boolean) =>
      ` pour${NO_BREAK_SPACE}${objective}${NO_BREAK_SPACE}${proposed ? 'proposés' : 'promis'}`,
    atMost: (objective: string, proposed: boolean) => `, pour ${objective} au plus${proposed ? ', seuil proposé' : ''}`,
    between: (range: string, proposed: boolean) => `, pour ${range} ${proposed ? 'proposés' : 'attendus'}`,
    one: (link: Link, kpi: KpiInWords) => {
      const bound = kpi.objective ?? '';
      return kpi.subject === null
        ? `${LINKS[link]}un ${link === 'alone' ? '' : 'autre '}indicateur est ${kpi.proposed ? 'hors seuil' : 'hors objectif'} (${kpi.label} : ${kpi.value}${bound})`
        : `${LINKS[link]}${kpi.subject} ${kpi.singular ? 'est' : 'sont'} à ${kpi.value}${bound}`;
    },
    several: (link: Link, count: number, proposed: boolean, named: readonly KpiInWords[]) =>
      `${LINKS[link]}${count} ${link === 'alone' ? '' : 'autres '}indicateurs sont ${proposed ? 'hors seuil' : 'hors objectif'}${count > named.length ? ', dont' : ','} ${named.map((kpi) => `${kpi.subject ?? kpi.label} (${kpi.value})`).join(' et ')}`,
    projectedRed: (link: Link, kpi: KpiInWords, weeks: string) =>
      `${LINKS[link]}une alerte est prévue en ${weeks} (${kpi.label} : ${kpi.value})`,
    underWay: (link: Link, kpi: KpiInWords, week: string) =>
      `${LINKS[link]}${week}, en cours, est hors ${kpi.proposed ? 'seuil' : 'objectif'} (${kpi.label} : ${kpi.value})`,
    drift: (link: Link, label: string) => `${LINKS[link]}une dérive est à surveiller (${label})`,
    overdue: (link: Link, count: number) => `${LINKS[link]}${count} ${s(count, 'action est', 'actions sont')} en retard`,
    reasonElsewhere: (computed: string) =>
      `niveau retenu au lieu ${elided(computed)}, pour le motif donné sous « État et suite »`,
    incident: (date: string) => `incident majeur le ${date}`,
    notBegun: (date: string) => `le service commence le ${date}, rien à dire de la période`,
    noData: (present: string, required: number) => `aucune donnée sur la période (${present} sur ${required})`,
    fogDays: (present: string, required: number) => `données incomplètes (${present} sur ${required}), chiffres à confirmer`,
    fogKpi: (label: string) => `données incomplètes (${label}), chiffres à confirmer`,
    noVolume: (label: string) => `volume à 0 sur la période, ${label} non calculable`,
    action: (text: string, due: string | null) => (due === null ? `action : ${text}` : `action : ${text}, avant le ${due}`),
    ahead: (value: string, noun: string, feminine: boolean, weeks: string) =>
      `≈ ${value} ${noun} ${feminine ? 'attendues' : 'attendus'} en ${weeks}`,
    whole: (weather: string, sentence: string) => `${weather} : ${sentence}`,
    comma: ', ',
    semicolon: ' ; ',
  },
  summary: {
    weather: (word: string, rule: string) => `${word} (${rule})`,
    shortened: 'Voir la feuille pour le détail.',
  },
} as const;
