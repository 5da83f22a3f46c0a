import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AllHeard } from '@/components/replies/all-heard';
import { actorOrSignIn } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { nextToListen } from '@/lib/replies/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('listen'))('title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const next = await nextToListen(await actorOrSignIn());
  if (next) redirect(`/listen/${next}`);
  return <AllHeard asked={await searchParams} />;
}
