import { Document, Packer, Paragraph } from 'docx';
import { openOfficeFile, type OfficeFile } from '../office-files/open-office-file';
import { STYLES } from './styles';

const PART = 'word/styles.xml';

/** The file with those of the product's styles that it lacks: a template's own styles stay as they are. */
export async function withOwnStyles(file: OfficeFile): Promise<Uint8Array> {
  const held = file.text(PART);
  if (held === null) return file.with({});
  const has = new Set([...held.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id));
  const lacking = (await ownStyles()).filter(({ id }) => !has.has(id)).map(({ xml }) => xml);
  return file.with({ [PART]: held.replace('</w:styles>', `${lacking.join('')}</w:styles>`) });
}

let own: Promise<{ id: string; xml: string }[]> | undefined;

function ownStyles(): Promise<{ id: string; xml: string }[]> {
  own ??= Packer.toBuffer(new Document({ styles: STYLES, sections: [{ children: [new Paragraph('')] }] })).then((bytes) => {
    const styles = openOfficeFile(bytes).text(PART) ?? '';
    return [...styles.matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*>[\s\S]*?<\/w:style>/g)].map(([xml, id]) => ({ id: id!, xml: xml.replace(/ w:default="(1|true)"/, '') }));
  });
  return own;
}
