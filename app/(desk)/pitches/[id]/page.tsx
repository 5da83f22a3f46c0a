import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PitchPage } from '@/components/insight/pitch-page';
import { actorOrSignIn } from '@/lib/auth/actor';
import type { Asked } from '@/lib/auth/asked';
import { pitchById } from '@/lib/pitches/queries';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Asked>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { data } = z.uuid().safeParse((await params).id);
  return { title: (data && (await pitchById(await actorOrSignIn(), data))?.name) || undefined };
}

export default async function Page({ params, searchParams }: Props) {
  const { data } = z.uuid().safeParse((await params).id);
  if (!data) notFound();
  return <PitchPage id={data} asked={await searchParams} />;
}
