// The memorandum of understanding of a cycle, clause by clause, as the region words it. The headings follow what is found in the
// memoranda of English regions; the wording is our own proposal, to be replaced by the region's.
import type { z } from 'zod';
import type { documentTemplate } from '@/domain/documents/template';

const clause = (key: string, title: string, text: string) => ({
  key,
  title,
  fields: [{ key: 'text', kind: 'text' as const, label: title, text }],
});

export const MOU_TEMPLATE: z.input<typeof documentTemplate> = {
  title: 'Memorandum of understanding for sector-led improvement',
  sections: [
    clause(
      'purpose',
      'Purpose and status',
      `This memorandum sets out how the authority and the region work together in the annual cycle of peer challenge. Its purpose is better outcomes for children and young people through openness, honesty, respectful challenge and continuous improvement.

Peer challenge is not an inspection. It carries no grade, replaces no statutory duty, and puts no obligation on the authority other than those that it accepts here.`,
    ),
    clause(
      'authority-commits',
      'What the authority commits to',
      `The authority writes an honest self-view with its evidence, places itself on the improvement journey, and submits both, signed, by the region’s date.

It prepares for its forum, both to be challenged and to challenge others. Its Director of Children’s Services attends with colleagues; one Assistant Director stays for the whole day of the group.

It receives challenge and provides it, and releases staff to do so. It writes an action plan from the agreed notes and reports progress to its lead peer challenger.`,
    ),
    clause(
      'region-commits',
      'What the region commits to',
      `The region gives the authority its data pack, headlines and questions in good time before the forum, at the same moment as every other authority.

It provides facilitation, notes what is said, sends the notes for comment, and changes nothing in them after they are final. It brings support together where authorities ask for it.`,
    ),
    clause(
      'information',
      'Information that is shared, and with whom',
      `Once submitted, the self-view is read by the regional team and, once accepted, by the data group. When the packs are issued it is read by the Directors and Assistant Directors who challenge the authority and by the lead of its group.

The notes of the forum are read by those who took part and by the regional team. The SLI Board sees the headline and the location on the improvement journey, and themes across the region.

Nothing is passed to Ofsted, the LGA or the Department for Education unless the authority itself releases it. Every release is recorded with who made it, when, why and until when, and can be withdrawn.`,
    ),
    clause(
      'confidentiality',
      'Confidentiality and non-attribution',
      `What is said in a forum is not attributed to a person. Those who challenge use what they read only for the challenge and for learning that names no authority.

Findings leave the group only as themes.`,
    ),
    clause(
      'freedom-of-information',
      'Freedom of information',
      `Each authority answers requests under the Freedom of Information Act for the information that it holds. An authority that is asked for information about another tells it before it answers.`,
    ),
    clause(
      'personal-data',
      'Personal data',
      `No document of the cycle holds information about a child or about a family that could be recognised. Data are published or summarised figures; small numbers are held back.

The names and posts of those who take part are kept for as long as the cycle’s records are kept.`,
    ),
    clause(
      'concerns',
      'When there is a concern',
      `Concerns are raised and talked about openly, and first of all with the authority. The steps are these:

1. A concern about the safety of a child is told to the Director of Children’s Services on the same day. Challengers never investigate.
2. If it is not settled, the lead peer challenger speaks with the Director and the Chief Executive.
3. If there are signs of a potential failure of a service, the region’s lead Director writes to the Chief Executive and the Lead Member, and says which support is offered.
4. If that does not lead to action, the region’s lead Director tells the authority that the concern will be passed to a third party, to whom and why, before doing so.

Only the fact that a step was taken is recorded, never the particulars of a case.`,
    ),
    clause(
      'interests',
      'Conflicts of interest',
      `Everyone who challenges the authority declares an interest that could be thought to bear on it: recent employment there, a close relationship, paid work, or an application for a post. The region then finds someone else.`,
    ),
    clause(
      'outputs',
      'How the results are used',
      `The self-view, the agreed notes and the action plan belong to the authority. The authority alone decides whether to publish them.

They are a sound basis for the annual conversation with Ofsted. The authority puts the pack together and its Director of Children’s Services releases it.`,
    ),
    clause(
      'duration',
      'Duration and withdrawal',
      `This memorandum holds for the cycle for which it is signed. The authority may withdraw by writing to the regional team; what was shared before stays confidential on the same terms.`,
    ),
    clause(
      'signatories',
      'Who signs',
      `The Director of Children’s Services, the Chief Executive and the Lead Member for Children’s Services sign for the authority.`,
    ),
  ],
};
