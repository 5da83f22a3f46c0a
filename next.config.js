import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/language/request.ts');

export default withNextIntl({
  distDir: process.env.EARSHOT_DIST || '.next',
  poweredByHeader: false,
  images: { unoptimized: true },
  typedRoutes: false,
  // For every reader, not for machines alone: a page that comes before its title is announced without one.
  htmlLimitedBots: /.*/,
  turbopack: { root: import.meta.dirname },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@prisma/client', '@node-rs/argon2'],
  // `npm test` checks the types; whoever only starts Earshot should not wait for them.
  typescript: { ignoreBuildErrors: true },
});
