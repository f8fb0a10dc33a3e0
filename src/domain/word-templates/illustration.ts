// A made-up document of a kind, so that a template can be looked at before anything real goes into it.
import type { Copy } from '../copies/copy';
import { DOCUMENT_NAMES, type DocumentKind } from '../documents/facts';
import { textBlocks } from '../markdown/blocks';

const WORDS = `Demand for early help **rose by a tenth** last year; the number of children who came back within twelve months fell.

- Two new family hubs opened in the spring.
- Audit found *purposeful* visits in eight of ten cases.

### What we make of it

1. The front door is steady.
2. Plans are still slow to change when they do not work.

| Measure | Own | Region |
|---|---|---|
| Second plans | 23.8 % | 21.0 % |

> “She asked me what I wanted, and then it happened.”`;

export function illustration(kind: DocumentKind, sections: readonly { key: string; title: string }[]): Copy {
  const all = sections.length > 0 ? sections : [{ key: 'first', title: 'A first section' }, { key: 'second', title: 'A second section' }];
  return {
    kind,
    title: `Exampleton’s ${DOCUMENT_NAMES[kind]}`,
    place: 'Exampleton',
    cycle: '2017/18',
    version: 'Version 3',
    about: '2017/18 cycle. Version 3, frozen on Friday 27 October 2017, 17:05.',
    isDraft: false,
    marks: ['Illustration: every word of it is made up'],
    whoMaySee: 'Confidential. Exampleton and the regional team may see this, and nobody else.',
    address: 'https://critical-friend.example/documents/example',
    sections: all.map(({ key, title }) => ({ key, title, blocks: textBlocks(WORDS) })),
    signatures: {
      of: 'version 3',
      hash: '0123456789abcdef'.repeat(4),
      lines: [
        { post: 'Lead Member, Exampleton', state: 'signed', name: 'Alex Example', actingFor: '', at: 'Friday 27 October 2017, 17:20', how: 'Electronically, signed in to Critical Friend', note: '' },
        { post: 'Acting Chief Executive, Exampleton', state: 'signed', name: 'Sam Sample', actingFor: 'As cover for Jo Instance', at: 'Monday 30 October 2017, 09:12', how: 'On paper; the regional team recorded it and keeps the scan', note: '' },
      ],
    },
  };
}
