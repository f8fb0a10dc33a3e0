import type { SignPage } from '@/server/documents/sign-page/load';
import { ChangedSections } from '@/ui/changed-sections';
import { Moment } from '@/ui/day';
import { Sheet } from '@/ui/sheet';

/** The difference to the text that this post last signed, or to what was signed a cycle ago. */
export function WhatChanged({ page: { changes, version, doc } }: { page: SignPage }) {
  if (!changes || !version) return null;
  const { since, sections } = changes;
  if (since.is === 'cycle') {
    return (
      <Sheet heading={`What changed since the ${since.name} cycle`} id="h-new">
        <ChangedSections sections={sections} none="Word for word the same as a cycle ago." folded />
      </Sheet>
    );
  }
  return (
    <Sheet heading={since.own ? 'What changed since you last signed' : 'What changed since this post last signed'} id="h-new">
      <p className="s soft">
        Version {since.number} was signed on <Moment at={since.at} />. The text was changed afterwards, so that signature no longer counts.{' '}
        <a href={`/documents/${doc.id}/versions/${version.number}?with=${since.number}`}>See the two versions</a>
      </p>
      <ChangedSections sections={sections} none="No word is different." />
    </Sheet>
  );
}
