import { TestEnvironment } from 'jest-environment-node';
import { createEmbeddedExcel, type EmbeddedExcel, type EmbeddedExcelOptions } from '../src/embedded/index';

declare global {
  /** The workbook behind the test file's `Excel`. */
  var embedded: EmbeddedExcel;
}

/**
 * Gives a test file the real office.js on a blank workbook: `Excel`, `Office`, `OfficeExtension` and `embedded` are globals.
 *
 *     /**
 *      * @jest-environment ./test/officeEnvironment.ts
 *      * @jest-environment-options {"excelApi": "1.9", "locale": "en-US"}
 *      *\/
 */
export default class OfficeEnvironment extends TestEnvironment {
  private readonly options: EmbeddedExcelOptions;

  constructor(...settings: ConstructorParameters<typeof TestEnvironment>) {
    super(...settings);
    this.options = settings[0].projectConfig.testEnvironmentOptions;
  }

  override async setup(): Promise<void> {
    await super.setup();
    const context = this.getVmContext();
    if (!context) throw new Error('jest gave no realm');
    const realm = { global: this.global as unknown as Record<string, unknown>, context };
    this.global.embedded = await createEmbeddedExcel({ ...this.options, realm });
  }

  override async teardown(): Promise<void> {
    (this.global.embedded as EmbeddedExcel | undefined)?.close();
    await super.teardown();
  }
}
