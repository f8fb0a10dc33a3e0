import { Fragment } from 'react';

/** The words as they went out; addresses of this product can be pressed. */
export function MessageText({ text, origin }: { text: string; origin: string }) {
  return (
    <div className="stack">
      {text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph, index) => (
          <p key={index}>
            {paragraph.split('\n').map((line, number) => (
              <Fragment key={number}>
                {number > 0 && <br />}
                <Line line={line} origin={origin} />
              </Fragment>
            ))}
          </p>
        ))}
    </div>
  );
}

function Line({ line, origin }: { line: string; origin: string }) {
  return line.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith(`${origin}/`) ? (
      <a key={index} href={part.slice(origin.length)}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
