import type { Authorship, AuthorshipKind } from '@/domain/authorship';
import type { OfficeFile } from '../open-office-file';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CORE = 'docProps/core.xml';
const APP = 'docProps/app.xml';
const CUSTOM = 'docProps/custom.xml';

/** Parts in which somebody is named beside a change or a comment, or in a list of persons. */
const PERSONAL = /^(?:word\/[^/]+\.xml|xl\/(?:comments\d*|workbook|persons\/[^/]+|threadedComments\/[^/]+|revisions\/[^/]+|worksheets\/[^/]+)\.xml|xl\/comments\/[^/]+\.xml|ppt\/(?:commentAuthors|authors|presProps)\.xml)$/;
/** An attribute's value between its quotes: `w:author="J. Smith"`. */
const attribute = (names: string) => new RegExp(`(\\s(?:[\\w.-]+:)?(?:${names})=)("[^"]*"|'[^']*')`, 'g');
const AUTHORS = attribute('author|userName');
const INITIALS = attribute('initials');
const RSIDS = /\s(?:[\w.-]+:)?rsid\w*=(?:"[^"]*"|'[^']*')/g;

export function authorshipOfOffice(file: OfficeFile): Authorship {
  const core = file.text(CORE) ?? '';
  const app = file.text(APP) ?? '';
  const names: Record<AuthorshipKind, string[]> = { author: within(core, 'creator'), 'last-saved-by': within(core, 'lastModifiedBy'), company: within(app, 'Company'), manager: within(app, 'Manager'), comments: personsIn(file), folder: foldersIn(file), custom: [], keywords: within(core, 'keywords'), program: [], picture: [] };
  const custom = /<(?:\w+:)?property\b/.test(file.text(CUSTOM) ?? '');
  return (Object.keys(names) as AuthorshipKind[]).flatMap((kind) => {
    const told = [...new Set(names[kind].filter((name) => name !== '' && name !== 'Author'))];
    return told.length > 0 || (kind === 'custom' && custom) ? [{ kind, names: kind === 'folder' || kind === 'keywords' ? [] : told }] : [];
  });
}

const within = (xml: string, tag: string) => [...xml.matchAll(new RegExp(`<(?:\\w+:)?${tag}\\b[^>]*>([^<]*)</`, 'g'))].map(([, text]) => unescaped(text!).trim()).filter((text) => text !== '');

const personsIn = (file: OfficeFile) =>
  file.names.filter((name) => PERSONAL.test(name)).flatMap((name) => {
    const xml = file.text(name) ?? '';
    return [...[...xml.matchAll(AUTHORS)].map(([, , value]) => value!.slice(1, -1)), ...within(xml, 'author'), ...listedPersons(name, xml)].map((one) => unescaped(one).trim());
  });

const isListOfPersons = (name: string) => /^xl\/persons\/|^ppt\/(commentAuthors|authors)\.xml$|^xl\/revisions\/userNames/.test(name);

const listedPersons = (name: string, xml: string) => (isListOfPersons(name) ? [...xml.matchAll(attribute('displayName|name'))].map(([, , value]) => value!.slice(1, -1)) : []);

const foldersIn = (file: OfficeFile) => [...(file.text('xl/workbook.xml') ?? '').matchAll(/absPath\b[^>]*\burl="([^"]*)"/g)].map(([, path]) => path!).concat([...(file.text('word/_rels/settings.xml.rels') ?? '').matchAll(TEMPLATE)].map(() => 'template'));

const TEMPLATE = /<Relationship\b[^>]*\/attachedTemplate"[^>]*\/>/g;

/** A copy without the names: persons become "Author", properties go, what readers see stays. */
export function withoutOfficeAuthorship(file: OfficeFile): Uint8Array {
  const changed: Record<string, string> = {};
  for (const name of file.names) {
    if (PERSONAL.test(name)) {
      const xml = file.text(name)!;
      const plain = withoutPersons(name, xml);
      if (plain !== xml) changed[name] = plain;
    }
  }
  if (file.names.includes(CORE)) changed[CORE] = coreWith(within(file.text(CORE)!, 'title')[0] ?? '');
  if (file.names.includes(APP)) changed[APP] = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
  if (file.names.includes(CUSTOM)) changed[CUSTOM] = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"/>`;
  const settings = 'word/_rels/settings.xml.rels';
  if (file.names.includes(settings)) changed[settings] = file.text(settings)!.replace(TEMPLATE, '');
  return file.with(changed);
}

function withoutPersons(name: string, xml: string): string {
  if (name === 'word/people.xml') return xml.replace(/<w15:person\b[\s\S]*<\/w15:person>/, '');
  const plain = xml
    .replace(AUTHORS, '$1"Author"')
    .replace(INITIALS, '$1"A"')
    .replace(/(<(?:\w+:)?author>)[^<]*(<\/)/g, '$1Author$2');
  if (isListOfPersons(name)) return plain.replace(attribute('displayName|name'), '$1"Author"').replace(attribute('userId|providerId'), '$1"None"');
  if (name === 'xl/workbook.xml') return plain.replace(/<(?:\w+:)?absPath\b[^>]*\/>/g, '');
  if (!name.startsWith('word/')) return plain;
  const bare = plain.replace(RSIDS, '');
  return name === 'word/settings.xml' ? bare.replace(/<w:rsids>[\s\S]*?<\/w:rsids>/, '').replace(/<w:attachedTemplate\b[^>]*\/>/, '') : bare;
}

const coreWith = (title: string) =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${title ? `<dc:title>${escaped(title)}</dc:title>` : ''}</cp:coreProperties>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
