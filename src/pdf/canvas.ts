import PDFDocument from 'pdfkit';
import { ICON_OUTLINE } from '../core/meteo/icons';
import type { Box, PageText } from '../core/meteo/page';
import type { Align, LineLook, Painter, Point, TextLook } from '../core/meteo/painter';
import { printable } from '../core/meteo/printable';
import type { PathStep, ShapePath } from '../core/meteo/shapePath';
import { visualRuns } from '../core/meteo/visualOrder';
import type { Steps } from '../core/steps';
import { Structure } from './structure';

/** The two faces as TrueType files; what loads them differs between Node and a browser, so the caller does. */
export type PdfFonts = { regular: Uint8Array; bold: Uint8Array };

export type PdfInfo = {
  title: string;
  author: string;
  subject: string;
  language: string;
  /** Fixed by the caller: the same page gives the same bytes. */ created: Date;
};

/** What the typings leave out: the face that was chosen last, which can be written before the document ends. */
type WithFace = PDFKit.PDFDocument & { _font: { finalize: () => void } };

const FACES = ['regular', 'bold'] as const;

/**
 * A one-page PDF drawn in the page's own points, from the live area's top left. Every drawing belongs to the structure
 * tree or is marked as an artifact, so that a screen reader meets the content only, in reading order.
 */
export class Canvas implements Painter {
  private readonly document: PDFKit.PDFDocument;
  private readonly structure: Structure;
  private readonly finished: Promise<Uint8Array>;

  constructor(paper: { width: number; height: number; offsetX: number; offsetY: number }, fonts: PdfFonts, info: PdfInfo) {
    // The typings know only names here; without it the library loads Helvetica, which a browser bundle does not have.
    const font: object = { font: fonts.regular };
    this.document = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: info.language,
      info: { Title: info.title, Author: info.author, Subject: info.subject, CreationDate: info.created, ModDate: info.created },
      ...font,
    });
    this.finished = collect(this.document);
    this.document.registerFont('regular', bytesOf(fonts.regular)).registerFont('bold', bytesOf(fonts.bold));
    this.structure = new Structure(this.document);
    this.document.translate(paper.offsetX, paper.offsetY);
  }

  /** Reads the tables of both faces, with a pause between the two: the library does so at the first word of each. */
  *openFontsSteps(): Steps<null> {
    for (const face of FACES) {
      this.document.font(face).widthOfString('A');
      yield undefined;
    }
    return null;
  }

  decoration(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  content({ id, lines }: PageText, draw: () => void): void {
    this.structure.text(id, lines, draw);
  }

  figure(altText: string, draw: () => void): void {
    this.structure.figure(altText, draw);
  }

  line(points: readonly Point[], look: LineLook): void {
    const [first, ...others] = points;
    if (!first || others.length === 0) return;
    const { document } = this;
    document.save().lineWidth(look.weight);
    if (look.round) document.lineJoin('round').lineCap('round');
    if (look.dash) document.dash(look.dash[0], { space: look.dash[1] });
    document.moveTo(first.x, first.y);
    for (const { x, y } of others) document.lineTo(x, y);
    document.stroke(look.color).restore();
  }

  rectangle(box: Box, paint: { fill: string } | { line: LineLook }): void {
    const { document } = this;
    document.rect(box.left, box.top, box.width, box.height);
    if ('fill' in paint) document.fill(paint.fill);
    else document.lineWidth(paint.line.weight).stroke(paint.line.color);
  }

  polygon(points: readonly Point[], fill: string): void {
    this.steps(points.map((point, i) => ({ kind: i === 0 ? 'move' : 'line', ...point })));
    this.document.closePath().fill(fill);
  }

  circle({ x, y }: Point, radius: number, fill: string, line: LineLook): void {
    this.document.circle(x, y, radius).lineWidth(line.weight).fillAndStroke(fill, line.color);
  }

  shape({ steps, filled }: ShapePath, fill: string, outline: number | null): void {
    if (!filled && outline === null) return;
    const { document } = this;
    document.save().lineJoin('round');
    this.steps(steps);
    if (outline === null) document.fill(fill);
    else if (filled) document.lineWidth(outline).fillAndStroke(fill, ICON_OUTLINE);
    else document.lineWidth(outline).lineCap('round').stroke(ICON_OUTLINE);
    document.restore();
  }

  /** A line from left to right is drawn as one run, so that a search finds it whole. */
  text(text: string, x: number, baseline: number, look: TextLook, align: Align): void {
    const { document } = this;
    document
      .font(look.bold ? 'bold' : 'regular')
      .fontSize(look.size)
      .fillColor(look.color);
    const runs = visualRuns(printable(text)).map((run) => ({ text: run.text, width: document.widthOfString(run.text) }));
    const width = runs.reduce((sum, run) => sum + run.width, 0);
    let left = { left: x, center: x - width / 2, right: x - width }[align];
    for (const run of runs) {
      if (run.text !== '') document.text(run.text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      left += run.width;
    }
  }

  /** Closes the document and gives its bytes. The page and each face are packed between two pauses: the library would do all at once. */
  *finishSteps(): Steps<Promise<Uint8Array>> {
    this.structure.end();
    yield undefined;
    this.document.flushPages();
    yield undefined;
    for (const face of FACES) {
      (this.document.font(face) as WithFace)._font.finalize();
      yield undefined;
    }
    this.document.end();
    return this.finished;
  }

  private steps(steps: readonly PathStep[]): void {
    const { document } = this;
    for (const step of steps) {
      if (step.kind === 'move') document.moveTo(step.x, step.y);
      else if (step.kind === 'line') document.lineTo(step.x, step.y);
      else if (step.kind === 'curve') document.bezierCurveTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y);
      else document.closePath();
    }
  }
}

/** The file's own bytes: what a pool gives may be a view on a larger buffer. */
const bytesOf = (file: Uint8Array): ArrayBuffer => Uint8Array.from(file).buffer;

const collect = (document: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
      let offset = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, offset);
        offset += chunk.byteLength;
      }
      resolve(bytes);
    });
  });
