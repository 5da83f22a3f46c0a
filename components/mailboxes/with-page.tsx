interface WithPageProps {
  words: string;
  /** An address as people type it, "myaccount.google.com/apppasswords", that may stand in the words. */
  page: string | undefined;
}

/** Words in which the address of somebody's page leads there, in a tab of its own that learns nothing of this one. */
export function WithPage({ words, page }: WithPageProps) {
  const at = page ? words.indexOf(page) : -1;
  if (!page || at < 0) return words;
  return (
    <>
      {words.slice(0, at)}
      <a className="link wrap-anywhere" href={`https://${page}`} target="_blank" rel="noopener noreferrer">
        {page}
      </a>
      {words.slice(at + page.length)}
    </>
  );
}
