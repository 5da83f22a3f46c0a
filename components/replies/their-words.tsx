import { useTranslations } from 'next-intl';
import { Section, TextLink } from '@/components/ui/page';
import { Heard, Said } from '@/components/ui/said';
import { Timeline, Turn } from '@/components/ui/timeline';
import type { DayRead } from '@/lib/language/dates/read';
import { counted } from '@/lib/language/counted';
import type { Reading } from '@/lib/language/moments';
import type { Listening } from '@/lib/replies/queries';
import { nameOfWriter, type OtherWriter } from '@/lib/threads/mails/other-writer';
import { Folded } from './folded';
import { Where } from './listen-head';
import { isLong } from './long';
import { WrittenBy } from './written-by';

const large = 600;

/** The day that what they said seems to name, and in which message. */
export interface Suggested extends DayRead {
  readonly messageId: string;
}

interface TheirWordsProps {
  here: Listening;
  suggested: Suggested | null;
  /** Which of them came in a mail that can be seen as it came. */
  mails: ReadonlyMap<string, unknown>;
  /** Which of them somebody else wrote. */
  writers: ReadonlyMap<string, OtherWriter>;
  reading: Reading;
}

/** What is to be heard, large, and what nobody had heard before it. */
export function TheirWords({ here, suggested, mails, writers, reading }: TheirWordsProps) {
  const t = useTranslations('listen');
  const came = useTranslations('mail.came');
  const { said, later, contact } = here;
  return (
    <>
      {said.length > 1 && <p className="lede pt-2">{t('covers', counted(said.length, reading.language))}</p>}
      {said.map((one, at) => (
        <div key={one.id}>
          {said.length > 1 && (
            <p className="cap pt-3">
              <Where said={one} reading={reading} />
              {at < said.length - 1 && (
                <>
                  {' · '}
                  <TextLink href={`/listen/${one.id}`}>{t('only_this')}</TextLink>
                </>
              )}
            </p>
          )}
          <Writer writer={writers.get(one.id)} name={contact.givenName ?? contact.name} />
          <Words
            text={one.body}
            language={contact.language}
            day={suggested?.messageId === one.id ? suggested : null}
          />
          {mails.has(one.id) && (
            <p className="row-where pb-4">
              <TextLink href={`/mail/${one.id}`}>{came('whole')}</TextLink>
            </p>
          )}
        </div>
      ))}
      {later > 0 && <p className="lede pb-4">{t('later', counted(later, reading.language))}</p>}
    </>
  );
}

function Writer({ writer, name }: { writer: OtherWriter | undefined; name: string }) {
  return writer ? <WrittenBy writer={writer} name={name} /> : null;
}

/** What went before, beside what is to be heard. */
export function WentBefore({
  here,
  writers,
  reading,
}: Pick<TheirWordsProps, 'here' | 'writers' | 'reading'>) {
  const t = useTranslations('listen');
  if (here.before.length === 0)
    return (
      <Section caption={t('before')}>
        <p className="row-where">{t('nothing_before')}</p>
      </Section>
    );
  return (
    <Section caption={t('before')}>
      <Timeline label={t('before')}>
        {here.before.map((one) => (
          <Turn
            key={one.id}
            by={one.direction === 'inbound' ? 'them' : 'us'}
            lang={one.direction === 'inbound' ? (here.contact.language ?? undefined) : undefined}
            meta={
              <>
                {writerOf(writers.get(one.id))}
                <Where said={one} reading={reading} />
              </>
            }
          >
            {one.body}
          </Turn>
        ))}
      </Timeline>
    </Section>
  );
}

function writerOf(writer: OtherWriter | undefined): string {
  return writer ? `${nameOfWriter(writer)}, ` : '';
}

// A long letter in the size of a sentence is not read but scrolled.
function Words({ text, language, day }: { text: string; language: string | null; day: DayRead | null }) {
  const lang = language ?? undefined;
  const words = day ? <Marked text={text} day={day} /> : text;
  if (text.length <= large && !isLong(text))
    return (
      <div data-theirs="">
        <Heard lang={lang}>{words}</Heard>
      </div>
    );
  return (
    <div className="my-5">
      <Folded text={text}>
        <blockquote data-theirs="">
          <Said by="them" whole lang={lang}>
            {words}
          </Said>
        </blockquote>
      </Folded>
    </div>
  );
}

// The words that name a day stand out once "not now" is chosen.
const whenLater =
  '[background:none] [color:inherit] [text-decoration-line:none] group-has-[[value=later]:checked]/listen:[text-decoration-line:underline]';

function Marked({ text, day }: { text: string; day: DayRead }) {
  return (
    <>
      {text.slice(0, day.start)}
      <mark className={whenLater}>{text.slice(day.start, day.end)}</mark>
      {text.slice(day.end)}
    </>
  );
}
