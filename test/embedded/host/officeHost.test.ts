import { ApiError } from '../../../src/embedded/richapi/apiError';
import { WEB_PAYLOAD_LIMIT } from '../../../src/embedded/host/conditions';
import { closeAll, openSmall, settled } from './openSmall';

afterEach(closeAll);

type Refusal = { code: string; message: string; debugInfo: { errorLocation: string; statement?: string } };

/** The error that a run raises, as an add-in catches it. */
const refusalOf = async (run: Promise<unknown>): Promise<Refusal> => {
  try {
    await run;
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};

describe('Office.context', () => {
  test('tells the document, its language and what may be done with it', async () => {
    const { Office } = await openSmall({ locale: 'fr-FR', excelApi: '1.9' });
    const { context } = Office;
    expect([context.displayLanguage, context.contentLanguage]).toEqual(['fr-FR', 'fr-FR']);
    expect(context.document.url).toBe('https://exemple.fr/Suivi.xlsx');
    expect(context.document.mode).toBe(Office.DocumentMode.ReadWrite);
    expect(context.host).toBe(Office.HostType.Excel);
    expect(context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true);
    expect(context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
  });

  test('a read-only document says so, and refuses writes', async () => {
    const { Excel, Office } = await openSmall({ readOnly: true });
    expect(Office.context.document.mode).toBe(Office.DocumentMode.ReadOnly);
    const write = Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [[1]];
      await context.sync();
    });
    expect((await refusalOf(write)).code).toBe('AccessDenied');
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Feuil1').getRange('A1').load('values');
      await context.sync();
      return range.values as unknown;
    });
    expect(read).toEqual([['']]);
  });
});

describe('what the real client does with the answers', () => {
  test('values written are read back after a sync; a range lives on within a run', async () => {
    const { Excel, workbook } = await openSmall();
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
      range.values = [[5]];
      await context.sync();
      range.load('values,address');
      await context.sync();
      return [range.address, range.values[0]?.[0] as unknown];
    });
    expect(seen).toEqual(['Feuil1!B2', 5]);
    expect(workbook.worksheets.getActiveWorksheet().cells.get('1,1')).toBe(5);
  });

  test('a property that was not loaded raises PropertyNotLoaded', async () => {
    const { Excel } = await openSmall();
    const error = await refusalOf(
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('address');
        await context.sync();
        return range.values as unknown;
      }),
    );
    expect(error).toMatchObject({ code: 'PropertyNotLoaded', debugInfo: { errorLocation: 'Range.values' } });
  });

  test('a missing item raises ItemNotFound, with the statement, and what came before is done', async () => {
    const { Excel, OfficeExtension, workbook } = await openSmall();
    const error = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Feuil1').getRange('A1').values = [['before']];
        context.workbook.worksheets.getItem('Absente').load('name');
        context.workbook.worksheets.getItem('Feuil1').getRange('A2').values = [['after']];
        await context.sync();
      }),
    );
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect(error).toMatchObject({
      code: 'ItemNotFound',
      message: "The requested resource doesn't exist.",
      debugInfo: { errorLocation: 'WorksheetCollection.getItem', statement: 'var worksheet1 = worksheets.getItem(...);' },
    });
    expect([...workbook.worksheets.getActiveWorksheet().cells.values()]).toEqual(['before']);
  });

  test('a member of a newer set raises ApiNotFound on a host of 1.9', async () => {
    const { Excel } = await openSmall({ excelApi: '1.9' });
    const error = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Feuil1').customProperties.load('items/key');
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: 'ApiNotFound', debugInfo: { errorLocation: 'Worksheet.customProperties' } });
  });

  test('a member that is not there is refused by its name', async () => {
    const { Excel } = await openSmall();
    const error = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Feuil1').pivotTables.load('items/name');
        await context.sync();
      }),
    );
    expect(error).toMatchObject({ code: 'NotImplemented', message: 'Worksheet.pivotTables is not implemented by this host' });
  });

  test('null objects say that they are, and so do their children', async () => {
    const { Excel } = await openSmall();
    const seen = await Excel.run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('Absente');
      const child = missing.getRange('A1').load('values');
      const there = context.workbook.worksheets.getItemOrNullObject('Feuil1').load('name');
      await context.sync();
      return [missing.isNullObject, child.isNullObject, there.isNullObject, there.name];
    });
    expect(seen).toEqual([true, true, false, 'Feuil1']);
  });

  test('collections, counts and renamed sheets', async () => {
    const { Excel } = await openSmall();
    const seen = await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      const added = sheets.add('Zwei');
      const count = sheets.getCount();
      sheets.load('items/name');
      await context.sync();
      added.name = 'Drei';
      await context.sync();
      added.load('name');
      await context.sync();
      return [sheets.items.map(({ name }) => name), count.value, added.name];
    });
    expect(seen).toEqual([['Feuil1', 'Zwei'], 2, 'Drei']);
  });

  test('set({...}) reaches objects below', async () => {
    const { Excel } = await openSmall();
    const seen = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      range.set({ values: [['x']], format: { wrapText: true, fill: { color: '#ABCDEF' } } });
      range.load({ values: true, format: { wrapText: true, fill: { color: true } } });
      await context.sync();
      return [range.values[0]?.[0] as unknown, range.format.wrapText, range.format.fill.color];
    });
    expect(seen).toEqual(['x', true, '#ABCDEF']);
  });

  test('the chunks into which it cuts long writes all arrive', async () => {
    const { Excel, workbook, counter } = await openSmall();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, 1000, 4);
      range.values = Array.from({ length: 1000 }, (_row, row) => [row, 'x', true, row / 2]);
      await context.sync();
    });
    const { cells } = workbook.worksheets.getActiveWorksheet();
    expect([cells.size, cells.get('999,0'), cells.get('999,3')]).toEqual([4000, 999, 499.5]);
    expect(counter.writes).toBe(1);
  });
});

describe('round trips', () => {
  const read = async (context: Excel.RequestContext, untracked = false): Promise<void> => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
    if (untracked) range.untrack();
    await context.sync();
  };

  test('Excel.run releases its ranges in one more request that nobody waits for', async () => {
    const { Excel, counter } = await openSmall();
    await Excel.run(async (context) => read(context));
    await settled();
    expect(counter).toMatchObject({ reads: 1, writes: 0, releases: 1 });
  });

  test('untracked ranges leave nothing to release', async () => {
    const { Excel, counter } = await openSmall();
    await Excel.run(async (context) => read(context, true));
    await settled();
    expect(counter).toMatchObject({ reads: 1, writes: 0, releases: 0 });
  });

  test('a context of its own keeps nothing: a sync is a request, and a sync with nothing to say is none', async () => {
    const { Excel, counter } = await openSmall();
    const context = new Excel.RequestContext();
    await read(context);
    await context.sync();
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
    await settled();
    expect(counter).toMatchObject({ reads: 1, writes: 1, releases: 0 });
  });

  test('the bytes counted are those of the batch', async () => {
    const { Excel, counter } = await openSmall();
    const context = new Excel.RequestContext();
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['é'.repeat(1000)]];
    await context.sync();
    expect(counter.largestRequest).toBeGreaterThan(2000);
    expect(counter.largestRequest).toBeLessThan(3000);
  });
});

describe('settings', () => {
  test('those of the document are there at start; what is saved goes into it; a refresh brings back its own', async () => {
    const { Office, settings } = await openSmall({ settings: [['theme', '"clair"']] });
    const own = Office.context.document.settings;
    expect(own.get('theme')).toBe('clair');
    own.set('seen', { weeks: 3 });
    expect(settings.has('seen')).toBe(false);
    await new Promise((resolve) => {
      own.saveAsync(resolve);
    });
    expect([...settings]).toEqual([
      ['theme', '"clair"'],
      ['seen', '{"weeks":3}'],
    ]);
    settings.set('theme', '"sombre"');
    await new Promise((resolve) => {
      own.refreshAsync(resolve);
    });
    expect(own.get('theme')).toBe('sombre');
  });
});

describe('ribbon commands', () => {
  test('a press runs the function that the add-in associated, and ends with it', async () => {
    const { Excel, Office, host, workbook } = await openSmall();
    Office.actions.associate('fill', (event: Office.AddinCommands.Event) => {
      void Excel.run(async (context) => {
        context.workbook.getSelectedRange().values = [[event.source.id]];
        await context.sync();
      }).then(() => {
        event.completed();
      });
    });
    expect(await host.pressCommand('fill', 'fillButton')).toMatchObject({ hasRun: true });
    expect(workbook.worksheets.getActiveWorksheet().cells.get('0,0')).toBe('fillButton');
  });

  test('a button without a function in the page ends, and has not run', async () => {
    const { host } = await openSmall();
    expect(await host.pressCommand('unknown')).toMatchObject({ hasRun: false });
  });
});

describe('events', () => {
  test('a change is told to its sheet handlers after the sync, and no more once removed', async () => {
    const { Excel } = await openSmall();
    const seen: unknown[] = [];
    const write = (address: string): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(address).values = [['!']];
        await context.sync();
      });
    const handler = await Excel.run(async (context) => {
      const added = context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (args) => {
        await Excel.run(async (inner) => {
          const range = args.getRange(inner).load('values');
          await inner.sync();
          seen.push([args.type, args.address, args.changeType, range.values[0]?.[0] as unknown]);
        });
      });
      await context.sync();
      return added;
    });
    await write('D4');
    await settled();
    expect(seen).toEqual([['WorksheetChanged', 'D4', 'RangeEdited', '!']]);

    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await write('D5');
    await settled();
    expect(seen).toHaveLength(1);
  });

  test('handlers on the collection hear of the workbook as a whole', async () => {
    const { Excel, workbook } = await openSmall();
    const seen: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onAdded.add((args) => {
        seen.push(args.worksheetId);
        return Promise.resolve();
      });
      await context.sync();
    });
    workbook.worksheets.add('By hand');
    await settled();
    expect(seen).toEqual(['{By hand}']);
  });

  test('the selection is told to whoever asked for it', async () => {
    const { Office, workbook } = await openSmall();
    let told = 0;
    await new Promise((resolve) => {
      Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, () => told++, resolve);
    });
    workbook.events.raise({ type: 14, targets: ['Workbook'], args: { address: 'B2' } });
    await settled();
    expect(told).toBe(1);
  });
});

describe('circumstances', () => {
  const write = (excel: typeof Excel, value: unknown = 1): Promise<void> =>
    excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[value]];
      await context.sync();
    });

  test('in cell-edit mode every batch fails, and works again after it', async () => {
    const { Excel, host } = await openSmall();
    host.conditions.cellEditing = true;
    expect(await refusalOf(write(Excel))).toMatchObject({
      code: 'InvalidOperationInCellEditMode',
      message: expect.stringContaining('cell-editing mode') as string,
    });
    host.conditions.cellEditing = false;
    await expect(write(Excel)).resolves.toBeUndefined();
  });

  test('an action can be refused with any error of Excel, once', async () => {
    const { Excel, host } = await openSmall();
    host.conditions.refuseAction(2, new ApiError('AccessDenied'));
    expect((await refusalOf(write(Excel))).code).toBe('AccessDenied');
    await expect(write(Excel)).resolves.toBeUndefined();
  });

  test('a batch above the limit is refused and not run', async () => {
    const { Excel, host, workbook } = await openSmall();
    host.conditions.payloadLimit = 10_000;
    expect((await refusalOf(write(Excel, 'x'.repeat(10_000)))).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(workbook.worksheets.getActiveWorksheet().cells.size).toBe(0);
  });

  test('5 MB are too much for Excel on the web, 4 MB are not', async () => {
    const { Excel, host, counter } = await openSmall();
    host.conditions.payloadLimit = WEB_PAYLOAD_LIMIT;
    await write(Excel, 'x'.repeat(4 * 1024 * 1024));
    expect((await refusalOf(write(Excel, 'x'.repeat(5 * 1024 * 1024)))).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(counter.largestRequest).toBeGreaterThan(5 * 1024 * 1024);
  });

  test('an answer above the limit is refused', async () => {
    const { Excel, host } = await openSmall();
    await write(Excel, 'x'.repeat(20_000));
    host.conditions.payloadLimit = 10_000;
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
      await context.sync();
    });
    expect((await refusalOf(read)).code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('a slow host answers late', async () => {
    const { Excel, host } = await openSmall();
    host.conditions.delay = 60;
    const start = performance.now();
    await write(Excel);
    expect(performance.now() - start).toBeGreaterThan(50);
  });

  test('a request that the host does not serve fails with an error of Office', async () => {
    const { Office } = await openSmall();
    const status = await new Promise((resolve) => {
      Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, (result) => {
        resolve(result.status);
      });
    });
    expect(status).toBe(Office.AsyncResultStatus.Failed);
  });
});
