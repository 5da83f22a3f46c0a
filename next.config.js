import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/language/request.ts');

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // The set-up link carries a key in its address.
  { key: 'Referrer-Policy', value: 'same-origin' },
];

export default withNextIntl({
  distDir: process.env.EARSHOT_DIST || '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  typedRoutes: false,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client', '@node-rs/argon2'],
  // `npm test` checks the types; whoever only starts Earshot should not wait for them.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: '/:path*', headers }],
});
