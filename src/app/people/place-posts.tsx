import type { PlaceOverview, PostOverview } from '@/server/people/load';
import { FullDay } from '@/ui/day';
import { Section } from '@/ui/section';
import { StatusTag } from '@/ui/status-tag';
import { Tag } from '@/ui/tag';
import { VisuallyHidden } from '@/ui/visually-hidden';

/** The posts of one place, and who holds, covers or is about to hold each. */
export function PlacePosts({ place }: { place: PlaceOverview }) {
  const id = `h-${place.key.replace(':', '-')}`;
  return (
    <Section id={id} heading={place.name} count={place.canAppoint && <a href={`/people/appoint?place=${place.key}`}>Appoint someone<VisuallyHidden> at {place.name}</VisuallyHidden></a>}>
      <table className="dt stackable table-fixed">
        <caption className="vh">Posts of {place.name} and who holds them</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[22%]">Post</th>
            <th scope="col" className="w-[26%]">Held by</th>
            <th scope="col" className="w-[28%]">E-mail</th>
            <th scope="col">Since, until</th>
          </tr>
        </thead>
        <tbody>
          {place.posts.map((post) => (
            <PostRow key={post.key} post={post} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function PostRow({ post }: { post: PostOverview }) {
  return (
    <tr>
      <th scope="row">{post.name}</th>
      <td className="full">
        {post.isVacant && <StatusTag state={post.isEssential ? 'at-risk' : 'not-started'}>Vacant</StatusTag>}
        {post.holders.map((holder) => (
          <div key={holder.id}>
            <a href={`/people/${holder.personId}`}>{holder.personName}</a> {holder.acting && <Tag>Cover</Tag>}
          </div>
        ))}
        {post.coming.map((coming) => (
          <div key={coming.id} className="soft">
            <a href={`/people/${coming.personId}`}>{coming.personName}</a> from <FullDay on={coming.startsOn} />
            {coming.acting && ', as cover'}
          </div>
        ))}
      </td>
      <td className="full">
        {post.holders.map((holder) => (
          <div key={holder.id}>{holder.email}</div>
        ))}
      </td>
      <td className="full">
        {post.holders.map((holder) => (
          <div key={holder.id}>
            <FullDay on={holder.startsOn} />
            {holder.endsOn && (
              <>
                {' '}
                to <b><FullDay on={holder.endsOn} /></b>
              </>
            )}
          </div>
        ))}
      </td>
    </tr>
  );
}
