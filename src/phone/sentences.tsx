import { Fragment } from 'preact';

/** Each sentence holds together: a line ends between two rather than inside one, where both fit. */
export function Sentences({ text }: { text: string }) {
  const sentences = text.replace(/([.?!]['’”]?) (?=\S)/g, '$1\n').split('\n');
  return (
    <>
      {sentences.map((sentence, index) => (
        <Fragment key={sentence}>
          {index > 0 && ' '}
          <span class="sentence">{sentence}</span>
        </Fragment>
      ))}
    </>
  );
}
