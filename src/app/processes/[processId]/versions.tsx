import type { ProcessPage, VersionLine } from '@/server/processes/load';
import { FullDayAt } from '@/ui/day';
import { Slip } from '@/ui/slip';
import { StatusTag } from '@/ui/status-tag';

/** Every version with what is different in it, and the cycles that run by it. */
export function Versions({ page: { process, versions, as } }: { page: ProcessPage }) {
  const newest = versions.find(({ publishedAt, withdrawnAt }) => publishedAt && !withdrawnAt);
  return (
    <Slip heading="Versions" id="h-versions">
      <ul className="bare stack">
        {versions.map((version) => (
          <li key={version.id} className="stack-s s">
            <p>
              {version.id === process.id ? <b>Version {version.version}, this one</b> : <a href={`/processes/${version.id}`}>Version {version.version}</a>}{' '}
              {!version.publishedAt ? <StatusTag state="in-progress">Draft</StatusTag> : version.withdrawnAt ? <StatusTag state="not-needed">Withdrawn</StatusTag> : null}
              {version.publishedAt && (
                <span className="hint">
                  Since <FullDayAt at={version.publishedAt} />
                </span>
              )}
            </p>
            <Changes version={version} />
            {version.cycles.length > 0 && (
              <ul className="bare">
                {version.cycles.map(({ id, name, closed }) => (
                  <li key={id}>
                    <a href={`/cycles/${id}`}>{name}</a> {closed ? 'ran by it' : 'runs by it'}
                    {as && !closed && newest && newest.version > version.version && (
                      <>
                        {' · '}
                        <a href={`/cycles/${id}/version`}>Move it to version {newest.version}<span className="vh">: {name}</span></a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Slip>
  );
}

function Changes({ version: { version, changes } }: { version: VersionLine }) {
  if (!changes) return null;
  if (changes.length === 0) return <p className="soft">The same as the one before.</p>;
  return (
    <details>
      <summary>
        {changes.length === 1 ? 'One change' : `${changes.length} changes`}
        <span className="vh"> in version {version}</span>
      </summary>
      <ul>
        {changes.map(({ says }) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </details>
  );
}
