import { getTranslations } from 'next-intl/server';
import { PageTitle, Section } from '@/components/ui/page';
import { Facts } from '@/components/ui/table';
import { actorOrSignIn } from '@/lib/auth/actor';
import { env } from '@/lib/env/env';
import about from '@/package.json';

const licence = 'https://www.gnu.org/licenses/agpl-3.0.html';

/** What runs here, under which licence, and where its source can be had (AGPL-3.0, section 13). */
export async function AboutPage() {
  await actorOrSignIn();
  const t = await getTranslations('about');
  const source = sourceOf(about);
  const out = (href: string, words: string) => (
    <a href={href} className="link" rel="noreferrer">
      {words}
    </a>
  );
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <Section caption={t('what')} apart>
        <Facts
          facts={[
            { name: t('version'), value: about.version },
            { name: t('licence'), value: out(licence, 'GNU AGPL 3.0') },
            { name: t('source'), value: source ? out(source, source) : t('source_here') },
          ]}
        />
      </Section>
      <Section caption={t('reading')}>
        <p className="prose max-w-measure">{t('reading_words')}</p>
      </Section>
      <Section caption={t('rights')}>
        <p className="prose max-w-measure">{t('rights_words')}</p>
      </Section>
    </>
  );
}

/** The address that whoever runs this names, else the one in package.json; no address is made up. */
function sourceOf({ repository }: { version: string; repository?: unknown }): string | null {
  const named = env().SOURCE_URL;
  if (named) return named;
  return typeof repository === 'string' && /^https?:/.test(repository) ? repository : null;
}
