import type { MetadataRoute } from 'next';

/** What a device is told when Earshot is put on its home screen. Nothing in it comes from elsewhere. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Earshot',
    short_name: 'Earshot',
    id: '/',
    start_url: '/today',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  };
}
