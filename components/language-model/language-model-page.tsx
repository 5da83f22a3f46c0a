import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/auth/action-form';
import { NotYours } from '@/components/auth/not-yours';
import { Confirm } from '@/components/ui/fold';
import { FormMessage } from '@/components/ui/form-message';
import { PageTitle, Section } from '@/components/ui/page';
import { actorOrSignIn, mayOwn } from '@/lib/auth/actor';
import { systemClock } from '@/lib/clock/clock';
import type { Reading } from '@/lib/language/moments';
import { toldWhen } from '@/lib/mailboxes/told';
import { unsetModel } from '@/lib/replies/language-model/actions';
import { languageModel, type ShownModel } from '@/lib/replies/language-model/queries';
import { toldModelFault } from '@/lib/replies/language-model/told';
import { hostIn } from '@/lib/web/base-url';
import { ModelForm } from './model-form';

/** For an owner: whether a language model of their choice reads replies too, which one, and what that means. */
export async function LanguageModelPage() {
  const actor = await actorOrSignIn();
  if (!mayOwn(actor)) return <NotYours actor={actor} takes="owner" />;
  const [t, model] = await Promise.all([getTranslations('language_model'), languageModel(actor)]);
  const reading = { language: actor.language, zone: actor.timeZone, now: systemClock.now() };
  return (
    <>
      <PageTitle lede={t('lede')}>{t('title')}</PageTitle>
      <div className="max-w-measure pt-5">
        <State {...{ model, reading }} />
      </div>
      <div className="max-w-measure">
        <Section caption={t('leaves.caption')} apart>
          <ul className="lede list-disc space-y-2 pl-5">
            <li>{t('leaves.words')}</li>
            <li>{t('leaves.where')}</li>
            <li>{t('leaves.never')}</li>
            <li>{t('leaves.others')}</li>
          </ul>
        </Section>
        <Section caption={t('may.caption')} apart>
          <ul className="lede list-disc space-y-2 pl-5">
            <li>{t('may.suggest')}</li>
            <li>{t('may.careful')}</li>
            <li>{t('may.quotes')}</li>
          </ul>
        </Section>
      </div>
      <Section caption={t('form.caption')} apart>
        <Which model={model} />
      </Section>
      {model.baseUrl !== null && <Leave model={model} />}
    </>
  );
}

function State({ model, reading }: { model: ShownModel; reading: Reading }) {
  const t = useTranslations('language_model.states');
  const { isOn, baseUrl, model: name, answeredAt, failingSince, fault } = model;
  if (!isOn || baseUrl === null) return <p>{t('off')}</p>;
  if (failingSince && fault) {
    const why = toldModelFault(reading.language, fault, { baseUrl, model: name ?? '' });
    return (
      <FormMessage kind="error">
        {t('on', { host: hostIn(baseUrl) })} {t('failing', { when: toldWhen(failingSince, reading), why })}
      </FormMessage>
    );
  }
  return (
    <p>
      {t('on', { host: hostIn(baseUrl) })}{' '}
      {answeredAt ? t('answered', { when: toldWhen(answeredAt, reading) }) : t('not_yet')}
    </p>
  );
}

function Which({ model: { isOn, baseUrl, model, hasKey } }: { model: ShownModel }) {
  const t = useTranslations('language_model.form');
  const line = (name: string) => ({ kind: 'line' as const, name, autoComplete: 'off' });
  return (
    <ModelForm
      isOn={isOn}
      fields={[
        { ...line('baseUrl'), label: t('base_url'), hint: t('base_url_hint'), value: baseUrl ?? '' },
        { ...line('model'), label: t('model'), hint: t('model_hint'), value: model ?? '' },
        {
          ...{ ...line('password'), type: 'password', label: t('key') },
          hint: hasKey ? t('key_kept') : t('key_hint'),
        },
      ]}
      words={{ try: t('try'), on: t(isOn ? 'save' : 'on'), trying: t('trying'), example: t('example') }}
    />
  );
}

function Leave({ model: { isOn } }: { model: ShownModel }) {
  const t = useTranslations('language_model');
  return (
    <Section caption={t(isOn ? 'leave.caption' : 'leave.kept')} apart>
      {isOn && <p className="lede mb-3">{t('leave.lede')}</p>}
      <div className="acts">
        {isOn && (
          <ActionForm
            action={unsetModel}
            hidden={{ intent: 'off' }}
            submit={t('leave.off')}
            pending={t('moment')}
            variant="plain"
            inRow
          />
        )}
        <Confirm act={t('leave.forget')}>
          <p>{t('leave.forget_ask')}</p>
          <ActionForm
            action={unsetModel}
            hidden={{ intent: 'forget' }}
            submit={t('leave.forget_do')}
            pending={t('moment')}
            variant="danger"
            inRow
          />
        </Confirm>
      </div>
    </Section>
  );
}
