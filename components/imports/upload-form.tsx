import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { mostBytes } from '@/lib/imports/uploads/upload';

/** Chooses a file. An ordinary form: a route takes it piece by piece, and what stands in the way comes back as `fault`. */
export function UploadForm({ fault }: { fault: string | null }) {
  const t = useTranslations('imports');
  return (
    <form action="/import/upload" method="post" encType="multipart/form-data" className="mt-6 max-w-[560px]">
      <Field
        label={t('file')}
        hint={t('hint', { megabytes: mostBytes / 1024 / 1024 })}
        name="file"
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        required
        {...(fault ? { error: fault } : {})}
      />
      <div className="acts pt-5">
        <SubmitButton pending={t('pending')}>{t('look')}</SubmitButton>
      </div>
    </form>
  );
}
