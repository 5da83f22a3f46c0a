import { useTranslations } from 'next-intl';
import { Fold } from '@/components/ui/fold';
import { Section } from '@/components/ui/page';
import { Row, Rows } from '@/components/ui/rows';
import type { Actor } from '@/lib/auth/mint';
import { revoke } from '@/lib/auth/tokens/actions';
import type { KeptToken } from '@/lib/auth/tokens/queries';
import { systemClock } from '@/lib/clock/clock';
import { dayOf, momentOf, type Reading } from '@/lib/language/moments';
import { ActionForm } from './action-form';

interface KeptTokensProps {
  tokens: readonly KeptToken[];
  actor: Actor;
}

/** One's own tokens, for an owner everybody's, each with a way to end it; what is over is folded away. */
export function KeptTokens({ tokens, actor: { language, timeZone } }: KeptTokensProps) {
  const t = useTranslations('tokens');
  const reading = { language, zone: timeZone, now: systemClock.now() };
  const alive = tokens.filter((token) => token.alive);
  const [own, others] = [alive.filter(({ isOwn }) => isOwn), alive.filter(({ isOwn }) => !isOwn)];
  const over = tokens.filter((token) => !token.alive);
  return (
    <>
      <Section caption={t('yours')}>
        {own.length === 0 && <p className="lede">{t('none')}</p>}
        <List label={t('yours')} tokens={own} reading={reading} />
        {over.length > 0 && (
          <div className="mt-3">
            <Fold summary={t('ended')}>
              <List label={t('ended')} tokens={over} reading={reading} />
            </Fold>
          </div>
        )}
      </Section>
      {others.length > 0 && (
        <Section caption={t('others')}>
          <List label={t('others')} tokens={others} reading={reading} />
        </Section>
      )}
    </>
  );
}

interface ListProps {
  label: string;
  tokens: readonly KeptToken[];
  reading: Reading;
}

function List({ label, tokens, reading }: ListProps) {
  const t = useTranslations('tokens');
  if (tokens.length === 0) return null;
  return (
    <Rows label={label}>
      {tokens.map((token) => (
        <Row
          key={token.id}
          name={token.name}
          where={[token.isOwn ? null : token.holder, t('made_on', { day: dayOf(token.createdAt, reading) })]
            .filter(Boolean)
            .join(' · ')}
          said={<Uses token={token} reading={reading} />}
          state={token.alive && <Revoke id={token.id} />}
        />
      ))}
    </Rows>
  );
}

function Uses({ token, reading }: { token: KeptToken; reading: Reading }) {
  const t = useTranslations('tokens');
  const { expiresAt, lastUsedAt, revokedAt, revokedBy, alive } = token;
  const until = () => {
    if (revokedAt && revokedBy) return t('was_revoked', { by: revokedBy, day: dayOf(revokedAt, reading) });
    if (!expiresAt) return alive ? t('holds_ever') : '';
    return t(alive ? 'holds_until' : 'was_until', { day: dayOf(expiresAt, reading) });
  };
  return (
    <span className="row-where" title={lastUsedAt ? momentOf(lastUsedAt, reading) : undefined}>
      {[lastUsedAt ? t('last_used', { day: dayOf(lastUsedAt, reading) }) : t('never_used'), until()]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

function Revoke({ id }: { id: string }) {
  const t = useTranslations('tokens');
  return (
    <ActionForm
      action={revoke}
      hidden={{ id }}
      submit={t('revoke')}
      pending={t('moment')}
      variant="quiet"
      inRow
    />
  );
}
