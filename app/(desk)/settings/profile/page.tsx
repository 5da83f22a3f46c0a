import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Profile } from '@/components/auth/profile';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('frame.places'))('profile') };
}

export default function Page() {
  return <Profile />;
}
