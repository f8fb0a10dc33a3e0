import { anOfficeFile } from './an-office-file';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = (...list: [type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${REL}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** A workbook with a sheet of figures, and a hidden one with a list of children, a comment and a pivot table’s data. */
export function anExcelFile(): Uint8Array {
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const shared = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;
  const number = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const strings = ['Authority', 'Rate', 'Wigan', 'Surname', 'Forename', 'Date of birth', 'Xyqz', 'Abc', 'NHS'];
  return anOfficeFile('xlsx', {
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${REL}"><fileSharing userName="D. Booth"/><sheets><sheet name="Rates" sheetId="1" r:id="rId1"/><sheet name="July" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['worksheet', '/xl/worksheets/sheet2.xml'], ['styles', 'styles.xml']),
    'xl/styles.xml': `<styleSheet ${NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${NS}>${strings.map((text) => `<si><r><t>${text.slice(0, 2)}</t></r><r><t>${text.slice(2)}</t></r></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${row(1, shared('A1', 0), shared('B1', 1))}${row(2, shared('A2', 2), number('B2', 0.4010232137))}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${NS}><sheetData>${row(3, shared('B3', 3), shared('C3', 4), shared('E3', 5), shared('F3', 8))}${row(4, shared('B4', 6), shared('C4', 7), number('E4', 42493, 1), number('F4', 9434765919))}</sheetData></worksheet>`,
    'xl/worksheets/_rels/sheet2.xml.rels': relations(['comments', '../comments1.xml']),
    'xl/comments1.xml': `<comments ${NS}><authors><author>E. Hill</author></authors><commentList><comment ref="B4" authorId="0"><text><r><t>Chloe Jones, aged 8</t></r></text></comment></commentList></comments>`,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition ${NS}><cacheFields><cacheField name="UPN"><sharedItems><s v="H801200001001"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>`,
    'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Rates</dc:title><dc:creator>J. Smith</dc:creator></cp:coreProperties>',
    'docProps/app.xml': '<Properties><Company>Wigan &amp; Co</Company></Properties>',
  });
}
