import { AlignmentType, BorderStyle, LevelFormat, type INumberingOptions, type IStylesOptions } from 'docx';

/** Text width of an A4 page between its margins, in twentieths of a point. */
export const TEXT_WIDTH = 9638;
export const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1250, left: 1134, right: 1134, header: 567, footer: 567 } } as const;

const SERIF = 'Georgia';
const SANS = 'Arial';
const INK = '15212B';
const SOFT = '45525D';
const PEN = '1A4A99';

const heading = (size: number, before: number) => ({ run: { font: SANS, size, bold: true, color: INK }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });
const named = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true });

/** One look for every Word file that is written from nothing; a region's own template brings its own. */
export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: SERIF, size: 22, color: INK, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120, line: 288 } } },
    title: { run: { font: SERIF, size: 44, color: INK }, paragraph: { spacing: { before: 0, after: 80 } } },
    heading1: heading(30, 360),
    heading2: heading(25, 280),
    heading3: heading(22, 220),
    heading4: heading(21, 180),
    heading5: heading(20, 160),
    heading6: heading(20, 140),
    hyperlink: { run: { color: PEN, underline: { type: 'single' } } },
  },
  characterStyles: [{ id: 'Code', name: 'Code', run: { font: 'Courier New', size: 20 } }],
  paragraphStyles: [
    { ...named('Quote', 'Quote'), paragraph: { indent: { left: 454 }, border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: SOFT } } } },
    { ...named('Caption', 'Caption'), run: { font: SANS, size: 19, bold: true, color: SOFT }, paragraph: { spacing: { before: 160, after: 80 }, keepNext: true } },
    { ...named('TableWords', 'Table words'), run: { font: SANS, size: 19 }, paragraph: { spacing: { before: 20, after: 20, line: 252 } } },
    { ...named('TableHead', 'Table head'), run: { font: SANS, size: 19, bold: true }, paragraph: { spacing: { before: 20, after: 20, line: 252 } } },
    { ...named('ListParagraph', 'List Paragraph'), paragraph: { spacing: { after: 60 } } },
    { ...named('About', 'About'), run: { font: SANS, size: 20, color: SOFT } },
    { ...named('Marked', 'Marked'), run: { font: SANS, size: 20, bold: true, color: 'A3241A' } },
    { ...named('Guidance', 'Guidance'), run: { font: SANS, size: 19, color: SOFT }, paragraph: { keepNext: true } },
    { ...named('Answer', 'Answer'), paragraph: { indent: { left: 170 }, border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: PEN } } } },
    { ...named('Spacer', 'Spacer'), run: { size: 12 }, paragraph: { spacing: { before: 0, after: 60, line: 120 } } },
  ],
};

const BULLETS = ['•', '–', '·'];
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indent = (level: number) => ({ style: { paragraph: { indent: { left: 397 * (level + 1), hanging: 340 } } } });

/** Lists of a file: bullets, and numbers from each number at which a list of the text begins. */
export class Lists {
  private readonly starts = new Set([1]);
  private instances = 0;
  private readonly open: number[] = [];

  /** Where an item stands: a list that begins gets a count of its own. */
  place({ ordered, level, begins }: { ordered: boolean; level: number; begins: number | null }): { reference: string; level: number; instance: number } {
    if (begins !== null || this.open[level] === undefined) this.open[level] = this.instances += 1;
    this.open.length = level + 1;
    const start = begins ?? this.begun[level] ?? 1;
    this.begun[level] = start;
    this.starts.add(start);
    return { reference: ordered ? `numbers-${start}` : 'bullets', level, instance: this.open[level]! };
  }

  private readonly begun: number[] = [];

  numbering(): INumberingOptions {
    const bullets = LEVELS.map((level) => ({ level, format: LevelFormat.BULLET, text: BULLETS[level % 3]!, alignment: AlignmentType.LEFT, ...indent(level) }));
    const numbers = (start: number) => LEVELS.map((level) => ({ level, start, format: level % 2 === 0 ? LevelFormat.DECIMAL : LevelFormat.LOWER_LETTER, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, ...indent(level) }));
    return { config: [{ reference: 'bullets', levels: bullets }, ...[...this.starts].map((start) => ({ reference: `numbers-${start}`, levels: numbers(start) }))] };
  }
}
