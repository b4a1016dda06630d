import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { DateAnswer } from '../core/detect/detected';
import type { Language, Orientation } from '../core/meteo/content';
import { WEATHERS } from '../core/meteo/edits';
import type { PeriodKind } from '../core/period/period';
import { TEMPLATE_DOMAINS, type TemplateDomain } from '../core/template/domains';
import { runConsolidate, type ConsolidateOptions } from './commands/consolidate';
import { runDemo } from './commands/demo';
import { runDetect } from './commands/detect';
import { runForecast, type ForecastOptions } from './commands/forecast';
import { runForecastSeries } from './commands/forecastSeries';
import { runFlash, type FlashOptions } from './commands/flash';
import { runGenerate, type GenerateOptions } from './commands/generate';
import { runLint } from './commands/lint';
import { runScript } from './commands/run';
import { runTemplate, type TemplateOptions } from './commands/template';
import { runThresholds, type ThresholdsOptions } from './commands/thresholds';
import { MOST_HORIZON } from '../core/forecast/series-list';
import { readDay, readMoment, today } from './day';
import { readMeasure, type MeasureText } from './ruleText';
import type { CommonOptions, WritingOptions } from './session';
import { DONE, USAGE, type Terminal } from './terminal';

const KINDS: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

const periodKinds = (text: string): PeriodKind[] => {
  const wanted = text.split(',').map((part) => part.trim());
  const kinds = KINDS.filter((kind) => wanted.includes(kind));
  if (kinds.length !== new Set(wanted).size) throw new InvalidArgumentError(`One or more of ${KINDS.join(', ')}.`);
  return kinds;
};

/** Kinds of period that are projected: a year is too far. */
const forecastKinds = (text: string): PeriodKind[] => {
  const kinds = periodKinds(text);
  if (kinds.includes('year')) throw new InvalidArgumentError('One or more of day, week, month.');
  return kinds;
};

const horizon = (text: string): number => {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > MOST_HORIZON)
    throw new InvalidArgumentError(`A whole number from 1 to ${String(MOST_HORIZON)}.`);
  return count;
};

const datesOption = (): Option =>
  new Option('--dates <answer>', 'where day and month may have been exchanged: read dates as they are, or swapped').choices([
    'as-is',
    'swapped',
  ] satisfies DateAnswer[]);

const measures = (text: string, before: readonly MeasureText[] = []): MeasureText[] => {
  const measure = readMeasure(text);
  if (!measure) throw new InvalidArgumentError('A measure is written NAME=RULE, for instance "calls=sum:D".');
  if (before.some(({ name }) => name === measure.name))
    throw new InvalidArgumentError(`Two measures are called "${measure.name}".`);
  return [...before, measure];
};

const day = (text: string): number => {
  const serial = readDay(text);
  if (serial === null) throw new InvalidArgumentError('A date is written YYYY-MM-DD.');
  return serial;
};

const moment = (text: string): number => {
  const serial = readMoment(text, today());
  if (serial === null) throw new InvalidArgumentError('A time is written HH:MM, or YYYY-MM-DDTHH:MM.');
  return serial;
};

type FlashValue = FlashOptions['value'][number];

const flashValues = (text: string, before: readonly FlashValue[] = []): FlashValue[] => {
  const equals = text.lastIndexOf('=');
  const [name, typed] = [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
  const value = Number(typed.replace(',', '.'));
  if (equals < 1 || name === '' || typed === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('A count is written NAME=N, for instance "appels_recus=812".');
  return [...before, { name, value }];
};

const FLASHING = `
Prints the text to paste into a mail or a chat, and keeps the point in the sheet Flash. NAME is a count since the opening, by its
column or its measure; those that the rows give by their time need no --value. The same minute again replaces the point.

Écrit le texte à coller dans un mail ou un chat, et garde le point dans la feuille Flash. NAME est un cumul depuis l’ouverture,
par sa colonne ou sa mesure ; ceux que les lignes donnent par leur heure n’ont pas besoin de --value.

  meteo flash suivi.xlsx suivi.xlsx --in-place --at 15:00 --value appels_recus=812 --value appels_traites=714 \\
        --value appels_traites_sous_seuil=559 --action "Trois conseillers basculés jusqu’à 17 h"`;

const RULES = `
RULE: sum:COL, count, countif:COL=TEXT, ratio:COL/COL, ratio:countif(COL=TEXT)/count, mean:COL (mean of the rows' values),
      wmean:COL*COL, last:COL, min:COL, max:COL, distinct:COL. COL is a letter or a header.`;

const DOMAINS = `
DOMAIN: inbound and outbound calls (inbound, outbound), IT services with tickets, guarantees and work units (it), projects with
        budget, spent and remaining work (project), customer references (references). Adding a template twice changes nothing.`;

const FORECASTING = `
A table of days is projected by day, week and month; one of weeks, months or quarters by those; a table of figures without
dates row by row, in its order (--by says what a row is). With --json each figure is { "point", "lo80", "hi80", "lo95",
"hi95", "periods", "seasonality", "members", "backtest", … } under its name, coarser periods under "week" and "month".

--series FILE.json projects a list [{ "id", "x", "ms", "h", "kind" }, …] and prints { "ID": { "point", … } }: x the values
from the oldest (null for none), ms the periods in a cycle, h how many to project, kind count, amount, duration or rate.

RULE is what it is for consolidate.`;

const LINTING = `
Each finding has its cell, the value as it is and as it should be, and a formula that gives it. Findings are the answer to
the question: the exit status is 0 with and without them, 1 only where the file cannot be read. Nothing is written.`;

/** What every command takes where it asks for IN. */
const INPUT = 'a workbook, or a .csv, .tsv or .txt file that opens as one';

/** The command line's grammar. `finish` takes the exit status of the command that ran. */
const buildProgram = (terminal: Terminal, finish: (status: Promise<number>) => void): Command => {
  const program = new Command('meteo')
    .description('The pane’s actions on files, through the real office.js, without Excel.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: (text) => terminal.err(text) });

  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .addOption(
        new Option('--lang <language>', "language of the messages (default: the workbook's, else the system's)").choices([
          'fr',
          'en',
        ] satisfies Language[]),
      )
      .option('--json', 'print one JSON value on stdout and nothing else');
  const writing = (name: string, description: string): Command =>
    command(name, description)
      .option('--in-place', 'allow OUT to be IN')
      .option('--allow-signed', 'allow to break a digital signature');

  command('detect', 'say what is in the file: tables, date columns, measures, problems')
    .argument('<in>', INPUT)
    .action((input: string, options: CommonOptions) => finish(runDetect(terminal, input, options)));

  writing('template', 'add the sheets that a domain needs, to a new workbook or to an existing one')
    .addArgument(new Argument('<domain>', 'what is followed').choices(TEMPLATE_DOMAINS))
    .argument('<out>')
    .option('--from <in>', 'workbook to add them to; what it has stays as it is (default: a new workbook)')
    .option('--no-examples', 'no example rows')
    .option('--date <day>', 'day it is, YYYY-MM-DD: examples are about the week before (default: today)', day)
    .addHelpText('after', DOMAINS)
    .action((domain: TemplateDomain, output: string, options: TemplateOptions) =>
      finish(runTemplate(terminal, { domain, output }, options)),
    );

  writing('consolidate', 'write the sheets Jour, Semaine, Mois, Année')
    .argument('<in>', INPUT)
    .argument('<out>')
    .option('--by <kinds>', 'day, week, month, year, separated by commas', periodKinds)
    .option('--sheet <name>', 'sheet of the table to consolidate')
    .option('--table <name>', 'native table to consolidate')
    .option('--date <column>', 'column of the dates, a letter or a header')
    .addOption(datesOption())
    .option('--group <column>', 'a row for each value of this column, with or without dates; add --by for periods too')
    .option('--measure <name=rule>', 'a measure to consolidate; repeat for more', measures)
    .addHelpText('after', RULES)
    .action((input: string, output: string, options: ConsolidateOptions) =>
      finish(runConsolidate(terminal, { input, output }, options)),
    );

  command('lint', 'say what is doubtful in the formulas: averages of rates, wrong totals, typed numbers, short ranges')
    .argument('<in>', INPUT)
    .addHelpText('after', LINTING)
    .action((input: string, options: CommonOptions) => finish(runLint(terminal, input, options)));

  writing('thresholds', 'show where the dictionary’s thresholds are missed, as conditional formats, and say what drifts')
    .argument('<in>', INPUT)
    .argument('<out>')
    .option('--date <day>', 'day it is, YYYY-MM-DD: only periods that are over drift (default: today)', day)
    .action((input: string, output: string, options: ThresholdsOptions) =>
      finish(runThresholds(terminal, { input, output }, options)),
    );

  writing('flash', 'a flash point: the main figures since the opening beside their forecast, and a text to paste')
    .argument('<in>', INPUT)
    .argument('<out>')
    .option('--at <time>', 'HH:MM of today, or YYYY-MM-DDTHH:MM (default: now)', moment)
    .option('--value <name=n>', 'a count since the opening; repeat for more', flashValues, [])
    .option('--action <text>', 'what is done about it')
    .addHelpText('after', FLASHING)
    .action((input: string, output: string, options: FlashOptions) => finish(runFlash(terminal, { input, output }, options)));

  writing('generate', 'write the météo: its sheet, its row in the history, and its PDF')
    .argument('<in>', INPUT)
    .argument('<out>')
    .option('--pdf <file>', 'also write the page as a PDF; in a folder, under its usual name')
    .option('--date <day>', 'day of issue, YYYY-MM-DD (default: today)', day)
    .addOption(
      new Option('--orientation <orientation>', 'of the page').choices(['portrait', 'landscape'] satisfies Orientation[]),
    )
    .option('--message <text>', 'the message, in place of the drafted one')
    .addOption(new Option('--weather <level>', 'another level than the computed one, with its reason').choices(WEATHERS))
    .option('--reason <text>', 'why the level is another one: it is printed')
    .option('--edits <file>', 'JSON of everything that a person changed')
    .option('--sent', 'mark the météo as sent: its page never changes again')
    .option('--correction', 'put right the sent météo of the period, under a number of its own')
    .action((input: string, output: string, options: GenerateOptions, self: Command) => {
      if (options.reason !== undefined && options.weather === undefined)
        return self.error('error: --reason goes with --weather, the level that it is the reason for');
      finish(runGenerate(terminal, { input, output }, options));
    });

  command('forecast', 'project the figures: next days, weeks and months, with intervals, seasonality and past errors')
    .argument('[in]', INPUT)
    .option('--horizon <count>', 'periods to project (default: the days of 4 weeks, 4 weeks, 3 months)', horizon)
    .option('--by <kinds>', 'day, week, month, separated by commas (default: by what a row of the table is)', forecastKinds)
    .option('--sheet <name>', 'sheet of the table')
    .option('--table <name>', 'native table')
    .option('--date <column>', 'column of the dates, a letter or a header')
    .addOption(datesOption())
    .option('--measure <name=rule>', 'a measure to project; repeat for more', measures)
    .option('--series <file>', 'a JSON list of series to project in place of a table')
    .addHelpText('after', FORECASTING)
    .action((input: string | undefined, options: ForecastOptions, self: Command) => {
      const { series } = options;
      if ((input === undefined) === (series === undefined)) return self.error('error: give a file, or --series with a list');
      finish(series === undefined ? runForecast(terminal, input ?? '', options) : runForecastSeries(terminal, series, options));
    });

  writing('run', 'run an Office.js script on a file and print what it returns as JSON')
    .argument('<script>')
    .argument('[in]')
    .argument('[out]')
    .action((script: string, input: string | undefined, output: string | undefined, options: WritingOptions) =>
      finish(runScript(terminal, { script, input, output }, options)),
    );

  command('demo', 'make out/reporting.xlsx and out/meteo.pdf from the sample workbook').action((options: CommonOptions) =>
    finish(runDemo(terminal, options)),
  );

  return program;
};

/** Runs one command line (without the program's own name) and gives its exit status: 0 done, 1 a problem, 2 wrong usage. */
export const runCommandLine = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  let status: Promise<number> = Promise.resolve(DONE);
  const offered: string[] = [];
  const program = buildProgram({ ...terminal, offered }, (running) => {
    status = running;
  });
  program.hook('preAction', (_, { options }) => {
    offered.push(...options.map(({ flags }) => flags));
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? DONE : USAGE;
    throw thrown;
  }
  return status;
};
