import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { BookmarkLink } from '@/components/gate/bookmark-link';
import { CopyButton } from '@/components/ui/copy-button';
import { TextArea } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { PageTitle, Section } from '@/components/ui/page';
import { actorOrSignIn } from '@/lib/auth/actor';
import { makeMyToken } from '@/lib/auth/tokens/actions';
import { spans } from '@/lib/auth/tokens/forms';
import { tokensFor } from '@/lib/auth/tokens/queries';
import { scopes } from '@/lib/auth/tokens/token';
import { env } from '@/lib/env/env';
import { bookmarkFor } from '@/lib/gate/strangers/bookmark';
import { ActionForm } from './action-form';
import { KeptTokens } from './kept-tokens';

/** How one asks from outside whether one may write: tokens for programs, a bookmark for oneself. */
export async function TokensPage() {
  const actor = await actorOrSignIn();
  const [tokens, t] = await Promise.all([tokensFor(actor), getTranslations('tokens')]);
  const site = env().APP_URL.replace(/\/+$/, '');
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <Bookmark code={bookmarkFor(site)} />
      <MakeToken />
      <KeptTokens tokens={tokens} actor={actor} />
      <Example site={site} />
    </>
  );
}

const scopeNames = { 'gate:check': 'check', 'mail:inbound': 'inbound' } as const;

function MakeToken() {
  const t = useTranslations('tokens');
  const once = useTranslations('tokens.once');
  const span = (days: (typeof spans)[number]) => {
    if (days === '') return t('make.spans.ever');
    return days === '365' ? t('make.spans.year') : t('make.spans.days', { count: days });
  };
  return (
    <Section caption={t('make.caption')}>
      <p className="lede">{t('make.lede')}</p>
      <ActionForm
        action={makeMyToken}
        fields={[
          {
            ...{ kind: 'line', name: 'name', autoComplete: 'off' },
            ...{ label: t('make.name'), hint: t('make.name_hint') },
          },
          {
            ...{ kind: 'list', name: 'scope', label: t('make.scope'), value: 'gate:check' },
            choices: scopes.map((value) => ({ value, label: t(`make.scopes.${scopeNames[value]}`) })),
          },
          {
            ...{ kind: 'list', name: 'days', label: t('make.days'), value: '365' },
            choices: spans.map((value) => ({ value, label: span(value) })),
          },
        ]}
        submit={t('make.submit')}
        pending={t('moment')}
        variant="plain"
        linkWords={{
          ...{ label: once('label'), copy: once('copy') },
          ...{ copied: once('copied'), failed: once('failed') },
        }}
      />
    </Section>
  );
}

function Bookmark({ code }: { code: string }) {
  const t = useTranslations('tokens.bookmark');
  const once = useTranslations('tokens.once');
  return (
    <Section caption={t('caption')} apart>
      <p className="lede">{t('lede')}</p>
      <div className="acts mt-4">
        <BookmarkLink code={code}>{t('name')}</BookmarkLink>
      </div>
      <div className="mt-3 max-w-[66ch]">
        <Fold summary={t('by_hand')}>
          <p className="hint">{t('by_hand_lede')}</p>
          <TextArea label={t('code')} defaultValue={code} readOnly rows={4} spellCheck={false} />
          <div className="acts mt-3">
            <CopyButton text={code} copied={once('copied')} failed={once('failed')}>
              {t('copy')}
            </CopyButton>
          </div>
        </Fold>
      </div>
    </Section>
  );
}

function Example({ site }: { site: string }) {
  const t = useTranslations('tokens');
  const once = useTranslations('tokens.once');
  const example = `curl ${site}/api/v1/gate/check \\
  -H "Authorization: Bearer $EARSHOT_TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{"email": "ana@fundacion-marea.example"}'`;
  return (
    <Section caption={t('example')}>
      <p className="lede">{t('example_lede')}</p>
      <pre className="bg-wash rounded-soft mt-4 max-w-[66ch] p-4 text-[13px] whitespace-pre-wrap">
        <code>{example}</code>
      </pre>
      <div className="acts mt-3">
        <CopyButton text={example} copied={once('copied')} failed={once('failed')}>
          {t('copy_example')}
        </CopyButton>
      </div>
    </Section>
  );
}
