import { groupedByRule } from '@/domain/self-views/x-ray-rules';
import type { Actor } from '@/domain/model';
import { loadXRay } from '@/server/self-views/x-ray/load';
import { Advice } from '@/ui/advice';

/**
 * Before a signature or a submission: what a reader would ask, and what looks like data about a child. Nothing for those who are not
 * of the authority itself, and for documents other than a self-view.
 */
export async function XRayAdvice({ actor, documentId, brief = false }: { actor: Actor; documentId: string; brief?: boolean }) {
  const seen = await loadXRay(actor, documentId, new Date());
  if (!seen) return null;
  const { findings, rules, childData, unread } = seen;
  const all = `/self-views/${documentId}/x-ray`;
  return (
    <section aria-labelledby="h-x-ray">
      <h2 id="h-x-ray" className="vh">
        Before it is signed
      </h2>
      <Advice heading="X-ray before signature" seen={`Only ${seen.authority} sees it; it stops nobody.`} privacy={childData.length > 0 && <a href={`${all}#h-child`}>{childData.length === 1 ? 'One place looks' : `${childData.length} places look`} like data about a child</a>}>
        {findings.length === 0 && childData.length === 0 ? (
          <p>Nothing stands out: every judgement has evidence, and nothing is left open.</p>
        ) : (
          findings.length > 0 && (
            <ul className="stack-s">
              {groupedByRule(findings, rules).map(({ kind, asks, found }) => (
                <li key={kind}>
                  {brief || found.length > 2 ? (
                    <a href={`${all}#h-${kind}`}>
                      {asks} {found.length === 1 ? 'Once.' : `${found.length} times.`}
                    </a>
                  ) : (
                    found.map(({ sentence, sectionKey, fieldKey }) => (
                      <span key={sentence}>
                        <a href={`/self-views/${documentId}/sections/${sectionKey}${fieldKey ? `#${fieldKey}` : ''}`}>{sentence}</a>{' '}
                      </span>
                    ))
                  )}
                </li>
              ))}
            </ul>
          )
        )}
        {unread.length > 0 && (
          <p>
            The words of {unread.length === 1 ? unread[0]!.name : `${unread.length} files`} could not be read. <a href={`/self-views/${documentId}/files`}>See the evidence files</a>
          </p>
        )}
        <p>
          <a href={all}>See where each stands</a>
        </p>
      </Advice>
    </section>
  );
}
