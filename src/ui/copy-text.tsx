import type { Copy, CopyBlock } from '@/domain/copies/copy';
import { hashSentence, SIGNATURE_HEADINGS, signatureCells } from '@/domain/copies/signature-page';
import { Blocks } from './blocks';
import { DocumentTitle } from './document-title';

/** A whole copy: title, who may see it, sections, signatures. */
export function CopyText({ copy }: { copy: Copy }) {
  return (
    <div className="copy stack">
      {copy.marks.length > 0 && (
        <p className="s">
          <b>{copy.marks.join('. ')}</b>
        </p>
      )}
      <DocumentTitle under={copy.about}>{copy.title}</DocumentTitle>
      <p className="s">{copy.whoMaySee}</p>
      {copy.sections.map(({ key, title, blocks }) => (
        <section aria-labelledby={`c-${key}`} key={key} className="stack-s">
          <h3 id={`c-${key}`}>{title}</h3>
          <div className="doc stack-s">
            {blocks.map((block, index) => (
              <CopyBlockView key={index} block={block} />
            ))}
          </div>
        </section>
      ))}
      {copy.signatures && (
        <section aria-labelledby="c-signatures" className="stack-s newpage">
          <h3 id="c-signatures">Signatures</h3>
          {copy.signatures.lines.length > 0 ? <FactsTable header={SIGNATURE_HEADINGS} rows={copy.signatures.lines.map(signatureCells)} caption="Who signed, acting for whom, when and how" /> : <p>Nobody has signed this version.</p>}
          <p className="s wrap-anywhere">{hashSentence(copy.signatures)}</p>
        </section>
      )}
    </div>
  );
}

function CopyBlockView({ block }: { block: CopyBlock }) {
  return block.kind === 'facts' ? <FactsTable {...block} /> : <Blocks blocks={[block]} headings={4} />;
}

function FactsTable({ caption, header, rows }: { caption: string; header: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="facts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {header.map((words) => (
            <th scope="col" key={words}>
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((words, column) => (column === 0 ? <th scope="row" key={column}>{words}</th> : <td key={column}>{words}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
