import type { FieldDefinition } from '@/domain/documents/template';
import { sectionInWords } from '@/domain/documents/in-words';
import { readFormReturn } from '@/server/form-return';
import { loadBeside } from '@/server/self-views/load';
import { requireActor } from '@/server/session';
import { Button } from '@/ui/button';
import { Crumbs } from '@/ui/crumbs';
import { clockTime } from '@/ui/day';
import { FormReport } from '@/ui/form-report';
import { Hidden } from '@/ui/hidden';
import { PageHead } from '@/ui/page-head';
import { Radios } from '@/ui/radios';
import { Sheet } from '@/ui/sheet';
import { TextArea } from '@/ui/text-area';
import { bothTexts } from '@/domain/documents/join-texts';
import { VoiceBlock } from '@/ui/voice-block';
import { WhoCanSee } from '@/ui/who-can-see';
import { orNotFound } from '../../../../../../or-not-found';
import { Shell } from '../../../../../../shell';
import { viewerOf } from '../../../../../../viewer';
import { join } from '../../../../actions';

interface Props {
  params: Promise<{ documentId: string; sectionKey: string; besideId: string }>;
  searchParams: Promise<{ return?: string }>;
}

/** Two people changed the same words: both texts side by side, and one choice for each place. */
export default async function BesidePage({ params, searchParams }: Props) {
  const { documentId, sectionKey, besideId } = await params;
  const section = `/self-views/${documentId}/sections/${sectionKey}`;
  const path = `${section}/beside/${besideId}`;
  const actor = await requireActor(path);
  const [page, returned] = await Promise.all([orNotFound(() => loadBeside(actor, documentId, sectionKey, besideId, new Date())), readFormReturn(actor.personId, (await searchParams).return)]);
  const title = `Two texts of ${page.section.title}`;
  const mine = page.mine.own ? 'Yours' : `Those of ${page.mine.by}`;
  return (
    <Shell viewer={viewerOf(actor)} current="/my-work" title={title} back={path} returned={returned}>
      <FormReport returned={returned} heading="The two texts are not joined yet" />
      <Crumbs items={[{ label: 'My work', href: '/my-work' }, { label: `Self-view ${page.cycle}`, href: `/self-views/${documentId}` }, { label: page.section.title, href: section }, { label: 'Two texts' }]} />
      <PageHead title={title} lead="Two people changed the same words. Both are kept; say for each place which stand." />
      <form action={join}>
        <Sheet>
          <Hidden name="documentId" value={documentId} />
          <Hidden name="sectionKey" value={sectionKey} />
          <Hidden name="besideId" value={besideId} />
          <Hidden name="againstVersion" value={String(page.againstVersion)} />
          <Hidden name="as" value={page.may?.id ?? ''} />
          {page.places.length === 0 && <p>Nothing differs any more: what was set aside stands in the section, or its place is gone.</p>}
          {page.places.map(({ path: place, theirs, mine: own }) => (
            <div key={place} className="stack">
              <h2>{placeWords(place, page.definition.fields)}</h2>
              <div className="beside">
                <VoiceBlock voice="own" who={`${mine}, ${clockTime(page.mine.at)}`}>
                  <p className="doc pre">{inWords(own)}</p>
                </VoiceBlock>
                <VoiceBlock voice="friend" who={`${page.theirs.by}, saved at ${clockTime(page.theirs.at)}`}>
                  <p className="doc pre">{inWords(theirs)}</p>
                </VoiceBlock>
              </div>
              {page.may && (
                <>
                  <Radios
                    name={`whose:${place}`}
                    legend="Which words stand?"
                    options={[
                      { value: 'mine', label: `${mine}` },
                      { value: 'theirs', label: `Those of ${page.theirs.by}` },
                      ...(typeof own === 'string' && typeof theirs === 'string' ? [{ value: 'words', label: 'Both, joined as below' }] : []),
                    ]}
                    value={typeof own === 'string' && typeof theirs === 'string' ? 'words' : 'theirs'}
                    returned={returned}
                  />
                  {typeof own === 'string' && typeof theirs === 'string' && <TextArea name={`words:${place}`} label="Joined" hint="Theirs first, then what only yours says. Make them one." doc rows={10} value={bothTexts(theirs, own)} returned={returned} />}
                </>
              )}
            </div>
          ))}
          {page.may && <Button>{page.places.length === 0 ? 'Go on with the section' : 'Save these words'}</Button>}
          <WhoCanSee>people who hold a post at {page.authority}. Words that do not stand are kept among the earlier saves.</WhoCanSee>
        </Sheet>
      </form>
      <Whole page={page} />
    </Shell>
  );
}

function Whole({ page }: { page: Awaited<ReturnType<typeof loadBeside>> }) {
  const text = sectionInWords({ key: page.section.key, title: page.section.title, content: page.content }, page.template);
  if (text === '') return null;
  return (
    <details className="more">
      <summary>The whole section as it is saved now</summary>
      <Sheet>
        <p className="doc pre">{text}</p>
      </Sheet>
    </details>
  );
}

/** "strengths.<id>.text" → "Strengths" */
function placeWords(path: string, fields: readonly FieldDefinition[]): string {
  return fields.find(({ key }) => key === path.split('.')[0])?.label ?? path;
}

function inWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Taken out';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([key, words]) => typeof words === 'string' && words !== '' && !['id', 'thread', 'fileId'].includes(key))
    .map(([, words]) => words as string)
    .join(' · ');
}
