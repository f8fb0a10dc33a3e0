import { RATING_NAMES, type Rating } from '@/domain/action-plans';
import type { ReadingPage } from '@/server/questions/load';
import { FullDay } from '@/ui/day';
import { Figures } from '@/ui/figures';
import { Slip } from '@/ui/slip';
import { figureRow } from '../../figure-words';

/** What the group reads beside its own drafting: self-view, figures, last year's actions, Ofsted's lines of enquiry. */
export function ReadBeside({ page }: { page: ReadingPage }) {
  const { place, selfView, figures, lastYear, enquiries } = page;
  return (
    <>
      <Slip id="self-view" heading={`${place.authority}’s self-view`}>
        {selfView ? (
          <p className="s">
            <a href={`/self-views/${selfView.id}/read`}>Read version {selfView.version}</a>
          </p>
        ) : (
          <p className="s soft">It has not been accepted yet. You can read it when the coordinator has accepted it.</p>
        )}
      </Slip>
      <Slip id="enquiries" heading="Ofsted’s lines of enquiry">
        {enquiries.length === 0 ? (
          <p className="s soft">None received.</p>
        ) : (
          <ul className="bare stack-s s">
            {enquiries.map((enquiry) => (
              <li key={enquiry.id}>
                {enquiry.text}{' '}
                <span className="soft">
                  (received <FullDay on={enquiry.receivedOn} />)
                </span>
              </li>
            ))}
          </ul>
        )}
      </Slip>
      <Slip id="last-year" heading="Actions of earlier cycles">
        {lastYear.length === 0 ? (
          <p className="s soft">None.</p>
        ) : (
          <ul className="bare stack-s s">
            {lastYear.map((action) => (
              <li key={action.id}>
                {action.action}{' '}
                <span className="soft">
                  ({action.cycle}, {action.open ? 'open' : 'closed'}
                  {action.own ? `; own rating ${RATING_NAMES[action.own as Rating].toLowerCase()}` : ''}
                  {action.friend ? `; challenger’s ${RATING_NAMES[action.friend as Rating].toLowerCase()}` : ''})
                </span>
              </li>
            ))}
          </ul>
        )}
      </Slip>
      <Slip id="figures" heading="Figures">
        {figures.length === 0 ? (
          <p className="s soft">None entered for {place.authority} yet.</p>
        ) : (
          <>
            <details className="more">
              <summary>{figures.length} figures</summary>
              <Figures caption={`Figures of ${place.authority}`} own={place.authority} region={place.region} rows={figures.map(figureRow)} />
            </details>
            <p className="xs soft">Small numbers move much from year to year. A figure starts a conversation; it does not end one.</p>
          </>
        )}
      </Slip>
    </>
  );
}
