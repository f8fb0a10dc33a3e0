import { child, childrenNamed, isOn, readXml, valueOf, type Xml } from './xml';

export interface ParagraphStyle {
  /** 1 for Heading 1; null for what is no heading. */
  heading: number | null;
  quoted: boolean;
  list: { id: string; level: number } | null;
}

export interface CharacterStyle {
  bold: boolean;
  italic: boolean;
  code: boolean;
}

export interface Styles {
  paragraph: (id: string | undefined) => ParagraphStyle;
  character: (id: string | undefined) => CharacterStyle;
  /** Of a list and its level: numbers, bullets, or nothing to see. */
  list: (id: string, level: number) => 'numbers' | 'bullets' | null;
}

/** What the names of styles and lists mean in this file. */
export function readStyles(styles: string | null, numbering: string | null): Styles {
  const named = new Map(childrenNamed(styles ? readXml(styles) : undefined, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const lists = listsOf(numbering);
  return {
    paragraph: (id) => paragraphStyle(id, named),
    character: (id) => characterStyle(id, named),
    list: (id, level) => lists(id, level),
  };
}

function paragraphStyle(id: string | undefined, named: ReadonlyMap<string, Xml>): ParagraphStyle {
  const chain = chainOf(id, named);
  const names = chain.map(nameOf);
  const heading = names.map((name) => /^heading ([1-9])$/.exec(name)?.[1]).find(Boolean);
  const outline = chain.map((style) => valueOf(child(child(style, 'w:pPr'), 'w:outlineLvl'))).find((level) => level !== undefined);
  const numbered = chain.map((style) => child(child(style, 'w:pPr'), 'w:numPr')).find(Boolean);
  const list = valueOf(child(numbered, 'w:numId'));
  return {
    heading: heading ? Number(heading) : outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : null,
    quoted: names.some((name) => /^(intense )?quot(e|ations?)$/.test(name)),
    list: list && list !== '0' ? { id: list, level: Number(valueOf(child(numbered, 'w:ilvl')) ?? 0) } : null,
  };
}

function characterStyle(id: string | undefined, named: ReadonlyMap<string, Xml>): CharacterStyle {
  const chain = chainOf(id, named);
  const names = chain.map(nameOf);
  const look = (property: string) => chain.some((style) => isOn(child(child(style, 'w:rPr'), property)));
  const linked = names.some((name) => /hyperlink|internet link/.test(name));
  return { bold: !linked && look('w:b'), italic: !linked && look('w:i'), code: names.some((name) => /^(code|html code|source text|verbatim char)$/.test(name)) };
}

const nameOf = (style: Xml) => (valueOf(child(style, 'w:name')) ?? '').toLowerCase();

/** A style and those that it is based on, nearest first. */
function chainOf(id: string | undefined, named: ReadonlyMap<string, Xml>): Xml[] {
  const chain: Xml[] = [];
  for (let style = named.get(id ?? ''); style && !chain.includes(style); style = named.get(valueOf(child(style, 'w:basedOn')) ?? '')) chain.push(style);
  return chain;
}

function listsOf(numbering: string | null): Styles['list'] {
  const root = numbering ? readXml(numbering) : undefined;
  const abstract = new Map(childrenNamed(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]));
  const concrete = new Map(childrenNamed(root, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]));
  return (id, level) => {
    const num = concrete.get(id);
    const at = (holder: Xml | undefined) => childrenNamed(holder, 'w:lvl').find((each) => each.attributes['w:ilvl'] === String(level));
    const override = childrenNamed(num, 'w:lvlOverride').find((each) => each.attributes['w:ilvl'] === String(level));
    const format = valueOf(child(child(override, 'w:lvl') ?? at(abstract.get(valueOf(child(num, 'w:abstractNumId')) ?? '')), 'w:numFmt'));
    if (!num || format === 'none') return null;
    return format === 'bullet' ? 'bullets' : 'numbers';
  };
}
