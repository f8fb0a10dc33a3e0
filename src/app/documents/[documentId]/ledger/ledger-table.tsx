import { LEDGER_ACT_WORDS } from '@/domain/documents/signature-ledger';
import { PROOF_WORDS } from '@/domain/proof';
import type { ActLine, SignatureLedger, SignatureLine } from '@/server/documents/signature-ledger/load';
import { FullDay, Moment } from '@/ui/day';
import { StatusTag } from '@/ui/status-tag';

interface LedgerTableProps {
  documentId: string;
  lines: SignatureLedger['lines'];
}

export function LedgerTable({ documentId, lines }: LedgerTableProps) {
  return (
    <table className="dt stackable ledger">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Who, in which post</th>
          <th scope="col">Which text</th>
          <th scope="col">How</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Moment at={line.at} />
            </th>
            <td className="full">{line.is === 'signature' ? <Signed line={line} /> : <Done line={line} />}</td>
            <td className="full" data-label="Who">
              {line.person}
              <br />
              <span className="soft">{line.post}</span>
              {line.is === 'signature' && line.cover && <Cover cover={line.cover} />}
            </td>
            <td className="full" data-label="Which text">
              <Text documentId={documentId} line={line} />
            </td>
            <td className="full" data-label={line.is === 'signature' ? 'How' : undefined}>
              {line.is === 'signature' && <How documentId={documentId} line={line} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Signed({ line: { voided } }: { line: SignatureLine }) {
  if (!voided) return <StatusTag state="signed">Signed</StatusTag>;
  return (
    <>
      <StatusTag state="not-needed">Signed; no longer counts</StatusTag>
      <span className="hint">
        Since <Moment at={voided.at} />: {voided.why.charAt(0).toLowerCase() + voided.why.slice(1)}.
      </span>
    </>
  );
}

function Done({ line: { kind, reason } }: { line: ActLine }) {
  return (
    <>
      {LEDGER_ACT_WORDS[kind]}
      {kind !== 'reopened' && reason && <span className="pre hint">“{reason}”</span>}
    </>
  );
}

function Cover({ cover: { of, from, until } }: { cover: NonNullable<SignatureLine['cover']> }) {
  return (
    <span className="hint">
      For {of ?? 'the post, which was vacant'}, as cover from <FullDay on={from} />
      {until ? (
        <>
          {' '}
          to <FullDay on={until} />
        </>
      ) : (
        ', without an end set'
      )}
    </span>
  );
}

function Text({ documentId, line }: { documentId: string; line: SignatureLine | ActLine }) {
  if (!line.version) return null;
  const { number, open } = line.version;
  return (
    <>
      {open ? <a href={`/documents/${documentId}/versions/${number}`}>Version {number}</a> : `Version ${number}`}
      {line.is === 'signature' && (
        <span className="hint">
          SHA-256 <code className="hash">{line.contentHash}</code>
        </span>
      )}
    </>
  );
}

function How({ documentId, line: { how, proof, paper, seal } }: { documentId: string; line: SignatureLine }) {
  return (
    <>
      {how === 'paper' ? 'On paper' : 'Electronically'}
      {paper && (
        <span className="hint">
          Recorded by {paper.recordedBy} of the regional team, with <a href={`/documents/${documentId}/files/${paper.scanId}`}>the scan</a>
        </span>
      )}
      {proof && how === 'electronic' && (
        <span className="hint">
          They {PROOF_WORDS[proof.by]} on <Moment at={proof.at} />
        </span>
      )}
      <span className="hint">
        {seal ? (
          <>
            Sealed as entry {seal.number.toLocaleString('en-GB')}, <code className="hash">{seal.hash.slice(0, 16)}</code>
          </>
        ) : (
          'Being sealed'
        )}
      </span>
    </>
  );
}
