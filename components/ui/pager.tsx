import { ButtonLink } from './button';

interface PagerProps {
  label: string;
  newer?: { href: string; label: string } | undefined;
  older?: { href: string; label: string } | undefined;
}

/** To the pages beside this one; keyset addresses, so there are no page numbers. Nothing if there is only one. */
export function Pager({ label, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav className="pager" aria-label={label}>
      <span>
        {newer && (
          <ButtonLink href={newer.href} rel="prev" icon="newer">
            {newer.label}
          </ButtonLink>
        )}
      </span>
      {older && (
        <ButtonLink href={older.href} rel="next" icon="older">
          {older.label}
        </ButtonLink>
      )}
    </nav>
  );
}
