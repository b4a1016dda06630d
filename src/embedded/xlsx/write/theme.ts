import { declaration, element } from '../xml/write';

const rgb = (name: string, value: string): string => element(`a:${name}`, {}, element('a:srgbClr', { val: value }));
const system = (name: string, value: string, last: string): string =>
  element(`a:${name}`, {}, element('a:sysClr', { val: value, lastClr: last }));
const face = (name: string, latin: string): string =>
  element(
    `a:${name}`,
    {},
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: '' }),
  );
const placeholder = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }));
const line = (width: number): string =>
  element('a:ln', { w: width, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, placeholder, element('a:prstDash', { val: 'solid' }));
const noEffect = element('a:effectStyle', {}, element('a:effectLst'));

/** The theme of a new workbook: the Office colours of 2013 to 2022 and Calibri, plain fills and lines. */
export const themeXml = (drawing: string): string =>
  declaration +
  element(
    'a:theme',
    { 'xmlns:a': drawing, name: 'Office' },
    element(
      'a:themeElements',
      {},
      element(
        'a:clrScheme',
        { name: 'Office' },
        system('dk1', 'windowText', '000000'),
        system('lt1', 'window', 'FFFFFF'),
        rgb('dk2', '44546A'),
        rgb('lt2', 'E7E6E6'),
        rgb('accent1', '4472C4'),
        rgb('accent2', 'ED7D31'),
        rgb('accent3', 'A5A5A5'),
        rgb('accent4', 'FFC000'),
        rgb('accent5', '5B9BD5'),
        rgb('accent6', '70AD47'),
        rgb('hlink', '0563C1'),
        rgb('folHlink', '954F72'),
      ),
      element('a:fontScheme', { name: 'Office' }, face('majorFont', 'Calibri Light'), face('minorFont', 'Calibri')),
      element(
        'a:fmtScheme',
        { name: 'Office' },
        element('a:fillStyleLst', {}, placeholder, placeholder, placeholder),
        element('a:lnStyleLst', {}, line(6350), line(12_700), line(19_050)),
        element('a:effectStyleLst', {}, noEffect, noEffect, noEffect),
        element('a:bgFillStyleLst', {}, placeholder, placeholder, placeholder),
      ),
    ),
    element('a:objectDefaults'),
    element('a:extraClrSchemeLst'),
  );
