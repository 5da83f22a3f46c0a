import { useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/page';
import { Heard, Said } from '@/components/ui/said';
import { Timeline, Turn } from '@/components/ui/timeline';
import { counted } from '@/lib/language/counted';
import type { Reading } from '@/lib/language/moments';
import type { Listening } from '@/lib/replies/queries';
import { Where } from './listen-head';

const large = 600;

/** What is to be heard, large; what nobody had heard before it; and, folded, what went before. */
export function TheirWords({ here, reading }: { here: Listening; reading: Reading }) {
  const t = useTranslations('listen');
  const { said, later, before, contact } = here;
  return (
    <>
      {said.length > 1 && <p className="lede pt-2">{t('covers', counted(said.length, reading.language))}</p>}
      {said.map((one, at) => (
        <div key={one.id} data-theirs="">
          <Words text={one.body} language={contact.language} />
          {at < said.length - 1 && (
            <p className="cap">
              <Where said={one} reading={reading} /> ·{' '}
              <TextLink href={`/listen/${one.id}`}>{t('only_this')}</TextLink>
            </p>
          )}
        </div>
      ))}
      {later > 0 && <p className="lede pb-4">{t('later', counted(later, reading.language))}</p>}
      {before.length > 0 && (
        <div className="pb-7">
          <Fold summary={t('before')}>
            <Timeline label={t('before')}>
              {before.map((one) => (
                <Turn
                  key={one.id}
                  by={one.direction === 'inbound' ? 'them' : 'us'}
                  lang={one.direction === 'inbound' ? (contact.language ?? undefined) : undefined}
                  meta={<Where said={one} reading={reading} />}
                >
                  {one.body}
                </Turn>
              ))}
            </Timeline>
          </Fold>
        </div>
      )}
    </>
  );
}

// A long letter in the size of a sentence is not read but scrolled.
function Words({ text, language }: { text: string; language: string | null }) {
  const lang = language ?? undefined;
  if (text.length <= large) return <Heard lang={lang}>{text}</Heard>;
  return (
    <blockquote className="my-5">
      <Said by="them" whole lang={lang}>
        {text}
      </Said>
    </blockquote>
  );
}
