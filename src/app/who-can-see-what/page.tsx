import { Shell } from '../shell';
import { viewerIfAny } from '../viewer-if-any';
import { PageHead } from '@/ui/page-head';
import { Sheet } from '@/ui/sheet';

const DOCUMENTS: readonly { name: string; first: string; later: string }[] = [
  { name: 'Self-view', first: 'The authority alone', later: 'Once submitted, the regional team; once accepted, the data group; once packs are issued, its challengers and group lead' },
  { name: 'Memorandum', first: 'The authority alone', later: 'Submitted with the self-view to the regional team' },
  { name: 'Questions and pack', first: 'The data group and the regional team', later: 'Once issued, the authority, its challengers and its group lead' },
  { name: 'Preparation for a forum', first: 'The authority that prepares', later: 'Nobody else' },
  { name: 'Forum notes', first: 'The regional team, the group lead and the challengers', later: 'Once sent for comment, the authority' },
  { name: 'Annual conversation pack', first: 'The authority alone', later: 'Ofsted, only when the DCS releases it, until the day that the DCS names' },
  { name: 'Action plan', first: 'The authority alone', later: 'Once submitted, the regional team, the group lead and the challengers' },
  { name: 'Papers of a process: comments, scopes, letters, plans', first: 'Those who write it alone; what a moderator writes is not seen by the host, the region or another moderator', later: 'Once handed over, signed or issued, those whom the process names: its page says who before it goes' },
];

export default async function WhoCanSeeWhat() {
  return (
    <Shell viewer={await viewerIfAny()} current="" back="/who-can-see-what" title="Who can see what">
      <PageHead title="Who can see what" lead="A document is seen by those with whom it has been shared, and by nobody else. Each page says who can see it." />
      <div className="stack-l">
        <Sheet id="h-documents" heading="Each document, from its first day">
          <table className="dt stackable">
            <caption className="vh">Who sees each document at first and later</caption>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">At first</th>
                <th scope="col">Later</th>
              </tr>
            </thead>
            <tbody>
              {DOCUMENTS.map(({ name, first, later }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="full" data-label="At first">
                    {first}
                  </td>
                  <td className="full" data-label="Later">
                    {later}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
        <Sheet id="h-rules" heading="Rules that always hold">
          <ul>
            <li>Agencies that work with an authority, such as its safeguarding partnership, police or health, are no part of it: they see what the process shares with them, and nothing that the authority keeps to itself.</li>
            <li>Whoever was found for a part at another authority, such as a moderator, sees what that part needs, for as long as they have it.</li>
            <li>Outside bodies see exactly what an authority has released to them. Each opening is recorded, and a release can be withdrawn.</li>
            <li>Where a document was shared as it stood, its readers see that version and not the draft that follows.</li>
            <li>Sight goes with the post. Whoever leaves a post leaves what it sees.</li>
            <li>Something that you cannot see looks the same as something that is not there.</li>
          </ul>
        </Sheet>
      </div>
    </Shell>
  );
}
