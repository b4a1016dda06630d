import type { ExcelApi } from '../../../src/embedded/model/excelApi';

/** Decided by the compiler, so it is `npm run check:types` that fails first where this breaks: whether a descriptor may stand in a class that serves Excel's Worksheet. */
type Fits<Descriptor> = Descriptor extends ExcelApi<'Worksheet'> ? true : false;
type Declares<Members> = Fits<{ name: 'Worksheet' } & Members>;

const decided: {
  known: Declares<{ scalars: ['name']; navigation: ['tables']; methods: ['getRange'] }>;
  typedAny: { name: 'Setting'; scalars: ['value'] } extends ExcelApi<'Setting'> ? true : false;
  typoInScalar: Declares<{ scalars: ['nmae'] }>;
  typoInMethod: Declares<{ methods: ['getRanje'] }>;
  objectAsScalar: Declares<{ scalars: ['tables'] }>;
  methodAsNavigation: Declares<{ navigation: ['getRange'] }>;
  scalarAsMethod: Declares<{ methods: ['name'] }>;
  eventOfAnother: Declares<{ events: { onAdded: { registration: 'Added'; type: 13 } } }>;
  anotherClass: Fits<{ name: 'Sheet' }>;
} = {
  known: true,
  typedAny: true,
  typoInScalar: false,
  typoInMethod: false,
  objectAsScalar: false,
  methodAsNavigation: false,
  scalarAsMethod: false,
  eventOfAnother: false,
  anotherClass: false,
};

test('descriptors compile only with members that the typings have in their kind', () => {
  expect(Object.values(decided).filter(Boolean)).toHaveLength(2);
});
