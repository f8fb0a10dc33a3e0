// A writer says when a section is ready for review, and may take that back (domain: internal review before the Lead Member's signature).
import { decide, refuse, type Decision } from '../decision';
import { eventOf } from '../documents/about';
import { closedToEditing, type EditedFacts, type EditedSection } from '../documents/edit';
import type { FieldDefinition } from '../documents/template';
import type { Actor } from '../model';
import { hasBegun } from './completeness';

export interface Readiness {
  ready: boolean;
}

interface Ready {
  doc: EditedFacts;
  section: EditedSection & { isReady: boolean };
  fields: readonly FieldDefinition[];
  actor: Actor;
  ready: boolean;
}

export function markSection({ doc, section, fields, actor, ready }: Ready): Decision<Readiness> {
  const { regionId, authorityId } = doc;
  return decide<Readiness>(actor, 'self-view.write', { regionId, authorityId, givenToPostIds: section.givenToPostIds }, () => {
    const closed = closedToEditing(doc);
    if (closed) return closed;
    if (section.isReady === ready) return refuse('no-change', ready ? 'This section is marked ready already.' : 'This section is not marked ready.');
    if (ready && !hasBegun(fields, section.content)) return refuse('nothing-written', 'Nothing is written here yet. Write something, then mark it ready.');
    return { change: { ready }, events: [eventOf(doc, ready ? 'section.ready' : 'section.not-ready', { section: section.title, sectionKey: section.key })] };
  });
}
