import { ACCEPTED } from '@/domain/evidence';
import { EVIDENCE_KINDS, EVIDENCE_NAMES, valueOf, type EvidenceItem } from '@/domain/self-views/content';
import { DateFields } from '@/ui/date-fields';
import { FullDay } from '@/ui/day';
import { EvidenceGrid } from '@/ui/evidence-grid';
import { FileInput } from '@/ui/file-input';
import { Hidden } from '@/ui/hidden';
import { Select } from '@/ui/select';
import { Icon } from '@/ui/icon';
import { TextInput } from '@/ui/text-input';
import { rowIds, type FieldProps } from './field-props';
import { AddAnother, RowFrame } from '@/ui/section-fields/row-frame';

const NOTHING_YET = { data: 'No figures yet', audit: 'No audit yet', voice: 'Nothing yet of what children or families said', review: 'No review yet' };

export function EvidenceField(props: FieldProps) {
  const { field, page, returned } = props;
  const kept = valueOf({ ...field, kind: 'evidence' }, page.content);
  return (
    <div className="stack" id={field.key}>
      <h2>{field.label}</h2>
      {field.hint && <p className="hint">{field.hint}</p>}
      <EvidenceGrid items={EVIDENCE_KINDS.map((kind) => ({ kind, ...inWords(kind, kept, page.doc.id) }))} />
      {rowIds(props, kept).map(({ id, fresh }, index) => {
        const item = kept.find((one) => one.id === id);
        const name = `${field.key}.${id}`;
        const file = item?.fileId ? page.files.get(item.fileId) : undefined;
        const folded = item !== undefined && !file?.asked && !Object.keys(returned?.errors ?? {}).some((at) => at.startsWith(`${name}.`));
        return (
          <RowFrame key={id} name={name} legend={`Evidence ${index + 1}`} anchor={fresh ? `${field.key}-new` : undefined} removable={item !== undefined} folded={folded && <Summary item={item} name={name} file={file?.name} />}>
            <div className="evrow">
              <Select name={`${name}.kind`} label="Kind" options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_NAMES[kind] }))} value={item?.kind ?? 'data'} returned={returned} />
              <TextInput name={`${name}.words`} label="What it is and what it shows" value={item?.words} width="full" returned={returned} />
            </div>
            <DateFields name={`${name}.on`} legend="Its day, if it has one" value={item?.on || null} returned={returned} />
            {file && item ? (
              <p className="s">
                <Hidden name={`file:${name}`} value={file.id} />
                <a href={`/documents/${page.doc.id}/files/${file.id}`}>{file.name}</a> <span className="soft">({sizeOf(file.size)})</span>
                <WhatWasSeen file={file} documentId={page.doc.id} />
              </p>
            ) : (
              <FileInput name={`${name}.file`} label="File, if there is one" hint="PDF, Word, Excel, PowerPoint, PNG or JPEG, at most 15 MB. It is kept when you save." accept={ACCEPTED} returned={returned} />
            )}
          </RowFrame>
        );
      })}
      <AddAnother field={field.key}>Add evidence</AddAnother>
    </div>
  );
}

/** What to look at in the file, if anything. */
function WhatWasSeen({ file: { id, asked, unseen, namesMakers }, documentId }: { file: { id: string; asked: number; unseen: string | null; namesMakers: boolean }; documentId: string }) {
  const href = `/self-views/${documentId}/files#file-${id}`;
  return (
    <>
      {asked > 0 && (
        <b>
          <br />
          <Icon name="late" /> <a className="inline-block py-s1" href={href}>{asked === 1 ? 'One place in it looks' : `${asked} places in it look`} like data about a child</a>
        </b>
      )}
      {unseen && (
        <>
          <br />
          <span className="soft">{unseen}</span>
        </>
      )}
      {namesMakers && (
        <>
          <br />
          <a className="inline-block py-s1" href={href}>It says who made it: take that out</a>
        </>
      )}
    </>
  );
}

/** What a folded row says; the words follow while someone types them. */
function Summary({ item, name, file }: { item: EvidenceItem; name: string; file?: string }) {
  return (
    <>
      {EVIDENCE_NAMES[item.kind]}: <span data-shows={`${name}.words`}>{item.words || 'a file'}</span>
      {item.on && (
        <>
          , <FullDay on={item.on} />
        </>
      )}
      {file && <span className="soft">, with a file</span>}
    </>
  );
}

function inWords(kind: EvidenceItem['kind'], kept: readonly EvidenceItem[], documentId: string) {
  const items = kept.filter((item) => item.kind === kind);
  if (items.length === 0) return { words: NOTHING_YET[kind], none: true };
  return {
    words: items.map((item, index) => (
      <span key={item.id}>
        {index > 0 && '; '}
        {item.fileId ? <a href={`/documents/${documentId}/files/${item.fileId}`}>{item.words || 'File'}</a> : item.words}
      </span>
    )),
  };
}

export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
